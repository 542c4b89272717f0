"""A returned Excel workbook becomes rows: found by the hidden row and column of the sheet that went out.

What stands in cells is read as text (ISO/IEC 29500-1, 18.3.1.4); a formula is never worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from planreports.errors import Problem
from planreports.files.excel_file import ExcelFile, S
from planreports.files.office_package import OfficePackage
from planreports.told import Told, told
from planreports.translation.sheets.columns import HEADS_KEY, REVIEWER_KEY, STAMP, SheetField
from planreports.translation.sheets.keys import RowKey, plain
from planreports.translation.sheets.returned import Place, ReturnedRow, ReturnedSheet

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_STAMPED = re.compile(rf"{re.escape(STAMP)}: (?P<field>[a-z]+)")
_ROWS_ABOVE = 10
"""Among how many rows at the top the hidden one is looked for: rows may have been put above it."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: its words, its column, and what it holds instead of words, if it does."""

    text: str
    reference: str
    instead: Told | None = None


_Row = Mapping[str, _Cell]
"""A row's cells by the letters of their columns."""


def read_xlsx(file: ExcelFile) -> ReturnedSheet | None:
    """Return the rows of a workbook; None if no sheet of it is a review sheet.

    Raises DataError for parts that are missing or no XML.
    """
    workbook = _Workbook(file.package, file.main)
    found = [sheet for each in workbook.sheets() if (sheet := _review_rows(each)) is not None]
    if not found:
        return None
    rows = tuple(row for sheet in found for row in sheet.rows)
    return ReturnedSheet(file.package.name, rows, tuple(each for sheet in found for each in sheet.problems))


@dataclass
class _Workbook:
    package: OfficePackage
    main: str

    def sheets(self) -> Iterator[_Sheet]:
        """Yield the sheets of cells, in order."""
        relationships = self.package.relationships(self.main)
        for each in self.package.xml(self.main).iter(f"{S}sheet"):
            related = relationships.get(each.get(_R_ID, ""))
            if related and related.type.endswith("/worksheet") and not related.is_external:
                rows = list(self._rows(self.package.xml(related.target)))
                yield _Sheet(self.package.name, each.get("name", ""), rows)

    @cached_property
    def shared(self) -> Sequence[str]:
        """Return the strings that cells refer to (18.4.8)."""
        part = self.package.related(self.main, "sharedStrings")
        return [_words(each) for each in self.package.xml(part).iter(f"{S}si")] if part else []

    def _rows(self, root: etree._Element) -> Iterator[_Row]:
        for row in root.iter(f"{S}row"):
            cells: dict[str, _Cell] = {}
            for each in row.iter(f"{S}c"):
                if match := _REFERENCE.fullmatch(each.get("r", "")):
                    cells[match[1]] = self._cell(each, match[0])
            yield cells

    def _cell(self, cell: etree._Element, reference: str) -> _Cell:
        kind, value = cell.get("t", "n"), cell.findtext(f"{S}v") or ""
        formula = cell.find(f"{S}f")
        if formula is not None:
            return _Cell("", reference, told("a formula, `={words}`", words=(formula.text or "")[:40]))
        if kind == "s":
            known = value.isdigit() and int(value) < len(self.shared)
            return _Cell(self.shared[int(value)] if known else "", reference)
        if kind == "inlineStr":
            return _Cell("".join(map(_words, cell.findall(f"{S}is"))), reference)
        if kind == "str" or not value:
            return _Cell(_unescaped(value), reference)
        instead = told("a number, a date or a sign of an error, `{value}`", value=value[:40])
        return _Cell(value, reference, instead)


@dataclass
class _Sheet:
    """A sheet; `problems` are gathered while its rows are read."""

    file: str
    name: str
    rows: Sequence[_Row]
    problems: list[Problem] = field(default_factory=list)

    def place(self, reference: str) -> Place:
        return Place(self.file, f"{self.name}!{reference}")

    def text(self, row: _Row, column: str | None) -> str:
        """Return a cell's words; note what it holds instead of any."""
        cell = row.get(column or "")
        if cell is None:
            return ""
        if cell.instead:
            message = told("the cell holds {instead}: words are expected", instead=cell.instead)
            hint = told("format it as text")
            self.problems.append(self.place(cell.reference).problem(message, hint))
        return plain(cell.text)


