"""Tables become Word tables: header rows repeated, rows not parted, cells merged, tinted and aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from planreports.document.forms import FormField
from planreports.document.nodes import Cell, Paragraph, Row, Run, Table
from planreports.document.styles import CellStyle, Stylesheet, TableStyle
from planreports.i18n.formats import decimal_part
from planreports.writers.docx.columns import column_widths
from planreports.writers.docx.place import Place
from planreports.writers.docx.style_names import table_style_id
from planreports.writers.docx.style_properties import ALIGNMENTS, border, margins, shading
from planreports.writers.docx.table_properties import table_of, width_of
from planreports.writers.docx.xml import Xml, element, twips

if TYPE_CHECKING:
    from planreports.writers.docx.blocks import BlockWriter

_MILLIMETRE = 1440 / 25.4

ANSWER = "field-answer"
"""The style of a paragraph that an answer is written in."""

_FIGURE = 0.572
"""The width of a figure as part of its size, in Noto Sans and nearly so in others."""


def table(block: Table, place: Place, writer: BlockWriter) -> Xml:
    """Return a table: header rows repeated, rows not parted, widths in the grid and in every cell."""
    style = writer.stylesheet.table[block.style]
    widths = column_widths(block, place.width, writer.shared.measures)
    setting = _TableSetting(block, style, widths, place, writer)
    rows = [*setting.rows(block.head, is_head=True), *_body(block, setting, writer)]
    return table_of(
        table_style_id(block.style),
        widths,
        rows,
        has_head=bool(block.head),
        has_row_heads=_has_row_heads(block),
    )


def _body(block: Table, setting: _TableSetting, writer: BlockWriter) -> Iterator[Xml]:
    """Yield the rows of a table's body; those of a list, which may get more, in one control."""
    rows = zip(block.body, setting.rows(block.body, is_head=False), strict=True)
    for name, group in groupby(rows, key=lambda each: each[0].entry_of):
        made = [row for _, row in group]
        if name is None:
            yield from made
        else:
            yield writer.shared.controls.entries(name, made)


def _height(row: Row) -> Xml | None:
    """Return the height that a row has at least (17.4.80)."""
    height = round(row.height * _MILLIMETRE)
    return element("trHeight", val=height, hRule="atLeast") if height else None


def _has_lines(row: Row) -> bool:
    """Return whether an answer in a row may become longer than a page."""
    return any(cell.field is not None and cell.field.kind == "lines" for cell in row.cells)


def _has_row_heads(block: Table) -> bool:
    """Return whether every row of a table begins with the head of the row."""
    first = [row.cells[0].scope for row in block.body if len(row.cells) == len(block.columns)]
    return bool(first) and all(scope == "row" for scope in first)


class _Slot(NamedTuple):
    """What stands in a row from one grid column on: a cell, or the continuation of one from above."""

    start: int
    span: int
    cell: Cell
    continues: bool


class _RowLook(NamedTuple):
    """What a row says of its cells; `rules` are those of head rows that the table's style cannot draw."""

    style: str | None
    kept: bool
    starts_page: bool
    rules: Xml | None


_CellKey = tuple[int, int, bool, bool, str | None, _RowLook]


