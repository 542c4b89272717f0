"""Languages side by side become a table without rules, of equal columns with the page's gap between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planreports.document.nodes import Block, List, Parallel, ParallelRow
from planreports.writers.docx.place import Place
from planreports.writers.docx.spaces import space_of
from planreports.writers.docx.style_properties import margins
from planreports.writers.docx.table_properties import table_of, width_of
from planreports.writers.docx.xml import Xml, element, twips

if TYPE_CHECKING:
    from planreports.writers.docx.blocks import BlockWriter


class _Cell(NamedTuple):
    """What stands in a cell: blocks, or those of one item of a list with its numbering instance."""

    blocks: Sequence[Block]
    list: List | None = None
    number: int | None = None


def parallel(block: Parallel, place: Place, writer: BlockWriter) -> Xml:
    """Return languages side by side. Between two rows stands the larger of the spaces that meet there."""
    count = len(block.languages)
    widths = [place.width // count] * count
    gap = twips(writer.stylesheet.page.column_gap)
    rows = [row for each in block.rows for row in _rows(each, writer)]
    made = []
    owed = 0.0
    for number, row in enumerate(rows):
        spaces = [space_of(each.blocks, writer.stylesheet) for each in row]
        above = max(max(each.before for each in spaces) - owed, 0.0)
        if number == 0 and place.before is not None:
            above = place.before
        owed = max(each.after for each in spaces)
        below = 0.0 if number == len(rows) - 1 else owed
        inner = Place(
            widths[0] - gap // 2, in_cell=True, aside=place.aside, kept=place.kept, before=above, after=below
        )
        made.append(_row([_content(each, inner, writer) for each in row], widths, gap))
    return table_of(None, widths, made)


def _rows(row: ParallelRow, writer: BlockWriter) -> Iterator[list[_Cell]]:
    """Yield a row of cells; an item a row if every cell is a list of the same length."""
    lists = [cell[0] for cell in row.cells if len(cell) == 1 and isinstance(cell[0], List)]
    if len(lists) != len(row.cells) or len({len(each.items) for each in lists}) != 1:
        yield [_Cell(cell) for cell in row.cells]
        return
    numbers = [writer.shared.numbering.number_id(each) for each in lists]
    for items in zip(*(each.items for each in lists), strict=True):
        yield [
            _Cell(item.blocks, block, number)
            for item, block, number in zip(items, lists, numbers, strict=True)
        ]


def _content(cell: _Cell, place: Place, writer: BlockWriter) -> Sequence[Xml]:
    if cell.list is None:
        return writer.content(cell.blocks, place)
    return list(writer.item(cell.blocks, cell.list, cell.number, place))


def _row(cells: Sequence[Sequence[Xml]], widths: Sequence[int], gap: int) -> Xml:
    """Return a row that moves to the next page rather than part, as in the PDF."""
    whole = element("trPr", element("cantSplit"))
    made = (_cell(cell, number, widths, gap) for number, cell in enumerate(cells))
    return element("tr", whole, *made)


def _cell(content: Sequence[Xml], number: int, widths: Sequence[int], gap: int) -> Xml:
    left = 0 if number == 0 else gap // 2
    right = 0 if number == len(widths) - 1 else gap // 2
    room = margins("tcMar", (("left", left), ("right", right)))
    return element("tc", element("tcPr", width_of(widths[number]), room), *content)
