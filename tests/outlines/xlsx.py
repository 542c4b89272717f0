"""A workbook becomes an outline: its properties, and every sheet with its paper, its panes and its cells.

lxml reads the parts as they are in the package. A cell is `A1 “words”`, `A1 1234.5 (format)` or blank; what sets a
part of its words apart stands around it: `‹bold #1F3A5F: words›`. Cells of one row stand under it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

_LINE_FEED = "⏎"


def outline(data: bytes) -> str:
    """Return the outline of a workbook."""
    book = _Book(data)
    return "\n".join([*book.properties(), *(line for name in book.sheets for line in book.sheet(name)), ""])


def words(data: bytes) -> str:
    """Return the words of a workbook's cells, a line each."""
    book = _Book(data)
    texts = [_decoded("".join(item.itertext("{*}t"))) for item in book.strings]
    sheets = [book.part(part) for part in book.sheets.values()]
    cells = [cell for sheet in sheets for cell in sheet.iter("{*}c") if cell.get("t") == "s"]
    return "\n".join(texts[int(cell.findtext("{*}v") or 0)] for cell in cells)


def _decoded(text: str) -> str:
    """Return a string as Excel reads it: `_x000A_` is a character (ISO/IEC 29500-1, 22.9.2.19)."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


class _Book:
    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    @cached_property
    def strings(self) -> list[etree._Element]:
        return list(self.part("xl/sharedStrings.xml").iter("{*}si"))

    @cached_property
    def styles(self) -> etree._Element:
        return self.part("xl/styles.xml")

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Return the part of every sheet, by its name."""
        targets = {each.get("Id"): each.get("Target") for each in self.part("xl/_rels/workbook.xml.rels")}
        key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        return {
            each.get("name", ""): posixpath.join("xl", targets[each.get(key)] or "")
            for each in self.part("xl/workbook.xml").iter("{*}sheet")
        }

    def properties(self) -> Iterator[str]:
        core = self.part("docProps/core.xml")
        yield from sorted(f"{etree.QName(each).localname}: {each.text}" for each in core if each.text)
        for each in self.part("xl/workbook.xml").iter("{*}definedName"):
            yield f"name {each.get('name')}: {each.text}"

    def sheet(self, name: str) -> Iterator[str]:
        root = self.part(self.sheets[name])
        yield f"sheet “{name}”"
        for tag in ("pane", "autoFilter", "pageSetup", "oddHeader", "oddFooter"):
            for each in root.iter(f"{{*}}{tag}"):
                said = " ".join(f"{key}={value}" for key, value in sorted(each.attrib.items()))
                yield f"  {tag} {said}{repr(each.text) if each.text else ''}".rstrip()
        yield "  columns " + " ".join(f"{float(each.get('width', 0)):.0f}" for each in root.iter("{*}col"))
        merged = [each.get("ref", "") for each in root.iter("{*}mergeCell")]
        yield from ([f"  joined {' '.join(merged)}"] if merged else [])
        links = {each.get("ref"): each.get("location") for each in root.iter("{*}hyperlink")}
        for row in root.iter("{*}row"):
            cells = [cell for each in row.iter("{*}c") if (cell := self._cell(each))]
            for cell in cells:
                place = cell.partition(" ")[0]
                yield f"  {cell}" + (f" → {links[place]}" if place in links else "")

    def _cell(self, cell: etree._Element) -> str:
        place, value = cell.get("r", ""), cell.find("{*}v")
        look = self._look(int(cell.get("s", "0")))
        if cell.find("{*}f") is not None:
            return f"{place} FORMULA {cell.find('{*}f').text}"
        if value is None:
            return ""
        if cell.get("t") == "s":
            return f"{place} {look}“{self._words(self.strings[int(value.text or 0)])}”"
        return f"{place} {look}{value.text} ({self._number_format(int(cell.get('s', '0')))})"

    def _words(self, item: etree._Element) -> str:
        parts = []
        for each in item:
            text = _decoded("".join(each.itertext("{*}t") if len(each) else [each.text or ""]))
            font = each.find("{*}rPr")
            parts.append(text if font is None else f"‹{_font(font)}: {text}›")
        return "".join(parts).replace("\n", _LINE_FEED)

    def _style(self, number: int) -> etree._Element:
        return self.styles.find("{*}cellXfs")[number]

    def _look(self, number: int) -> str:
        style = self._style(number)
        font = _font(self.styles.find("{*}fonts")[int(style.get("fontId", "0"))])
        fill = self.styles.find("{*}fills")[int(style.get("fillId", "0"))].find(".//{*}fgColor")
        alignment = style.find("{*}alignment")
        side = None if alignment is None else alignment.get("horizontal")
        said = [
            font,
            None if fill is None else f"on #{fill.get('rgb', '')[2:]}",
            side if side not in (None, "left") else None,
            "quoted" if style.get("quotePrefix") else None,
        ]
        return f"[{', '.join(each for each in said if each)}] "

    def _number_format(self, number: int) -> str:
        id_ = self._style(number).get("numFmtId")
        own = {each.get("numFmtId"): each.get("formatCode") for each in self.styles.iter("{*}numFmt")}
        return own.get(id_) or f"format {id_}"


def _font(font: etree._Element) -> str:
    def value(name: str) -> str | None:
        found = font.find(f"{{*}}{name}")
        return None if found is None else found.get("val", "1")

    colour = font.find("{*}color")
    parts = [
        value("rFont") or value("name"),
        value("sz"),
        None if colour is None else f"#{colour.get('rgb', '')[2:]}",
        "bold" if value("b") else None,
        "italic" if value("i") else None,
    ]
    return " ".join(part for part in parts if part)
