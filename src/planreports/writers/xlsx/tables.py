"""A table of data becomes a sheet: heads that stay and filter, a row each, every cell with its own words.

Cells over several rows repeat their words in each, and only heads are joined, so that a filter or a sort
never parts what belongs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from xlsxwriter.worksheet import Worksheet

from planreports.document.nodes import Block, Cell, Document, Mark, Paragraph, Parallel, Row, Run
from planreports.document.styles import CellStyle, Stylesheet, TableStyle
from planreports.document.styles import Line as RuleLine
from planreports.errors import Problem
from planreports.told import Grouped, Told, told
from planreports.writers.pdf.grid import GridCell, grid
from planreports.writers.xlsx.cells import CellWriter
from planreports.writers.xlsx.columns import SheetColumn, in_language, sheet_columns
from planreports.writers.xlsx.formats import Box
from planreports.writers.xlsx.lines import Line, joined_lines, plain
from planreports.writers.xlsx.plan import DataTable
from planreports.writers.xlsx.values import Typed, typed

MOST_ROWS = 1_048_576
"""Rows of a sheet (Excel's specifications and limits)."""

_WIDEST_FROZEN = 24.0
"""A first column that is wider than so many characters moves with the others."""

_ALIGNMENTS: Mapping[str, Literal["left", "center", "right"]] = {
    "center": "center",
    "right": "right",
    "decimal": "right",
}
_PLAIN = CellStyle()
_ENDLESS = 100_000
"""Characters of a width in which all words are one line."""

_MILLIMETRE = 72 / 25.4

_INDENT = 1.3
"""The width of Excel's smallest indent, in characters: it keeps words from those of the column before."""

_BETWEEN_LANGUAGES = " · "

_SAFE = 0.85
"""The part of some columns that words may fill which are not to reach out of them in any program."""


@dataclass
class TableSheet:
    """Writes the sheet of one table."""

    sheet: Worksheet
    data: DataTable
    document: Document
    writer: CellWriter
    _boxes: dict[tuple[str | None, str | None, Mark | None, bool], Box] = field(default_factory=dict)

    def write(self) -> None:
        """Write heads, rows, and what makes them a list that can be filtered and printed."""
        table = self.data.table
        count = len(table.head) + len(table.body)
        if count > MOST_ROWS:
            self._refuse(
                told(
                    "the table has {count} rows; a sheet holds {most}",
                    count=Grouped(count),
                    most=Grouped(MOST_ROWS),
                )
            )
            return
        for number, column in enumerate(self.columns):
            self.sheet.set_column(number, number, round(column.width, 2))
        self._write_head()
        self._write_body()
        self._arrange(count)

    def _refuse(self, message: Told) -> None:
        origin = self.data.table.origin
        hint = told("part it, or make a Word, PDF or HTML file")
        self.writer.problems.append(Problem(message, origin.layout, origin.line, origin.column, hint))

    @property
    def stylesheet(self) -> Stylesheet:
        """Return the stylesheet."""
        return self.writer.formats.stylesheet

    @property
    def look(self) -> TableStyle:
        """Return the table's style."""
        return self.stylesheet.table[self.data.table.style]

    @cached_property
    def columns(self) -> list[SheetColumn]:
        """Return the sheet's columns."""
        return sheet_columns(self.data.table, self.data.section, self.stylesheet)

    def _arrange(self, count: int) -> None:
        """Freeze the heads, let every column be filtered, and repeat the heads on every printed page."""
        heads, last = len(self.data.table.head), max(len(self.columns) - 1, 0)
        self.sheet.freeze_panes(heads, self._frozen())
        self.sheet.autofilter(heads - 1, 0, max(count - 1, heads - 1), last)
        self.sheet.repeat_rows(0, heads - 1)
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _frozen(self) -> int:
        """Return how many columns stay at the left: those of row heads, or a narrow first one."""
        heads = 0
        for row in self.data.table.body:
            if len(row.cells) > 1:
                while heads < len(row.cells) and row.cells[heads].scope == "row":
                    heads += 1
                break
        frozen = sum(1 for each in self.columns if each.source < max(heads, 1))
        is_narrow = sum(each.width for each in self.columns[:frozen]) <= _WIDEST_FROZEN
        return frozen if is_narrow and frozen < len(self.columns) else 0

    # Heads -------------------------------------------------------------------------------------------

    def _write_head(self) -> None:
        """Write the heads, each row as high as its words need that the rows above leave room for."""
        rows = self.data.table.head
        heights = [0.0] * len(rows)
        for number, placed in enumerate(grid(rows, len(self.data.table.columns))):
            for each in placed.cells:
                last = number + each.cell.row_span - 1
                needed = self._write_head_cell(number, last, each, rows[number])
                heights[last] = max(heights[last], needed - sum(heights[number:last]))
        for number, points in enumerate(heights):
            self.sheet.set_row(number, points)

    def _write_head_cell(self, first: int, last: int, placed: GridCell, row: Row) -> float:
        """Write a head, a cell each for languages in columns of their own; return how high it must be."""
        box = self._head_box(placed, row)
        needed = 0.0
        for columns, blocks in self._shares(placed):
            lines = self.writer.lines.lines(blocks)
            place = (first, columns[0], last, columns[-1])
            self.writer.put_merged(self.sheet, place, lines, box, placed.cell.origin)
            needed = max(needed, self._height(lines, columns))
        return needed

    def _shares(self, placed: GridCell) -> Iterator[tuple[list[int], Sequence[Block]]]:
        """Yield the sheet's columns that a head stands above, with what it says of them."""
        columns = self._columns_of(placed)
        if placed.stop - placed.start > 1 or len(columns) == 1:
            yield columns, placed.cell.blocks
            return
        for column in columns:
            yield [column], [_only_in(each, self.columns[column].language) for each in placed.cell.blocks]

    def _head_box(self, placed: GridCell, row: Row) -> Box:
        box = self._box(placed, row)
        return box._replace(
            vertical="bottom" if box.vertical == "top" else box.vertical,
            fill=box.fill or self.stylesheet.colours.get("tint"),
            top=self.look.rule_top,
            bottom=self.look.rule_head,
        )

    # Rows --------------------------------------------------------------------------------------------

    def _write_body(self) -> None:
        table, first = self.data.table, len(self.data.table.head)
        for number, placed in enumerate(grid(table.body, len(table.columns)), first):
            row = table.body[number - first]
            cells = (*placed.from_above, *placed.cells)
            needed = max(self._write_cell(number, each, row) for each in cells)
            self.sheet.set_row(number, max(needed, row.height * _MILLIMETRE))

    def _write_cell(self, number: int, placed: GridCell, row: Row) -> float:
        """Write a cell of a row; return how high it must be, in points."""
        cell, columns = placed.cell, self._columns_of(placed)
        box = self._box(placed, row)
        if placed.stop - placed.start > 1:
            return self._write_wide_cell(number, columns, cell, box)
        if len(columns) == 1:
            return self._write_plain_cell(number, columns, cell, box)
        codes = [self.columns[each].language or "" for each in columns]
        needed = 0.0
        for column, code in zip(columns, codes, strict=True):
            lines = self.writer.lines.lines(in_language(cell.blocks, code, codes))
            self.writer.put(self.sheet, number, column, lines, box, cell.origin)
            needed = max(needed, self._height(lines, [column]))
        return needed

    def _write_plain_cell(self, number: int, columns: Sequence[int], cell: Cell, box: Box) -> float:
        lines = self.writer.lines.lines(cell.blocks)
        value = self._value(cell, lines)
        if value is None:
            self.writer.put(self.sheet, number, columns[0], lines, box, cell.origin)
            return self._height(lines, columns)
        is_number = isinstance(value.value, float) and not self._has_alignment(cell)
        box = box._replace(align="right", indent=1) if is_number else box
        self.writer.put_value(self.sheet, number, columns[0], value, lines[0][0].font, box)
        return self._height(lines[:1], columns)

    def _write_wide_cell(self, number: int, columns: Sequence[int], cell: Cell, box: Box) -> float:
        """Write a cell over several columns into the first of them; the others are empty, so that in one line
        its words reach over them. Only words over all columns that are longer than a line join these."""
        lines = self.writer.lines.lines(cell.blocks)
        ruler, room = self.writer.ruler, _SAFE * sum(self.columns[each].width for each in columns)
        line = [joined_lines(lines, _BETWEEN_LANGUAGES)]
        fits = ruler.height(line, room) == ruler.height(line, _ENDLESS)
        if not fits and len(columns) == len(self.columns):
            place = (number, columns[0], number, columns[-1])
            self.writer.put_merged(self.sheet, place, lines, box, cell.origin)
            return self._height(lines, columns)
        lines = line if fits else lines
        first = box._replace(wrap=not fits)
        self.writer.put(self.sheet, number, columns[0], lines, first, cell.origin)
        for column in columns[1:]:
            self.writer.put(self.sheet, number, column, [], box._replace(left=None), cell.origin)
        return self._height(lines, columns if fits else columns[:1])

    def _height(self, lines: Sequence[Line], columns: Sequence[int]) -> float:
        return self.writer.ruler.height(lines, sum(self.columns[each].width for each in columns) - _INDENT)

    def _value(self, cell: Cell, lines: Sequence[Line]) -> Typed | None:
        """Return what a cell's words mean; where there are none, nothing."""
        if cell.value is None or not lines or not lines[0]:
            return None
        return typed(cell.value, plain(lines[:1]), self.document.language)

    # Looks -------------------------------------------------------------------------------------------

    def _columns_of(self, placed: GridCell) -> list[int]:
        return [
            number for number, each in enumerate(self.columns) if placed.start <= each.source < placed.stop
        ]

    def _box(self, placed: GridCell, row: Row) -> Box:
        cell, is_first = placed.cell, placed.start == 0
        key = (cell.style, row.style, mark := _mark(cell.blocks), is_first)
        if key not in self._boxes:
            box = self._made_box(self._cell_style(cell), row, mark)
            has_indent = box.align == "left" and not is_first
            self._boxes[key] = box._replace(indent=1) if has_indent else box
        return self._boxes[key]

    def _made_box(self, style: CellStyle, row: Row, mark: Mark | None) -> Box:
        fill = style.fill or (self.stylesheet.row[row.style].fill if row.style else None)
        bar = self.stylesheet.mark[mark] if mark else None
        return Box(
            align=_ALIGNMENTS.get(style.align or "left", "left"),
            vertical=style.vertical,
            fill=self.stylesheet.colour(fill) if fill else None,
            bottom=self.look.rule_row,
            left=RuleLine(width=bar.width, colour=bar.colour) if bar else self.look.rule_column,
        )

    def _cell_style(self, cell: Cell) -> CellStyle:
        return self.stylesheet.cell[cell.style] if cell.style else _PLAIN

    def _has_alignment(self, cell: Cell) -> bool:
        return self._cell_style(cell).align is not None


def _mark(blocks: Iterable[Block]) -> Mark | None:
    """Return the worst that a reader must know of the translations in a cell."""
    worst: Mark | None = None
    for block in blocks:
        if isinstance(block, Parallel):
            found = _mark(each for row in block.rows for cell in row.cells for each in cell)
        elif isinstance(block, Paragraph):
            found = block.mark
        else:
            continue
        if found == "missing":
            return found
        worst = found or worst
    return worst


def _only_in(block: Block, code: str | None) -> Block:
    """Return a head's paragraph with its words of one language only, if it has some."""
    if not isinstance(block, Paragraph):
        return block
    own = tuple(each for each in block.inlines if isinstance(each, Run) and each.language == code)
    return replace(block, inlines=own) if own else block
