"""Numbers in a column stand under each other by their decimal marks: how far each ends from the right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from planreports.document.nodes import Cell, Paragraph, Run, Table
from planreports.document.styles import Stylesheet
from planreports.i18n.formats import decimal_part
from planreports.writers.pdf.grid import grid
from planreports.writers.pdf.paragraphs import ParagraphLayout


@dataclass
class DecimalColumns:
    """The decimal cells of one table; `widest` is the width, by column, of what follows the mark at most."""

    stylesheet: Stylesheet
    paragraphs: ParagraphLayout
    widest: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))

    @classmethod
    def of(cls, table: Table, stylesheet: Stylesheet, paragraphs: ParagraphLayout) -> DecimalColumns:
        """Return those of a table; columns are measured where a cell asks for it."""
        columns = cls(stylesheet, paragraphs)
        for start, cell in columns._decimal_cells(table):
            columns.widest[start] = max(columns.widest[start], columns._width(cell))
        return columns

    def is_decimal(self, cell: Cell) -> bool:
        """Return whether a cell's number is aligned on its mark."""
        style = self.stylesheet.cell.get(cell.style) if cell.style else None
        return style is not None and style.align == "decimal"

    def inset(self, start: int, cell: Cell) -> float:
        """Return how far from its column's right edge a cell's words end, in points."""
        return self.widest[start] - self._width(cell)

    def _decimal_cells(self, table: Table) -> Iterator[tuple[int, Cell]]:
        styles = {name for name, style in self.stylesheet.cell.items() if style.align == "decimal"}
        if not any(cell.style in styles for row in table.body for cell in row.cells):
            return
        for row in grid(table.body, len(table.columns)):
            for each in row.cells:
                if each.cell.style in styles:
                    yield each.start, each.cell

    def _width(self, cell: Cell) -> float:
        """Return the width of what follows the decimal mark in a cell's first paragraph."""
        block = cell.blocks[0] if cell.blocks else None
        if not isinstance(block, Paragraph):
            return 0.0
        tail = list(block.inlines)
        while tail and not (isinstance(tail[0], Run) and any(map(str.isdigit, tail[0].text))):
            del tail[0]
        if not tail or not isinstance(run := tail[0], Run):
            return 0.0
        tail[0] = replace(run, text=decimal_part(run.text, run.language))
        style = self.paragraphs.style(block.style, block.language)
        return self.paragraphs.typesetter.measured(tail, style, block.language, block.origin)[1]
