"""An SVG becomes elements of the page: those of a closed list, with attributes of a closed list, rewritten.

Inside the page its words have the page's fonts. It is untrusted: nothing is copied as it is, so there is
no script, no style, no reference out of the picture (SVG 2; what documents draw is in `layout/pictures`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from planreports.document.nodes import Figure, Picture
from planreports.errors import Problem, WritingError
from planreports.told import told
from planreports.writers.html.lettering import Lettering
from planreports.writers.html.markup import Html, Value, checked, element, escaped

_SVG = "{http://www.w3.org/2000/svg}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LINK = "{http://www.w3.org/1999/xlink}href"
_DRAWN = frozenset(
    ["g", "defs", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"]
)
_ATTRIBUTES = frozenset(
    [
        "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "dx", "dy", "d",
        "points", "transform", "viewBox", "preserveAspectRatio", "fill", "fill-rule", "stroke",
        "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset",
        "stroke-miterlimit", "font-size", "font-weight", "font-style", "text-anchor",
    ]
)  # fmt: skip
_VALUE = re.compile(r"[-+\w\s.,#%()]*", re.ASCII)
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_BOLD = frozenset(["bold", "bolder", "600", "700", "800", "900"])
_USUAL_SIZE = "16"


class _Inherited(NamedTuple):
    """What words inherit from the elements around them."""

    language: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ShapeWriter:
    """Writes one picture of shapes, that of a figure; `prefix` makes its names its own in the page."""

    picture: Picture
    figure: Figure
    prefix: str
    lettering: Lettering

    def svg(self, **attributes: Value) -> Html:
        """Return the svg element with some attributes of the page's."""
        root = self._root()
        own = self._attributes(root)
        own.pop("x", None), own.pop("y", None), own.pop("width", None), own.pop("height", None)
        picture = self.picture
        own.setdefault("viewBox", f"0 0 {picture.width:g} {picture.height:g}")
        own.setdefault("font-size", _USUAL_SIZE)
        content = self._children(root, _inherited(root, _Inherited(self.figure.language)))
        return element("svg", content, **attributes, **own)

    def _root(self) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.picture.data, parser)
        except etree.XMLSyntaxError as error:
            origin = self.figure.origin
            message = told("the picture `{name}` is not XML", name=self.picture.name)
            raise WritingError(Problem(message, origin.layout, origin.line, origin.column)) from error

    def _children(self, parent: etree._Element, around: _Inherited) -> Html:
        return "".join(self._element(child, around) for child in parent if isinstance(child.tag, str))

    def _element(self, source: etree._Element, around: _Inherited) -> Html:
        name = str(source.tag).removeprefix(_SVG)
        if name not in _DRAWN:
            return ""
        inner = _inherited(source, around)
        content = self._words(source, inner) if name == "text" else self._children(source, inner)
        language = inner.language if inner.language != around.language else None
        return element(name, content, lang=language, **self._attributes(source))

    def _words(self, source: etree._Element, look: _Inherited) -> Html:
        words = checked(" ".join((source.text or "").split()), self.figure.origin)
        self.lettering.note(words, look.language, look.bold, look.italic, self.figure.origin)
        return escaped(words)

    def _attributes(self, source: etree._Element) -> dict[str, Value]:
        """Return the attributes that are drawn, names made the picture's own."""
        kept: dict[str, Value] = {
            str(name): str(value)
            for name, value in source.items()
            if name in _ATTRIBUTES and _VALUE.fullmatch(str(value)) and "url" not in str(value).lower()
        }
        if (name := source.get("id")) and _NAME.fullmatch(name):
            kept["id"] = self.prefix + name
        target = source.get("href") or source.get(_LINK) or ""
        if target.startswith("#") and _NAME.fullmatch(target[1:]):
            kept["href"] = f"#{self.prefix}{target[1:]}"
        return kept


def _inherited(source: etree._Element, around: _Inherited) -> _Inherited:
    weight, style = source.get("font-weight"), source.get("font-style")
    return _Inherited(
        source.get(_LANGUAGE) or source.get("lang") or around.language,
        around.bold if weight in (None, "inherit") else weight in _BOLD,
        around.italic if style in (None, "inherit") else style in ("italic", "oblique"),
    )
