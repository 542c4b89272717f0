"""A PDF file becomes an outline: what it claims, its bookmarks, and its structure tree with every word.

pypdf reads the objects, pdfminer the words of the marked content; neither knows who wrote the file.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pypdf
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral

_SUBSET = re.compile(r"^/?[A-Z]{6}\+")
_CLAIM = re.compile(r"<?(pdfaid:part|pdfaid:conformance|pdfuaid:part)[>=\"']+([^<\"']+)")


def outline(data: bytes) -> str:
    """Return the outline of a PDF file."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    words = _Words.of(data)
    sections = (_claims(reader), _bookmarks(reader), _structure(reader, words), _artifacts(words))
    return "\n".join(line for section in sections for line in (*section, ""))


# What the file says of itself ------------------------------------------------------------------------


def _claims(reader: pypdf.PdfReader) -> Iterator[str]:
    root, information = reader.trailer["/Root"], reader.metadata or {}
    yield f"PDF {reader.pdf_header.removeprefix('%PDF-')}, {len(reader.pages)} pages, {_sizes(reader)}"
    for key in sorted(information):
        yield f"{key[1:]}: {information[key]}"
    yield f"Lang: {root.get('/Lang')}"
    yield f"MarkInfo: {_plain(root.get('/MarkInfo'))}"
    yield f"ViewerPreferences: {_plain(root.get('/ViewerPreferences'))}"
    xmp = root["/Metadata"].get_object().get_data().decode()
    yield "XMP: " + ", ".join(f"{name} {value}" for name, value in sorted(set(_CLAIM.findall(xmp))))
    yield f"Fonts: {', '.join(sorted(_fonts(reader)))}"


def _plain(value: Any) -> str:
    return ", ".join(f"{key[1:]}={item}" for key, item in sorted((value or {}).items()))


def _sizes(reader: pypdf.PdfReader) -> str:
    found = dict.fromkeys(
        f"{float(page.mediabox.width) / 72 * 25.4:.0f} × {float(page.mediabox.height) / 72 * 25.4:.0f} mm"
        for page in reader.pages
    )
    return ", ".join(found)


def _fonts(reader: pypdf.PdfReader) -> set[str]:
    return {
        _SUBSET.sub("", font.get_object()["/BaseFont"]).removeprefix("/")
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }


def _bookmarks(reader: pypdf.PdfReader) -> Iterator[str]:
    yield "bookmarks"
    yield from _bookmarks_of(reader, reader.outline, 1)


def _bookmarks_of(reader: pypdf.PdfReader, entries: Any, depth: int) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _bookmarks_of(reader, entry, depth + 1)
        else:
            page = reader.get_destination_page_number(entry)
            yield f"{'  ' * depth}{entry.title} → page {'?' if page is None else page + 1}"


# The words of marked content --------------------------------------------------------------------------


