"""A review document becomes a Word file that is a form: all is locked but what the reviewer is to write.

The file is written as every document is; then the cells to write in become content controls (ISO/IEC
29500-1, 17.5.2), states a list to choose from, and the whole is protected for filling in (17.15.1.29). Each
row's key stands in its first cell as hidden text (17.3.2.41), which every program keeps that opens the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from lxml import etree

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.files.word_file import W
from planreports.lao.line_breaks import LineBreaker
from planreports.translation.sheets.columns import HEADS_KEY, REVIEWER_KEY
from planreports.translation.sheets.document import ReviewDocument, sheet_style
from planreports.translation.sheets.keys import key_of
from planreports.translation.sheets.rows import SheetPart
from planreports.translation.sheets.words import COMMENT, REVIEWER, STATE, SheetWords
from planreports.writers.docx import write

Element = Any
"""An element of the body: what is looked for is there, since we wrote it."""

_DOCUMENT, _SETTINGS = "word/document.xml", "word/settings.xml"
_ROOM = "\u2002" * 5
"""What stands in a control without words, so that one can click on it: as in form fields of Word."""

_TRANSLATION, _STATE, _NOTE = 2, 3, 4


def write_docx(made: ReviewDocument, stylesheet: Stylesheet, breaker: LineBreaker) -> bytes:
    """Return a review sheet as a Word file, the same bytes for the same sheet.

    Raises WritingError for characters that a Word file cannot hold.
    """
    whole: Document = made.whole()
    written = write(whole, sheet_style(stylesheet), breaker)
    return _with_parts(written, _Form(made.words), made.sheet.parts)


def _with_parts(written: bytes, form: _Form, parts: Sequence[SheetPart]) -> bytes:
    """Return the bytes of a written file whose body is a form and whose settings protect it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == _DOCUMENT:
                content = form.made_of(content, parts)
            elif entry.filename == _SETTINGS:
                content = _protected(content)
            new.writestr(entry, content)
    return out.getvalue()


def _protected(settings: bytes) -> bytes:
    """Return the settings with the protection that lets forms be filled in and nothing else."""
    root: Element = etree.fromstring(settings)
    protection = etree.Element(f"{W}documentProtection")
    protection.set(f"{W}edit", "forms")
    protection.set(f"{W}enforcement", "1")
    root.find(f"{W}defaultTabStop").addprevious(protection)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class _Form:
    """Turns cells of a written body into content controls, whose ids count from 1."""

    def __init__(self, words: SheetWords) -> None:
        self.words = words
        self._numbers = count(1)

    def made_of(self, content: bytes, parts: Sequence[SheetPart]) -> bytes:
        root: Element = etree.fromstring(content)
        tables = list(root.iter(f"{W}tbl"))[-2 * len(parts) :]
        for part, reviewer, table in zip(parts, tables[::2], tables[1::2], strict=True):
            self._reviewer(reviewer)
            self._rows(part, table)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _reviewer(self, table: Element) -> None:
        head, name = table.iter(f"{W}tc")
        _hide(head, REVIEWER_KEY)
        self._to_write_in(name, self.words.line(self.words.of(REVIEWER)), REVIEWER_KEY)

    def _rows(self, part: SheetPart, table: Element) -> None:
        rows = (each for each in table.iter(f"{W}tr") if len(each.findall(f"{W}tc")) == _NOTE + 1)
        _hide(next(rows).find(f"{W}tc"), HEADS_KEY)
        for row, cells in zip(part.rows, _cells(rows), strict=True):
            message, key = row.message, str(key_of(row.message, self.words.language))
            _hide(cells[0], key)
            language = self.words.line(self.words.language_name())
            self._to_write_in(cells[_TRANSLATION], f"{language} {message.id}", key)
            self._to_choose(cells[_STATE], self.words.state(message.state), key)
            self._to_write_in(cells[_NOTE], self.words.line(self.words.of(COMMENT)), key)

    def _to_write_in(self, cell: Element, name: str, tag: str) -> None:
        """Make a cell's words the content of a control.

        It is one of rich text inside the paragraph: one of plain text (17.5.2.44), or one around paragraphs,
        comes back from LibreOffice 7.4 with its words several times.
        """
        control = self._control(name, tag)
        _put_into(control, cell.find(f"{W}p"))

    def _to_choose(self, cell: Element, chosen: str, tag: str) -> None:
        """Make a cell's words the chosen one of the list of states (17.5.2.15)."""
        paragraph = cell.find(f"{W}p")
        control = self._control(self.words.line(self.words.of(STATE)), tag)
        choices = etree.SubElement(control.find(f"{W}sdtPr"), f"{W}dropDownList")
        choices.set(f"{W}lastValue", chosen)
        for state in self.words.states():
            item = etree.SubElement(choices, f"{W}listItem")
            item.set(f"{W}displayText", state)
            item.set(f"{W}value", state)
        _put_into(control, paragraph)

    def _control(self, name: str, tag: str) -> Element:
        control: Element = etree.Element(f"{W}sdt")
        properties = etree.SubElement(control, f"{W}sdtPr")
        for kind, value in (
            ("alias", name[:64]),
            ("tag", tag[:64]),
            ("id", str(next(self._numbers))),
            ("lock", "sdtLocked"),
        ):
            etree.SubElement(properties, f"{W}{kind}").set(f"{W}val", value)
        return control


def _put_into(control: Element, paragraph: Element) -> None:
    """Put a paragraph's runs into a control, and the control into the paragraph; or room to write in."""
    runs = paragraph.findall(f"{W}r")
    if not runs:
        etree.SubElement(control.find(f"{W}sdtPr"), f"{W}showingPlcHdr")
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}t").text = _ROOM
        runs = [run]
    content = etree.SubElement(control, f"{W}sdtContent")
    content.extend(runs)
    paragraph.append(control)


def _cells(rows: Iterator[Element]) -> Iterator[list[Element]]:
    for row in rows:
        yield row.findall(f"{W}tc")


def _hide(cell: Element, key: str) -> None:
    """Put a key into a cell's first paragraph, as text that is not shown."""
    run = etree.SubElement(cell.find(f"{W}p"), f"{W}r")
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}vanish")
    etree.SubElement(run, f"{W}t").text = key
