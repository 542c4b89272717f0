"""A paragraph's inlines become lines of a width: itemised, shaped, broken, aligned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from planreports.document.nodes import Inline, LineBreak, Origin, PageCount, PageNumber, Run
from planreports.document.styles import Alignment, ParagraphStyle, Stylesheet
from planreports.i18n.line_breaks import LineBreaker
from planreports.writers.pdf.drawing import TextSpan
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.shaping import Face, ShapedWord


class Look(NamedTuple):
    """How words of a run look: everything that shaping and drawing depend on."""

    size: float
    colour: str
    bold: bool
    italic: bool
    language: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words in one face; `width` is points."""

    face: Face
    word: ShapedWord
    look: Look
    width: float

    def span(self, gap: float = 0.0) -> TextSpan:
        """Return it as it is drawn."""
        look = self.look
        return TextSpan(self.face.resource, look.size, look.colour, self.word.hex, self.width, gap, look.href)


@dataclass(frozen=True, slots=True)
class Token:
    """What a line may end after: fragments of words, and the space behind them, which vanishes at an end."""

    words: tuple[Fragment, ...]
    space: tuple[Fragment, ...]
    width: float
    space_width: float
    ends_line: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its tokens, their width without the last space, and whether its paragraph ends there."""

    tokens: tuple[Token, ...]
    width: float
    is_last: bool

    @property
    def fragments(self) -> Iterator[Fragment]:
        """Yield what is drawn, without the space at the end."""
        for number, token in enumerate(self.tokens):
            yield from token.words
            if number < len(self.tokens) - 1:
                yield from token.space

    def spans(self, stretch: float = 0.0) -> tuple[TextSpan, ...]:
        """Return what is drawn; `stretch` points are shared among the spaces."""
        gaps = sum(1 for token in self.tokens[:-1] if token.space)
        gap = stretch / gaps if gaps else 0.0
        spans: list[TextSpan] = []
        for number, token in enumerate(self.tokens):
            spans += (fragment.span() for fragment in token.words)
            if number < len(self.tokens) - 1:
                spans += (fragment.span(gap) for fragment in token.space)
        return tuple(spans)


@dataclass
class Typesetter:
    """Makes lines; shapes each word of a look once. `fields` are the words of page number and page count."""

    stylesheet: Stylesheet
    breaker: LineBreaker
    itemiser: Itemiser
    fields: tuple[str, str] = ("000", "000")
    _tokens: dict[tuple[str, Look], Token] = field(default_factory=dict)

    def lines(
        self, inlines: Sequence[Inline], style: ParagraphStyle, language: str, width: float, origin: Origin
    ) -> list[Line]:
        """Return the lines of a paragraph in a column of `width` points; one empty line for none."""
        tokens = [
            part
            for token in self._paragraph_tokens(inlines, style, language, origin)
            for part in (self._broken(token, width) if token.width > width else (token,))
        ]
        return list(_filled(tokens, width))

    def measured(
        self, inlines: Sequence[Inline], style: ParagraphStyle, language: str, origin: Origin
    ) -> tuple[float, float]:
        """Return the width of a paragraph's widest word, and that of its longest line if it never broke."""
        tokens = list(self._paragraph_tokens(inlines, style, language, origin))
        word = max((token.width for token in tokens), default=0.0)
        return word, max((line.width for line in _filled(tokens, float("inf"))), default=0.0)

    def _paragraph_tokens(
        self, inlines: Sequence[Inline], style: ParagraphStyle, language: str, origin: Origin
    ) -> Iterator[Token]:
        runs: list[tuple[str, Look]] = []
        for inline in inlines:
            if isinstance(inline, LineBreak):
                yield from _with_line_end(list(self._run_tokens(runs, language, origin)))
                runs = []
            else:
                runs.append((self._words(inline), self._look(inline, style)))
        yield from self._run_tokens(runs, language, origin)

    def _words(self, inline: Run | PageNumber | PageCount) -> str:
        if isinstance(inline, Run):
            return inline.text
        return self.fields[isinstance(inline, PageCount)]

    def _look(self, inline: Run | PageNumber | PageCount, style: ParagraphStyle) -> Look:
        change = self.stylesheet.inline.get(inline.style) if inline.style else None
        bold, italic, href = style.bold, style.italic, None
        if change and change.bold is not None:
            bold = change.bold
        if change and change.italic is not None:
            italic = change.italic
        if isinstance(inline, Run):
            bold, italic, href = bold or inline.bold, italic or inline.italic, inline.href
        colour = self.stylesheet.colour((change and change.colour) or style.colour)
        return Look(style.size * (change.scale if change else 1), colour, bold, italic, inline.language, href)

    def _run_tokens(self, runs: Sequence[tuple[str, Look]], language: str, origin: Origin) -> Iterator[Token]:
        """Yield the tokens of runs between two line breaks; a piece may reach over several runs."""
        text = "".join(words for words, _ in runs)
        if not text:
            return
        ends = _ends(runs)
        position = run = 0
        for piece in self.breaker.pieces(text, language):
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
        if len(parts) == 1:
            key = parts[0]
            if key not in self._tokens:
                self._tokens[key] = self._made_token(parts, origin)
            return self._tokens[key]
        return self._made_token(parts, origin)

    def _made_token(self, parts: Sequence[tuple[str, Look]], origin: Origin) -> Token:
        words: list[Fragment] = []
        space: list[Fragment] = []
        for text, look in parts:
            stripped = text.rstrip(" ")
            if stripped:
                words += space
                space = []
                words += self._fragments(stripped, look, origin)
            if len(stripped) < len(text):
                space += self._fragments(text[len(stripped) :], look, origin)
        return Token(tuple(words), tuple(space), _width(words), _width(space))

    def _fragments(self, text: str, look: Look, origin: Origin) -> Iterator[Fragment]:
        for face, piece in self.itemiser.pieces(text, look.language, look.bold, look.italic, origin):
            word = face.word(piece)
            yield Fragment(face, word, look, word.width * look.size / 1000)

    def _broken(self, token: Token, width: float) -> Iterator[Token]:
        """Yield a token that is wider than its column in parts, broken between clusters."""
        part: list[Fragment] = []
        used = 0.0
        for fragment in _single_clusters(token.words):
            if part and used + fragment.width > width:
                yield Token(tuple(part), (), used, 0.0)
                part, used = [], 0.0
            part.append(fragment)
            used += fragment.width
        yield Token(tuple(part), token.space, used, token.space_width, token.ends_line)


