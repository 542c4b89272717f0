"""Sections become sheets: running heads, the body, its footnotes; and rules for their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planreports.document.nodes import (
    Aside,
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    List,
    Paragraph,
    Parallel,
    Section,
    Table,
)
from planreports.writers.html.blocks import BlockWriter, Place
from planreports.writers.html.markup import Html, element
from planreports.writers.html.paper import PageRules
from planreports.writers.html.running import has_page_fields, without_page_fields

Titles = Mapping[int, Sequence[Inline]]
"""The words of headings by their level."""


@dataclass(slots=True)
class SectionWriter:
    """Writes the sections of one document; `page_rules` gathers the rules of their pages."""

    document: Document
    writer: BlockWriter
    page_rules: list[str] = field(default_factory=list)
    _titles: Titles = field(default_factory=dict)

    def sections(self) -> Html:
        """Return the elements of all sections."""
        return "".join(self._section(each, number) for number, each in enumerate(self.document.sections, 1))

    def _section(self, section: Section, number: int) -> Html:
        headings = [each for each in blocks_within(section.blocks) if isinstance(each, Heading)]
        self.writer.words.titles = {**self._titles, **_first_of_each(headings)}
        head = section.header if section.first_header is None else section.first_header
        in_flow = number == 1 and not has_page_fields(head)
        rules = PageRules(section, f"s{number}", self.writer.words.lettering, self._printed_titles(headings))
        self.page_rules += rules.css()
        if number == 1:
            self.page_rules.append(rules.first_page(head_in_flow=in_flow))
        place = Place(self.document.language, rules.paper.text_width)
        made = self._sheet(section, head, place, head_class=None if in_flow else "screen")
        self._titles = {**self._titles, **{each.level: each.inlines for each in headings}}
        return element("section", *made, class_=f"sheet {rules.name}")

    def _sheet(
        self, section: Section, head: Sequence[Block], place: Place, *, head_class: str | None
    ) -> Iterator[Html]:
        yield self._running("header", head, place, head_class)
        yield self.writer.blocks(section.blocks, place)
        notes = list(self.writer.words.notes)
        self.writer.words.notes.clear()
        yield self.writer.footnotes(notes, place)
        yield self._running("footer", section.footer, place, None)

    def _running(self, name: str, blocks: Sequence[Block], place: Place, class_: str | None) -> Html:
        content = self.writer.blocks(without_page_fields(blocks), place)
        return element(name, content, class_=class_) if content else ""

    def _printed_titles(self, headings: Sequence[Heading]) -> Titles:
        """Return the words for all pages of a section: of a level that it has no two headings of."""
        counts = Counter(each.level for each in headings)
        own = {each.level: each.inlines for each in headings if counts[each.level] == 1}
        return {**{level: words for level, words in self._titles.items() if level not in counts}, **own}


def _first_of_each(headings: Iterable[Heading]) -> Titles:
    return {each.level: each.inlines for each in reversed(list(headings))}


def blocks_within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, and the blocks inside them, in order."""
    for block in blocks:
        yield block
        for inner in _parts(block):
            yield from blocks_within(inner)


def _parts(block: Block) -> Iterable[Sequence[Block]]:
    """Return what a block holds: the blocks of each of its items, cells or sides."""
    match block:
        case List():
            return [item.blocks for item in block.items]
        case Table():
            return [cell.blocks for row in (*block.head, *block.body) for cell in row.cells]
        case Parallel():
            return [cell for row in block.rows for cell in row.cells]
        case Aside():
            return [block.blocks]
        case Figure():
            return [block.caption]
    return []


def anchored_words(document: Document) -> dict[str, Sequence[Inline]]:
    """Return, by anchor, the words of what has one: a heading's, a paragraph's, a figure's caption."""
    found: dict[str, Sequence[Inline]] = {}
    for section in document.sections:
        for block in blocks_within(section.blocks):
            if isinstance(block, Paragraph | Heading | Figure) and block.anchor:
                found[block.anchor] = _words(block)
    return found


def _words(block: Paragraph | Heading | Figure) -> Sequence[Inline]:
    if not isinstance(block, Figure):
        return block.inlines
    caption = (each for each in block.caption if isinstance(each, Paragraph))
    return next((each.inlines for each in caption), ())
