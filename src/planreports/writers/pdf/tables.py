"""A table becomes slabs: a composite a row, its header rows repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple, Protocol

from planreports.document.nodes import Block, Cell, Row, Table
from planreports.document.styles import Alignment, Stylesheet, TableStyle
from planreports.writers.pdf.columns import ContentWidths, column_widths
from planreports.writers.pdf.decimals import DecimalColumns
from planreports.writers.pdf.grid import GridCell, GridRow, grid
from planreports.writers.pdf.measures import MILLIMETRE
from planreports.writers.pdf.paragraphs import ParagraphLayout
from planreports.writers.pdf.parting import joined, joining
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.plain_cells import PlainCell, PlainCells, PlainLook, plain_cell
from planreports.writers.pdf.ruling import RowPlace, Ruling
from planreports.writers.pdf.slabs import AnySlab, Composite, Slab, SlabColumn, stack_height
from planreports.writers.pdf.structure import cell_attributes

_PARTS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""How much of the space that a cell has to spare stands above its words."""

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
    edges = tuple(accumulate(widths, initial=place.x))
    ruling = Ruling.of(table, layout.stylesheet, edges)
    setting = _TableSetting(table, style, edges, layout, content.decimals, ruling)
    head = setting.rows(table.head, _part(table, "THead", inner), is_head=True)
    again = inner._replace(parent=None)
    continued = layout.slabs(table.continued, again.inset(style.padding_horizontal))
    setting.repeat = _repeated((*continued, *setting.rows(table.head, again, is_head=True)))
    body = setting.rows(table.body, _part(table, "TBody", inner), is_head=False)
    rows = [*(replace(row, keep_with_next=True) for row in head), *_last_two_together(body)]
    return _spaced(rows, style)


def cell_inside(edges: Sequence[float], start: int, stop: int, style: TableStyle) -> tuple[float, float]:
    """Return the left edge and the width of a cell's content, in points; it reaches over some columns."""
    whole = edges[stop] - edges[start]
    padding = min(style.padding_horizontal, whole / 4)
    left = 0.0 if style.flush and start == 0 else padding
    right = 0.0 if style.flush and stop == len(edges) - 1 else padding
    return edges[start] + left, max(whole - left - right, 1.0)


def _part(table: Table, tag: str, place: Place) -> Place:
    """Return the column of a part of a table (ISO 32000-1, 14.8.4.3.4), if it has a head and a body."""
    is_parted = table.head and table.body and not table.presentation
    return place.below(tag, place.language) if is_parted else place


def _repeated(slabs: Sequence[AnySlab]) -> tuple[AnySlab, ...]:
    """Return what stands above rows that begin a page, as one slab."""
    return (Composite((SlabColumn(tuple(slabs)),), keep_with_next=True, whole=True),) if slabs else ()


def _last_two_together(body: list[Composite]) -> list[Composite]:
    """Return rows of which the last never stands alone on a page, unless it is tall."""
    if len(body) < 2 or body[-1].height > _TALL:
        return body
    return [*body[:-2], replace(body[-2], keep_with_next=True), body[-1]]


def _lowered_by(height: float, slabs: tuple[AnySlab, ...]) -> tuple[AnySlab, ...]:
    """Return slabs below some empty space, in points."""
    if height <= 0:
        return slabs
    first = slabs[0]
    first = replace(first, before=0.0)
    return (Slab(height, keep_with_next=True), first, *slabs[1:])


