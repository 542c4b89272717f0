"""An Excel workbook becomes its package and the name of its main part, or a clear refusal."""

from __future__ import annotations

from dataclasses import dataclass

from planreports.files.office_package import OfficePackage, read_office_package
from planreports.told import told

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
"""The namespace of SpreadsheetML (ISO/IEC 29500-4, transitional)."""

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}.main+xml"
_MAIN_TYPES = (_MAIN.format("sheet"), _MAIN.format("template"))


@dataclass(frozen=True)
class ExcelFile:
    """A workbook: its package and the name of its main part."""

    package: OfficePackage
    main: str


def read_excel_file(data: bytes, name: str) -> ExcelFile:
    """Return an Excel workbook (.xlsx or .xltx); `name` is how messages call it.

    Raises DataError for anything else, for one with macros, and as `read_office_package` does.
    """
    package = read_office_package(data, name)
    main = package.related("", "officeDocument")
    kind = package.types.get(main or "", "")
    if main is None or not ("spreadsheetml" in kind or "ms-excel" in kind):
        raise package.problem(told("this is not an Excel workbook"), told("expected a .xlsx file"))
    if kind not in _MAIN_TYPES or any(each.endswith("vbaProject") for each in package.types.values()):
        raise package.problem(
            told("this workbook has macros, or is of Excel's binary kind"), told("save it as .xlsx")
        )
    if package.xml(main).tag != f"{S}workbook":
        raise package.problem(
            told("this workbook is of the kind Strict Open XML"), told("save it as the ordinary .xlsx")
        )
    return ExcelFile(package, main)
