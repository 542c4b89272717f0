"""Inlines become the content of a paragraph: words with their language, look, links and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import assert_never

from planreports.document.nodes import (
    CheckBox,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    PageReference,
    Paragraph,
    Run,
    RunningTitle,
)
from planreports.document.styles import Stylesheet
from planreports.writers.html.breaks import BreakFinder, Pieces
from planreports.writers.html.css import class_name
from planreports.writers.html.lettering import Lettering
from planreports.writers.html.markup import Html, checked, element, escaped, fragment
from planreports.writers.pdf.characters import named

_LONGEST_WORD = 28
"""A word of more characters may be parted anywhere, so that it does not stick out of its column."""

_DECORATION = "separator"
"""The style of what parts two languages: nothing for a screen reader to say."""


@dataclass(slots=True)
class WordWriter:
    """Writes the inlines of paragraphs.

    `targets` are the words of what has an anchor; `titles` those of the latest heading of each level where a
    running head stands; `notes` gathers the footnotes that were met.
    """

    stylesheet: Stylesheet
    breaks: BreakFinder
    lettering: Lettering
    targets: Mapping[str, Sequence[Inline]] = field(default_factory=dict)
    titles: Mapping[int, Sequence[Inline]] = field(default_factory=dict)
    notes: list[Footnote] = field(default_factory=list)

    def content(self, block: Paragraph | Heading) -> Html:
        """Return the content of a paragraph."""
        return "".join(self._groups(block))

    def _groups(self, block: Paragraph | Heading) -> Iterator[Html]:
        for is_words, group in groupby(self._expanded(block.inlines), lambda each: isinstance(each, Run)):
            if is_words:
                runs = [_checked(each, block) for each in group if isinstance(each, Run)]
                pieces = self.breaks.pieces(runs, block.language)
                written = (
                    (run, self._run(run, parts, block)) for run, parts in zip(runs, pieces, strict=True)
                )
                for chip, parts in groupby(written, lambda each: self._chip_of(each[0])):
                    content = "".join(html for _, html in parts)
                    yield content if chip is None else element("span", content, class_=class_name("i", chip))
            else:
                for inline in group:
                    yield self._other(inline, block)

    def _expanded(self, inlines: Iterable[Inline]) -> Iterator[Inline]:
        """Yield inlines, with words in place of running titles and of pages, which a browser has none of."""
        for inline in inlines:
            match inline:
                case RunningTitle():
                    yield from (
                        _restyled(run, inline.style) for run in _runs(self.titles.get(inline.level, ()))
                    )
                case PageReference():
                    yield from self._reference(inline)
                case CheckBox():
                    yield inline.run
                case _:
                    yield inline

    def _reference(self, inline: PageReference) -> Iterator[Run]:
        """Yield the words of what a page reference leads to, in its language where they are in several."""
        words = [run for run in _runs(self.targets.get(inline.target, ())) if run.style != _DECORATION]
        own = [run for run in words if run.language == inline.language and run.text.strip()]
        for run in own or words:
            yield replace(_restyled(run, inline.style), href=f"#{inline.target}")

    def _other(self, inline: Inline, block: Paragraph | Heading) -> Html:
        match inline:
            case LineBreak():
                return element("br")
            case Footnote():
                return self._footnote_reference(inline, block)
            case PageNumber() | PageCount() | CheckBox() | Run() | PageReference() | RunningTitle():
                return ""
            case _:
                assert_never(inline)

    def _footnote_reference(self, note: Footnote, block: Paragraph | Heading) -> Html:
        self.notes.append(note)
        self._note(Run(str(note.number), block.language), block)
        link = element(
            "a",
            str(note.number),
            id=footnote_reference_anchor(note),
            href=fragment(footnote_anchor(note)),
            role="doc-noteref",
        )
        return element("sup", link, class_=class_name("i", "superscript"))

    def _run(self, run: Run, pieces: Pieces, block: Paragraph | Heading) -> Html:
        missing = self._note(run, block)
        if self._chip_of(run):
            content = _marked(run.text, missing) if missing else escaped(run.text)
            return self._dressed(replace(run, style=None), content, block)
        content = "<wbr>".join(_piece(piece, missing) for piece in pieces)
        if content.endswith("<wbr>"):
            return self._dressed(run, content.removesuffix("<wbr>"), block) + "<wbr>"
        return self._dressed(run, content, block)

    def _chip_of(self, run: Run) -> str | None:
        """Return the style of a chip, whose words no line parts."""
        return run.style if run.style and self.stylesheet.inline[run.style].border else None

    def _dressed(self, run: Run, content: Html, block: Paragraph | Heading) -> Html:
        if run.italic:
            content = element("em", content)
        if run.bold:
            content = element("strong", content)
        language = run.language if run.language != block.language else None
        style = class_name("i", run.style) if run.style else None
        if run.href is not None:
            href = fragment(run.href[1:]) if run.href.startswith("#") else run.href
            return element("a", content, href=href, lang=language, class_=style)
        if style is None and language is None:
            return content
        tag = "sup" if run.style and self.stylesheet.inline[run.style].rise else "span"
        hidden = "true" if run.style == _DECORATION else None
        return element(tag, content, lang=language, class_=style, aria_hidden=hidden)

    def _note(self, run: Run, block: Paragraph | Heading) -> frozenset[str]:
        """Note the run's characters with its face; return those that no font has."""
        style = self.stylesheet.paragraph[block.style]
        change = self.stylesheet.inline.get(run.style) if run.style else None
        bold, italic = style.bold, style.italic
        if change and change.bold is not None:
            bold = change.bold
        if change and change.italic is not None:
            italic = change.italic
        return self.lettering.note(
            run.text, run.language, bold or run.bold, italic or run.italic, block.origin
        )


def footnote_anchor(note: Footnote) -> str:
    """Return the anchor of a footnote's words."""
    return f"footnote:{note.number}"


def footnote_reference_anchor(note: Footnote) -> str:
    """Return the anchor of a footnote's number in the text."""
    return f"footnote-reference:{note.number}"


def _runs(inlines: Iterable[Inline]) -> Iterator[Run]:
    return (each for each in inlines if isinstance(each, Run))


def _checked(run: Run, block: Paragraph | Heading) -> Run:
    words = checked(run.text, block.origin)
    return run if words is run.text else replace(run, text=words)


def _restyled(run: Run, style: str | None) -> Run:
    return Run(run.text, run.language, style)


def _piece(piece: str, missing: frozenset[str]) -> Html:
    content = _marked(piece, missing) if missing else escaped(piece)
    is_long = len(piece) > _LONGEST_WORD and any(len(word) > _LONGEST_WORD for word in piece.split())
    return element("span", content, class_="long") if is_long else content


def _marked(words: str, missing: frozenset[str]) -> Html:
    """Return words in which every character that no font has is marked."""
    return "".join(
        element("span", escaped(each), class_="no-glyph", title=named(each))
        if each in missing
        else escaped(each)
        for each in words
    )