def _review_rows(sheet: _Sheet) -> ReturnedSheet | None:
    """Return a sheet's rows of messages; None where no hidden row says what its columns hold."""
    for number, row in enumerate(sheet.rows[:_ROWS_ABOVE]):
        columns = {
            match["field"]: column
            for column, cell in row.items()
            if (match := _STAMPED.fullmatch(cell.text.strip()))
        }
        if columns:
            return _ReviewReader(sheet, columns).read(sheet.rows[number + 1 :])
    return None


@dataclass
class _ReviewReader:
    sheet: _Sheet
    columns: Mapping[str, str]

    def read(self, rows: Sequence[_Row]) -> ReturnedSheet:
        missing = [each for each in SheetField if each not in self.columns and each is not SheetField.CONTEXT]
        if missing:
            names = ", ".join(missing)
            place = Place(self.sheet.file, self.sheet.name)
            return ReturnedSheet(
                self.sheet.file,
                (),
                (place.problem(told("columns of the sheet are missing: {names}", names=names)),),
            )
        reviewer, found = "", []
        for row in rows:
            key_cell = row.get(self.columns[SheetField.KEY])
            key_text = key_cell.text.strip() if key_cell else ""
            if key_text == REVIEWER_KEY:
                reviewer = self._text(row, SheetField.TRANSLATION).strip()
            elif key := RowKey.parse(key_text):
                found.append(self._row(row, key))
            elif key_text != HEADS_KEY and self._has_words(row):
                self._without_key(row)
        rows_with_reviewer = tuple(replace(each, reviewer=reviewer) for each in found)
        return ReturnedSheet(self.sheet.file, rows_with_reviewer, tuple(self.sheet.problems))

    def _row(self, row: _Row, key: RowKey) -> ReturnedRow:
        number = _number(row)
        places = {each: self.sheet.place(f"{column}{number}") for each, column in self._fields()}
        return ReturnedRow(
            key,
            self._text(row, SheetField.REFERENCE).split("\n")[0].strip(),
            self._text(row, SheetField.SOURCE),
            self._text(row, SheetField.TRANSLATION),
            self._text(row, SheetField.STATE).strip(),
            self._text(row, SheetField.NOTE),
            places[SheetField.TRANSLATION],
            places,
        )

    def _fields(self) -> Iterator[tuple[SheetField, str]]:
        for each in SheetField:
            if each in self.columns:
                yield each, self.columns[each]

    def _text(self, row: _Row, part: SheetField) -> str:
        return self.sheet.text(row, self.columns[part])

    def _has_words(self, row: _Row) -> bool:
        """Return whether a row looks like one of messages."""
        parts = (SheetField.REFERENCE, SheetField.TRANSLATION, SheetField.STATE)
        return all((cell := row.get(self.columns[each])) and cell.text.strip() for each in parts)

    def _without_key(self, row: _Row) -> None:
        place = self.sheet.place(row[self.columns[SheetField.REFERENCE]].reference)
        self.sheet.problems.append(place.lost_key())


def _number(row: _Row) -> int:
    match = _REFERENCE.fullmatch(next(iter(row.values())).reference)
    return int(match[2]) if match else 0


def _words(string: etree._Element) -> str:
    """Return a string's words (18.4.12), those of all its runs, without how they are pronounced."""
    texts = (each for each in string.iter(f"{S}t") if each.getparent() is not None)
    return "".join(_unescaped(each.text or "") for each in texts if _is_shown(each))


def _is_shown(text: etree._Element) -> bool:
    parent = text.getparent()
    return parent is None or parent.tag != f"{S}rPh"


def _unescaped(text: str) -> str:
    """Return a string with the characters that it names by number (ST_Xstring, 22.9.2.19)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