def _spaced(rows: list[Composite], style: TableStyle) -> list[AnySlab]:
    if rows:
        rows[0] = replace(rows[0], before=style.space_before)
        rows[-1] = replace(rows[-1], after=style.space_after)
    return [*rows]


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
    ruling: Ruling
    repeat: tuple[AnySlab, ...] = ()
    _lowered: Mapping[str, float] = field(init=False)
    _columns: dict[tuple[int, int, str | None, int, str | None], _CellColumn] = field(default_factory=dict)
    _plain: dict[tuple[int, int, PlainLook], PlainCells | None] = field(default_factory=dict)
    _latest: dict[tuple[int, int], PlainCells] = field(default_factory=dict)

    def __post_init__(self) -> None:
        styles = self.layout.stylesheet.cell
        self._lowered = {
            name: _PARTS[style.vertical] for name, style in styles.items() if _PARTS[style.vertical]
        }

    def rows(self, rows: Sequence[Row], place: Place, *, is_head: bool) -> list[Composite]:
        """Return the rows; those that cells join, by reaching over several, as one."""
        made: list[Composite] = []
        group: list[tuple[Composite, GridRow]] = []
        for number, (row, places) in enumerate(zip(rows, grid(rows, len(self.edges) - 1), strict=True)):
            where = RowPlace(number == 0, number == len(rows) - 1, is_head)
            group.append((self._row(row, places, place, where), places))
            if places.continuing:
                continue
            slab = self._together(group)
            made.append(replace(slab, keep_with_next=True, loose=True) if row.together else slab)
            group = []
        return made

    def _together(self, group: Sequence[tuple[Composite, GridRow]]) -> Composite:
        """Return rows that cells join as one slab, with words in the middle or at the foot of cells."""
        rows: Sequence[Composite] = [row for row, _ in group]
        if len(rows) > 1:
            rows = joined(rows)
        if self._lowered and any(cell.cell.style for _, places in group for cell in places.cells):
            rows = [
                self._with_lowered(row, places, rows[number:])
                for number, (row, places) in enumerate(
                    zip(rows, [places for _, places in group], strict=True)
                )
            ]
        return joining(rows) if len(rows) > 1 else rows[0]

    def _with_lowered(self, row: Composite, places: GridRow, below: Sequence[Composite]) -> Composite:
        """Return a row whose cells' words are lowered as their styles ask; `below` begins with the row."""
        columns = list(row.columns)
        for number, cell in enumerate(places.cells):
            part = self._lowered.get(cell.cell.style or "")
            column = columns[number]
            if part and column.slabs:
                height = sum(each.height for each in below[: column.rows]) - 2 * row.padding
                free = part * (height - stack_height(column.slabs))
                columns[number] = replace(column, slabs=_lowered_by(free, column.slabs))
        return replace(row, columns=tuple(columns))

    def _row(self, row: Row, places: GridRow, place: Place, where: RowPlace) -> Composite:
        inner = place if self.table.presentation else place.below("TR", place.language)
        return Composite(
            tuple([self._column(cell, inner) for cell in places.cells]),
            padding=self.style.padding_vertical,
            whole=self.style.whole_rows or self.layout.rows_are_whole,
            repeat=self.repeat,
            decorate=self.ruling.row(row, places, where),
            least=row.height * MILLIMETRE,
        )

    def _column(self, cell: GridCell, place: Place) -> SlabColumn:
        plain = plain_cell(cell.cell)
        alike = self._alike(cell, plain, place) if plain else None
        if plain and alike:
            return SlabColumn((alike.slab(plain, place.parent),), cell.cell.row_span, cell.start)
        slabs = tuple(self.layout.slabs(cell.cell.blocks, self._cell_place(cell, place)))
        return SlabColumn(slabs, cell.cell.row_span, cell.start)

    def _alike(self, cell: GridCell, plain: PlainCell, row: Place) -> PlainCells | None:
        """Return what makes the slabs of cells that stand and look like a plain one; mostly the latest."""
        columns = cell.start, cell.stop
        latest = self._latest.get(columns)
        if latest is not None and latest.first.is_like(plain):
            return latest
        key = *columns, plain.look()
        if key not in self._plain:
            self._plain[key] = self._plain_cells(cell, plain, row)
        found = self._plain[key]
        if found is not None:
            self._latest[columns] = found
        return found

    def _plain_cells(self, cell: GridCell, plain: PlainCell, row: Place) -> PlainCells | None:
        x, width, tag, attributes, align = self._cell_column(cell)
        place = Place(x, width, None, row.language, align, is_cell=True, foot=row.foot)
        own_tag = None if self.table.presentation else tag
        return PlainCells.of(plain, place, own_tag, attributes, self.layout.paragraphs)

    def _cell_place(self, cell: GridCell, row: Place) -> Place:
        x, width, tag, attributes, align = self._cell_column(cell)
        element = row.parent
        if element is not None and not self.table.presentation:
            element = element.child(tag, None, attributes)
        if cell.cell.style and self.decimals.is_decimal(cell.cell):
            width -= self.decimals.inset(cell.start, cell.cell)
        return Place(x, width, element, row.language, align, True, row.foot)

    def _cell_column(self, place: GridCell) -> _CellColumn:
        cell, start, stop = place.cell, place.start, place.stop
        key = start, stop, cell.scope, cell.row_span, cell.style
        column = self._columns.get(key)
        if column is None:
            x, width = cell_inside(self.edges, start, stop, self.style)
            attributes = cell_attributes(cell.scope, cell.column_span, cell.row_span)
            column = self._columns[key] = _CellColumn(
                x,
                width,
                "TH" if cell.scope else "TD",
                attributes,
                self._align(cell),
            )
        return column

    def _align(self, cell: Cell) -> Alignment | None:
        style = self.layout.stylesheet.cell.get(cell.style) if cell.style else None
        align = style.align if style else None
        return "right" if align == "decimal" else align
