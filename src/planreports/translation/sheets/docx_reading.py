"""A returned Word file becomes rows: found by the keys that stand hidden in the first cells of its tables.

Content controls are looked through, not relied on: a program that drops them keeps the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from planreports.errors import Problem
from planreports.files.word_file import W, WordFile
from planreports.told import counted, told
from planreports.translation.sheets.columns import HEADS_KEY, REVIEWER_KEY, SheetField
from planreports.translation.sheets.keys import KEY_TEXT, RowKey, plain
from planreports.translation.sheets.returned import Place, ReturnedRow, ReturnedSheet

_FIELDS = (
    SheetField.REFERENCE,
    SheetField.SOURCE,
    SheetField.TRANSLATION,
    SheetField.STATE,
    SheetField.NOTE,
)
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}instrText",
    f"{W}delText",
    f"{W}txbxContent",
    f"{W}sdtPr",
    f"{_MARKUP}Fallback",
}
"""What is not part of a text: what tracked changes have taken away, codes of fields, boxes."""

_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}


def read_docx(file: WordFile) -> ReturnedSheet | None:
    """Return the rows of a Word file; None if it has no row of a review sheet.

    Changes that are tracked count as accepted.
    """
    rows: list[ReturnedRow] = []
    problems: list[Problem] = []
    reviewer, is_sheet = "", False
    for number, table in enumerate(file.document.iter(f"{W}tbl"), 1):
        found: list[ReturnedRow] = []
        for line, row in enumerate(_rows(table), 1):
            place = Place(file.package.name, f"table {number}, row {line}")
            cells = [_paragraphs(each) for each in _cells(row)]
            text, key = _parted("\n".join(cells[0])) if cells else ("", "")
            if key == REVIEWER_KEY:
                is_sheet, reviewer = True, "\n".join(cells[1]).strip() if len(cells) > 1 else ""
            elif parsed := RowKey.parse(key):
                is_sheet = True
                if len(cells) == len(_FIELDS):
                    found.append(_row(parsed, text, cells, place))
                else:
                    expected = told("{number} are expected", number=len(_FIELDS))
                    message = counted(len(cells), "this row has {number} cell", "this row has {number} cells")
                    problems.append(place.problem(message, expected))
            elif is_sheet and key != HEADS_KEY and _has_words(cells):
                problems.append(place.lost_key())
        rows += (replace(each, reviewer=reviewer) for each in found)
    return ReturnedSheet(file.package.name, tuple(rows), tuple(problems)) if is_sheet else None


def _row(key: RowKey, reference: str, cells: Sequence[Sequence[str]], place: Place) -> ReturnedRow:
    """Return a row; of its English cell the first paragraph is the message, the others stand beside it."""
    translation, state, note = ("\n".join(each) for each in cells[2:])
    id_ = reference.split("\n", maxsplit=1)[0].strip()
    named = replace(place, inside=f"{place.inside} ({id_})")
    source = cells[1][0] if cells[1] else ""
    return ReturnedRow(key, id_, source, translation, state.strip(), note, named)


def _has_words(cells: Sequence[Sequence[str]]) -> bool:
    """Return whether a row looks like one of messages: it has an id, a translation and a state."""
    return len(cells) == len(_FIELDS) and all("".join(cells[each]).strip() for each in (0, 2, 3))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield a table's own rows, those in content controls too, not those of tables in its cells."""
    for each in table:
        if each.tag == f"{W}tr":
            if each.find(f"{W}trPr/{W}del") is None:
                yield each
        elif each.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _rows(each)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for each in row:
        if each.tag == f"{W}tc":
            yield each
        elif each.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _cells(each)


def _paragraphs(cell: etree._Element) -> list[str]:
    """Return the words of a cell's paragraphs, without those of boxes that stand on it, and of prompts."""
    others = [*cell.iter(f"{W}txbxContent"), *filter(_is_prompt, cell.iter(f"{W}sdt"))]
    left_out = {id(each) for other in others for each in other.iter(f"{W}p")}
    return [plain("".join(_words(each))) for each in cell.iter(f"{W}p") if id(each) not in left_out]


def _words(element: etree._Element) -> Iterator[str]:
    for each in element:
        if each.tag in _SKIPPED or _is_prompt(each):
            continue
        if each.tag == f"{W}t":
            yield each.text or ""
        elif each.tag in _BREAKS and element.tag == f"{W}r":
            yield _BREAKS[each.tag]
        elif each.tag != f"{W}p":
            yield from _words(each)


def _is_prompt(element: etree._Element) -> bool:
    """Return whether an element is a content control that shows what to write in it (17.5.2.39).

    Word puts words of its own into a control that is emptied: `Click or tap here to enter text.`
    """
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _parted(text: str) -> tuple[str, str]:
    """Return the words of a first cell and the key in them, empty where there is none."""
    found = KEY_TEXT.search(text)
    if not found:
        return text, ""
    return text[: found.start()] + text[found.end() :], found[0]