class _Words(PDFDevice):
    """Collects a file's words by page and marked-content id, and those of artifacts by page."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = -1
        self.marked: dict[tuple[int, int], str] = defaultdict(str)
        self.artifacts: dict[int, list[str]] = defaultdict(list)
        self.unmarked: dict[int, str] = defaultdict(str)
        self._open: list[tuple[str, int | None, str | None]] = []
        self._language: dict[tuple[int, int], str | None] = {}

    @classmethod
    def of(cls, data: bytes) -> _Words:
        resources = PDFResourceManager()
        device = cls(resources)
        interpreter = PDFPageInterpreter(resources, device)
        for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data))):
            device.page = number
            interpreter.process_page(page)
        return device

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        name = tag.name if isinstance(tag.name, str) else tag.name.decode()
        given = props if isinstance(props, dict) else {}
        language = given.get("Lang")
        self._open.append((name, given.get("MCID"), language.decode() if language else None))
        if name == "Artifact":
            self.artifacts[self.page].append("")

    def end_tag(self) -> None:
        self._open.pop()

    def render_string(self, textstate: Any, seq: Any, *_: object) -> None:
        font = textstate.font
        words = "".join(
            font.to_unichr(code) for part in seq if isinstance(part, bytes) for code in font.decode(part)
        )
        number = next((number for _, number, _ in reversed(self._open) if number is not None), None)
        if number is not None:
            self._add((self.page, number), words)
        elif any(name == "Artifact" for name, _, _ in self._open):
            self.artifacts[self.page][-1] += words
        else:
            self.unmarked[self.page] += words

    def _add(self, place: tuple[int, int], words: str) -> None:
        """Add words of marked content; those in a language of their own stand as `‹lo: words›`."""
        language = next((each for _, _, each in reversed(self._open) if each), None)
        before, found = self._language.get(place), self.marked[place]
        if language == before and language:
            self.marked[place] = f"{found[:-1]}{words}›"
        else:
            self.marked[place] += f"‹{language}: {words}›" if language else words
        self._language[place] = language


def artifacts(data: bytes) -> dict[int, list[str]]:
    """Return the words of heads, feet and everything else that is no content, by page from 0."""
    return dict(_Words.of(data).artifacts)


def _artifacts(words: _Words) -> Iterator[str]:
    yield "artifacts"
    for page in sorted(words.artifacts):
        parts = [part.strip() for part in words.artifacts[page] if part.strip()]
        if parts:
            yield f"  page {page + 1}: {' | '.join(parts)}"
    for page in sorted(words.unmarked):
        yield f"  page {page + 1}, neither tagged nor artifact: {words.unmarked[page]}"


# The structure tree -----------------------------------------------------------------------------------

_UNSAID = ("/O", "/BBox", "/Width", "/Height", "/Type")
_INLINE = ("Link", "Span", "Reference", "Quote", "Em", "Strong")


def _structure(reader: pypdf.PdfReader, words: _Words) -> Iterator[str]:
    yield "structure"
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    for kid in _list(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]):
        yield from _Element(kid.get_object(), pages, words).lines(1, None)


def _list(value: Any) -> list[Any]:
    value = _resolved(value)
    return list(value) if isinstance(value, list) else [value]


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


class _Element:
    """One structure element of the file."""

    def __init__(self, element: Any, pages: dict[int, int], words: _Words) -> None:
        self.element, self.pages, self.words = element, pages, words
        self.tag = str(element["/S"])[1:]

    def lines(self, depth: int, page: int | None) -> Iterator[str]:
        """Yield this element, its attributes and words, and what is in it; inlines stand among the words."""
        page = self._page(self.element, page)
        own, inner = "", []
        for kid in self._kids(page):
            if isinstance(kid, str):
                own += kid
            elif kid.tag in _INLINE:
                own += kid.inline(page)
            else:
                inner.append(kid)
        yield f"{'  ' * depth}{self._title()}" + (f" “{own}”" if own else "")
        for kid in inner:
            yield from kid.lines(depth + 1, page)

    def inline(self, page: int | None) -> str:
        """Return this element as it stands among words."""
        page = self._page(self.element, page)
        kids = list(self._kids(page))
        inner = "".join(kid if isinstance(kid, str) else kid.inline(page) for kid in kids)
        return f"⟨{self._title()}: {inner}{self._target()}⟩"

    def _page(self, holder: Any, page: int | None) -> int | None:
        return self.pages[holder.raw_get("/Pg").idnum] if "/Pg" in holder else page

    def _title(self) -> str:
        element = self.element
        parts = [self.tag]
        parts += [f"lang={element['/Lang']}"] if "/Lang" in element else []
        parts += [f"alt=“{element['/Alt']}”"] if "/Alt" in element else []
        parts += [f"actual=“{element['/ActualText']}”"] if "/ActualText" in element else []
        for attributes in _list(element["/A"]) if "/A" in element else ():
            given = _resolved(attributes)
            parts += [f"{key[1:]}={_value(given[key])}" for key in sorted(given) if key not in _UNSAID]
        return " ".join(parts)

    def _kids(self, page: int | None) -> Iterator[str | _Element]:
        """Yield the words and elements in this one, in order; where a link leads is said once, at its end."""
        for kid in map(_resolved, _list(self.element["/K"]) if "/K" in self.element else ()):
            if isinstance(kid, int):
                yield self.words.marked.get((-1 if page is None else page, int(kid)), "")
            elif "/S" in kid:
                yield _Element(kid, self.pages, self.words)
            elif kid.get("/Type") == "/MCR":
                place = self._page(kid, page)
                yield self.words.marked.get((-1 if place is None else place, int(kid["/MCID"])), "")

    def _target(self) -> str:
        """Return where this element's link annotations lead."""
        kids = _list(self.element["/K"]) if "/K" in self.element else ()
        found = dict.fromkeys(
            self._destination(_resolved(_resolved(kid)["/Obj"]))
            for kid in kids
            if not isinstance(_resolved(kid), int) and _resolved(kid).get("/Type") == "/OBJR"
        )
        return "".join(f" → {destination}" for destination in found)

    def _destination(self, annotation: Any) -> str:
        action = _resolved(annotation.get("/A", {}))
        if "/URI" in action:
            return str(action["/URI"])
        destination = _resolved(annotation.get("/Dest", action.get("/D")))
        if not isinstance(destination, list):
            return str(destination)
        reference = list.__getitem__(destination, 0)
        return f"page {self.pages[reference.idnum] + 1}"


def _value(value: Any) -> str:
    value = _resolved(value)
    return ",".join(map(_value, value)) if isinstance(value, list) else str(value).removeprefix("/")
