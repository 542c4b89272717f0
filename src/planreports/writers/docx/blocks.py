"""Blocks become the paragraphs and tables of a part: the body, a header, or a footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from docx.opc.part import Part

from planreports.document.nodes import (
    Aside,
    Block,
    Contents,
    Figure,
    Footnote,
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
from planreports.writers.docx.contents import contents
from planreports.writers.docx.figures import figure
from planreports.writers.docx.numbering import Numbering
from planreports.writers.docx.pictures import Pictures
from planreports.writers.docx.place import Place
from planreports.writers.docx.references import References
from planreports.writers.docx.runs import RunWriter
from planreports.writers.docx.styles import GAP_STYLE, StyleKey, Styles
from planreports.writers.docx.xml import Xml, colour_value, element, twips


class _Look(NamedTuple):
    """All that a paragraph's properties depend on, but its numbering."""

    key: StyleKey
    align: str | None
    starts_page: bool
    kept: bool
    decimal_tab: int | None


class Shared(NamedTuple):
    """What all parts of one package share."""

    styles: Styles
    numbering: Numbering
    references: References
    pictures: Pictures
    footnotes: list[Footnote]


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks into one part of the package."""

    stylesheet: Stylesheet
    shared: Shared
    run_writer: RunWriter
    _properties: dict[_Look, Xml] = field(default_factory=dict)

    @classmethod
    def of(cls, stylesheet: Stylesheet, shared: Shared, part: Part) -> BlockWriter:
        """Return the writer of a part."""
        return cls(stylesheet, shared, RunWriter(stylesheet, part, shared.references, shared.footnotes))

    def content(self, blocks: Iterable[Block], place: Place) -> list[Xml]:
        """Return blocks as what a cell or the body holds: tables parted, and a paragraph at the end."""
        made: list[Xml] = []
        for each in self.blocks(blocks, place):
            if made and _is_table(each) and _is_table(made[-1]):
                made.append(gap())
            made.append(each)
        if not made or _is_table(made[-1]):
            made.append(gap())
        return made

    def blocks(self, blocks: Iterable[Block], place: Place) -> Iterator[Xml]:
        """Yield blocks as paragraphs and tables."""
        for block in blocks:
            if isinstance(block, PageBreak):
                place = place._replace(starts_page=True)
                continue
            yield from self._block(block, place)
            if place.starts_page:
                place = place._replace(starts_page=False)

    def _block(self, block: Block, place: Place) -> Iterator[Xml]:
        match block:
            case Paragraph() | Heading():
                yield self.paragraph(block, place)
            case List():
                yield from self._list(block, place)
            case Table():
                yield from _page_start(place)
                yield tables.table(block, place._replace(starts_page=False), self)
            case Figure():
                yield from figure(block, place, self)
            case Contents():
                yield from contents(block, place, self)
            case Aside():
                yield from self.blocks(block.blocks, place._replace(aside=block.style))
            case Parallel():
                yield from _page_start(place)
                yield tables.parallel(block, place._replace(starts_page=False), self)
            case Rule():
                yield self._rule()
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def paragraph(self, block: Paragraph | Heading, place: Place) -> Xml:
        """Return a paragraph; a language in it that needs higher lines chooses the style's variant."""
        return self.paragraph_of(block, "".join(self.run_writer.runs(block)), place)

    def paragraph_of(self, block: Paragraph | Heading, content: Xml, place: Place) -> Xml:
        """Return a paragraph that looks as `block` does and holds `content`."""
        if block.anchor is not None:
            content = self.run_writer.references.bookmarked(block.anchor, content)
        return f"<w:p>{self._common(block, place)}{content}</w:p>"

    def _common(self, block: Paragraph | Heading, place: Place) -> Xml:
        look = self._look(block, place)
        properties = self._properties.get(look)
        if properties is None:
            properties = self._properties[look] = self._made_properties(look)
        return properties

    def _look(self, block: Paragraph | Heading, place: Place) -> _Look:
        mark = block.mark if isinstance(block, Paragraph) else None
        key = StyleKey(block.style, self._tallest_language(block), mark, place.in_cell, place.aside)
        return _Look(key, place.align, place.starts_page, place.kept, place.decimal_tab)

    def _made_properties(self, look: _Look, numbering: Xml | None = None, indent: Xml | None = None) -> Xml:
        """Return a paragraph's properties, in the schema's order (17.3.1.26)."""
        return element(
            "pPr",
            element("pStyle", val=self.shared.styles.paragraph(look.key)),
            element("keepNext") if look.kept else None,
            element("pageBreakBefore") if look.starts_page else None,
            numbering,
            _decimal_tab(look.decimal_tab),
            indent,
            element("jc", val=look.align) if look.align else None,
        )

    def _tallest_language(self, block: Paragraph | Heading) -> str:
        """Return the paragraph's language, or another in it whose lines are higher at the same size."""
        own = block.language
        others = {each.language for each in block.inlines if isinstance(each, Run) and each.language != own}
        if not others:
            return own
        size = self._style(block, own).size
        same_size = [own, *(each for each in sorted(others) if self._style(block, each).size == size)]
        return max(same_size, key=lambda each: self._style(block, each).line_height)

    def _style(self, block: Paragraph | Heading, language: str) -> ParagraphStyle:
        return self.stylesheet.paragraph_style(block.style, language)

    def _list(self, block: List, place: Place) -> Iterator[Xml]:
        number = self.shared.numbering.number_id(block)
        place = place._replace(level=place.level + 1)
        for item in block.items:
            yield from self.item(item.blocks, number, place)
            place = place._replace(starts_page=False)

    def item(self, blocks: Sequence[Block], number: int, place: Place) -> Iterator[Xml]:
        """Yield an item's blocks; its first paragraph has the number or bullet, the others its indent."""
        numbering: Xml | None = element(
            "numPr", element("ilvl", val=place.level), element("numId", val=number)
        )
        for block in blocks:
            if isinstance(block, Paragraph | Heading):
                indent = self._item_indent(block, place, is_first=numbering is not None)
                properties = self._made_properties(self._look(block, place), numbering, indent)
                runs = "".join(self.run_writer.runs(block))
                yield f"<w:p>{properties}{self.run_writer.references.bookmarked(block.anchor, runs)}</w:p>"
                numbering = None
            else:
                yield from self._block(block, place)
            place = place._replace(starts_page=False)

    def _item_indent(self, block: Paragraph | Heading, place: Place, *, is_first: bool) -> Xml | None:
        """Return the indent of an item's paragraph, where it is not the numbering's own."""
        indent = twips(self.stylesheet.list.indent)
        mark = block.mark if isinstance(block, Paragraph) else None
        if mark and place.in_cell:
            look = self.stylesheet.mark[mark]
            left = indent * (place.level + 1) + twips(look.width + look.gap)
            return element("ind", left=left, hanging=indent if is_first else 0)
        return None if is_first else element("ind", left=indent * (place.level + 1))

    def list_rows(self, row: ParallelRow, place: Place) -> list[list[list[Xml]]]:
        """Return the cells of a parallel row: an item a row if every cell is a list of the same length."""
        lists = [cell[0] for cell in row.cells if len(cell) == 1 and isinstance(cell[0], List)]
        if len(lists) != len(row.cells) or len({len(each.items) for each in lists}) != 1:
            return [[self.content(cell, place) for cell in row.cells]]
        inner = place._replace(level=0)
        numbers = [self.shared.numbering.number_id(each) for each in lists]
        return [
            [list(self.item(item.blocks, number, inner)) for item, number in zip(items, numbers, strict=True)]
            for items in zip(*(each.items for each in lists), strict=True)
        ]

    def _rule(self) -> Xml:
        line = element(
            "bottom", val="single", sz=5, space=1, color=colour_value(self.stylesheet.colour("rule"))
        )
        style = element("pStyle", val=GAP_STYLE)
        return element(
            "p", element("pPr", style, element("pBdr", line), element("spacing", before=120, after=120))
        )


def _decimal_tab(position: int | None) -> Xml | None:
    """Return the tab that numbers in a cell align on without any tab character (17.3.1.37)."""
    if position is None:
        return None
    return element("tabs", element("tab", val="decimal", pos=position))


def gap(*, starts_page: bool = False) -> Xml:
    """Return the paragraph, a point high, that Word asks for between tables and after the last one."""
    page = element("pageBreakBefore") if starts_page else None
    return element("p", element("pPr", element("pStyle", val=GAP_STYLE), page))


def space(points: float, content: Xml = "") -> Xml:
    """Return a paragraph of some height: it parts running heads from the text, or holds what floats."""
    line = element("spacing", before=0, after=0, line=twips(points), lineRule="exact")
    return element("p", element("pPr", element("pStyle", val=GAP_STYLE), line), content)


def _page_start(place: Place) -> Iterator[Xml]:
    """Yield what a table needs before it to begin a page."""
    if place.starts_page:
        yield gap(starts_page=True)


def _is_table(made: Xml) -> bool:
    return made.startswith("<w:tbl>")
