"""A table's columns become a sheet's: one each, or one a language where languages stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planreports.document.nodes import (
    Block,
    Cell,
    Heading,
    List,
    Paragraph,
    Parallel,
    Run,
    Section,
    Table,
)
from planreports.document.styles import Stylesheet
from planreports.writers.pdf.grid import grid
from planreports.writers.xlsx.formats import sheet_scale

DIGIT = 0.572 * 10 * 25.4 / 72
"""The width of a figure of ten points in Noto Sans, in millimetres: Excel's unit of columns' widths."""

_NARROWEST, _WIDEST = 6.0, 70.0
_ROOM_FOR_FILTER = 3.0
"""What a head needs beside its words for the button of its filter, in characters."""

_LEAST_SHARE = 17.0
"""Characters that columns have on average which share what others leave: a sheet may be wider than paper."""

_VALUE = 18.0
"""The least width, in characters, of a column with dates or numbers: Excel shows ### where it is less."""


class SheetColumn(NamedTuple):
    """A column of a sheet: which of the table's it is, and in which language, if it is of one only."""

    source: int
    language: str | None
    width: float


def sheet_columns(table: Table, section: Section, stylesheet: Stylesheet) -> list[SheetColumn]:
    """Return the columns of a table's sheet, with their widths in characters."""
    parted = _parted(table)
    return [
        SheetColumn(number, code, min(max(width / (len(codes) ** 0.5), _NARROWEST), _WIDEST))
        for number, width in enumerate(_widths(table, section, stylesheet))
        for codes in (parted.get(number, (None,)),)
        for code in codes
    ]


def _parted(table: Table) -> dict[int, tuple[str, ...]]:
    """Return the languages of the columns in which some cell has them side by side."""
    found: dict[int, tuple[str, ...]] = {}
    for row in grid(table.body, len(table.columns)):
        for each in row.cells:
            if each.stop - each.start == 1:
                for block in each.cell.blocks:
                    if isinstance(block, Parallel):
                        found[each.start] = block.languages
    return found


def _widths(table: Table, section: Section, stylesheet: Stylesheet) -> list[float]:
    """Return the columns' widths in characters: as given, as shares, or as their longest words want."""
    wanted = _wanted(table)
    whole = text_width(section, stylesheet) / DIGIT
    fixed = [
        each.width / DIGIT * sheet_scale(stylesheet) if each.unit == "mm" else 0 for each in table.columns
    ]
    sharing = sum(1 for each in table.columns if each.unit == "*")
    rest = max(whole - sum(fixed), _LEAST_SHARE * sharing)
    shares = sum(each.width for each in table.columns if each.unit == "*")
    widths = []
    for number, column in enumerate(table.columns):
        if column.unit == "mm":
            width = fixed[number]
        elif column.unit == "*":
            width = rest * column.width / shares
        else:
            width = wanted[number].most
        widths.append(max(width, wanted[number].least))
    return widths


def text_width(section: Section, stylesheet: Stylesheet) -> float:
    """Return how wide a section's text is in millimetres, enlarged as the letters of a sheet are."""
    page = stylesheet.page
    short, long = sorted((page.width_mm, page.height_mm))
    paper = long if section.orientation == "landscape" else short
    return (paper - page.margins.left - page.margins.right) * sheet_scale(stylesheet)


class _Wanted(NamedTuple):
    least: float
    most: float


def _wanted(table: Table) -> list[_Wanted]:
    """Return what each column needs for its longest word, and would like for its longest line."""
    least, most = [0.0] * len(table.columns), [0.0] * len(table.columns)
    for is_head, column, cell in _cells(table):
        lines = list(_lines(cell.blocks))
        words = [len(word) for line in lines for word in line.split()] or [0]
        room = _ROOM_FOR_FILTER if is_head else 1.0
        typed = min(_VALUE, max(map(len, lines), default=0) + 2) if cell.value is not None else 0
        least[column] = max(least[column], min(max(words), 24) + room, typed)
        most[column] = max(most[column], min(max(map(len, lines), default=0), 50) + room)
    return list(map(_Wanted, least, most))


def _cells(table: Table) -> Iterator[tuple[bool, int, Cell]]:
    """Yield the cells of one column each, whether they are heads, and their column."""
    for is_head, rows in ((True, table.head), (False, table.body)):
        for row in grid(rows, len(table.columns)):
            for each in row.cells:
                if each.stop - each.start == 1:
                    yield is_head, each.start, each.cell


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            words = "".join(each.text if isinstance(each, Run) else "\n" for each in block.inlines)
            yield from words.split("\n")
        elif isinstance(block, List):
            for item in block.items:
                yield from _lines(item.blocks)
        elif isinstance(block, Parallel):
            for row in block.rows:
                for cell in row.cells:
                    yield from _lines(cell)


def in_language(blocks: Sequence[Block], code: str, others: Sequence[str]) -> list[Block]:
    """Return the blocks of a cell for the column of one language; other words are in the first's."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Parallel):
            for row in block.rows:
                for language, cell in zip(block.languages, row.cells, strict=True):
                    found += cell if language == code else ()
        elif getattr(block, "language", None) == code or (
            code == others[0] and getattr(block, "language", None) not in others
        ):
            found.append(block)
    return found
