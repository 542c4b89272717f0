"""A table's rows get their tints, rules and borders: boxes behind their cells, as tall as the row becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planreports.document.nodes import Row, Table
from planreports.document.styles import Line, Stylesheet, TableStyle
from planreports.writers.pdf.drawing import Box
from planreports.writers.pdf.grid import GridCell, GridRow
from planreports.writers.pdf.slabs import Decorate

_NOWHERE = frozenset[int]()


class RowPlace(NamedTuple):
    """Where a row stands in its part of the table."""

    is_first: bool
    is_last: bool
    is_head: bool


@dataclass(frozen=True, slots=True)
class _RowDecoration:
    """A row's boxes as tall as it is, tints before rules, and those on its upper and its lower edge."""

    upright: tuple[Box, ...]
    above: tuple[Box, ...]
    below: tuple[Box, ...]

    def __call__(self, height: float) -> list[Box]:
        """Return the boxes of a row of some height."""
        return [
            *[Box(box.x, box.y, box.width, height, box.colour) for box in self.upright],
            *self.above,
            *[Box(box.x, box.y + height, box.width, box.height, box.colour) for box in self.below],
        ]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The tints, rules and borders of a table whose columns have these edges, in points."""

    table: Table
    style: TableStyle
    stylesheet: Stylesheet
    edges: tuple[float, ...]
    cells_have_borders: bool

    @classmethod
    def of(cls, table: Table, stylesheet: Stylesheet, edges: tuple[float, ...]) -> Ruling:
        """Return the ruling of a table in its style."""
        has_borders = any(style.border for style in stylesheet.cell.values())
        return cls(table, stylesheet.table[table.style], stylesheet, edges, has_borders)

    def row(self, row: Row, places: GridRow, where: RowPlace) -> Decorate:
        """Return what draws a row's tints, and its rules: none through cells that go on below it."""
        style = self.style
        opens = where.is_first and (where.is_head or not self.table.head)
        closes = where.is_last and not where.is_head
        above = (style.rule_top or style.frame) if opens else None
        below = (style.rule_head if where.is_last else None) if where.is_head else style.rule_row
        below = (style.frame if closes else None) or below
        around = _NOWHERE if where.is_head else places.continuing
        upright = [*self._fills(row, places)]
        if style.frame or style.rule_column:
            upright += self._uprights(places)
        borders = self._borders(places) if self.cells_have_borders else ((), (), ())
        return _RowDecoration(
            (*upright, *borders[0]),
            (*self._rules(above, _NOWHERE), *borders[1]),
            (*self._rules(below, around), *borders[2]),
        )

    def _fills(self, row: Row, places: GridRow) -> Iterator[Box]:
        sheet, edges = self.stylesheet, self.edges
        if row.style and (fill := sheet.row[row.style].fill):
            yield Box(edges[0], 0.0, edges[-1] - edges[0], 0.0, sheet.colour(fill))
        for cells in (places.from_above, places.cells):
            for cell in cells:
                if cell.cell.style and (fill := sheet.cell[cell.cell.style].fill):
                    width = edges[cell.stop] - edges[cell.start]
                    yield Box(edges[cell.start], 0.0, width, 0.0, sheet.colour(fill))

    # Rules -------------------------------------------------------------------------------------------

    def _rules(self, rule: Line | None, continuing: frozenset[int]) -> Iterator[Box]:
        """Yield a rule across the table, centred on the row's edge."""
        if rule:
            for start, stop in self._stretches(continuing):
                yield self._level(rule, start, stop)

    def _stretches(self, continuing: frozenset[int]) -> Iterator[tuple[int, int]]:
        last = len(self.edges) - 1
        if not continuing:
            yield 0, last
            return
        for number in range(last):
            if number not in continuing:
                yield number, number + 1

    def _uprights(self, places: GridRow) -> Iterator[Box]:
        """Yield the frame's sides, and the rules between the cells of a row."""
        last = len(self.edges) - 1
        if self.style.frame:
            yield self._upright(self.style.frame, 0)
            yield self._upright(self.style.frame, last)
        if self.style.rule_column:
            for cell in (*places.from_above, *places.cells):
                if cell.start:
                    yield self._upright(self.style.rule_column, cell.start)

    def _level(self, rule: Line, start: int, stop: int) -> Box:
        edges = self.edges
        colour = self.stylesheet.colour(rule.colour)
        return Box(edges[start], -rule.width / 2, edges[stop] - edges[start], rule.width, colour)

    def _upright(self, rule: Line, edge: int) -> Box:
        colour = self.stylesheet.colour(rule.colour)
        return Box(self.edges[edge] - rule.width / 2, 0.0, rule.width, 0.0, colour)

    # Borders -----------------------------------------------------------------------------------------

    def _border(self, cell: GridCell) -> Line | None:
        return self.stylesheet.cell[cell.cell.style].border if cell.cell.style else None

    def _borders(self, places: GridRow) -> tuple[list[Box], list[Box], list[Box]]:
        """Return the sides, tops and bottoms of the borders around a row's cells."""
        sides: list[Box] = []
        tops: list[Box] = []
        bottoms: list[Box] = []
        for cell in (*places.from_above, *places.cells):
            if border := self._border(cell):
                sides += self._upright(border, cell.start), self._upright(border, cell.stop)
                level = self._level(border, cell.start, cell.stop)
                tops += [level] if cell in places.cells else []
                bottoms += [] if cell.start in places.continuing else [level]
        return sides, tops, bottoms