@dataclass(slots=True)
class _TableSetting:
    """The writing of one table's rows."""

    block: Table
    style: TableStyle
    widths: Sequence[int]
    place: Place
    writer: BlockWriter
    _cells: dict[_CellKey, tuple[Xml, Place]] = field(default_factory=dict)

    def rows(self, rows: Sequence[Row], *, is_head: bool) -> Iterator[Xml]:
        """Yield the rows, none parted; head rows stay with the next, and the last never stands alone."""
        head = element("tblHeader") if is_head else None
        whole = element("cantSplit")
        plain = element("trPr", whole, head)
        last = len(rows) - 1
        starts_page = self.place.starts_page and (is_head or not self.block.head)
        for number, (row, slots) in enumerate(zip(rows, _slots(rows, len(self.widths)), strict=True)):
            kept = is_head or row.together or number == last - 1
            rules = self._head_rules(number, last) if is_head and last else None
            look = _RowLook(row.style, kept, starts_page and number == 0, rules)
            cells = "".join([self._cell(slot, look) for slot in slots])
            height = _height(row) if row.height else None
            kept_whole = None if _has_lines(row) else whole
            properties = element("trPr", kept_whole, height, head) if height else plain
            yield f"<w:tr>{properties}{cells}</w:tr>"

    def _head_rules(self, number: int, last: int) -> Xml | None:
        """Return the rules of one of several head rows: one above the first, one below the last."""
        colour = self.writer.stylesheet.colour
        above = border("top", self.style.rule_top, 0, colour) if number == 0 else element("top", val="none")
        below = border("bottom", self.style.rule_head, 0, colour) if number == last else None
        return element("tcBorders", above, below or element("bottom", val="none"))

    def _cell(self, slot: _Slot, look: _RowLook) -> Xml:
        key = slot.start, slot.span, slot.cell.row_span > 1, slot.continues, slot.cell.style, look
        known = self._cells.get(key)
        if known is None:
            known = self._cells[key] = self._properties(slot, look), self._place(slot, look)
        properties, place = known
        if slot.cell.field and not slot.continues:
            return f"<w:tc>{properties}{self._answer(slot.cell.field, slot.cell, place)}</w:tc>"
        blocks = () if slot.continues else slot.cell.blocks
        return f"<w:tc>{properties}{''.join(self.writer.content(blocks, place))}</w:tc>"

    def _answer(self, field: FormField, cell: Cell, place: Place) -> Xml:
        """Return the paragraph of a field; a hint, where the cell holds one, is what asks for its answer."""
        paragraph = Paragraph((), self.block.language, ANSWER, cell.origin)
        return self.writer.paragraph_of(paragraph, self.writer.run_writer.answer(field, paragraph), place)

    def _place(self, slot: _Slot, look: _RowLook) -> Place:
        width = sum(self.widths[slot.start : slot.start + slot.span])
        inner = width - 2 * twips(self.style.padding_horizontal)
        align = self._align(slot.cell)
        starts_page = look.starts_page and slot.start == 0
        place = Place(inner, in_cell=True, kept=look.kept, starts_page=starts_page, before=0.0, after=0.0)
        if align == "decimal":
            return place._replace(decimal_tab=inner - self._decimal_room(slot.start))
        return place._replace(align=ALIGNMENTS[align] if align else None)

    def _properties(self, slot: _Slot, look: _RowLook) -> Xml:
        return element(
            "tcPr",
            width_of(sum(self.widths[slot.start : slot.start + slot.span])),
            element("gridSpan", val=slot.span) if slot.span > 1 else None,
            self._merge(slot),
            self._borders(slot.cell) or look.rules,
            self._fill(slot.cell, look.style),
            self._margins(slot),
            self._vertical(slot.cell),
        )

    def _style(self, cell: Cell) -> CellStyle | None:
        return self.writer.stylesheet.cell.get(cell.style) if cell.style else None

    def _borders(self, cell: Cell) -> Xml | None:
        """Return the border around a cell (17.4.66), instead of its table's rules."""
        style, colour = self._style(cell), self.writer.stylesheet.colour
        if style is None or style.border is None:
            return None
        sides = "top", "left", "bottom", "right"
        return element("tcBorders", *(border(side, style.border, 0, colour) for side in sides))

    def _vertical(self, cell: Cell) -> Xml | None:
        style = self._style(cell)
        if style is None or style.vertical == "top":
            return None
        return element("vAlign", val="center" if style.vertical == "middle" else "bottom")

    def _align(self, cell: Cell) -> str | None:
        style = self._style(cell)
        return style.align if style else None

    def _decimal_room(self, start: int) -> int:
        """Return how much room the longest decimal part in a column needs, in twips.

        It is reckoned with figures of common width: the writer does not know Word's fonts.
        """
        longest = 0.0
        for row, slots in zip(self.block.body, _slots(self.block.body, len(self.widths)), strict=True):
            for slot in slots:
                if slot.start == start and slot.cell in row.cells and self._align(slot.cell) == "decimal":
                    longest = max(longest, _decimal_width(slot.cell, self.writer.stylesheet))
        return twips(longest)

    @staticmethod
    def _merge(slot: _Slot) -> Xml | None:
        if slot.continues:
            return element("vMerge")
        return element("vMerge", val="restart") if slot.cell.row_span > 1 else None

    def _fill(self, cell: Cell, row_style: str | None) -> Xml | None:
        sheet = self.writer.stylesheet
        fill = (sheet.cell[cell.style].fill if cell.style else None) or (
            sheet.row[row_style].fill if row_style else None
        )
        return shading(sheet.colour(fill)) if fill else None

    def _margins(self, slot: _Slot) -> Xml | None:
        """Return what makes the outer cells of a flush table stand at the margin."""
        if not self.style.flush:
            return None
        sides = []
        if slot.start == 0:
            sides.append("left")
        if slot.start + slot.span == len(self.widths):
            sides.append("right")
        return margins("tcMar", ((side, 0) for side in sides)) if sides else None


def _decimal_width(cell: Cell, stylesheet: Stylesheet) -> float:
    """Return the width, in points, of what follows the decimal mark in a cell's first paragraph."""
    block = cell.blocks[0] if cell.blocks else None
    if not isinstance(block, Paragraph) or not isinstance(run := block.inlines[-1], Run):
        return 0.0
    size = stylesheet.paragraph_style(block.style, block.language).size
    return len(decimal_part(run.text, run.language)) * size * _FIGURE


def _slots(rows: Sequence[Row], columns: int) -> Iterator[list[_Slot]]:
    """Yield each row's slots from left to right; a cell of several rows goes on in those below it."""
    above: dict[int, tuple[_Slot, int]] = {}
    for row in rows:
        if not above and all(cell.column_span == cell.row_span == 1 for cell in row.cells):
            yield [_Slot(start, 1, cell, continues=False) for start, cell in enumerate(row.cells)]
            continue
        slots: list[_Slot] = []
        cells = iter(row.cells)
        column = 0
        below: dict[int, tuple[_Slot, int]] = {}
        while column < columns:
            if column in above:
                slot, left = above[column]
                slot = slot._replace(continues=True)
            elif (cell := next(cells, None)) is not None:
                slot, left = _Slot(column, cell.column_span, cell, continues=False), cell.row_span
            else:
                break
            slots.append(slot)
            if left > 1:
                below[column] = slot, left - 1
            column += slot.span
        above = below
        yield slots
