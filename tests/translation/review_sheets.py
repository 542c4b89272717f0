"""What tests of review sheets share: small catalogs, files made of them, and edits as reviewers make them."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree

from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import Text
from planreports.lao.line_breaks import LineBreaker
from planreports.translation.catalog_files import CatalogFile, catalog_files
from planreports.translation.sheets.document import ReviewDocument
from planreports.translation.sheets.exporting import SHEET_FORMATS
from planreports.translation.sheets.merging import Merge, Preference, Reviewing, merge
from planreports.translation.sheets.receiving import returned_sheet
from planreports.translation.sheets.rows import Choice, review_sheet
from planreports.translation.sheets.words import SheetWords
from planreports.workspace.appearance import shipped_style

DAY = datetime.date(2026, 5, 4)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADER = (
    'msgid ""\nmsgstr ""\n"Language: lo\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
PLAN = (
    _HEADER
    + """#, fuzzy
msgctxt "1"
msgid "Trade"
msgstr "ການຄ້າ"

#. Title of section 1 (1) in the area: Trade
#, fuzzy
msgctxt "1.1"
msgid "Investment"
msgstr "ການລົງທຶນ"

#. 1 (1) ¶1 · Trade · Investment
#. The sentence after, 1.1.1b: They met {number} times.
#, fuzzy
msgctxt "1.1.1a"
msgid "Both sides welcomed the exchange."
msgstr "ສອງຝ່າຍຍິນດີຕໍ່ການແລກປ່ຽນ."

#. 1 (1) ¶1 · Trade · Investment
#. The sentence before, 1.1.1a: Both sides welcomed the exchange.
# Ask the protocol office.
#, fuzzy
#| msgctxt "1.1.1b"
#| msgid "They met {number} days."
msgctxt "1.1.1b"
msgid "They met {number} times."
msgstr "ໄດ້ພົບກັນ {number} ມື້."

# reviewed: 2026-04-01 by Ms A
msgctxt "1.2"
msgid "Health"
msgstr "ສາທາລະນະສຸກ"

# state: official
msgctxt "2"
msgid "Education"
msgstr "ການສຶກສາ"

msgctxt "2.1"
msgid "Sports"
msgstr ""
"""
)
INTERFACE = (
    _HEADER
    + r"""#: templates/brief.html.jinja:3
#, fuzzy
msgid "=1+1 & <b>\"x\"</b>"
msgstr "=1+1 & <b>\"x\"</b> ບວກ"

#: templates/brief.html.jinja:4
#, fuzzy
msgid "Line one\n  line two"
msgstr "ແຖວໜຶ່ງ\n  ແຖວສອງ"

#: templates/matrix.html.jinja:9
#, fuzzy
msgid " spaced "
msgstr " ຫວ່າງ  ສອງ "

#: templates/matrix.html.jinja:10
msgid "<r>words</r>"
msgstr ""
"""
)


def write_catalogs(folder: Path, plan: str = PLAN, interface: str = INTERFACE) -> Path:
    """Write small catalogs; return their `locales` folder."""
    messages = folder / "locales" / "lo" / "LC_MESSAGES"
    messages.mkdir(parents=True, exist_ok=True)
    (messages / "plan.po").write_text(plan, "utf-8")
    (messages / "planreports.po").write_text(interface, "utf-8")
    return folder / "locales"


def words() -> Catalogs:
    return Catalogs.load([resource("locales")])


def sheet_file(catalogs: list[CatalogFile], format_: str, choice: Choice | None = None) -> bytes:
    """Return the file of a sheet in a format."""
    sheet = review_sheet(catalogs, "lo", choice or Choice())
    made = ReviewDocument(sheet, SheetWords(words(), "lo"), Text.of("Plan"))
    return SHEET_FORMATS[format_].write(made, shipped_style(), LineBreaker())


def merged(
    data: bytes,
    locales: Path,
    name: str = "review.xlsx",
    reviewer: str | None = "Dr B",
    preference: Preference | None = None,
) -> Merge:
    """Return what a returned file comes to."""
    reviewing = Reviewing(words(), DAY, reviewer, preference)
    return merge(returned_sheet(data, name), catalog_files([locales]), reviewing)


def told(merge: Merge) -> list[str]:
    """Return the problems and conflicts of a file as they are printed."""
    return [str(each) for each in merge.refusals]


def with_cells(data: bytes, cells: Mapping[str, Any], sheet: str = "Text of the plan") -> bytes:
    """Return a workbook saved by openpyxl after some of its cells were written."""
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    for reference, value in cells.items():
        book[sheet][reference] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell_of(data: bytes, id_: str, column: str = "C", sheet: str = "Text of the plan") -> str:
    """Return the reference of a cell in the row of a message."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    row = next(cell.row for cell in book[sheet]["A"] if str(cell.value or "").split("\n")[0].strip() == id_)
    return f"{column}{row}"


def with_document(data: bytes, change: Callable[[Any], None], part: str = "word/document.xml") -> bytes:
    """Return a Word file whose main part was changed."""
    return with_part(data, part, lambda content: _changed(content, change))


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return an Office file with a part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == part else content)
    return out.getvalue()


def _changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    root = etree.fromstring(content)
    change(root)
    return etree.tostring(root)


def word_cell(root: Any, id_: str, column: int) -> Any:
    """Return a cell of the row of a message in a Word file's main part."""
    for row in root.iter(f"{W}tr"):
        cells = list(row.iter(f"{W}tc"))
        if len(cells) == 5 and next(cells[0].iter(f"{W}t")).text == id_:
            return cells[column]
    raise AssertionError(id_)


def write_words(cell: Any, text: str) -> None:
    """Write words into a cell of a Word file, in its first run, as Word does: a prompt goes."""
    for prompt in list(cell.iter(f"{W}showingPlcHdr")):
        prompt.getparent().remove(prompt)
    runs = list(cell.iter(f"{W}r"))
    for run in runs:
        for child in list(run):
            if child.tag != f"{W}rPr":
                run.remove(child)
    etree.SubElement(runs[0], f"{W}t").text = text
