"""Blocks become elements: the body of a section, a running head, a cell, a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from planreports.document.nodes import (
    Aside,
    Block,
    Contents,
    ContentsEntry,
    Figure,
    Footnote,
    Heading,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Parallel,
    ParallelRow,
    Rule,
    Run,
    Table,
)
from planreports.document.styles import Stylesheet
from planreports.writers.html import tables
from planreports.writers.html.css import Rules, class_name, rem
from planreports.writers.html.figures import FigureWriter
from planreports.writers.html.markup import Html, element, fragment, joined_classes
from planreports.writers.html.spacing import space_after, space_before
from planreports.writers.html.words import WordWriter, footnote_anchor, footnote_reference_anchor


class Place(NamedTuple):
    """Where blocks stand: the language around them, and how wide their column is on paper, in points."""

    language: str
    width: float


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks with one stylesheet."""

    stylesheet: Stylesheet
    words: WordWriter
    rules: Rules
    figures: FigureWriter

    def blocks(self, blocks: Iterable[Block], place: Place) -> Html:
        """Return blocks as elements, in order."""
        return "".join(self._block(block, place) for block in blocks)

    def _block(self, block: Block, place: Place) -> Html:
        made: Html
        match block:
            case Paragraph() | Heading():
                made = self.paragraph(block, place)
            case List():
                made = self.list(block, place)
            case Table():
                made = tables.table(block, place, self)
            case Figure():
                made = self._figure(block, place)
            case Contents():
                made = self._contents(block, place)
            case Aside():
                made = self._aside(block, place)
            case Parallel():
                made = "".join(self._parallel_row(row, block, place) for row in block.rows)
            case Rule():
                made = element("hr", class_="rule")
            case PageBreak():
                made = element("div", class_="page-break")
            case _:
                assert_never(block)
        return made

    def paragraph(self, block: Paragraph | Heading, place: Place) -> Html:
        """Return a paragraph or a heading."""
        mark = block.mark if isinstance(block, Paragraph) else None
        return element(
            f"h{block.level}" if isinstance(block, Heading) else "p",
            self.words.content(block),
            id=block.anchor,
            class_=joined_classes(class_name("p", block.style), mark),
            lang=other_language(block.language, place),
        )

    # Lists -------------------------------------------------------------------------------------------

    def list(self, block: List, place: Place, *, rows: str | None = None) -> Html:
        """Return a list; `rows` is a class by which its items stand level with those of another."""
        lang = other_language(block.language, place)
        inner = Place(block.language, place.width - self.stylesheet.list.indent)
        items = [element("li", self.blocks(item.blocks, inner)) for item in block.items]
        if not block.ordered:
            self._note_labels(block.items, self.stylesheet.list.bullet, block.language)
            return element("ul", *items, class_=joined_classes("list", rows), lang=lang)
        last = block.start + len(block.items) - 1
        self._note_labels(block.items, "0123456789.", block.language)
        wide = "wide" if last >= 10 else None
        start = block.start if block.start != 1 else None
        return element("ol", *items, class_=joined_classes("list", wide, rows), lang=lang, start=start)

    def _note_labels(self, items: Sequence[ListItem], label: str, language: str) -> None:
        style = self.stylesheet.paragraph[self.stylesheet.list.paragraph]
        for item in items[:1]:
            self.words.lettering.note(f"{label}\u2002", language, style.bold, style.italic, item.origin)

    # Languages side by side --------------------------------------------------------------------------

    def _parallel_row(self, row: ParallelRow, block: Parallel, place: Place) -> Html:
        """Return languages side by side; lists of the same length have their items level with each other."""
        count, gap = len(block.languages), self.stylesheet.page.column_gap
        width = (place.width - gap * (count - 1)) / count
        before = max(space_before(cell, self.stylesheet) for cell in row.cells)
        after = max(space_after(cell, self.stylesheet) for cell in row.cells)
        margin = self.rules.class_of(f"margin:{rem(before)} 0 {rem(after)}")
        columns = self.rules.class_of(f"--columns:{count}")
        cells = zip(block.languages, self._cells(row, block.languages, width), strict=True)
        made = (element("div", cell, lang=other_language(code, place)) for code, cell in cells)
        level = "level" if _lists(row) else None
        return element("div", *made, class_=joined_classes("parallel", columns, margin, level))

    def _cells(self, row: ParallelRow, languages: Sequence[str], width: float) -> Iterator[Html]:
        lists = _lists(row)
        rows = self.rules.class_of(f"--items:{len(lists[0].items)}") if lists else None
        for number, (language, cell) in enumerate(zip(languages, row.cells, strict=True)):
            place = Place(language, width)
            yield self.list(lists[number], place, rows=rows) if lists else self.blocks(cell, place)

    # What stands apart -------------------------------------------------------------------------------

    def _aside(self, block: Aside, place: Place) -> Html:
        style = self.stylesheet.aside[block.style]
        inner = place._replace(width=place.width - 2 * style.padding_horizontal)
        return element(
            "div", self.blocks(block.blocks, inner), class_=class_name("a", block.style), role="note"
        )

    def _figure(self, block: Figure, place: Place) -> Html:
        inner = Place(block.language, place.width)
        caption = self.blocks(block.caption, inner)
        return element(
            "figure",
            self.figures.picture(block, place.width, self.words.lettering),
            element("figcaption", caption) if caption else "",
            id=block.anchor,
            lang=other_language(block.language, place),
        )

    def _contents(self, block: Contents, place: Place) -> Html:
        entries = (self._entry(entry, block) for entry in block.entries)
        listed = element("ol", *entries)
        return element("nav", listed, class_="contents", lang=other_language(block.language, place))

    def _entry(self, entry: ContentsEntry, block: Contents) -> Html:
        style = f"contents-{entry.level}"
        words = self.words.content(Paragraph(entry.inlines, entry.language, style, block.origin))
        return element(
            "li",
            element("a", words, href=fragment(entry.target)),
            class_=class_name("p", style),
            lang=entry.language if entry.language != block.language else None,
        )

    def footnotes(self, notes: Sequence[Footnote], place: Place) -> Html:
        """Return notes as what stands at the end of a section; their numbers lead back to the text."""
        return (
            element("div", *(self._footnote(note, place) for note in notes), class_="notes") if notes else ""
        )

    def _footnote(self, note: Footnote, place: Place) -> Html:
        paragraph = note.paragraph
        number = Run(str(note.number), paragraph.language)
        words = Paragraph((number,), paragraph.language, paragraph.style, paragraph.origin)
        back = element(
            "a",
            self.words.content(words),
            href=fragment(footnote_reference_anchor(note)),
            role="doc-backlink",
            class_="number",
        )
        return element(
            "p",
            back,
            self.words.content(paragraph),
            id=footnote_anchor(note),
            class_=joined_classes(class_name("p", paragraph.style), paragraph.mark, "note"),
            role="doc-footnote",
            lang=other_language(paragraph.language, place),
        )


def other_language(language: str, place: Place) -> str | None:
    """Return a language if it is not that of its place."""
    return language if language != place.language else None


def _lists(row: ParallelRow) -> Sequence[List]:
    """Return the lists of a row whose every cell is one list, all of the same length; else none."""
    lists = [cell[0] for cell in row.cells if len(cell) == 1 and isinstance(cell[0], List)]
    same = len(lists) == len(row.cells) and len({len(each.items) for each in lists}) == 1
    return lists if same and lists[0].items else []
