"""A table's elements become a table whose cells fill its grid exactly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planreports.document.nodes import Block, Cell, Column, Origin, Row, Table
from planreports.document.styles import TableStyle
from planreports.layout.building import Building
from planreports.layout.fields import list_name
from planreports.layout.forms import form_field, hint_of, only_field
from planreports.layout.inlines import Content
from planreports.layout.markup import Element
from planreports.layout.rendition import Arrangement
from planreports.layout.values import only_value
from planreports.told import Grouped, told

_HEIGHT = re.compile(r"height:\s*([0-9]{1,3}(?:\.[0-9]{1,3})?)mm;?")
_WIDTH = re.compile(r"width:\s*([0-9]{1,4}(?:\.[0-9]{1,3})?)(mm|%);?")

MAXIMUM_COLUMNS = 100
"""More columns have no room for a letter each on any paper."""

Flow = Callable[[Content, str, Origin, Building], tuple[Block, ...]]
"""Makes the blocks of a cell; given by the caller, because blocks hold tables and tables hold blocks."""


@dataclass(frozen=True, slots=True)
class _TableBuilding:
    """The making of one table."""

    building: Building
    flow: Flow
    style: TableStyle
    presentation: bool
    arrangement: Arrangement

    def rows(self, element: Element, part: Literal["thead", "tbody"]) -> tuple[Row, ...]:
        return tuple(row for group in element.elements(part) for row in self._group(group, part == "thead"))

    def _group(self, element: Element, is_head: bool) -> Iterator[Row]:
        """Yield the rows of a part; in one that is together each stays with the next but the last."""
        rows = element.elements("tr")
        last = len(rows) - 1 if element.class_name == "together" else 0
        entry_of = list_name(element, self.building)
        for number, row in enumerate(rows):
            made = self._row(row, is_head, together=number < last)
            yield replace(made, entry_of=entry_of) if entry_of else made

    def _row(self, element: Element, is_head: bool, *, together: bool) -> Row:
        style = self.building.style_name(element, self.building.stylesheet.row)
        cells = tuple(self._cell(cell, style, is_head) for cell in element.elements("th", "td"))
        return Row(cells, element.origin, style, together, self._height(element))

    def _cell(self, element: Element, row_style: str | None, is_head: bool) -> Cell:
        building = self.building.inside(element)
        style = building.style_name(element, building.stylesheet.cell)
        if style and building.stylesheet.cell[style].languages == "side-by-side":
            building = replace(building, choice=replace(building.choice, arrangement=self.arrangement))
        paragraph = self._paragraph_style(element, style, row_style, is_head)
        field = only_field(element)
        return Cell(
            hint_of(field, building, self.flow)
            if field
            else self.flow(element.children, paragraph, element.origin, building),
            element.origin,
            self._scope(element, is_head),
            building.count(element, "colspan"),
            building.count(element, "rowspan"),
            style,
            form_field(field, "", building) if field else None,
            only_value(element, building),
        )

    def _height(self, element: Element) -> float:
        """Return how high a row is at least, in millimetres: as its cells ask, and its fields."""
        return max((self._cell_height(each) for each in element.elements("th", "td")), default=0.0)

    def _cell_height(self, element: Element) -> float:
        building = self.building
        if given := element.attributes.get("style", "").strip():
            if match := _HEIGHT.fullmatch(given):
                return float(match[1])
            building.problem(
                element, told('style="{given}" of <td>', given=given[:40]), told("expected height: 24mm")
            )
        if field := only_field(element):
            return building.stylesheet.form.row_height_mm * building.count(field, "rows")
        return 0.0

    def _paragraph_style(
        self, element: Element, cell_style: str | None, row_style: str | None, is_head: bool
    ) -> str:
        sheet = self.building.stylesheet
        own = cell_style and sheet.cell[cell_style].paragraph
        of_row = row_style and sheet.row[row_style].paragraph
        if is_head:
            return own or of_row or self.style.head
        return own or of_row or (self.style.row_head if element.name == "th" else self.style.body)

    def _scope(self, element: Element, is_head: bool) -> Literal["column", "row"] | None:
        if element.name != "th":
            return None
        if self.presentation:
            self.building.problem(
                element, told('<th> cannot stand in a table with role="presentation"'), told("expected <td>")
            )
        given = element.attributes.get("scope", "col" if is_head else "row")
        return "column" if given == "col" else "row"


def table(element: Element, building: Building, flow: Flow) -> Table:
    """Return the table of an element; words in its cells stand stacked in their languages, unless a cell's
    style has them side by side as the document's.

    Notes a problem for a row whose cells leave a hole in the grid or reach out of it, and for a table
    without a body.
    """
    name = building.style_name(element, building.stylesheet.table) or "plain"
    presentation = element.attributes.get("role") == "presentation"
    look = building.stylesheet.table[name]
    making = _TableBuilding(building.stacked(), flow, look, presentation, building.choice.arrangement)
    head, body = making.rows(element, "thead"), making.rows(element, "tbody")
    columns = _columns(element, (*head, *body), building)
    if not head and not body:
        building.problem(element, told("the table has no rows"))
    if len(columns) > MAXIMUM_COLUMNS:
        message = told("the table has {number} columns", number=Grouped(len(columns)))
        building.problem(element, message, told("expected at most {maximum}", maximum=MAXIMUM_COLUMNS))
    else:
        for rows in (head, body):
            _check_grid(rows, len(columns), element, building)
    continued = _continued(element, building, flow) if head and not building.is_running else ()
    return Table(columns, head, body, name, building.choice.main, element.origin, presentation, continued)


def _continued(element: Element, building: Building, flow: Flow) -> tuple[Block, ...]:
    return flow((building.labels.continued,), "continued", element.origin, building.stacked())


def _columns(element: Element, rows: Sequence[Row], building: Building) -> tuple[Column, ...]:
    given = [column for group in element.elements("colgroup") for column in group.elements("col")]
    if given:
        return tuple(_column(column, building) for column in given)
    widest = max((sum(cell.column_span for cell in row.cells) for row in rows), default=0)
    return (Column(),) * widest


def _column(element: Element, building: Building) -> Column:
    style = element.attributes.get("style", "")
    if not style:
        return Column()
    match = _WIDTH.fullmatch(style.strip())
    if not match or float(match[1]) == 0:
        building.problem(
            element,
            told('style="{style}" of <col>', style=style[:40]),
            told("expected width: 30mm or width: 20%"),
        )
        return Column()
    return Column(float(match[1]), "mm" if match[2] == "mm" else "*")


def _check_grid(rows: Sequence[Row], columns: int, element: Element, building: Building) -> None:
    """Note every row that does not fill the table's columns, counting cells that reach down from above."""
    reaching: dict[int, int] = {}
    for row in rows:
        filled = sum(1 for left in reaching.values() if left)
        free = [place for place in range(columns) if not reaching.get(place)]
        reaching = {place: left - 1 for place, left in reaching.items() if left > 1}
        for cell in row.cells:
            own = free[: cell.column_span]
            if own and own[-1] - own[0] >= len(own):
                _interrupted(cell, building)
            if cell.row_span > 1:
                reaching |= dict.fromkeys(own, cell.row_span - 1)
            free = free[cell.column_span :]
            filled += cell.column_span
        if filled != columns:
            _uneven(row, filled, columns, building)
    if rows and any(reaching.values()):
        building.problem(
            element, told("a cell's rowspan reaches below the last row of its part of the table")
        )


def _interrupted(cell: Cell, building: Building) -> None:
    place = Element("td", {}, cell.origin)
    message = told(
        "this cell over {columns} columns meets one that reaches down from a row above",
        columns=cell.column_span,
    )
    building.problem(place, message, told("mend its colspan, or the other's rowspan"))


def _uneven(row: Row, filled: int, columns: int, building: Building) -> None:
    place = Element("tr", {}, row.origin)
    building.problem(
        place,
        told("this row fills {filled} of the table's {columns} columns", filled=filled, columns=columns),
        told("mend its cells or colspan"),
    )