def _ends(runs: Iterable[tuple[str, Look]]) -> list[int]:
    ends, total = [], 0
    for words, _ in runs:
        total += len(words)
        ends.append(total)
    return ends


def _width(fragments: Iterable[Fragment]) -> float:
    return sum(fragment.width for fragment in fragments)


def _single_clusters(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    for fragment in fragments:
        for cid, advance in zip(fragment.word.cids, fragment.word.advances, strict=True):
            word = ShapedWord(f"{cid:04X}", advance, (cid,), (advance,))
            yield replace(fragment, word=word, width=advance * fragment.look.size / 1000)


def _with_line_end(tokens: list[Token]) -> list[Token]:
    """Return tokens whose last one ends its line; a line break after nothing is an empty line."""
    if not tokens:
        return [Token((), (), 0.0, 0.0, ends_line=True)]
    return [*tokens[:-1], replace(tokens[-1], ends_line=True)]


def _filled(tokens: Sequence[Token], width: float) -> Iterator[Line]:
    """Yield lines, each holding as many tokens as fit."""
    line: list[Token] = []
    used = 0.0
    for token in tokens:
        if line and used + token.width > width + 0.01:
            yield _line(line, used, is_last=False)
            line, used = [], 0.0
        line.append(token)
        used += token.width + token.space_width
        if token.ends_line:
            yield _line(line, used, is_last=True)
            line, used = [], 0.0
    if line or not tokens:
        yield _line(line, used, is_last=True)


def _line(tokens: list[Token], used: float, *, is_last: bool) -> Line:
    return Line(tuple(tokens), used - (tokens[-1].space_width if tokens else 0.0), is_last)


def aligned(line: Line, align: Alignment, width: float) -> tuple[float, tuple[TextSpan, ...]]:
    """Return where a line starts in its column, and its spans; justified lines stretch their spaces only."""
    free = max(width - line.width, 0.0)
    if align == "right":
        return free, line.spans()
    if align == "center":
        return free / 2, line.spans()
    if align == "justify" and not line.is_last:
        return 0.0, line.spans(free)
    return 0.0, line.spans()
