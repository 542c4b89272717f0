"""A review sheet becomes a file of one of the formats: a row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from planreports.document.styles import Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.translation.sheets.document import ReviewDocument
from planreports.translation.sheets.docx_writing import write_docx
from planreports.translation.sheets.xliff import write_xliff
from planreports.translation.sheets.xlsx_writing import write_xlsx


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """A format of review sheets: how its files' names end, and what writes it."""

    ending: str
    write: Callable[[ReviewDocument, Stylesheet, LineBreaker], bytes]

    def file_name(self, language: str) -> str:
        """Return what the file of a language is called."""
        return f"review-{language}{self.ending}"


def _xlsx(made: ReviewDocument, stylesheet: Stylesheet, _: LineBreaker) -> bytes:
    return write_xlsx(made, stylesheet)


def _xliff(version: str, made: ReviewDocument, _: Stylesheet, __: LineBreaker) -> bytes:
    return write_xliff(made.sheet, version)


SHEET_FORMATS = {
    "xlsx": SheetFormat(".xlsx", _xlsx),
    "docx": SheetFormat(".docx", write_docx),
    "xliff1.2": SheetFormat("-1.2.xlf", partial(_xliff, "1.2")),
    "xliff2.0": SheetFormat("-2.0.xlf", partial(_xliff, "2.0")),
}
