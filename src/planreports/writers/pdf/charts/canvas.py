"""What a chart draws becomes an SVG of plain shapes and words: no patterns, no style, no clipping.

Lengths are points; y grows downwards from the picture's top.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from lxml import etree

from planreports.document.styles import RunStyle, Stylesheet
from planreports.i18n.languages import language as language_of
from planreports.writers.pdf.charts.hatching import hatching

_SVG = "http://www.w3.org/2000/svg"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES: dict[Any, str] = {None: _SVG}
_PAPER = "#FFFFFF"
_TINT = 0.86
"""How much of a tinted surface is white."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle by its top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Lettered:
    """How words stand: their size, colour and weight, and which part of them stands at their place."""

    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"


@dataclass
class Canvas:
    """A picture in the making; `height` is known when its chart is laid out."""

    width: float
    stylesheet: Stylesheet
    height: float = 0.0
    _elements: list[etree._Element] = field(default_factory=list)

    def colour(self, name: str) -> str:
        """Return a colour of the stylesheet."""
        return self.stylesheet.colour(name)

    def box(self, place: Rectangle, colour: str, outline: str | None = None, radius: float = 0.0) -> None:
        """Draw a rectangle, whose outline stands inside it."""
        inset = 0.4 if outline else 0.0
        attributes = {
            "x": _number(place.x + inset),
            "y": _number(place.y + inset),
            "width": _number(max(place.width - 2 * inset, 0.0)),
            "height": _number(max(place.height - 2 * inset, 0.0)),
            "fill": colour,
        }
        if radius:
            attributes["rx"] = _number(radius)
        if outline:
            attributes |= {"stroke": outline, "stroke-width": "0.8"}
        self._add("rect", attributes)

    def surface(self, place: Rectangle, style: RunStyle) -> None:
        """Draw a rectangle in the colour and pattern of an inline style."""
        colour = self.colour(style.border.colour if style.border else style.colour or "ink")
        if style.pattern == "solid":
            self.box(place, colour)
            return
        self.box(place, _PAPER if style.pattern == "open" else _tinted(colour), colour)
        if lines := hatching(style.pattern, place.x, place.y, place.width, place.height):
            path = " ".join(
                f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}" for x1, y1, x2, y2 in lines
            )
            cap = "round" if style.pattern == "dotted" else "butt"
            width = "1.5" if style.pattern == "dotted" else "0.8"
            self._add(
                "path",
                {"d": path, "fill": "none", "stroke": colour, "stroke-width": width, "stroke-linecap": cap},
            )

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, dashes: str = ""
    ) -> None:
        """Draw a thin line."""
        (x1, y1), (x2, y2) = start, end
        attributes = {"x1": _number(x1), "y1": _number(y1), "x2": _number(x2), "y2": _number(y2)}
        attributes |= {"stroke": colour, "stroke-width": "0.6"}
        if dashes:
            attributes["stroke-dasharray"] = dashes
        self._add("line", attributes)

    def words(self, text: str, language: str, x: float, baseline: float, look: Lettered) -> None:
        """Draw words on a baseline."""
        attributes = {
            "x": _number(x),
            "y": _number(baseline),
            "font-size": _number(look.size),
            "fill": look.colour,
            _LANGUAGE: language,
            "font-family": self._families(language),
        }
        if look.bold:
            attributes["font-weight"] = "bold"
        if look.anchor != "start":
            attributes["text-anchor"] = look.anchor
        self._add("text", attributes).text = text

    def svg(self) -> bytes:
        """Return the picture's file."""
        root = etree.Element(f"{{{_SVG}}}svg", nsmap=_NAMES)
        root.set("width", _number(self.width))
        root.set("height", _number(self.height))
        root.set("viewBox", f"0 0 {_number(self.width)} {_number(self.height)}")
        root.extend(self._elements)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    def _add(self, tag: str, attributes: dict[str, str]) -> etree._Element:
        element = etree.Element(f"{{{_SVG}}}{tag}", attributes)
        self._elements.append(element)
        return element

    def _families(self, language: str) -> str:
        """Return the fonts of a language by name, for programs that have the picture alone."""
        fonts = self.stylesheet.fonts.scripts
        own = self.stylesheet.family(language_of(language).script)
        return ", ".join(f"'{each}'" for each in dict.fromkeys((own, fonts["Latn"])))


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _tinted(colour: str) -> str:
    """Return a colour mixed with much white."""
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(each + (255 - each) * _TINT):02X}" for each in parts)
