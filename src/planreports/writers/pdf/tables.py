"""A table becomes slabs: a composite a row, its header rows repeated on every page, its columns measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from planreports.document.nodes import Block, Cell, Column, Heading, List, Paragraph, Row, Table
from planreports.document.styles import Line as RuleStyle
from planreports.document.styles import Stylesheet, TableStyle
from planreports.writers.pdf.drawing import Box
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import AnySlab, Composite, Decorate, SlabColumn, stack_height
from planreports.writers.pdf.structure import cell_attributes

MILLIMETRE = 72 / 25.4


class BlocksLayout(Protocol):
    """What lays out the blocks of a cell; blocks hold tables, and tables hold blocks."""

    @property
    def stylesheet(self) -> Stylesheet:
        """Return the look."""

    @property
    def typesetter(self) -> Typesetter:
        """Return what makes lines."""

    def slabs(self, blocks: Iterable[Block], place: Place) -> list[AnySlab]:
        """Return the slabs of blocks in a column."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell and the columns that it stands in, from `start` up to but not including `stop`."""

    cell: Cell
    start: int
    stop: int


def table_slabs(table: Table, place: Place, layout: BlocksLayout) -> list[AnySlab]:
    """Return the slabs of a table: a composite a row; header rows are drawn again on every page."""
    style = layout.stylesheet.table[table.style]
    widths = column_widths(table, style, place.width, layout)
    inner = place if table.presentation else place.below("Table", table.language)
    setting = _TableSetting(table, style, tuple(widths), layout)
    head = setting.rows(table.head, inner, is_head=True)
    again = setting.rows(table.head, replace(inner, parent=None), is_head=True)
    body = [replace(row, repeat=tuple(again)) for row in setting.rows(table.body, inner, is_head=False)]
    rows = [*(replace(row, keep_with_next=True) for row in head), *_last_two_together(body)]
    return _spaced(rows, style)


def _last_two_together(body: list[Composite]) -> list[Composite]:
    """Return rows of which the last never stands alone on a page."""
    return [*body[:-2], *(replace(row, keep_with_next=True) for row in body[-2:-1]), *body[-1:]]


def _spaced(rows: list[Composite], style: TableStyle) -> list[AnySlab]:
    if rows:
        rows[0] = replace(rows[0], before=style.space_before)
        rows[-1] = replace(rows[-1], after=style.space_after)
    return [*rows]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row's cells, and the columns that a cell goes on in below it."""

    cells: tuple[GridCell, ...]
    continuing: frozenset[int]


def grid(rows: Sequence[Row], columns: int) -> Iterator[GridRow]:
    """Yield each row with its cells' columns; a cell may reach down from a row above."""
    reaching = [0] * columns
    for row in rows:
        free = [place for place in range(columns) if not reaching[place]]
        reaching = [max(left - 1, 0) for left in reaching]
        cells = []
        for cell in row.cells:
            own, free = free[: cell.column_span], free[cell.column_span :]
            if own:
                cells.append(GridCell(cell, own[0], own[-1] + 1))
                reaching[own[0] : own[-1] + 1] = [cell.row_span - 1] * len(own)
        yield GridRow(tuple(cells), frozenset(place for place in range(columns) if reaching[place]))


