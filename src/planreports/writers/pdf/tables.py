"""A table becomes slabs: a composite a row, its header rows repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple, Protocol

from planreports.document.nodes import Block, Cell, Row, Table
from planreports.document.styles import Alignment, Stylesheet, TableStyle
from planreports.document.styles import Line as RuleStyle
from planreports.writers.pdf.columns import ContentWidths, column_widths
from planreports.writers.pdf.decimals import DecimalColumns
from planreports.writers.pdf.drawing import Box
from planreports.writers.pdf.grid import GridCell, GridRow, grid
from planreports.writers.pdf.paragraphs import ParagraphLayout
from planreports.writers.pdf.parting import joining
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import AnySlab, Composite, Decorate, SlabColumn
from planreports.writers.pdf.structure import cell_attributes

_NOWHERE = frozenset[int]()

_TALL = 60.0
"""A row of this height, in points, may stand alone below a table's head."""


class BlocksLayout(Protocol):
    """What lays out the blocks of a cell; blocks hold tables, and tables hold blocks."""

    @property
    def stylesheet(self) -> Stylesheet:
        """Return the look."""

    @property
    def paragraphs(self) -> ParagraphLayout:
        """Return what lays paragraphs out."""

    @property
    def rows_are_whole(self) -> bool:
        """Return whether rows move to the next page rather than part."""

    def slabs(self, blocks: Iterable[Block], place: Place) -> list[AnySlab]:
        """Return the slabs of blocks in a column."""


def table_slabs(table: Table, place: Place, layout: BlocksLayout) -> list[AnySlab]:
    """Return the slabs of a table: a composite a row; header rows are drawn again on every page."""
    style = layout.stylesheet.table[table.style]
    content = ContentWidths.of(table, layout.stylesheet, layout.paragraphs)
    widths = column_widths(table, style, place.width, content)
    inner = place if table.presentation else place.below("Table", table.language)
    setting = _TableSetting(
        table, style, tuple(accumulate(widths, initial=place.x)), layout, content.decimals
    )
    head = setting.rows(table.head, inner, is_head=True)
    again = inner._replace(parent=None)
    continued = layout.slabs(table.continued, again.inset(style.padding_horizontal))
    setting.repeat = _repeated((*continued, *setting.rows(table.head, again, is_head=True)))
    body = setting.rows(table.body, inner, is_head=False)
    rows = [*(replace(row, keep_with_next=True) for row in head), *_last_two_together(body)]
    return _spaced(rows, style)


def _repeated(slabs: Sequence[AnySlab]) -> tuple[AnySlab, ...]:
    """Return what stands above rows that begin a page, as one slab."""
    return (Composite((SlabColumn(tuple(slabs)),), keep_with_next=True, whole=True),) if slabs else ()


def _last_two_together(body: list[Composite]) -> list[Composite]:
    """Return rows of which the last never stands alone on a page, unless it is tall."""
    if len(body) < 2 or body[-1].height > _TALL:
        return body
    return [*body[:-2], replace(body[-2], keep_with_next=True), body[-1]]


def _spaced(rows: list[Composite], style: TableStyle) -> list[AnySlab]:
    if rows:
        rows[0] = replace(rows[0], before=style.space_before)
        rows[-1] = replace(rows[-1], after=style.space_after)
    return [*rows]


class _Part(NamedTuple):
    """Where a row stands in its part of the table."""

    is_first: bool
    is_last: bool
    is_head: bool


@dataclass(frozen=True, slots=True)
class _RowDecoration:
    """A row's tints, as tall as it is, and the rules on its upper and its lower edge."""

    fills: tuple[Box, ...]
    above: tuple[Box, ...]
    below: tuple[Box, ...]

    def __call__(self, height: float) -> list[Box]:
        """Return the boxes of a row of some height."""
        return [
            *(box._replace(height=height) for box in self.fills),
            *self.above,
            *(box._replace(y=box.y + height) for box in self.below),
        ]


class _CellColumn(NamedTuple):
    """The inside of a cell, without its padding, in points; how it is tagged and aligned.

    Cells that stand alike in their rows share it.
    """

    x: float
    width: float
    tag: str
    attributes: str | None
    align: Alignment | None


