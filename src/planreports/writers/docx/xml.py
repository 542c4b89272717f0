"""WordprocessingML as text, its elements named as the standard names them (ISO/IEC 29500-1, 17).

Text, not a tree of objects: a table of 1,600 rows is a hundred thousand elements, and is only ever written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from planreports.document.nodes import Origin
from planreports.errors import Problem, WritingError
from planreports.told import Told, told

Xml = str
"""Well-formed XML: elements, nothing but elements of ours with words escaped."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that an XML 1.0 document cannot hold (XML 1.0, 2.2)."""

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}

_QUOTED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
"""What stands for a character in an attribute, where a line's end would become a space (XML 1.0, 3.3.3)."""

Value = str | int | float | None


def escaped(words: str) -> Xml:
    """Return words as the content of an element."""
    return escape(words, quote=False)


def quoted(words: str) -> Xml:
    """Return words as the value of an attribute, with its quotation marks.

    >>> quoted('"R&D"')
    '"&quot;R&amp;D&quot;"'
    """
    return f'"{words.translate(_QUOTED)}"'


def element(tag: str, *children: Xml | None, **attributes: Value) -> Xml:
    """Return `w:tag` with attributes of the w namespace (`r_id` is `r:id`) and children; None is left out.

    >>> element("jc", val="center")
    '<w:jc w:val="center"/>'
    """
    written = "".join(
        f" {_attribute(name)}={_written(value)}" for name, value in attributes.items() if value is not None
    )
    content = "".join(child for child in children if child is not None)
    return f"<w:{tag}{written}>{content}</w:{tag}>" if content else f"<w:{tag}{written}/>"


def _attribute(name: str) -> str:
    return f"r:{name[2:]}" if name.startswith("r_") else f"w:{name}"


def _written(value: str | int | float) -> str:
    return quoted(str(round(value)) if isinstance(value, float) else str(value))


def root(tag: str, *children: Xml | None) -> Xml:
    """Return the root element of a part, with its namespaces and its XML declaration."""
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    content = "".join(child for child in children if child is not None)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{tag}{names}>{content}</w:{tag}>'


def text_element(tag: str, words: str) -> Xml:
    """Return an element with words whose spaces count."""
    return f'<w:{tag} xml:space="preserve">{escaped(words)}</w:{tag}>'


def toggle(tag: str, on: bool | None) -> Xml | None:
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


def checked(words: str, origin: Origin | None, where: Told | None = None) -> str:
    """Return words that XML can hold. Raises WritingError for others, with every character and the place.

    `where` says where the words stand, if not in the text at `origin`.
    """
    if _FORBIDDEN.search(words):
        raise WritingError(_problems(sorted(set(_FORBIDDEN.findall(words))), origin, where))
    return words


def _problems(characters: Iterable[str], origin: Origin | None, where: Told | None) -> list[Problem]:
    layout, line, column = (origin.layout, origin.line, origin.column) if origin else (None, None, None)
    hint = told("remove it from {where}", where=where) if where else told("remove it")
    found = (
        told("a Word file cannot hold the character U+{number}", number=f"{ord(each):04X}")
        for each in characters
    )
    return [Problem(each, layout, line, column, hint) for each in found]
