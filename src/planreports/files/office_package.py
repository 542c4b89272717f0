"""An Office file becomes its parts (ISO/IEC 29500-2), read as the untrusted thing it is.

Nothing is unpacked to disk; sizes, names and relationships are judged before anything is parsed; XML has no
entities and reaches nothing outside.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from planreports.errors import DataError, Problem
from planreports.told import Grouped, Told, told

MAXIMUM_BYTES = 20 * 1024 * 1024
MAXIMUM_UNPACKED = 100 * 1024 * 1024
MAXIMUM_PARTS = 2_000
MAXIMUM_RATIO = 200
"""How many times its size a part may have when unpacked, beyond the first megabyte."""

_SMALL = 1024 * 1024
_CONTENT_TYPES = "[Content_Types].xml"
_OLD_FILE = b"\xd0\xcf\x11\xe0"
"""What old Office files and those with a password begin with (MS-CFB, 2.2)."""

_NAME = re.compile(r"[^\x00-\x1f\\:*?\"<>|/]+(/[^\x00-\x1f\\:*?\"<>|/]+)*/?")
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Relationship:
    """A part's relationship (9.3); the target is another part's name, or an address if it is external."""

    type: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class OfficePackage:
    """The parts of an Office file by name, such as `word/document.xml`; `name` is how messages call the file.

    `types` are the parts' content types.
    """

    name: str
    parts: Mapping[str, bytes]
    types: Mapping[str, str]

    def xml(self, part: str) -> etree._Element:
        """Return a part's root element. Raises DataError where it is not there, or is no XML of its own."""
        if part not in self.parts:
            raise self.problem(told("the part `{part}` is missing", part=part))
        root = _parsed(self.parts[part])
        if root is None:
            raise self.problem(
                told("the part `{part}` is not XML, or has a document type declaration", part=part)
            )
        return root

    def relationships(self, part: str = "") -> dict[str, Relationship]:
        """Return a part's relationships by id, or those of the package itself."""
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        if source not in self.parts:
            return {}
        return {
            each.get("Id", ""): _relationship(each, folder)
            for each in self.xml(source)
            if isinstance(each.tag, str)
        }

    def related(self, part: str, kind: str) -> str | None:
        """Return the name of the first part that a part is related to as a kind, such as `styles`."""
        for each in self.relationships(part).values():
            if each.type.endswith(f"/{kind}") and not each.is_external:
                return each.target
        return None

    def problem(self, message: Told, hint: Told | None = None) -> DataError:
        """Return the error of a problem with the file."""
        return DataError(Problem(message, self.name, hint=hint))


def read_office_package(data: bytes, name: str) -> OfficePackage:
    """Return an Office file's parts.

    Raises DataError for what is no such file, is damaged, has a password, is too large or unpacks to far
    more than it is, and for names of parts that lead elsewhere.
    """
    if data.startswith(_OLD_FILE):
        message = told("this is an old Office file, or one with a password")
        raise DataError(Problem(message, name, hint=told("save it as .docx, without a password")))
    if len(data) > MAXIMUM_BYTES:
        message = told(
            "the file has {size} bytes; at most {maximum} are read",
            size=Grouped(len(data)),
            maximum=Grouped(MAXIMUM_BYTES),
        )
        raise DataError(Problem(message, name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if unfit := _unfit(file.infolist()):
                raise DataError(Problem(unfit, name))
            parts = {each.filename: file.read(each) for each in file.infolist() if not each.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OSError) as error:
        raise DataError(Problem(told("this is not an Office file, or it is damaged"), name)) from error
    return OfficePackage(name, parts, _types(parts, name))


def _unfit(entries: Iterable[zipfile.ZipInfo]) -> Told | None:
    """Return what is wrong with a file's list of parts, judged before any of them is unpacked."""
    entries = list(entries)
    if len(entries) > MAXIMUM_PARTS:
        return told("the file has more than {maximum} parts", maximum=Grouped(MAXIMUM_PARTS))
    if sum(each.file_size for each in entries) > MAXIMUM_UNPACKED:
        return told(
            "the file unpacks to more than {maximum} bytes",
            maximum=Grouped(MAXIMUM_UNPACKED),
        )
    if len({each.filename.casefold() for each in entries}) < len(entries):
        return told("the file has a part twice")
    return next((unfit for each in entries if (unfit := _unfit_part(each))), None)


def _unfit_part(entry: zipfile.ZipInfo) -> Told | None:
    name = entry.filename
    if not _NAME.fullmatch(name) or ".." in name.split("/"):
        return told("the part `{name}` has a name that leads elsewhere", name=name[:60])
    if entry.flag_bits & _ENCRYPTED:
        return told("the file has a password")
    if entry.file_size > _SMALL and entry.file_size > MAXIMUM_RATIO * max(entry.compress_size, 1):
        return told(
            "the part `{name}` unpacks to more than {times} times its size",
            name=name[:60],
            times=MAXIMUM_RATIO,
        )
    return None


def _types(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return each part's content type (10.1.2): its own, else its suffix's."""
    root = _parsed(parts[_CONTENT_TYPES]) if _CONTENT_TYPES in parts else None
    if root is None:
        raise DataError(Problem(told("this is not an Office file: it does not say what it holds"), name))
    suffixes, own = {}, {}
    for each in root:
        if each.get("Extension") is not None:
            suffixes[each.get("Extension", "").casefold()] = each.get("ContentType", "")
        elif each.get("PartName") is not None:
            own[each.get("PartName", "").lstrip("/")] = each.get("ContentType", "")
    return {part: own.get(part) or suffixes.get(_suffix(part), "") for part in parts}


def _suffix(part: str) -> str:
    return posixpath.splitext(part)[1].lstrip(".").casefold()


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relationship(element.get("Type", ""), target, is_external=True)
    path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return Relationship(element.get("Type", ""), posixpath.normpath(path), is_external=False)


def _parsed(data: bytes) -> etree._Element | None:
    """Return a part's root element; None for what is no XML, or declares a document type."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    information: Any = root.getroottree().docinfo
    return None if information.doctype else root
