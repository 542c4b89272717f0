"""The file of a workbook: its sheets' paper, its properties, and bytes that hold nothing of the clock."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from planreports.document.nodes import Document, Metadata, Section
from planreports.document.styles import PageStyle, Stylesheet
from planreports.files.characters import REFUSED
from planreports.writers.xlsx.formats import sheet_scale
from planreports.writers.xlsx.running import RunningWords

_INCH = 25.4
_PAPERS = {(210, 297): 9, (297, 420): 8, (148, 210): 11, (216, 279): 1}
"""Sizes of paper by their millimetres, and their numbers (ISO/IEC 29500-1, 18.3.1.63)."""

_LONGEST_PROPERTY = 255
_CORE = "docProps/core.xml"
_CLOCK = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter says nothing of its types
    """A sheet whose rows have a height, but not one that Excel keeps when their words change."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        """Write a start tag; XlsxWriter 3.3 has no option for a row's height that is not the user's own."""
        kept = [each for each in attributes if tag != "row" or each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)


class WorkbookFile:
    """A workbook in the making."""

    def __init__(self, document: Document, stylesheet: Stylesheet) -> None:
        self.document, self.stylesheet = document, stylesheet
        self._out = io.BytesIO()
        body = stylesheet.paragraph["table-body"]
        self.book = Workbook(
            self._out,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "default_format_properties": {
                    "font_name": stylesheet.family("Latn"),
                    "font_size": round(2 * body.size * sheet_scale(stylesheet)) / 2,
                },
            },
        )
        self._describe(document.metadata)

    def _describe(self, metadata: Metadata) -> None:
        """Write the core properties: the document's own, never the machine's or its user's."""
        properties: dict[str, object] = {
            "title": _property(metadata.title),
            "subject": _property(metadata.subject),
            "author": _property(metadata.author),
        }
        if metadata.moment:
            properties["created"] = metadata.moment.replace(tzinfo=None)
        self.book.set_properties(properties)

    def sheet(self, name: str, section: Section | None = None) -> Worksheet:
        """Return a new sheet with the paper, head and foot of a section, the first one unless given."""
        section = section or self.document.sections[0]
        sheet, page = self.book.add_worksheet(name, _Sheet), self.stylesheet.page
        if paper := _paper(page):
            sheet.set_paper(paper)
        if section.orientation == "landscape":
            sheet.set_landscape()
        margins = page.margins
        sheet.set_margins(
            margins.left / _INCH, margins.right / _INCH, margins.top / _INCH, margins.bottom / _INCH
        )
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        running = RunningWords(self.stylesheet, self.document.language, _text_width(section, page))
        sheet.set_header(running.head((*section.header, *section.watermark)))
        sheet.set_footer(running.foot(section.footer))
        return sheet

    def saved(self) -> bytes:
        """Return the workbook's bytes, the same for the same content."""
        self.book.close()
        data = self._out.getvalue()
        return data if self.document.metadata.moment else _without_clock(data)


def _property(words: str) -> str:
    """Return a core property, cut where Excel would refuse it."""
    words = REFUSED.sub("", words)
    return words if len(words) <= _LONGEST_PROPERTY else words[: _LONGEST_PROPERTY - 1] + "…"


def _text_width(section: Section, page: PageStyle) -> float:
    """Return how wide the text of a section's pages is, in millimetres."""
    short, long = sorted((page.width_mm, page.height_mm))
    paper = long if section.orientation == "landscape" else short
    return paper - page.margins.left - page.margins.right


def _paper(page: PageStyle) -> int | None:
    short, long = sorted((round(page.width_mm), round(page.height_mm)))
    return _PAPERS.get((short, long))


def _without_clock(data: bytes) -> bytes:
    """Return a workbook's bytes without the moment of its making, which XlsxWriter 3.3 takes from the clock
    where a document has none."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in made.infolist():
            content = made.read(entry)
            same = zipfile.ZipInfo(entry.filename, _ZIP_TIME)
            same.compress_type, same.external_attr = zipfile.ZIP_DEFLATED, entry.external_attr
            kept.writestr(same, _CLOCK.sub(b"", content) if entry.filename == _CORE else content)
    return out.getvalue()
