"""Languages side by side become a table without rules, of equal columns with the page's gap between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planreports.document.nodes import Block, List, Paragraph, Parallel, ParallelRow
from planreports.document.styles import Stylesheet
from planreports.writers.docx.lists import item_of
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


class _Column(NamedTuple):
    """A column of one language, in twips; `bar` is the room at its left for the bars of drafts."""

    width: int
    left: int
    right: int
    bar: int

    @property
    def text_width(self) -> int:
        """Return the width of what stands in it."""
        return self.width - self.left - self.right - self.bar


def parallel(block: Parallel, place: Place, writer: BlockWriter) -> Xml:
    """Return languages side by side. Between two rows stands the larger of the spaces that meet there."""
    columns = list(_columns(block, place, writer.stylesheet))
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
            0,
            in_cell=True,
            aside=place.aside,
            starts_page=place.starts_page and number == 0,
            kept=place.kept,
            before=above,
            after=below,
        )
        made.append(_row(row, columns, inner, writer))
    return table_of(
        None, [each.width for each in columns], made, indent=0 if place.in_cell else -columns[0].bar
    )


def _columns(block: Parallel, place: Place, stylesheet: Stylesheet) -> Iterator[_Column]:
    """Yield the columns. The bars of drafts hang between them and in the margin, as in the PDF.

    In a cell there is no margin: there the first column has room for them.
    """
    count, gap = len(block.languages), twips(stylesheet.page.column_gap)
    bar = twips(max(each.width + each.gap for each in stylesheet.mark.values()))
    for number in range(count):
        has_bars = any(_has_mark(row.cells[number]) for row in block.rows)
        left = 0 if number == 0 else gap // 2
        room = min(bar, left or bar) if has_bars else 0
        width = place.width // count + (room if number == 0 and not place.in_cell else 0)
        right = 0 if number == count - 1 else gap // 2
        yield _Column(width, left - room if left else 0, right, room)


def _has_mark(blocks: Iterable[Block]) -> bool:
    """Return whether any paragraph of some blocks has a bar."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.mark:
            return True
        if isinstance(block, List) and any(_has_mark(item.blocks) for item in block.items):
            return True
    return False


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
    return list(item_of(cell.blocks, cell.list, cell.number, place, writer))


def _row(cells: Sequence[_Cell], columns: Sequence[_Column], place: Place, writer: BlockWriter) -> Xml:
    """Return a row that moves to the next page rather than part, as in the PDF."""
    whole = element("trPr", element("cantSplit"))
    made = []
    for cell, column in zip(cells, columns, strict=True):
        made.append(_cell(cell, column, place, writer))
        place = place._replace(starts_page=False)
    return element("tr", whole, *made)


def _cell(cell: _Cell, column: _Column, place: Place, writer: BlockWriter) -> Xml:
    room = margins("tcMar", (("left", column.left), ("right", column.right)))
    inner = place._replace(width=column.text_width, is_inset=column.bar > 0)
    content = _content(cell, inner, writer)
    return element("tc", element("tcPr", width_of(column.width), room), *content)
