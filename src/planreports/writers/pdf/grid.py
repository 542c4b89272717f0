"""A table's cells find their columns, under cells that reach down from rows above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planreports.document.nodes import Cell, Row

_NOWHERE = frozenset[int]()


@dataclass(init=False, eq=False, slots=True)
class GridCell:
    """A cell and the columns that it stands in, from `start` up to but not including `stop`."""

    cell: Cell
    start: int
    stop: int

    def __init__(self, cell: Cell, start: int, stop: int) -> None:
        self.cell = cell
        self.start = start
        self.stop = stop


class GridRow(NamedTuple):
    """A row's cells, the columns that a cell goes on in below it, and the cells that reach down into it."""

    cells: tuple[GridCell, ...]
    continuing: frozenset[int]
    from_above: tuple[GridCell, ...] = ()


def grid(rows: Sequence[Row], columns: int) -> Iterator[GridRow]:
    """Yield each row with its cells' columns; a cell may reach down from a row above."""
    reaching = [0] * columns
    standing: list[GridCell] = []
    for row in rows:
        if not any(reaching) and all(cell.column_span == cell.row_span == 1 for cell in row.cells):
            alone = [GridCell(cell, place, place + 1) for place, cell in enumerate(row.cells[:columns])]
            yield GridRow(tuple(alone), _NOWHERE)
            continue
        free = [place for place in range(columns) if not reaching[place]]
        reaching = [max(left - 1, 0) for left in reaching]
        from_above, cells = tuple(standing), []
        standing = [each for each in standing if reaching[each.start]]
        for cell in row.cells:
            own, free = free[: cell.column_span], free[cell.column_span :]
            if own:
                cells.append(GridCell(cell, own[0], own[-1] + 1))
                reaching[own[0] : own[-1] + 1] = [cell.row_span - 1] * len(own)
        standing += [each for each in cells if each.cell.row_span > 1]
        continuing = frozenset(place for place in range(columns) if reaching[place])
        yield GridRow(tuple(cells), continuing, from_above)
