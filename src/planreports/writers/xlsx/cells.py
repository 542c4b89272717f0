"""Lines become the words of a sheet's cell: always words, whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from planreports.document.nodes import Origin
from planreports.errors import Problem
from planreports.told import Grouped, Told, told
from planreports.writers.xlsx.formats import Box, Font, Formats
from planreports.writers.xlsx.heights import Ruler
from planreports.writers.xlsx.lines import Line, LineMaker, Piece, joined_lines, plain
from planreports.writers.xlsx.values import Typed

LONGEST = 32_767
"""Characters that a cell can hold, in UTF-16 (Excel's specifications and limits)."""

_MOST_LINES = 253
"""Line feeds that a cell can hold."""

_ESCAPE = re.compile("(?<=_x)(?=[0-9A-Fa-f]{4}_)")
"""Inside what Excel takes for a character's number (ST_Xstring; ISO/IEC 29500-1, 22.9.2.19)."""

_LIKE_A_FORMULA = tuple("=+-@'\t|%")
"""Words that begin so would be read as something else where somebody edits the cell or exports the sheet."""


def _without_escapes(piece: Piece) -> Iterator[Piece]:
    """Yield a piece in parts, none of which looks like a character's number, as `_x0041_` does.

    XlsxWriter 3.3 protects such words twice in cells of several fonts, and so they would not come back.
    """
    yield from (Piece(part, piece.font) for part in _ESCAPE.split(piece.text))


@dataclass
class CellWriter:
    """Writes words and values into sheets; `problems` gathers those that no cell can hold."""

    book: Workbook
    formats: Formats
    lines: LineMaker
    ruler: Ruler = field(default_factory=Ruler)
    problems: list[Problem] = field(default_factory=list)

    def put(
        self, sheet: Worksheet, row: int, column: int, lines: Sequence[Line], box: Box, origin: Origin
    ) -> None:
        """Write lines into a cell, or only its look where there are none."""
        pieces = joined_lines(lines)
        if not pieces:
            sheet.write_blank(row, column, None, self.formats.cell(self.plain_font, box))
            return
        text = plain([pieces])
        self._check(text, origin)
        box = box._replace(quoted=text.startswith(_LIKE_A_FORMULA))
        look = self.formats.cell(pieces[0].font, box)
        # XlsxWriter 3.3 takes a string that begins with <r> and ends with </r> for markup of its own
        if len(pieces) == 1 and text.startswith("<r>"):
            pieces = (Piece(text[:1], pieces[0].font), Piece(text[1:], pieces[0].font))
        if len(pieces) > 1:
            pieces = tuple(part for piece in pieces for part in _without_escapes(piece))
        if len(pieces) == 1:
            sheet.write_string(row, column, text, look)
            return
        parts: list[Any] = []
        for piece in pieces:
            parts += (self.formats.font(piece.font), piece.text)
        sheet.write_rich_string(row, column, *parts, look)

    def put_value(self, sheet: Worksheet, row: int, column: int, typed: Typed, font: Font, box: Box) -> None:
        """Write a date or number into a cell."""
        look = self.formats.cell(font, box._replace(number_format=typed.number_format))
        if isinstance(typed.value, float):
            sheet.write_number(row, column, typed.value, look)
        else:
            sheet.write_datetime(row, column, typed.value, look)

    def put_merged(
        self,
        sheet: Worksheet,
        cells: tuple[int, int, int, int],
        lines: Sequence[Line],
        box: Box,
        origin: Origin,
    ) -> None:
        """Write lines into a cell made of several: first row, first column, last row, last column."""
        if cells[:2] != cells[2:]:
            sheet.merge_range(*cells, "", self.formats.cell(self.plain_font, box))
        self.put(sheet, cells[0], cells[1], lines, box, origin)

    @property
    def plain_font(self) -> Font:
        """Return the font of cells without words."""
        sheet = self.formats.stylesheet
        style = sheet.paragraph["table-body"]
        size = round(2 * style.size * self.formats.scale) / 2
        return Font(sheet.family("Latn"), size, sheet.colour(style.colour))

    def _check(self, text: str, origin: Origin) -> None:
        """Note words that a cell cannot hold: cut or parted they would be other words."""
        length = len(text.encode("utf-16-le")) // 2
        if length > LONGEST:
            self._problem(
                told(
                    "a cell has {length} characters; Excel holds {most}",
                    length=Grouped(length),
                    most=Grouped(LONGEST),
                ),
                origin,
            )
        elif (feeds := text.count("\n")) > _MOST_LINES:
            self._problem(
                told(
                    "a cell has {lines} lines; Excel holds {most}",
                    lines=Grouped(feeds + 1),
                    most=Grouped(_MOST_LINES + 1),
                ),
                origin,
            )

    def _problem(self, message: Told, origin: Origin) -> None:
        hint = told("shorten its words, or make a Word, PDF or HTML file")
        self.problems.append(Problem(message, origin.layout, origin.line, origin.column, hint))
