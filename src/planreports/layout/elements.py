"""The layout markup: a strict subset of HTML5, in one table of what each element holds and takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_INLINE = frozenset({"strong", "em", "a", "br", "span", "sup", "time", "data"})
_BLOCK = frozenset({"h1", "h2", "h3", "h4", "p", "ul", "ol", "table", "figure", "aside", "hr", "label"})
_FIELD = frozenset({"input", "select", "textarea"})
_ANY = None


@dataclass(frozen=True, slots=True)
class ElementRule:
    """What an element may hold and which attributes it takes.

    `text` allows words in it; `rich` allows the blocks of a CommonMark text to stand in it directly.
    `attributes` maps a name to its closed set of values, or to None where other code judges the value
    (classes: the stylesheet; numbers, lengths and addresses: the builder). `lang` is valid everywhere.
    Words in several languages may stand in the attributes `wording` only.
    """

    children: frozenset[str] = frozenset()
    text: bool = False
    rich: bool = False
    attributes: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
    is_void: bool = False
    wording: frozenset[str] = frozenset()


def _words(*values: str) -> frozenset[str]:
    return frozenset(values)


_CLASS = {"class": _ANY}
_ID = {"id": _ANY}
_SHOWN = {"class": _ANY, "title": _ANY, "placeholder": _ANY}
_CELL = {"class": _ANY, "colspan": _ANY, "rowspan": _ANY}

ELEMENTS: Mapping[str, ElementRule] = {
    "section": ElementRule(
        _BLOCK | {"header", "footer", "nav"}, rich=True, attributes={"class": _words("portrait", "landscape")}
    ),
    "header": ElementRule(_INLINE | _BLOCK, text=True, attributes={"class": _words("first", "watermark")}),
    "footer": ElementRule(_INLINE | _BLOCK, text=True, attributes={"class": _words("first")}),
    "nav": ElementRule(attributes={"class": _words("contents")}),
    "h1": ElementRule(_INLINE, text=True, attributes=_ID),
    "h2": ElementRule(_INLINE, text=True, attributes=_ID),
    "h3": ElementRule(_INLINE, text=True, attributes=_ID),
    "h4": ElementRule(_INLINE, text=True, attributes=_ID),
    "p": ElementRule(_INLINE | {"input"}, text=True, attributes=_CLASS | _ID),
    "ul": ElementRule(_words("li")),
    "ol": ElementRule(_words("li"), attributes={"start": _ANY}),
    "li": ElementRule(_INLINE | _words("p", "ul", "ol"), text=True, rich=True),
    "table": ElementRule(
        _words("colgroup", "thead", "tbody"), attributes={"class": _ANY, "role": _words("presentation")}
    ),
    "colgroup": ElementRule(_words("col")),
    "col": ElementRule(attributes={"style": _ANY}, is_void=True),
    "thead": ElementRule(_words("tr")),
    "tbody": ElementRule(_words("tr"), attributes={"class": _words("together"), "data-list": _ANY}),
    "tr": ElementRule(_words("th", "td"), attributes=_CLASS),
    "th": ElementRule(_INLINE | _words("p"), text=True, attributes={**_CELL, "scope": _words("col", "row")}),
    "td": ElementRule(_INLINE | _BLOCK | _FIELD, text=True, rich=True, attributes={**_CELL, "style": _ANY}),
    "figure": ElementRule(_words("img", "figcaption"), attributes=_ID),
    "img": ElementRule(
        attributes={"src": _ANY, "alt": _ANY, "style": _ANY}, is_void=True, wording=_words("alt")
    ),
    "figcaption": ElementRule(_INLINE | _words("p"), text=True, rich=True),
    "aside": ElementRule(_INLINE | _BLOCK, text=True, rich=True, attributes=_CLASS),
    "hr": ElementRule(attributes={"class": _words("page-break")}, is_void=True),
    "strong": ElementRule(_INLINE, text=True),
    "em": ElementRule(_INLINE, text=True),
    "sup": ElementRule(_INLINE, text=True),
    "a": ElementRule(_INLINE, text=True, attributes={"href": _ANY, "class": _words("page")}),
    "span": ElementRule(_INLINE, text=True, attributes=_CLASS),
    "time": ElementRule(_INLINE, text=True, attributes={"datetime": _ANY}),
    "data": ElementRule(_INLINE, text=True, attributes={"value": _ANY}),
    "br": ElementRule(is_void=True),
    "label": ElementRule(_INLINE | _FIELD, text=True),
    "input": ElementRule(
        attributes={"type": _words("text", "date", "checkbox"), "name": _ANY, "value": _ANY, **_SHOWN},
        is_void=True,
        wording=_words("title", "placeholder"),
    ),
    "select": ElementRule(
        _words("option"), attributes={"name": _ANY, "title": _ANY}, wording=_words("title")
    ),
    "option": ElementRule(_INLINE, text=True, attributes={"value": _ANY}),
    "textarea": ElementRule(
        attributes={"name": _ANY, "rows": _ANY, **_SHOWN}, wording=_words("title", "placeholder")
    ),
}

ROOT = ElementRule(_words("section"))
"""What a whole layout holds."""

INLINE_ELEMENTS = _INLINE
"""The elements that stand inside a paragraph."""

BLOCK_ELEMENTS = _BLOCK | {"nav"}
"""The elements that are paragraphs of their own, or hold some."""
