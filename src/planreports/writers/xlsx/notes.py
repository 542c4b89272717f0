"""All of a document but its tables of data becomes the first sheet: labels at the left, words beside them.

Headings stand over all columns; languages side by side have a column each; where a table of data stands in
the document, the sheet has a link to the table's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import assert_never

from xlsxwriter.worksheet import Worksheet

from planreports.document.nodes import (
    Aside,
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    List,
    Mark,
    Origin,
    PageBreak,
    Paragraph,
    Parallel,
    Row,
    Rule,
    Section,
    Table,
)
from planreports.document.styles import Line as RuleLine
from planreports.document.styles import Stylesheet
from planreports.writers.xlsx.cells import CellWriter
from planreports.writers.xlsx.formats import Box
from planreports.writers.xlsx.lines import Line
from planreports.writers.xlsx.plan import DataTable, is_data

_LABELS, _WORDS, _WORDS_OF_ONE = 28.0, 80.0, 56.0
"""Widths in characters: of labels, of words, and of words in one of several languages side by side."""

_WIDEST_LABEL = 0.36
"""The largest share of a table's width that its first column may have to be one of labels."""

_PAPER = 170.0
"""How wide a text of A4 is, in millimetres."""


@dataclass
class NotesSheet:
    """Writes the first sheet; `row` is the next one."""

    sheet: Worksheet
    document: Document
    writer: CellWriter
    tables: Sequence[DataTable]
    row: int = 0
    _sheets: list[str] = field(default_factory=list)

    def write(self) -> None:
        """Write the sheet but for its footnotes."""
        self._sheets = [each.name for each in reversed(self.tables)]
        self.sheet.set_column(0, 0, _LABELS)
        self.sheet.set_column(1, self.last, self._column)
        for number, section in enumerate(self.document.sections):
            if number == 0:
                self._running(section)
            self._blocks(section.blocks)

    @property
    def stylesheet(self) -> Stylesheet:
        """Return the stylesheet."""
        return self.writer.formats.stylesheet

    @cached_property
    def last(self) -> int:
        """Return the last column: one for words, or one for each language where some are side by side."""
        blocks = [block for section in self.document.sections for block in section.blocks]
        return max([1, *_columns(blocks)])

    @property
    def _column(self) -> float:
        return _WORDS if self.last == 1 else _WORDS_OF_ONE

    @property
    def width(self) -> float:
        """Return the width of all columns, in characters."""
        return _LABELS + self.last * self._column

    def _running(self, section: Section) -> None:
        """Write at the top what stands at the head of the document's first page, and across it."""
        header = section.header if section.first_header is None else section.first_header
        across = [replace(each, style="running") for each in section.watermark if isinstance(each, Paragraph)]
        for block in (*header, *across):
            lines = [line for line in self.writer.lines.lines([block]) if line]
            if lines:
                self._across(lines, Box(), block.origin)

    # Blocks ------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block], fill: str | None = None) -> None:
        for block in blocks:
            self._block(block, fill)

    def _block(self, block: Block, fill: str | None) -> None:  # noqa: C901 - a case each
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(style="title-translation"):
                self._across(self.writer.lines.paragraph(block), Box(), block.origin)
            case Paragraph():
                self._words([self.writer.lines.paragraph(block)], block.origin, mark=block.mark, fill=fill)
            case List():
                self._words([self.writer.lines.lines([block])], block.origin, fill=fill)
            case Table():
                self._table(block, fill)
            case Figure():
                self._words([list(self.writer.lines.figure(block))], block.origin, fill=fill)
            case Aside():
                colour = self.stylesheet.aside[block.style].fill
                self._blocks(block.blocks, self.stylesheet.colour(colour) if colour else None)
                self.row += 1
            case Parallel():
                for row in block.rows:
                    cells = [self.writer.lines.lines(cell) for cell in row.cells]
                    self._words(cells, block.origin, mark=_mark(row.cells), fill=fill)
            case Contents():
                self.write_links(block.origin)
            case Rule() | PageBreak():
                return
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> None:
        if self.row and block.level > 1:
            self.row += 1
        self._across(self.writer.lines.paragraph(block), Box(vertical="bottom"), block.origin)

    def _across(self, lines: Sequence[Line], box: Box, origin: Origin) -> None:
        """Write lines over all columns."""
        self.writer.put_merged(self.sheet, (self.row, 0, self.row, self.last), lines, box, origin)
        self.sheet.set_row(self.row, self.writer.ruler.height(lines, self.width))
        self.row += 1

    def _words(
        self,
        cells: Sequence[Sequence[Line]],
        origin: Origin,
        *,
        label: Sequence[Line] = (),
        mark: Mark | None = None,
        fill: str | None = None,
        rule: RuleLine | None = None,
    ) -> None:
        """Write a row: a label, and words in a column, or in one for each language."""
        if not any(line for cell in (*cells, label) for line in cell):
            return
        box = Box(fill=fill, bottom=rule)
        bar = self.stylesheet.mark[mark] if mark else None
        marked = box._replace(left=RuleLine(width=bar.width, colour=bar.colour)) if bar else box
        self.writer.put(self.sheet, self.row, 0, label, box, origin)
        needed = self.writer.ruler.height(label, _LABELS)
        for column in range(1, self.last + 1):
            words = cells[column - 1] if column <= len(cells) else ()
            look = marked if column == 1 else box._replace(indent=1)
            self.writer.put(self.sheet, self.row, column, words, look, origin)
            needed = max(needed, self.writer.ruler.height(words, self._column))
        self.sheet.set_row(self.row, needed)
        self.row += 1

    # Tables ------------------------------------------------------------------------------------------

    def _table(self, table: Table, fill: str | None) -> None:
        if is_data(table):
            self._link(self._sheets.pop(), table.origin)
            return
        has_labels = _has_labels(table)
        for row in table.body:
            label, cells = (row.cells[:1], row.cells[1:]) if has_labels else ((), row.cells)
            style = self.stylesheet.row[row.style].fill if row.style else None
            self._words(
                self._columns_of(row) if len(cells) == 1 else [self._joined(cells)],
                row.origin,
                label=self._joined(label),
                mark=_mark([cell.blocks for cell in row.cells]),
                fill=self.stylesheet.colour(style) if style else fill,
                rule=self.stylesheet.table[table.style].rule_row,
            )
        self.row += 1

    def _columns_of(self, row: Row) -> list[list[Line]]:
        """Return the words of a row's last cell, by language where they stand side by side."""
        blocks = row.cells[-1].blocks
        parallel = [block for block in blocks if isinstance(block, Parallel)]
        if not parallel:
            return [self._joined(row.cells[-1:])]
        columns: list[list[Line]] = [[] for _ in parallel[0].languages]
        for block in blocks:
            if isinstance(block, Parallel):
                for each in block.rows:
                    for number, cell in enumerate(each.cells):
                        columns[number] += self.writer.lines.lines(cell)
            else:
                columns[0] += self.writer.lines.lines([block])
        return columns

    def _joined(self, cells: Iterable[Cell]) -> list[Line]:
        return [line for cell in cells for line in self.writer.lines.lines(cell.blocks) if line]

    def _link(self, name: str, origin: Origin) -> None:
        """Write the name of a table's own sheet, which leads there."""
        lines = self.writer.lines.words(f"→ {name}", self.document.language, "table-body", origin)
        font = lines[0][0].font._replace(colour=self.stylesheet.colours.get("link", lines[0][0].font.colour))
        target = "internal:'" + name.replace("'", "''") + "'!A1"
        self.sheet.write_url(self.row, 1, target, self.writer.formats.cell(font, Box()), f"→ {name}")
        self.row += 1

    def write_links(self, origin: Origin) -> None:
        """Write the names of all tables' sheets, each of which leads there."""
        for table in self.tables:
            self._link(table.name, origin)

    def write_footnotes(self) -> None:
        """Write the footnotes of all sheets at the end, under their numbers: once every sheet is written."""
        for number, note in sorted(self.writer.lines.notes.items()):
            origin, code = note.paragraph.origin, note.paragraph.language
            label = self.writer.lines.words(f"[{number}]", code, note.paragraph.style, origin)
            self._words([self.writer.lines.paragraph(note.paragraph)], origin, label=label)


def _columns(blocks: Iterable[Block]) -> Iterator[int]:
    """Yield how many languages stand side by side, for each place where they do."""
    for block in blocks:
        if isinstance(block, Parallel):
            yield len(block.languages)
        elif isinstance(block, Aside):
            yield from _columns(block.blocks)
        elif isinstance(block, Table) and not is_data(block):
            for row in block.body:
                yield from _columns(row.cells[-1].blocks)


def _mark(cells: Iterable[Iterable[Block]]) -> Mark | None:
    """Return the worst mark of the paragraphs in some cells."""
    marks = {block.mark for cell in cells for block in cell if isinstance(block, Paragraph)}
    return "missing" if "missing" in marks else "draft" if "draft" in marks else None


def _has_labels(table: Table) -> bool:
    """Return whether a table's first cells are labels of the others: heads of rows, or a narrow column."""
    if any(len(row.cells) < 2 for row in table.body):
        return False
    if not table.presentation:
        return any(row.cells[0].scope == "row" for row in table.body)
    first = table.columns[0]
    if first.unit == "mm":
        return first.width <= _WIDEST_LABEL * _PAPER
    shares = sum(each.width for each in table.columns if each.unit == "*")
    return first.unit == "*" and first.width <= _WIDEST_LABEL * shares
