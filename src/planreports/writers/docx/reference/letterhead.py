"""A reference's running heads and feet are put around ours: theirs at the paper's edge, ours at the text.

Ours are never left out, since they hold the marking that says who may read the document. Pictures come along;
nothing that leads out of the file does.
"""

from __future__ import annotations

import copy
import hashlib
import posixpath
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from planreports.errors import Problem
from planreports.files.word_file import W
from planreports.told import told
from planreports.writers.docx.package import TextPart
from planreports.writers.docx.pictures import Pictures
from planreports.writers.docx.reference.cleaning import without_traces
from planreports.writers.docx.reference.source import Reference, RunningPlace
from planreports.writers.docx.reference.styles import MergedStyles, origin, used_styles

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_ADDRESSES = frozenset({"src", "href", "althref"})
"""Attributes of VML and others that lead out of the file (ISO/IEC 29500-4, 14.1)."""

_LINKS = frozenset(f"{_DRAWING}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_OBJECTS = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_PICTURES = ("image/",)


class RunningPart(NamedTuple):
    """A running head or foot of ours that has been written, and whether it is the first section's."""

    place: RunningPlace
    part: TextPart
    is_first_section: bool


@dataclass
class Letterhead:
    """The running heads and feet of one document with a reference."""

    reference: Reference
    styles: MergedStyles
    pictures: Pictures

    def add(self, running: Iterable[RunningPart]) -> Iterator[Problem]:
        """Put the reference's running heads and feet around ours; yield a warning for what was left out.

        What a reference has in the styles of ours, since it was made from a document of ours, is ours: it is
        not put there twice.
        """
        running = list(running)
        ours = frozenset(origin(id_) for each in running for id_ in used_styles(each.part.content))
        for each in running:
            source = self._source(each)
            if source is not None:
                yield from self._added(each, source, ours)

    def _source(self, running: RunningPart) -> str | None:
        """Return the reference's part for a place; its first page is the document's first."""
        found = self.reference.running
        kind, pages = running.place
        has_first = self.reference.page is not None and self.reference.page.has_first_page
        if pages == "first" and has_first and running.is_first_section:
            return found.get(running.place)
        default = found.get(RunningPlace(kind, "default"))
        return found.get(running.place, default) if pages == "even" else default

    def _added(self, running: RunningPart, source: str, ours: Collection[str]) -> Iterator[Problem]:
        root = without_traces(copy.deepcopy(self.reference.file.package.xml(source)))
        self._rename_styles(root)
        _remove_styled(root, ours)
        yield from self._connected(root, source, running.part)
        for properties in root.iter(f"{_PLACING}docPr"):
            properties.set("id", str(self.pictures.next_number()))
        running.part.content = _around(root, running.part.content, running.place.kind)

    def _rename_styles(self, root: etree._Element) -> None:
        for name, kind in _STYLED.items():
            for each in list(root.iter(f"{W}{name}")):
                id_ = self.styles.id_of(each.get(f"{W}val", ""), kind)
                if id_ is not None:
                    each.set(f"{W}val", id_)
                elif (parent := each.getparent()) is not None:
                    parent.remove(each)

    def _connected(self, root: etree._Element, source: str, part: TextPart) -> Iterator[Problem]:
        """Give the part its pictures, and take out what needs anything else."""
        package = self.reference.file.package
        relationships = package.relationships(source)
        for element in list(root.iter()):
            if element.tag in _LINKS:
                _remove(element)
                continue
            _without_addresses(element)
            for name, value in list(element.attrib.items()):
                if not str(name).startswith(_R):
                    continue
                relationship = relationships.get(str(value))
                target = relationship.target if relationship and not relationship.is_external else ""
                if target in package.parts and package.types[target].startswith(_PICTURES):
                    element.set(name, self._picture(target, part))
                else:
                    _remove_object(element, str(name))
                    message = told(
                        "something in `{name}` is not in the file, or no picture",
                        name=posixpath.basename(source),
                    )
                    yield Problem(message, package.name, hint=told("it is left out"))

    def _picture(self, target: str, part: TextPart) -> str:
        """Return the id of a part's relationship to a picture, copied as it is."""
        package = self.reference.file.package
        data = package.parts[target]
        suffix = posixpath.splitext(target)[1].lower()
        name = f"{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
        media = self.pictures.copied.get(name)
        if media is None:
            uri = PackURI(f"/word/media/{name}")
            media = self.pictures.copied[name] = Part(uri, package.types[target], data, part.package)
        return part.relate_to(media, RELATIONSHIP_TYPE.IMAGE)


def _remove_styled(root: etree._Element, ids: Collection[str]) -> None:
    """Take out the paragraphs and tables that have one of some styles, or a variant of one."""
    for block in list(root):
        for path in (f"{W}pPr/{W}pStyle", f"{W}tblPr/{W}tblStyle"):
            style = block.find(path)
            if style is not None and origin(style.get(f"{W}val", "")) in ids:
                _remove(block)
                break


def _without_addresses(element: etree._Element) -> None:
    for name in list(element.attrib):
        if etree.QName(name).localname.casefold() in _ADDRESSES:
            del element.attrib[name]


def _remove_object(element: etree._Element, name: str) -> None:
    """Remove the drawing or object that an element is in; where it is in none, its attribute."""
    found: etree._Element | None = element
    while found is not None and found.tag not in _OBJECTS:
        found = found.getparent()
    if found is not None:
        _remove(found)
    else:
        del element.attrib[name]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _around(theirs: etree._Element, ours: str, kind: str) -> str:
    """Return a part with their paragraphs and ours: in a head theirs come first, in a foot ours."""
    own = list(etree.fromstring(ours.encode()))
    if kind == "header":
        theirs.extend(own)
    else:
        for number, each in enumerate(own):
            theirs.insert(number, each)
    words: str = etree.tostring(theirs, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    return words
