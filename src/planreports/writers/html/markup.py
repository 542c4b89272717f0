"""HTML as text: elements, attributes and words, everything escaped.

What stands in a page is made here and nowhere else, so that no word of a document becomes markup
(HTML Living Standard, 13.1).
"""

from __future__ import annotations

import re
from urllib.parse import quote

from planreports.document.nodes import Origin
from planreports.errors import Problem, WritingError
from planreports.told import told
from planreports.writers.pdf.characters import settable

Html = str
"""Well-formed HTML: elements of ours and escaped words."""

Value = str | int | None

_VOID = frozenset({"br", "col", "hr", "img", "meta", "wbr"})

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Controls, surrogates and noncharacters: no text of an HTML file (HTML Living Standard, 13.1.4)."""

_WORDS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", '"': "&quot;"})


def element(name: str, /, *children: Html, **attributes: Value) -> Html:
    """Return an element; an attribute that is None is left out, `class_` is class, `aria_label` aria-label.

    >>> element("p", "1 &lt; 2", class_="body", lang=None)
    '<p class="body">1 &lt; 2</p>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{str(value).translate(_ATTRIBUTE)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return f"<{name}{written}>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def escaped(words: str) -> Html:
    """Return words as a browser reads them back exactly."""
    return words.translate(_WORDS)


def checked(words: str, origin: Origin) -> str:
    """Return words that HTML can hold, without what only reorders or hides text.

    Raises WritingError for others, with every character and the place.
    """
    if words.isprintable():
        return words
    words = settable(words)
    if _FORBIDDEN.search(words):
        raise WritingError(
            Problem(
                told("an HTML file cannot hold the character U+{number}", number=f"{ord(character):04X}"),
                origin.layout,
                origin.line,
                origin.column,
                told("remove it"),
            )
            for character in sorted(set(_FORBIDDEN.findall(words)))
        )
    return words


def fragment(anchor: str) -> str:
    """Return the address of an anchor of the page."""
    return f"#{quote(anchor, safe=':')}"


def joined_classes(*names: str | None) -> str | None:
    """Return the value of a class attribute; None if there is no name."""
    return " ".join(name for name in names if name) or None
