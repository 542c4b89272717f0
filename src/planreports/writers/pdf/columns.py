"""A table's columns get their widths: as given, as shares, or as their content wants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planreports.document.nodes import Aside, Block, Column, Figure, Heading, List, Paragraph, Table
from planreports.document.styles import Stylesheet, TableStyle
from planreports.writers.pdf.decimals import DecimalColumns
from planreports.writers.pdf.grid import GridCell, grid
from planreports.writers.pdf.measures import MILLIMETRE, picture_width
from planreports.writers.pdf.paragraphs import ParagraphLayout

_LEAST_PART = 0.5
"""Columns without millimetres have together at least this part of what equal columns would have."""

_LEAST_PICTURE = 60.0
"""A picture in a column that is measured has at least this width, in points, if it is as wide."""


def column_widths(table: Table, style: TableStyle, width: float, content: ContentWidths) -> list[float]:
    """Return the columns' widths in points, which fill `width`.

    Columns in millimetres have what they say; all shrink alike if that leaves too little for the others.
    Shares divide what is left; columns to be measured get what their content wants, at least its widest
    word, as far as there is.
    """
    columns = table.columns
    fixed = [column.width * MILLIMETRE if column.unit == "mm" else 0.0 for column in columns]
    others = sum(column.unit != "mm" for column in columns)
    least = width * others / len(columns) * _LEAST_PART
    if not others or width - sum(fixed) < least:
        total = sum(fixed)
        fixed = [each * (width - least) / total for each in fixed]
    rest = width - sum(fixed)
    if not others:
        return fixed
    measured = [number for number, column in enumerate(columns) if column.unit == "auto"]
    if not measured:
        return _with_shares(columns, fixed, rest)
    wanted = _measured_widths(table, style, measured, content)
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
    table: Table, style: TableStyle, measured: Sequence[int], content: ContentWidths
) -> dict[int, tuple[float, float]]:
    """Return the least and the natural width of each measured column.

    Cells that stand in one column alone say what it wants; a cell over several has what it lacks shared
    among those that are measured.
    """
    widths = dict.fromkeys(measured, (0.0, 0.0))
    wide: list[GridCell] = []
    padding = 2 * style.padding_horizontal
    for rows in (table.head, table.body):
        for row in grid(rows, len(table.columns)):
            for cell in row.cells:
                if cell.stop > cell.start + 1:
                    wide.append(cell)
                elif cell.start in widths:
                    least, natural = content.cell(cell)
                    old = widths[cell.start]
                    widths[cell.start] = max(old[0], least + padding), max(old[1], natural + padding)
    for cell in wide:
        _widened(widths, cell, content, table.columns, padding)
    return widths


def _widened(
    widths: dict[int, tuple[float, float]],
    cell: GridCell,
    content: ContentWidths,
    columns: Sequence[Column],
    padding: float,
) -> None:
    """Make measured columns wide enough for a cell over several, unless shares among them may be."""
    inside = range(cell.start, cell.stop)
    ours = [number for number in inside if number in widths]
    if not ours or any(columns[number].unit == "*" for number in inside):
        return
    fixed = sum(columns[number].width * MILLIMETRE for number in inside if number not in widths)
    lacks = [
        (wanted + padding - fixed - sum(widths[number][place] for number in ours)) / len(ours)
        for place, wanted in enumerate(content.cell(cell))
    ]
    for number in ours:
        least, natural = widths[number]
        widths[number] = least + max(lacks[0], 0.0), natural + max(lacks[1], 0.0)


@dataclass(frozen=True, slots=True)
class ContentWidths:
    """Measures what cells hold: the widest word, and the longest line if it never broke, in points."""

    stylesheet: Stylesheet
    paragraphs: ParagraphLayout
    decimals: DecimalColumns

    @classmethod
    def of(cls, table: Table, stylesheet: Stylesheet, paragraphs: ParagraphLayout) -> ContentWidths:
        """Return what measures the cells of a table."""
        return cls(stylesheet, paragraphs, DecimalColumns.of(table, stylesheet, paragraphs))

    def cell(self, cell: GridCell) -> tuple[float, float]:
        """Return the least and the natural width of a cell's content; a number with room to its mark."""
        least, natural = self._blocks(cell.cell.blocks)
        if cell.cell.style and self.decimals.is_decimal(cell.cell):
            inset = self.decimals.inset(cell.start, cell.cell)
            return least + inset, natural + inset
        return least, natural

    def _blocks(self, blocks: Iterable[Block]) -> tuple[float, float]:
        least = natural = 0.0
        for block in blocks:
            word, line = self._block(block)
            least, natural = max(least, word), max(natural, line)
        return least, natural

    def _block(self, block: Block) -> tuple[float, float]:
        match block:
            case Paragraph() | Heading():
                return self._paragraph(block)
            case List():
                return _wider(
                    self._blocks(inner for item in block.items for inner in item.blocks),
                    self.stylesheet.list.indent,
                )
            case Aside():
                style = self.stylesheet.aside[block.style]
                bar = style.bar.width if style.bar else 0.0
                return _wider(self._blocks(block.blocks), bar + 2 * style.padding_horizontal)
            case Table():
                return self._table(block)
            case Figure():
                natural = picture_width(block)
                return min(natural, _LEAST_PICTURE), natural
            case _:
                return 0.0, 0.0

    def _paragraph(self, block: Paragraph | Heading) -> tuple[float, float]:
        style = self.paragraphs.style(block.style, block.language)
        widths = self.paragraphs.typesetter.measured(block.inlines, style, block.language, block.origin)
        extra = style.indent
        if isinstance(block, Paragraph) and block.mark:
            look = self.stylesheet.mark[block.mark]
            extra += look.width + look.gap
        return _wider(widths, extra)

    def _table(self, table: Table) -> tuple[float, float]:
        content = ContentWidths.of(table, self.stylesheet, self.paragraphs)
        style = self.stylesheet.table[table.style]
        columns = _measured_widths(table, style, range(len(table.columns)), content).values()
        return sum(least for least, _ in columns), sum(natural for _, natural in columns)


def _wider(widths: tuple[float, float], extra: float) -> tuple[float, float]:
    return widths[0] + extra, widths[1] + extra


def _distributed(wanted: dict[int, tuple[float, float]], room: float, *, fill: bool) -> dict[int, float]:
    """Return widths between least and natural that fit the room; where all fits, the rest is shared alike."""
    natural = sum(width for _, width in wanted.values())
    least = sum(width for width, _ in wanted.values())
    if natural <= room:
        spare = (room - natural) / len(wanted) if fill else 0.0
        return {number: width + spare for number, (_, width) in wanted.items()}
    if least >= room:
        return _levelled({number: width for number, (width, _) in wanted.items()}, room)
    part = (room - least) / (natural - least)
    return {number: low + (high - low) * part for number, (low, high) in wanted.items()}


def _levelled(least: dict[int, float], room: float) -> dict[int, float]:
    """Return widths that fit the room: the widest columns are cut to one width, the others keep theirs."""
    made: dict[int, float] = {}
    for number, width in sorted(least.items(), key=lambda item: item[1]):
        made[number] = min(width, room / (len(least) - len(made)))
        room -= made[number]
    return made
