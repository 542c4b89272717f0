"""Blocks become the paragraphs and tables of a part: the body, a header, or a footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.part import Part

from planreports.document.nodes import (
    Aside,
    Block,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Parallel,
    ParallelRow,
    Rule,
    Run,
    Table,
)
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.writers.docx import tables
from planreports.writers.docx.numbering import Numbering
from planreports.writers.docx.place import Place
from planreports.writers.docx.runs import RunWriter
from planreports.writers.docx.styles import GAP_STYLE, StyleKey, Styles
from planreports.writers.docx.xml import Element, W, colour_value, element, twips


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes blocks into one part of the package."""

    stylesheet: Stylesheet
    styles: Styles
    numbering: Numbering
    part: Part

    def content(self, blocks: Iterable[Block], place: Place) -> list[Element]:
        """Return blocks as what a cell or the body holds: tables parted, and a paragraph at the end."""
        made: list[Element] = []
        for each in self._blocks(blocks, place):
            if made and _is_table(each) and _is_table(made[-1]):
                made.append(gap())
            made.append(each)
        if not made or _is_table(made[-1]):
            made.append(gap())
        return made

    def _blocks(self, blocks: Iterable[Block], place: Place) -> Iterator[Element]:
        breaks = False
        for block in blocks:
            if isinstance(block, PageBreak):
                breaks = True
                continue
            made = list(self._block(block, place))
            if breaks and made:
                _break_before(made)
                breaks = False
            yield from made

    def _block(self, block: Block, place: Place) -> Iterator[Element]:
        match block:
            case Paragraph() | Heading():
                yield self.paragraph(block, place)
            case List():
                yield from self._list(block, place)
            case Table():
                yield tables.table(block, place, self)
            case Aside():
                yield from self._blocks(block.blocks, replace(place, aside=block.style))
            case Parallel():
                yield tables.parallel(block, place, self)
            case Rule():
                yield self._rule()
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def paragraph(
        self, block: Paragraph | Heading, place: Place, numbering: Element | None = None
    ) -> Element:
        """Return a paragraph; a language in it that needs higher lines chooses the style's variant."""
        mark = block.mark if isinstance(block, Paragraph) else None
        language = self._tallest_language(block)
        key = StyleKey(block.style, language, mark, place.in_cell, place.aside)
        own = self.stylesheet.paragraph_style(block.style, block.language)
        properties = element(
            "pPr",
            element("pStyle", val=self.styles.paragraph(key)),
            numbering,
            element("jc", val=place.align) if place.align else None,
        )
        runs = RunWriter(self.stylesheet, self.part).runs(block.inlines, own, block.origin)
        return element("p", properties, *runs)

    def _tallest_language(self, block: Paragraph | Heading) -> str:
        """Return the paragraph's language, or another in it whose lines are higher at the same size."""
        languages = [block.language, *(each.language for each in block.inlines if isinstance(each, Run))]

        def height(language: str) -> float:
            return self._style(block, language).line_height

        own = self._style(block, block.language)
        same_size = [each for each in languages if self._style(block, each).size == own.size]
        return max(same_size, key=height)

    def _style(self, block: Paragraph | Heading, language: str) -> ParagraphStyle:
        return self.stylesheet.paragraph_style(block.style, language)

    def _list(self, block: List, place: Place) -> Iterator[Element]:
        level = place.level + 1
        number = self.numbering.number_id(block)
        for item in block.items:
            yield from self.item(item.blocks, number, replace(place, level=level))

    def item(self, blocks: Sequence[Block], number: int, place: Place) -> Iterator[Element]:
        """Yield an item's blocks; its first paragraph has the number or bullet, the others its indent."""
        numbering: Element | None = element(
            "numPr", element("ilvl", val=place.level), element("numId", val=number)
        )
        for block in blocks:
            if not isinstance(block, Paragraph | Heading):
                yield from self._block(block, place)
                continue
            made = self.paragraph(block, place, numbering)
            _insert_indent(made, self._item_indent(block, place, is_first=numbering is not None))
            numbering = None
            yield made

    def _item_indent(self, block: Paragraph | Heading, place: Place, *, is_first: bool) -> Element | None:
        """Return the indent of an item's paragraph, where it is not the numbering's own."""
        indent = twips(self.stylesheet.list.indent)
        mark = block.mark if isinstance(block, Paragraph) else None
        if mark and place.in_cell:
            look = self.stylesheet.mark[mark]
            left = indent * (place.level + 1) + twips(look.width + look.gap)
            return element("ind", left=left, hanging=indent if is_first else 0)
        return None if is_first else element("ind", left=indent * (place.level + 1))

    def list_rows(self, row: ParallelRow, place: Place) -> list[list[list[Element]]]:
        """Return the cells of a parallel row: an item a row if every cell is a list of the same length."""
        lists = [cell[0] for cell in row.cells if len(cell) == 1 and isinstance(cell[0], List)]
        if len(lists) != len(row.cells) or len({len(each.items) for each in lists}) != 1:
            return [[self.content(cell, place) for cell in row.cells]]
        inner = replace(place, level=0)
        numbers = [self.numbering.number_id(each) for each in lists]
        return [
            [list(self.item(item.blocks, number, inner)) for item, number in zip(items, numbers, strict=True)]
            for items in zip(*(each.items for each in lists), strict=True)
        ]

    def _rule(self) -> Element:
        line = element(
            "bottom", val="single", sz=5, space=1, color=colour_value(self.stylesheet.colour("rule"))
        )
        style = element("pStyle", val=GAP_STYLE)
        return element(
            "p", element("pPr", style, element("pBdr", line), element("spacing", before=120, after=120))
        )


def gap() -> Element:
    """Return the paragraph, a point high, that Word asks for between tables and after the last one."""
    return element("p", element("pPr", element("pStyle", val=GAP_STYLE)))


def _is_table(made: Element) -> bool:
    return made.tag == W + "tbl"


def _break_before(made: list[Element]) -> None:
    """Make the first of some elements begin a page; a table needs a paragraph before it for that."""
    if _is_table(made[0]):
        made.insert(0, gap())
    properties = made[0].find(W + "pPr")
    if properties is not None:
        properties.insert(1, element("pageBreakBefore"))


def _insert_indent(paragraph: Element, indent: Element | None) -> None:
    """Put an indent into a paragraph's properties, at its place in the schema's order (17.3.1.26)."""
    properties = paragraph.find(W + "pPr")
    if properties is not None and indent is not None:
        after = [child for child in properties if child.tag in (W + "pStyle", W + "numPr")]
        properties.insert(len(after), indent)
