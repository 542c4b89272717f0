"""WordprocessingML elements, written as the standard names them (ISO/IEC 29500-1, 17)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docx.oxml.ns import nsmap
from lxml import etree

from planreports.document.nodes import Origin
from planreports.errors import Problem, WritingError

W = f"{{{nsmap['w']}}}"
_R = f"{{{nsmap['r']}}}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that an XML 1.0 document cannot hold (XML 1.0, 2.2)."""

NSMAP = {"w": nsmap["w"], "r": nsmap["r"]}

Value = str | int | float | None
Element = etree._Element


def element(tag: str, *children: Element | None, **attributes: Value) -> Element:
    """Return `w:tag` with attributes of the w namespace (`r_id` is `r:id`) and children; None is left out.

    >>> etree.tostring(element("jc", val="center")).decode().partition(" ")[0]
    '<w:jc'
    """
    made = etree.Element(W + tag, nsmap=NSMAP)
    for name, value in attributes.items():
        if value is not None:
            made.set(_R + name[2:] if name.startswith("r_") else W + name, _written(value))
    made.extend(child for child in children if child is not None)
    return made


def _written(value: str | int | float) -> str:
    return str(round(value)) if isinstance(value, float) else str(value)


def text_element(tag: str, words: str) -> Element:
    """Return an element with words whose spaces count."""
    made = element(tag)
    made.text = words
    made.set(_XML_SPACE, "preserve")
    return made


def toggle(tag: str, on: bool | None) -> Element | None:
    """Return a toggle property (17.3.2), such as `w:b`: on, off, or None for not said."""
    if on is None:
        return None
    return element(tag) if on else element(tag, val="0")


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return points as half-points, the unit of font sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return points as eighths of a point, the unit of borders."""
    return max(round(points * 8), 2)


def colour_value(colour: str) -> str:
    """Return `#RRGGBB` as Word has it."""
    return colour.lstrip("#").upper()


def checked(words: str, origin: Origin) -> str:
    """Return words that XML can hold. Raises WritingError for others, with every character and the place."""
    found = sorted(set(_FORBIDDEN.findall(words)))
    if found:
        raise WritingError(_problems(found, origin))
    return words


def _problems(characters: Iterable[str], origin: Origin) -> list[Problem]:
    return [
        Problem(
            f"a Word file cannot hold the character U+{ord(character):04X}",
            origin.layout,
            origin.line,
            origin.column,
            "remove it",
        )
        for character in characters
    ]
