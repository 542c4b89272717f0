"""A Word file becomes what a document takes from it: styles, paper, running heads and feet, theme, fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from planreports.document.nodes import Orientation
from planreports.files.office_package import OfficePackage
from planreports.files.validation import Problems
from planreports.files.word_file import W, WordFile, read_word_file
from planreports.told import told
from planreports.writers.docx.reference.fields import forbidden_fields

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_UNITS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54}
_MEASURE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(mm|cm|in|pt|pc|pi)?")

_LEAST_ROOM = round(60 * 1440 / 25.4)
_LARGEST = 31680
"""The longest side of a page in Word: 22 inches."""


class RunningPlace(NamedTuple):
    """Which running head or foot: `header` or `footer`; on which pages: `default`, `first` or `even`."""

    kind: str
    pages: str


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A section's paper and margins, in twips, and which pages have running heads and feet of their own."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    gutter: int = 0
    has_first_page: bool = False
    has_even_pages: bool = False

    def turned(self, orientation: Orientation) -> PageSetup:
        """Return the page upright or lying: what is bound at the left of one is at the top of the other."""
        if (self.width > self.height) == (orientation == "landscape"):
            return self
        swapped = replace(self, width=self.height, height=self.width)
        if orientation == "landscape":
            return replace(swapped, top=self.left, right=self.top, bottom=self.right, left=self.bottom)
        return replace(swapped, left=self.top, top=self.right, right=self.bottom, bottom=self.left)


@dataclass(frozen=True)
class Reference:
    """What a document takes from a house's Word file; a part that the file does not have is None.

    `running` are the names of the parts of running heads and feet.
    """

    file: WordFile
    styles: etree._Element
    page: PageSetup | None
    running: Mapping[RunningPlace, str]
    theme: bytes | None
    fonts: etree._Element | None

    @property
    def name(self) -> str:
        """Return how messages call the file."""
        return self.file.package.name


def read_reference(data: bytes, name: str) -> Reference:
    """Return what a document takes from a Word file.

    The last section's pages count, with the running heads and feet that it has from those before it.
    Raises DataError for what is no Word file, or one that cannot be used.
    """
    file = read_word_file(data, name)
    styles = file.related("styles")
    if styles is None:
        raise file.package.problem(told("this Word file has no styles"), told("save it in Word once more"))
    fonts, running = file.related("fontTable"), _running(file)
    problems = Problems()
    for part in dict.fromkeys(running.values()):
        with problems.collecting():
            _require_harmless(file.package, part)
    page = None
    with problems.collecting():
        page = _page(file)
    problems.raise_if_any()
    return Reference(
        file,
        file.package.xml(styles),
        page,
        running,
        _theme(file),
        file.package.xml(fonts) if fonts else None,
    )


def _require_harmless(package: OfficePackage, part: str) -> None:
    """Raise DataError for a running head or foot with fields that lead out of the file."""
    if fields := list(forbidden_fields(package.xml(part))):
        names = ", ".join(f"`{each}`" for each in dict.fromkeys(fields))
        message = told(
            "its running head or foot has the field {names}, which leads out of the file", names=names
        )
        raise package.problem(message, told("remove it in Word"))


def _sections(file: WordFile) -> list[etree._Element]:
    return list(file.document.iter(f"{W}sectPr"))


def _page(file: WordFile) -> PageSetup | None:
    """Return the last section's paper and margins; None where the file does not say any."""
    section = next(reversed(_sections(file)), None)
    size = section.find(f"{W}pgSz") if section is not None else None
    margins = section.find(f"{W}pgMar") if section is not None else None
    if section is None or size is None or margins is None:
        return None
    page = PageSetup(
        _twips(size, "w"),
        _twips(size, "h"),
        *_edges(margins),
        header=_twips(margins, "header"),
        footer=_twips(margins, "footer"),
        gutter=_twips(margins, "gutter"),
        has_first_page=_is_on(section.find(f"{W}titlePg")),
        has_even_pages=_has_even_pages(file),
    )
    room = min(page.width - page.left - page.right, page.height - page.top - page.bottom)
    if room < _LEAST_ROOM or max(page.width, page.height) > _LARGEST:
        raise file.package.problem(
            told("the paper and margins of this Word file leave hardly any room for text"),
            told("set them in Word, and save it"),
        )
    return page


def _edges(margins: etree._Element) -> tuple[int, int, int, int]:
    """Return the top, right, bottom and left margins; one that is negative only forbids to grow (17.6.11)."""
    top, right, bottom, left = (abs(_twips(margins, side)) for side in ("top", "right", "bottom", "left"))
    return top, right, bottom, left


def _twips(element: etree._Element, name: str) -> int:
    """Return a measure (22.9.2.14, ST_TwipsMeasure) in twips; 0 for what is none."""
    match = _MEASURE.fullmatch(element.get(f"{W}{name}", ""))
    return round(float(match[1]) * _UNITS[match[2] or ""]) if match else 0


def _is_on(element: etree._Element | None) -> bool:
    """Return whether a toggle (17.17.4) is there and on."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _has_even_pages(file: WordFile) -> bool:
    part = file.related("settings")
    return part is not None and _is_on(file.package.xml(part).find(f"{W}evenAndOddHeaders"))


def _running(file: WordFile) -> dict[RunningPlace, str]:
    relationships = file.package.relationships(file.main)
    found: dict[RunningPlace, str] = {}
    for section in _sections(file):
        for kind in ("header", "footer"):
            for each in section.findall(f"{W}{kind}Reference"):
                part = relationships.get(each.get(f"{_R}id", ""))
                if part is not None and not part.is_external and part.target in file.package.parts:
                    found[RunningPlace(kind, each.get(f"{W}type", "default"))] = part.target
    return found


def _theme(file: WordFile) -> bytes | None:
    """Return the theme, where it needs no other part."""
    part = file.related("theme")
    if part is None or file.package.relationships(part):
        return None
    return etree.tostring(file.package.xml(part), xml_declaration=True, encoding="UTF-8", standalone=True)