@dataclass
class _TableSetting:
    """The layout of a table's rows; `edges` are its columns', `repeat` stands above them on every page."""

    table: Table
    style: TableStyle
    edges: tuple[float, ...]
    layout: BlocksLayout
    decimals: DecimalColumns
    repeat: tuple[AnySlab, ...] = ()
    _columns: dict[tuple[int, int, str | None, int, str | None], _CellColumn] = field(default_factory=dict)

    def rows(self, rows: Sequence[Row], place: Place, *, is_head: bool) -> list[Composite]:
        """Return the rows; those that cells join, by reaching over several, as one."""
        made: list[Composite] = []
        joined: list[Composite] = []
        for number, (row, places) in enumerate(zip(rows, grid(rows, len(self.edges) - 1), strict=True)):
            part = _Part(number == 0, number == len(rows) - 1, is_head)
            joined.append(self._row(row, places, place, part))
            if places.continuing:
                continue
            slab = joining(joined) if len(joined) > 1 else joined[0]
            made.append(replace(slab, keep_with_next=True, loose=True) if row.together else slab)
            joined = []
        return made

    def _row(self, row: Row, places: GridRow, place: Place, part: _Part) -> Composite:
        inner = place if self.table.presentation else place.below("TR", place.language)
        return Composite(
            tuple([self._column(cell, inner) for cell in places.cells]),
            padding=self.style.padding_vertical,
            whole=self.layout.rows_are_whole,
            repeat=self.repeat,
            decorate=self._decoration(row, places, part),
        )

    def _column(self, cell: GridCell, place: Place) -> SlabColumn:
        slabs = tuple(self.layout.slabs(cell.cell.blocks, self._cell_place(cell, place)))
        return SlabColumn(slabs, cell.cell.row_span, cell.start)

    def _cell_place(self, cell: GridCell, row: Place) -> Place:
        x, width, tag, attributes, align = self._cell_column(cell)
        element = row.parent
        if element is not None and not self.table.presentation:
            element = element.child(tag, None, attributes)
        if cell.cell.style and self.decimals.is_decimal(cell.cell):
            width -= self.decimals.inset(cell.start, cell.cell)
        return Place(x, width, element, row.language, align, True, row.foot)

    def _cell_column(self, place: GridCell) -> _CellColumn:
        cell, start, stop = place
        key = start, stop, cell.scope, cell.row_span, cell.style
        column = self._columns.get(key)
        if column is None:
            whole, flush = self.edges[stop] - self.edges[start], self.style.flush
            padding = min(self.style.padding_horizontal, whole / 4)
            left = 0.0 if flush and start == 0 else padding
            right = 0.0 if flush and stop == len(self.edges) - 1 else padding
            width = whole - left - right
            attributes = cell_attributes(cell.scope, cell.column_span, cell.row_span)
            column = self._columns[key] = _CellColumn(
                self.edges[start] + left,
                max(width, 1.0),
                "TH" if cell.scope else "TD",
                attributes,
                self._align(cell),
            )
        return column

    def _align(self, cell: Cell) -> Alignment | None:
        style = self.layout.stylesheet.cell.get(cell.style) if cell.style else None
        align = style.align if style else None
        return "right" if align == "decimal" else align

    def _decoration(self, row: Row, places: GridRow, part: _Part) -> Decorate:
        """Return what draws a row's tints, the rule above the table, and the rule below the row."""
        style = self.style
        above = style.rule_top if part.is_first and (part.is_head or not self.table.head) else None
        below = (style.rule_head if part.is_last else None) if part.is_head else style.rule_row
        around = _NOWHERE if part.is_head else places.continuing
        return _RowDecoration(
            tuple(self._fills(row, places)),
            tuple(self._rules(above, _NOWHERE)),
            tuple(self._rules(below, around)),
        )

    def _fills(self, row: Row, places: GridRow) -> Iterator[Box]:
        sheet, edges = self.layout.stylesheet, self.edges
        if row.style and (fill := sheet.row[row.style].fill):
            yield Box(edges[0], 0.0, edges[-1] - edges[0], 0.0, sheet.colour(fill))
        for cell in places.cells:
            if cell.cell.style and (fill := sheet.cell[cell.cell.style].fill):
                width = edges[cell.stop] - edges[cell.start]
                yield Box(edges[cell.start], 0.0, width, 0.0, sheet.colour(fill))

    def _rules(self, rule: RuleStyle | None, continuing: frozenset[int]) -> Iterator[Box]:
        """Yield a rule across the table, centred on the row's edge: not through cells that go on."""
        if rule:
            colour = self.layout.stylesheet.colour(rule.colour)
            for x, width in self._stretches(continuing):
                yield Box(x, -rule.width / 2, width, rule.width, colour)

    def _stretches(self, continuing: frozenset[int]) -> Iterator[tuple[float, float]]:
        edges = self.edges
        if not continuing:
            yield edges[0], edges[-1] - edges[0]
            return
        for number in range(len(edges) - 1):
            if number not in continuing:
                yield edges[number], edges[number + 1] - edges[number]
