"""A table's columns get their widths: as given, as shares, or as their content wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planreports.document.nodes import Block, Cell, Column, Heading, List, Paragraph, Table
from planreports.document.styles import TableStyle
from planreports.writers.pdf.grid import grid
from planreports.writers.pdf.paragraphs import ParagraphLayout

MILLIMETRE = 72 / 25.4


def column_widths(table: Table, style: TableStyle, width: float, paragraphs: ParagraphLayout) -> list[float]:
    """Return the columns' widths in points, which fill `width`.

    Columns in millimetres have what they say (all shrink alike if that is too much); shares divide what is
    left; columns to be measured get what their content wants, at least its widest word, as far as there is.
    """
    columns = table.columns
    fixed = [column.width * MILLIMETRE if column.unit == "mm" else 0.0 for column in columns]
    rest = width - sum(fixed)
    if rest < 0 or all(column.unit == "mm" for column in columns):
        return [each * width / sum(fixed) for each in fixed]
    measured = [number for number, column in enumerate(columns) if column.unit == "auto"]
    if not measured:
        return _with_shares(columns, fixed, rest)
    wanted = _measured_widths(table, style, measured, paragraphs)
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
    table: Table, style: TableStyle, measured: Sequence[int], paragraphs: ParagraphLayout
) -> dict[int, tuple[float, float]]:
    """Return the least and the natural width of each measured column, from cells that stand in it alone."""
    widths = dict.fromkeys(measured, (0.0, 0.0))
    for rows in (table.head, table.body):
        for row in grid(rows, len(table.columns)):
            for cell in row.cells:
                if cell.start in widths and cell.stop == cell.start + 1:
                    least, natural = _cell_width(cell.cell, paragraphs)
                    old = widths[cell.start]
                    widths[cell.start] = max(old[0], least), max(old[1], natural)
    padding = 2 * style.padding_horizontal
    return {number: (least + padding, natural + padding) for number, (least, natural) in widths.items()}


def _cell_width(cell: Cell, paragraphs: ParagraphLayout) -> tuple[float, float]:
    least = natural = 0.0
    for block in _paragraphs(cell.blocks):
        style = paragraphs.style(block.style, block.language)
        word, line = paragraphs.typesetter.measured(block.inlines, style, block.language, block.origin)
        least, natural = max(least, word), max(natural, line)
    return least, natural


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph | Heading]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block
        elif isinstance(block, List):
            for item in block.items:
                yield from _paragraphs(item.blocks)


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