@dataclass(frozen=True, slots=True)
class _TableSetting:
    """The layout of one table's rows."""

    table: Table
    style: TableStyle
    widths: tuple[float, ...]
    layout: BlocksLayout

    def rows(self, rows: Sequence[Row], place: Place, *, is_head: bool) -> list[Composite]:
        """Return the rows; the last row of a cell that reaches over several is tall enough for it."""
        made: list[Composite] = []
        spans: list[tuple[int, int, float]] = []
        for number, (row, places) in enumerate(zip(rows, grid(rows, len(self.widths)), strict=True)):
            inner = place if self.table.presentation else place.below("TR", place.language)
            columns = [self._column(cell, inner) for cell in places.cells]
            spans += self._spans(number, places, columns)
            composite = Composite(
                tuple(columns),
                padding=self.style.padding_vertical,
                whole=True,
                keep_with_next=bool(places.continuing),
                decorate=self._decoration(
                    row, places, place, _Part(number == 0, number == len(rows) - 1, is_head)
                ),
            )
            above = {
                first: sum(each.height for each in made[first:]) for first, last, _ in spans if last == number
            }
            least = max(
                (height - above[first] for first, last, height in spans if last == number), default=0.0
            )
            made.append(replace(composite, least=least))
        return made

    def _column(self, cell: GridCell, place: Place) -> SlabColumn:
        slabs = tuple(self.layout.slabs(cell.cell.blocks, self._cell_place(cell, place)))
        return SlabColumn(slabs, counts=cell.cell.row_span == 1)

    def _spans(
        self, number: int, places: GridRow, columns: Sequence[SlabColumn]
    ) -> Iterator[tuple[int, int, float]]:
        """Yield first row, last row and height of every cell that reaches over several rows."""
        for cell, column in zip(places.cells, columns, strict=True):
            if not column.counts:
                height = stack_height(column.slabs) + 2 * self.style.padding_vertical
                yield number, number + cell.cell.row_span - 1, height

    def _cell_place(self, cell: GridCell, place: Place) -> Place:
        padding = self.style.padding_horizontal
        left = 0.0 if self.style.flush and cell.start == 0 else padding
        right = 0.0 if self.style.flush and cell.stop == len(self.widths) else padding
        style = self.layout.stylesheet.cell.get(cell.cell.style) if cell.cell.style else None
        column = replace(
            place,
            x=place.x + sum(self.widths[: cell.start]),
            width=sum(self.widths[cell.start : cell.stop]),
            is_cell=True,
            align=style.align if style else None,
        )
        if not self.table.presentation:
            attributes = cell_attributes(cell.cell.scope, cell.cell.column_span, cell.cell.row_span)
            column = column.below("TH" if cell.cell.scope else "TD", place.language, attributes)
        return column.inset(left, right)

    def _decoration(self, row: Row, places: GridRow, place: Place, part: _Part) -> Decorate:
        """Return what draws a row's tints, the rule above the table, and the rule below the row."""
        style = self.style
        above = style.rule_top if part.is_first and (part.is_head or not self.table.head) else None
        below = (style.rule_head if part.is_last else None) if part.is_head else style.rule_row
        fills = list(self._fills(row, places, place))
        full = [(place.x, sum(self.widths))]
        stretches = full if part.is_head else list(self._stretches(places.continuing, place.x))

        def boxes(height: float) -> list[Box]:
            return [
                *(Box(x, 0, width, height, colour) for x, width, colour in fills),
                *self._rules(above, full, 0.0),
                *self._rules(below, stretches, height),
            ]

        return boxes

    def _fills(self, row: Row, places: GridRow, place: Place) -> Iterator[tuple[float, float, str]]:
        sheet = self.layout.stylesheet
        if row.style and (fill := sheet.row[row.style].fill):
            yield place.x, sum(self.widths), sheet.colour(fill)
        for cell in places.cells:
            if cell.cell.style and (fill := sheet.cell[cell.cell.style].fill):
                x = place.x + sum(self.widths[: cell.start])
                yield x, sum(self.widths[cell.start : cell.stop]), sheet.colour(fill)

    def _rules(
        self, rule: RuleStyle | None, stretches: Sequence[tuple[float, float]], y: float
    ) -> Iterator[Box]:
        if rule:
            colour = self.layout.stylesheet.colour(rule.colour)
            for x, width in stretches:
                yield Box(x, y - rule.width / 2, width, rule.width, colour)

    def _stretches(self, continuing: frozenset[int], x: float) -> Iterator[tuple[float, float]]:
        """Yield where the rule below a row is drawn: not through cells that go on."""
        for number, width in enumerate(self.widths):
            if number not in continuing:
                yield x, width
            x += width


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a row stands in its part of the table."""

    is_first: bool
    is_last: bool
    is_head: bool


# Column widths ---------------------------------------------------------------------------------------


def column_widths(table: Table, style: TableStyle, width: float, layout: BlocksLayout) -> list[float]:
    """Return the columns' widths in points, which fill `width`.

    Columns in millimetres have what they say (all shrink alike if that is too much); shares divide what is
    left; columns to be measured get what their content wants, at least its widest word, as far as there is.
    """
    columns = table.columns
    fixed = [column.width * MILLIMETRE if column.unit == "mm" else 0.0 for column in columns]
    rest = width - sum(fixed)
    if rest < 0 or all(column.unit == "mm" for column in columns):
        return [each * width / sum(fixed) for each in fixed]
    measured = [number for number, column in enumerate(columns) if column.unit == "auto"]
    if not measured:
        return _with_shares(columns, fixed, rest)
    wanted = _measured_widths(table, style, measured, layout)
    share_total = sum(column.width for column in columns if column.unit == "*")
    room = rest * (1 - min(share_total / 100, 0.9)) if share_total else rest
    auto = _distributed(wanted, room, fill=not share_total)
    widths = [auto.get(number, each) for number, each in enumerate(fixed)]
    return _with_shares(columns, widths, width - sum(widths))


def _with_shares(columns: Sequence[Column], widths: list[float], rest: float) -> list[float]:
    total = sum(column.width for column in columns if column.unit == "*")
    return [
        rest * column.width / total if column.unit == "*" else each
        for column, each in zip(columns, widths, strict=True)
    ]


def _measured_widths(
    table: Table, style: TableStyle, measured: Sequence[int], layout: BlocksLayout
) -> dict[int, tuple[float, float]]:
    """Return the least and the natural width of each measured column, from cells that stand in it alone."""
    widths = dict.fromkeys(measured, (0.0, 0.0))
    for rows in (table.head, table.body):
        for row in grid(rows, len(table.columns)):
            for cell in row.cells:
                if cell.start in widths and cell.stop == cell.start + 1:
                    least, natural = _cell_width(cell.cell, layout)
                    old = widths[cell.start]
                    widths[cell.start] = max(old[0], least), max(old[1], natural)
    padding = 2 * style.padding_horizontal
    return {number: (least + padding, natural + padding) for number, (least, natural) in widths.items()}


def _cell_width(cell: Cell, layout: BlocksLayout) -> tuple[float, float]:
    least = natural = 0.0
    for block in _paragraphs(cell.blocks):
        style = layout.stylesheet.paragraph_style(block.style, block.language)
        word, line = layout.typesetter.measured(block.inlines, style, block.language, block.origin)
        least, natural = max(least, word), max(natural, line)
    return least, natural


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph | Heading]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block
        elif isinstance(block, List):
            for item in block.items:
                yield from _paragraphs(item.blocks)


def _distributed(wanted: dict[int, tuple[float, float]], room: float, *, fill: bool) -> dict[int, float]:
    """Return widths between least and natural that fit the room; where all fits, the rest is shared alike."""
    natural = sum(width for _, width in wanted.values())
    least = sum(width for width, _ in wanted.values())
    if natural <= room:
        spare = (room - natural) / len(wanted) if fill else 0.0
        return {number: width + spare for number, (_, width) in wanted.items()}
    if least >= room:
        return {number: width * room / least for number, (width, _) in wanted.items()}
    part = (room - least) / (natural - least)
    return {number: low + (high - low) * part for number, (low, high) in wanted.items()}
