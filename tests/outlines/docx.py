"""A Word file becomes an outline: its properties, paper, running heads, and every block with its words.

lxml reads the parts as they are in the package. Words stand plain; what sets a run apart stands around it:
`‹Style, lo, bold: words›`. Fields are `{PAGE}`, links `[words → where]`, tabs `⇥`, line breaks `⏎`.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NUMBERED_BOOKMARK = re.compile(r"_Ref[0-9]+_")
_SECTION = ("headerReference", "footerReference", "pgSz", "pgMar", "titlePg", "type", "cols")


def outline(data: bytes) -> str:
    """Return the outline of a Word file."""
    package = _Package(data)
    sections = (package.properties(), package.body(), package.running(), package.footnotes())
    text = "\n".join(line for section in sections for line in (*section, ""))
    return _NUMBERED_BOOKMARK.sub("_Ref_", text)


def styles_outline(data: bytes) -> str:
    """Return the outline of a Word file's styles: defaults, and each style with its properties."""
    root = _Package(data).part("word/styles.xml")
    defaults = root.find(f"{W}docDefaults")
    lines = [f"defaults: {_terse(defaults)}"] if defaults is not None else []
    for style in root.findall(f"{W}style"):
        base = style.find(f"{W}basedOn")
        name = style.find(f"{W}name")
        lines += [
            f"{style.get(f'{W}type')} {style.get(f'{W}styleId')}"
            + (f" “{name.get(f'{W}val')}”" if name is not None else "")
            + (f" ← {base.get(f'{W}val')}" if base is not None else "")
        ]
        lines += [
            f"  {_terse(each)}"
            for each in style
            if _local(each) not in ("name", "basedOn", "qFormat", "uiPriority")
        ]
    return "\n".join([*lines, ""])


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else "comment"


def _terse(element: etree._Element) -> str:
    """Return an element as `name{attribute=value}(children)`, without namespaces."""
    attributes = ",".join(f"{etree.QName(key).localname}={value}" for key, value in element.attrib.items())
    children = " ".join(map(_terse, element))
    return (
        _local(element) + (f"{{{attributes}}}" if attributes else "") + (f"({children})" if children else "")
    )


def _val(element: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    found = None if element is None else element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def _is_on(element: etree._Element | None, name: str) -> bool:
    found = None if element is None else element.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "none")


def _millimetres(twips: str | None) -> str:
    return "?" if twips is None else f"{int(twips) / 1440 * 25.4:.0f}"


class _Package:
    """A Word file's parts."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    def relationships(self, part: str) -> dict[str, str]:
        """Return where a part's relationships lead, by their ids."""
        folder, file = posixpath.split(part)
        name = f"{folder}/_rels/{file}.rels"
        if name not in self.zip.namelist():
            return {}
        return {each.get("Id", ""): each.get("Target", "") for each in self.part(name).iter(_RELATIONSHIP)}

    @cached_property
    def document(self) -> _Part:
        return _Part(self.part("word/document.xml"), self.relationships("word/document.xml"))

    def properties(self) -> Iterator[str]:
        core = sorted(f"{_local(each)}: {each.text}" for each in self.part("docProps/core.xml") if each.text)
        yield from core
        settings = self.part("word/settings.xml")
        yield "settings: " + " ".join(sorted(map(_terse, settings)))
        kinds = sorted({posixpath.splitext(name)[0].rstrip("0123456789") for name in self.zip.namelist()})
        yield "parts: " + ", ".join(kind for kind in kinds if "media/" not in kind)
        media = sorted(posixpath.splitext(name)[1] for name in self.zip.namelist() if "media/" in name)
        yield "media: " + ", ".join(media)

    def body(self) -> Iterator[str]:
        yield "body"
        body = self.document.root.find(f"{W}body")
        yield from self.document.blocks(body if body is not None else (), 1)

    def running(self) -> Iterator[str]:
        """Yield the running heads and feet, in the order of the sections that refer to them."""
        yield "running heads and feet"
        kinds = (f"{W}headerReference", f"{W}footerReference")
        for number, section in enumerate(self.document.root.iter(f"{W}sectPr"), 1):
            for reference in section.iter(*kinds):
                target = self.document.relationships[reference.get(f"{R}id", "")]
                part = f"word/{target}"
                yield f"  section {number}, {_local(reference)[:6]}, {reference.get(f'{W}type')}"
                yield from _Part(self.part(part), self.relationships(part)).blocks(self.part(part), 2)

    def footnotes(self) -> Iterator[str]:
        yield "footnotes"
        part = "word/footnotes.xml"
        if part not in self.zip.namelist():
            return
        whole = _Part(self.part(part), self.relationships(part))
        for note in whole.root.findall(f"{W}footnote"):
            if note.get(f"{W}type") in (None, "normal"):
                yield f"  {note.get(f'{W}id')}"
                yield from whole.blocks(note, 2)


