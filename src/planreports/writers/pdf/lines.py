"""A paragraph's inlines become lines of a width: itemised, shaped, broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from planreports.document.nodes import (
    CheckBox,
    Footnote,
    Inline,
    LineBreak,
    Origin,
    PageCount,
    PageNumber,
    PageReference,
    Run,
    RunningTitle,
)
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.pdf.alike import AlikeWords, fragments
from planreports.writers.pdf.breaking import ROUNDING, Line, filled
from planreports.writers.pdf.characters import WHITE_SPACE, WORD_JOINER, leading_marks
from planreports.writers.pdf.chips import OBJECT, chip_look, chip_styles
from planreports.writers.pdf.hyphenation import Hyphenation
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.tokens import Fragment, Look, Segment, Token, segments, token_of

_Words = Run | PageNumber | PageCount | PageReference
_Chip = tuple[Run, ...]


def footnote_anchor(number: int) -> str:
    """Return the anchor of a footnote's words."""
    return f"footnote:{number}"


@dataclass(slots=True)
class Fields:
    """What is known of pages when lines are made: the number of this one, how many there are, the numbers
    of those with anchors, and the words of the latest heading of each level.

    `asked` are the anchors whose page some words depend on.
    """

    page: str = "000"
    pages: str = "000"
    anchors: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[int, tuple[Inline, ...]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def page_of(self, anchor: str) -> str:
        """Return the number of an anchor's page; room for one while it is not known yet."""
        self.asked.add(anchor)
        return str(self.anchors.get(anchor, "00"))


class TornWord(NamedTuple):
    """A word that is wider than its column, or a part of it, and where in a layout it was written."""

    text: str
    origin: Origin


@dataclass
class Typesetter:
    """Makes lines; shapes each word of a look once. `torn` are the words that did not fit their columns."""

    stylesheet: Stylesheet
    breaker: LineBreaker
    itemiser: Itemiser
    fields: Fields = field(default_factory=Fields)
    torn: list[TornWord] = field(default_factory=list)
    _alike: dict[tuple[Look, str], AlikeWords] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._hyphenation = Hyphenation(self.itemiser)
        self.chips = chip_styles(self.stylesheet)

    def lines(
        self, inlines: Sequence[Inline], style: ParagraphStyle, language: str, width: float, origin: Origin
    ) -> list[Line]:
        """Return the lines of a paragraph in a column of `width` points; one empty line for none."""
        tokens = self._paragraph_tokens(inlines, style, language, origin)
        return self._filled(tokens, style, language, width, origin)

    def alike(self, run: Run, style: ParagraphStyle, language: str) -> AlikeWords:
        """Return what makes tokens of words that look like a run in a paragraph of a style and language."""
        return self._words_of(self._look(run, style, language), language)

    def lines_of(
        self, words: AlikeWords, text: str, style: ParagraphStyle, width: float, origin: Origin
    ) -> list[Line]:
        """Return the lines of a paragraph whose words look alike, in a column of `width` points."""
        tokens = words.tokens(text.lstrip(WHITE_SPACE), origin)
        return self._filled(tokens, style, words.language, width, origin)

    def _filled(
        self, tokens: list[Token], style: ParagraphStyle, language: str, width: float, origin: Origin
    ) -> list[Line]:
        lines, room = filled(tokens, width), width + ROUNDING
        least = self._hyphenation.least_width(style, language, width) if len(lines) > 1 else 0.0
        if any(line.width > room or (line.width < least and not line.is_last) for line in lines):
            lines = self._hyphenation.lines(tokens, width, style, least)
            self.torn += (_torn(line, origin) for line in lines if line.torn or line.width > room)
        return lines

    def measured(
        self, inlines: Sequence[Inline], style: ParagraphStyle, language: str, origin: Origin
    ) -> tuple[float, float]:
        """Return the width of a paragraph's widest word, and that of its longest line if it never broke."""
        tokens = self._paragraph_tokens(inlines, style, language, origin)
        word = max((token.width for token in tokens), default=0.0)
        return word, max((line.width for line in filled(tokens, float("inf"))), default=0.0)

    def words(self, text: str, look: Look, origin: Origin) -> tuple[Segment, ...]:
        """Return words on one line, however long it is."""
        tokens = self._run_tokens([(text, look)], look.language, origin)
        return segments(tokens, sum(token.width + token.space_width for token in tokens))

    def _paragraph_tokens(
        self, inlines: Sequence[Inline], style: ParagraphStyle, language: str, origin: Origin
    ) -> list[Token]:
        if len(inlines) == 1 and isinstance(run := inlines[0], Run) and run.style not in self.chips:
            return self.alike(run, style, language).tokens(run.text.lstrip(WHITE_SPACE), origin)
        tokens: list[Token] = []
        runs: list[tuple[str, Look]] = []
        for inline in self._with_chips(self._expanded(inlines)):
            if isinstance(inline, LineBreak):
                ended = _ending_in_space(_from_first_word(runs))
                tokens += _with_line_end(self._run_tokens(ended, language, origin))
                runs = []
            elif isinstance(inline, tuple):
                runs.append(self._chip(inline, style, language, origin))
            else:
                runs.append((self._words(inline), self._look(inline, style, language)))
        return tokens + self._run_tokens(_from_first_word(runs), language, origin)

    def has_chips(self, inlines: Iterable[Inline]) -> bool:
        """Return whether some words are chips."""
        return any(isinstance(each, Run) and each.style in self.chips for each in inlines)

    def _with_chips(self, inlines: Iterable[_Words | LineBreak]) -> Iterator[_Words | LineBreak | _Chip]:
        """Yield inlines, those in a row of one chip's style together."""
        for chip, group in groupby(inlines, self._chip_of):
            if chip is None:
                yield from group
            else:
                yield tuple(each for each in group if isinstance(each, Run))

    def _chip_of(self, inline: _Words | LineBreak) -> str | None:
        return inline.style if isinstance(inline, Run) and inline.style in self.chips else None

    def _chip(self, runs: _Chip, style: ParagraphStyle, language: str, origin: Origin) -> tuple[str, Look]:
        """Return a chip as one character of its own look, at which lines break as between words."""
        words = [
            (self.itemiser.settable(each.text, origin), self._look(each, style, language)) for each in runs
        ]
        return OBJECT, chip_look(words, self.stylesheet.inline[runs[0].style or ""], self.stylesheet)

    def _expanded(self, inlines: Sequence[Inline]) -> Iterator[_Words | LineBreak]:
        """Yield inlines with the words of headings where running titles stand, and the numbers of footnotes.

        No line begins with such a number, whatever is before it.
        """
        for inline in inlines:
            if isinstance(inline, RunningTitle):
                for part in self.fields.titles.get(inline.level, ()):
                    if isinstance(part, Run):
                        yield Run(part.text, part.language, inline.style)
            elif isinstance(inline, Footnote):
                language, number = inline.paragraph.language, inline.number
                words = f"{WORD_JOINER}{number}"
                yield Run(words, language, "superscript", href=f"#{footnote_anchor(number)}")
            elif isinstance(inline, CheckBox):
                yield inline.run
            else:
                yield inline

    def _words(self, inline: _Words) -> str:
        match inline:
            case Run():
                return inline.text
            case PageNumber():
                return self.fields.page
            case PageCount():
                return self.fields.pages
            case PageReference():
                return self.fields.page_of(inline.target)

    def _look(self, inline: _Words, style: ParagraphStyle, around: str) -> Look:
        """Return how words look in a paragraph of a style and of the language `around` them."""
        change = self.stylesheet.inline.get(inline.style) if inline.style else None
        bold, italic, href = style.bold, style.italic, None
        if change and change.bold is not None:
            bold = change.bold
        if change and change.italic is not None:
            italic = change.italic
        if isinstance(inline, Run):
            bold, italic, href = bold or inline.bold, italic or inline.italic, inline.href
        elif isinstance(inline, PageReference):
            href = f"#{inline.target}"
        colour = self.stylesheet.colour((change and change.colour) or style.colour)
        if change is None:
            own = inline.language
            return Look(style.size, colour, bold, italic, own, href, is_foreign=own != around)
        size, rise = style.size * change.scale, style.size * change.rise
        foreign = inline.language != around
        return Look(size, colour, bold, italic, inline.language, href, rise, foreign)

    def _run_tokens(self, runs: Sequence[tuple[str, Look]], language: str, origin: Origin) -> list[Token]:
        """Return the tokens of runs between two line breaks."""
        if len(runs) != 1:
            return list(self._mixed_tokens(runs, language, origin))
        ((text, look),) = runs
        return self._words_of(look, language).tokens(text, origin)

    def _words_of(self, look: Look, language: str) -> AlikeWords:
        """Return what makes tokens of words that look alike, in text of a language."""
        key = look, language
        words = self._alike.get(key)
        if words is None:
            words = self._alike[key] = AlikeWords(self.breaker, self.itemiser, look, language)
        return words

    def _mixed_tokens(
        self, runs: Sequence[tuple[str, Look]], language: str, origin: Origin
    ) -> Iterator[Token]:
        """Yield the tokens of several runs; what a line may end after can reach over more than one."""
        runs = _with_whole_clusters((self.itemiser.settable(words, origin), look) for words, look in runs)
        text = "".join(words for words, _ in runs)
        ends = _ends(runs)
        position = run = 0
        for piece in self.breaker.pieces(text, language) if text else ():
            end = position + len(piece)
            parts: list[tuple[str, Look]] = []
            while position < end:
                stop = min(end, ends[run])
                if stop > position:
                    parts.append((text[position:stop], runs[run][1]))
                position = stop
                if position == ends[run]:
                    run += 1
            yield self._token(parts, origin)

    def _token(self, parts: Sequence[tuple[str, Look]], origin: Origin) -> Token:
        words: list[Fragment] = []
        space: list[Fragment] = []
        for text, look in parts:
            stripped = text.rstrip(" ")
            if stripped:
                words += space
                space = []
                words += fragments(self.itemiser, stripped, look, origin)
            if len(stripped) < len(text):
                space += fragments(self.itemiser, text[len(stripped) :], look, origin)
        return token_of(words, space)


def _torn(line: Line, origin: Origin) -> TornWord:
    return TornWord("".join(part.word.text for token in line.tokens for part in token.words), origin)


def _with_whole_clusters(runs: Iterable[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Return runs none of which begins with marks on the last letter of the one before."""
    whole: list[tuple[str, Look]] = []
    for words, look in runs:
        count = leading_marks(words) if whole else 0
        if count:
            before, other = whole[-1]
            whole[-1] = (before + words[:count], other)
        whole.append((words[count:], look))
    return whole


def _ends(runs: Iterable[tuple[str, Look]]) -> list[int]:
    ends, total = [], 0
    for words, _ in runs:
        total += len(words)
        ends.append(total)
    return ends


def _from_first_word(runs: Sequence[tuple[str, Look]]) -> Sequence[tuple[str, Look]]:
    """Return runs without the white space that their line would begin with."""
    for number, (text, look) in enumerate(runs):
        if words := text.lstrip(WHITE_SPACE):
            return [(words, look), *runs[number + 1 :]] if number or words != text else runs
    return []


def _ending_in_space(runs: Sequence[tuple[str, Look]]) -> Sequence[tuple[str, Look]]:
    """Return runs before a line break with a space at their end: it parts words for who hears them."""
    if not runs:
        return runs
    text, look = runs[-1]
    return [*runs[:-1], (f"{text} ", look)]


def _with_line_end(tokens: list[Token]) -> list[Token]:
    """Return tokens whose last one ends its line; a line break after nothing is an empty line."""
    if not tokens:
        return [token_of((), (), ends_line=True)]
    return [*tokens[:-1], tokens[-1].ending_line()]
