"""A table's columns get their widths in twips: as given, as shares, or as their content wants."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from planreports.document.nodes import Block, Column, Heading, List, Paragraph, Run, Table
from planreports.writers.docx.measures import Measures
from planreports.writers.docx.xml import twips

_MILLIMETRE = 1440 / 25.4
_LONGEST = 60
"""The length, in characters, beyond which a column that could not be measured asks for no more room."""


def column_widths(block: Table, width: int, measures: Measures) -> list[int]:
    """Return the columns' widths, which fill `width`; those as wide as their content are as in the PDF."""
    if any(column.unit == "auto" for column in block.columns):
        measured = measures.column_widths(block, width / 20)
        if measured is not None:
            return _rounded(measured)
    return _shared(block, width)


def _rounded(widths: Iterable[float]) -> list[int]:
    """Return widths in points as twips whose sum is that of all, so that tables end at one edge."""
    edges = [0]
    total = 0.0
    for each in widths:
        total += each
        edges.append(twips(total))
    return [right - left for left, right in pairwise(edges)]


def _shared(block: Table, width: int) -> list[int]:
    """Return widths without a font: a column that is to be measured asks for room by its longest words."""
    fixed = [round(each.width * _MILLIMETRE) if each.unit == "mm" else 0 for each in block.columns]
    rest = width - sum(fixed)
    weights = [_weight(block, number, column) for number, column in enumerate(block.columns)]
    total = sum(weights)
    if rest < 0 or not total:
        return [round(each * width / sum(fixed)) for each in fixed]
    return [each + round(rest * weight / total) for each, weight in zip(fixed, weights, strict=True)]


def _weight(block: Table, number: int, column: Column) -> float:
    if column.unit == "mm":
        return 0.0
    if column.unit == "*":
        return column.width
    cells = (row.cells[number] for row in (*block.head, *block.body) if number < len(row.cells))
    return max(8, *(min(_length(cell.blocks), _LONGEST) for cell in cells))


def _length(blocks: Iterable[Block]) -> int:
    """Return the length of the longest paragraph of some blocks, in characters."""
    lengths = [0]
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            lengths.append(sum(len(each.text) for each in block.inlines if isinstance(each, Run)))
        elif isinstance(block, List):
            lengths += (_length(item.blocks) for item in block.items)
    return max(lengths)
