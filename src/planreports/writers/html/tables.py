"""A table becomes a table: columns by their widths, header cells with their scope, spans as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from planreports.document.nodes import Block, Cell, Paragraph, Row, Run, Table
from planreports.i18n.formats import decimal_part
from planreports.writers.html.css import MILLIMETRE, class_name, percent, rem
from planreports.writers.html.markup import Html, element, joined_classes
from planreports.writers.pdf.grid import GridCell, grid

if TYPE_CHECKING:
    from planreports.writers.html.blocks import BlockWriter, Place

_MANY_COLUMNS = 5
"""A table of more columns can be scrolled sideways where a screen is too narrow for it."""

LAST_OF_HEAD = "last"
"""The class of a cell that ends with the head of its table."""


def table(block: Table, place: Place, writer: BlockWriter) -> Html:
    """Return a table, in a box of its own if it has many columns."""
    made = _TableWriter(block, place, writer).table()
    if len(block.columns) <= _MANY_COLUMNS:
        return made
    return element("div", made, class_="scroll", tabindex=0)


@dataclass
class _TableWriter:
    """Writes one table; `decimals` are the classes of what follows the decimal mark, by column."""

    block: Table
    place: Place
    writer: BlockWriter
    decimals: dict[int, str] = field(default_factory=dict)

    def table(self) -> Html:
        """Return the table element."""
        block = self.block
        measured = any(column.unit == "auto" for column in block.columns)
        inner = self.place._replace(language=block.language)
        self.decimals = self._decimal_classes()
        head = self._rows(block.head, inner, is_head=True)
        body = self._rows(block.body, inner, is_head=False)
        return element(
            "table",
            element("colgroup", *(element("col", class_=each) for each in self._column_classes())),
            element("thead", *head) if block.head else "",
            element("tbody", *body),
            class_=joined_classes(class_name("t", block.style), None if measured else "fixed"),
            role="presentation" if block.presentation else None,
            lang=block.language if block.language != self.place.language else None,
        )

    def _rows(self, rows: Sequence[Row], place: Place, *, is_head: bool) -> list[Html]:
        columns, last = len(self.block.columns), len(rows) if is_head else None
        return [
            element(
                "tr",
                *(
                    self._cell(each, place, is_last=number + each.cell.row_span == last)
                    for each in places.cells
                ),
                class_=joined_classes(
                    class_name("r", row.style) if row.style else None,
                    "together" if row.together else None,
                    self._height(row),
                ),
            )
            for number, (row, places) in enumerate(zip(rows, grid(rows, columns), strict=True))
        ]

    def _height(self, row: Row) -> str | None:
        """Return the class of a row that has a height of its own; it grows with what stands in it."""
        return self.writer.rules.class_of(f"height:{rem(row.height * MILLIMETRE)}") if row.height else None

    def _cell(self, placed: GridCell, place: Place, *, is_last: bool) -> Html:
        """Return a cell; the `is_last` ones of a head have the rule below it, which every page repeats."""
        cell = placed.cell
        inner = place._replace(width=self._width(placed.start, placed.stop))
        is_header = bool(cell.scope and cell.blocks) and not self.block.presentation
        return element(
            "th" if is_header else "td",
            self._content(cell, placed.start, inner),
            scope={"column": "col", "row": "row", None: None}[cell.scope] if is_header else None,
            colspan=cell.column_span if cell.column_span > 1 else None,
            rowspan=cell.row_span if cell.row_span > 1 else None,
            class_=joined_classes(
                class_name("c", cell.style) if cell.style else None, LAST_OF_HEAD if is_last else None
            ),
        )

    def _width(self, start: int, stop: int) -> float:
        """Return how wide a cell is on paper, in points: its share, where columns are measured."""
        padding = 2 * self.writer.stylesheet.table[self.block.style].padding_horizontal
        return max(self.place.width * sum(self.shares[start:stop]) - padding, 1.0)

    # Columns -----------------------------------------------------------------------------------------

    def _column_classes(self) -> Iterator[str | None]:
        """Yield each column's class: its part of the whole width, or None for one that is measured."""
        for column, share in zip(self.block.columns, self.shares, strict=True):
            yield None if column.unit == "auto" else self.writer.rules.class_of(f"width:{percent(share)}")

    @cached_property
    def shares(self) -> list[float]:
        """Return each column's part of the table's width; measured ones share alike what others leave."""
        columns, width = self.block.columns, self.place.width
        fixed = [each.width * MILLIMETRE / width if each.unit == "mm" else 0.0 for each in columns]
        rest = 1 - sum(fixed)
        measured = sum(1 for each in columns if each.unit == "auto")
        asked = sum(each.width for each in columns if each.unit == "*")
        if rest <= 0 or not (measured or asked):
            return [each / sum(fixed) for each in fixed]
        whole = max(asked, 100.0) if measured else asked
        left = max(whole - asked, 10.0) / measured if measured else 0.0
        total = asked + left * measured
        parts = [left if each.unit == "auto" else each.width for each in columns]
        return [
            known if each.unit == "mm" else rest * part / total
            for each, known, part in zip(columns, fixed, parts, strict=True)
        ]

    # Numbers under each other ------------------------------------------------------------------------

    def _content(self, cell: Cell, start: int, place: Place) -> Html:
        """Return a cell's blocks; a number's decimals stand in a box as wide as the longest of its column."""
        first = cell.blocks[0] if cell.blocks else None
        if not self._is_decimal(cell) or not isinstance(first, Paragraph):
            return self.writer.blocks(cell.blocks, place)
        number, decimals = _parted(first)
        content = self.writer.words.content(number) + element(
            "span",
            self.writer.words.content(decimals),
            class_=joined_classes("decimals", self.decimals[start]),
        )
        return element("p", content, class_=class_name("p", first.style)) + self.writer.blocks(
            cell.blocks[1:], place
        )

    def _is_decimal(self, cell: Cell) -> bool:
        style = self.writer.stylesheet.cell.get(cell.style) if cell.style else None
        return style is not None and style.align == "decimal"

    def _decimal_classes(self) -> dict[int, str]:
        longest: dict[int, float] = {}
        for start, cell in self._decimal_cells():
            longest[start] = max(longest.get(start, 0.0), _decimals_width(cell.blocks))
        return {
            start: self.writer.rules.class_of(f"min-width:{width:g}ch") for start, width in longest.items()
        }

    def _decimal_cells(self) -> Iterator[tuple[int, Cell]]:
        for places in grid(self.block.body, len(self.block.columns)):
            yield from ((each.start, each.cell) for each in places.cells if self._is_decimal(each.cell))


def _parted(paragraph: Paragraph) -> tuple[Paragraph, Paragraph]:
    """Return a number up to its decimal mark, and from it on."""
    *others, last = paragraph.inlines or (Run("", paragraph.language),)
    if not isinstance(last, Run):
        return paragraph, replace(paragraph, inlines=())
    part = decimal_part(last.text, last.language)
    whole = replace(last, text=last.text.removesuffix(part))
    return (
        replace(paragraph, inlines=(*others, whole)),
        replace(paragraph, inlines=(replace(last, text=part),) if part else ()),
    )


def _decimals_width(blocks: Iterable[Block]) -> float:
    """Return how wide what follows a decimal mark is, in figures; the mark is about half a figure."""
    first = next(iter(blocks), None)
    if not isinstance(first, Paragraph):
        return 0.0
    words = "".join(each.text for each in _parted(first)[1].inlines if isinstance(each, Run))
    return sum(1.0 if each.isalnum() else 0.5 for each in words)