class _Part:
    """A part with words."""

    def __init__(self, root: etree._Element, relationships: dict[str, str]) -> None:
        self.root, self.relationships = root, relationships

    def blocks(self, blocks: Iterable[etree._Element], depth: int) -> Iterator[str]:
        """Yield a line for each block, and for what is in it."""
        indent = "  " * depth
        for block in blocks:
            match _local(block):
                case "p":
                    yield indent + self._paragraph(block)
                    for section in block.iter(f"{W}sectPr"):
                        yield indent + _section(section)
                case "tbl":
                    yield indent + _table(block)
                    yield from self._rows(block, depth + 1)
                case "sdt":
                    yield f"{indent}control {_terse(block[0])}"
                    yield from self.blocks(block.find(f"{W}sdtContent"), depth + 1)
                case "sectPr":
                    yield indent + _section(block)
                case other:
                    yield f"{indent}<{other}>"

    def _rows(self, table: etree._Element, depth: int) -> Iterator[str]:
        indent = "  " * depth
        for row in table:
            if _local(row) == "sdt":
                yield f"{indent}control {_terse(row[0])}"
                yield from self._rows(row.find(f"{W}sdtContent"), depth + 1)
            if _local(row) != "tr":
                continue
            properties = row.find(f"{W}trPr")
            names = [] if properties is None else [_local(each) for each in properties]
            yield " ".join([f"{indent}row", *names])
            for cell in row.findall(f"{W}tc"):
                yield f"{indent}  cell{_cell(cell.find(f'{W}tcPr'))}"
                inside = [each for each in cell if _local(each) != "tcPr"]
                yield from self.blocks(inside, depth + 2)

    def _paragraph(self, paragraph: etree._Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        style = _val(properties, "pStyle") or "no style"
        own = [
            _terse(each)
            for each in (properties if properties is not None else ())
            if _local(each) not in ("pStyle", "sectPr", "rPr")
        ]
        anchors = [
            f"#{name}" for each in paragraph.iter(f"{W}bookmarkStart") if (name := each.get(f"{W}name"))
        ]
        return " ".join([style, *own, *anchors]) + f" | {self._words(paragraph)}"

    def _words(self, holder: etree._Element) -> str:
        pieces: list[tuple[str, str]] = []
        self._pieces(holder, pieces)
        merged: list[tuple[str, str]] = []
        for look, words in pieces:
            if merged and merged[-1][0] == look:
                merged[-1] = (look, merged[-1][1] + words)
            else:
                merged.append((look, words))
        return "".join(f"‹{look}: {words}›" if look else words for look, words in merged)

    def _pieces(self, holder: etree._Element, pieces: list[tuple[str, str]]) -> None:
        for child in holder:
            match _local(child):
                case "r":
                    self._run(child, pieces)
                case "hyperlink":
                    anchor, relation = child.get(f"{W}anchor"), child.get(f"{R}id")
                    target = f"#{anchor}" if anchor else self.relationships.get(relation or "", "?")
                    pieces.append(("", f"[{self._words(child)} → {target}]"))
                case "sdt":
                    pieces.append(("", f"control {_terse(child[0])}"))
                    self._pieces(child.find(f"{W}sdtContent"), pieces)
                case "fldSimple" | "ins" | "smartTag":
                    pieces.append(("", f"{{{(child.get(f'{W}instr') or '').strip()}}}"))

    def _run(self, run: etree._Element, pieces: list[tuple[str, str]]) -> None:
        """Add a run's words; a field is its instruction and result, `{PAGE: 1}`."""
        look = _look(run.find(f"{W}rPr"))
        for child in run:
            name = _local(child)
            if name == "fldChar":
                sign = {"begin": "{", "separate": ":", "end": "}"}[child.get(f"{W}fldCharType", "")]
                pieces.append(("", sign))
            elif name == "instrText":
                pieces.append(("", (child.text or "").strip()))
            elif name == "footnoteReference":
                pieces.append((look, f"[^{child.get(f'{W}id')}]"))
            elif name in ("drawing", "pict"):
                pieces.append(("", _picture(child)))
            elif name in ("t", "delText"):
                pieces.append((look, child.text or ""))
            elif name in ("tab", "br", "noBreakHyphen", "softHyphen"):
                kind = child.get(f"{W}type")
                sign = {"tab": "⇥", "br": f"⏎{kind}" if kind else "⏎"}.get(name, f"<{name}>")
                pieces.append((look, sign))


def _look(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    language = _val(properties, "lang", "bidi" if _is_on(properties, "cs") else "val")
    parts = [
        _val(properties, "rStyle"),
        None if language in (None, "en-GB") else language,
        "bold" if _is_on(properties, "b") else None,
        "italic" if _is_on(properties, "i") else None,
    ]
    return ", ".join(part for part in parts if part)


def _picture(element: etree._Element) -> str:
    for watermark in element.iter(f"{VML}textpath"):
        if watermark.get("string"):
            return f"(words behind the page: {watermark.get('string')})"
    about, extent = element.find(f".//{WP}docPr"), element.find(f".//{WP}extent")
    if about is None or extent is None:
        return f"({_local(element)})"
    size = " × ".join(f"{int(extent.get(side, '0')) / 36000:.0f}" for side in ("cx", "cy"))
    svg = ", SVG" if any(_local(each) == "svgBlip" for each in element.iter()) else ""
    return f"(picture “{about.get('descr')}”, {size} mm{svg})"


def _table(table: etree._Element) -> str:
    properties = table.find(f"{W}tblPr")
    grid = [each.get(f"{W}w") for each in table.findall(f"{W}tblGrid/{W}gridCol")]
    others = [
        _terse(each)
        for each in (properties if properties is not None else ())
        if _local(each) not in ("tblStyle", "tblW", "tblLayout")
    ]
    style = _val(properties, "tblStyle") or "no style"
    return " ".join(["table", style, f"{' + '.join(map(_millimetres, grid))} mm", *others])


def _cell(properties: etree._Element | None) -> str:
    """Return what sets a cell apart: spans and shading, not its width and padding."""
    said = [
        _terse(each)
        for each in (properties if properties is not None else ())
        if _local(each) not in ("tcW", "tcMar")
    ]
    return "".join(f" {each}" for each in said)


def _section(section: etree._Element) -> str:
    size = f"{_millimetres(_val(section, 'pgSz', 'w'))} × {_millimetres(_val(section, 'pgSz', 'h'))} mm"
    sides = ("top", "right", "bottom", "left", "header", "footer")
    margins = " ".join(f"{side} {_millimetres(_val(section, 'pgMar', side))}" for side in sides)
    first = ", own first page" if _is_on(section, "titlePg") else ""
    kinds = [f"{_local(each)[:6]} {each.get(f'{W}type')}" for each in section if "Reference" in _local(each)]
    others = [_terse(each) for each in section if _local(each) not in _SECTION]
    turned = _val(section, "pgSz", "orient") or "portrait"
    return f"section {turned} {size}, {margins}{first}: {', '.join(kinds)} {' '.join(others)}".strip()
