"""Pictures of shapes become operators: paths as they are, text set like all other text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import svgelements

from planreports.document.nodes import Origin, Picture
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.numbers import colour_operands, number
from planreports.writers.pdf.tokens import Look

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BOLD = ("bold", "bolder", "600", "700", "800", "900")
_BLACK = "#000000"


def shape_operators(
    picture: Picture, scale: float, language: str, origin: Origin, typesetter: Typesetter
) -> str:
    """Return what draws an SVG, `scale` points a user unit, from its top left with y growing downwards.

    Words are in `language` unless they say another.
    """
    drawing = _Drawing(typesetter, language, origin)
    operators = [operator for each in _elements(picture.data) for operator in drawing.operators(each)]
    return " ".join([f"{number(scale)} 0 0 {number(scale)} 0 0 cm", *operators])


@lru_cache(maxsize=8)
def _elements(data: bytes) -> tuple[Any, ...]:
    """Return what an SVG draws, in order. A chart is asked for twice where a report becomes PDF and Word."""
    return tuple(svgelements.SVG.parse(io.BytesIO(data), reify=True).elements())


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The drawing of one picture."""

    typesetter: Typesetter
    language: str
    origin: Origin

    def operators(self, element: Any) -> Iterator[str]:
        """Yield the operators of one element."""
        if isinstance(element, svgelements.Text):
            yield from self._text(element)
        elif isinstance(element, svgelements.Shape):
            yield from _shape(element)

    def _text(self, element: Any) -> Iterator[str]:
        if not (element.text and element.text.strip()):
            return
        values = element.values
        language = values.get(_LANGUAGE) or values.get("lang") or self.language
        look = Look(
            size=float(element.font_size),
            colour=_hex(element.fill) or _BLACK,
            bold=str(values.get("font-weight", "")) in _BOLD,
            italic=str(values.get("font-style", "")) == "italic",
            language=language,
            href=None,
            is_foreign=language != self.language,
        )
        line = self.typesetter.words(element.text.strip(), look, self.origin)
        width = sum(segment.width for segment in line)
        x = float(element.x) - {"middle": width / 2, "end": width}.get(element.anchor, 0.0)
        matrix = element.transform
        parts = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
        yield f"q {' '.join(number(each) for each in parts)} cm"
        for segment in line:
            yield f"BT 1 0 0 -1 {number(x)} {number(float(element.y))} Tm {segment.operators} ET"
            x += segment.width
        yield "Q"


def _hex(colour: Any) -> str | None:
    """Return a colour as `#RRGGBB`, or None for none."""
    if colour is None or colour.value is None:
        return None
    return f"#{colour.red:02X}{colour.green:02X}{colour.blue:02X}"


def _shape(element: Any) -> Iterator[str]:
    """Yield a shape's path and how it is painted (8.5)."""
    fill, stroke = _hex(element.fill), _hex(element.stroke)
    width = float(element.stroke_width or 0)
    if stroke is None or not width:
        stroke = None
    if fill is None and stroke is None:
        return
    path = " ".join(_path(abs(svgelements.Path(element))))
    if not path:
        return
    yield "q"
    if fill:
        yield f"{colour_operands(fill)} rg"
    if stroke:
        yield f"{colour_operands(stroke)} RG {number(width)} w {_line_style(element.values, width)}"
    yield path
    even_odd = "*" if element.values.get("fill-rule") == "evenodd" else ""
    yield f"B{even_odd}" if fill and stroke else (f"f{even_odd}" if fill else "S")
    yield "Q"


def _line_style(values: dict[str, Any], width: float) -> str:
    """Return how a line of some width is drawn; its dashes grow with it, where the whole picture does."""
    caps = _CAPS.get(str(values.get("stroke-linecap")), 0)
    joins = _JOINS.get(str(values.get("stroke-linejoin")), 0)
    dashes = str(values.get("stroke-dasharray") or "none").replace(",", " ")
    scale = width / (_length(values.get("stroke-width")) or width)
    lengths = " ".join(number(_length(each) * scale) for each in dashes.split()) if dashes != "none" else ""
    return f"{caps} J {joins} j [{lengths}] 0 d"


def _length(value: object) -> float:
    """Return a length in user units; 1 where there is none, as a line is wide."""
    return float(svgelements.Length(value)) if value is not None else 1.0


def _path(path: Any) -> Iterator[str]:
    """Yield path segments as PDF has them (8.5.2): what is not a line becomes cubic curves."""
    for segment in path:
        match segment:
            case svgelements.Move():
                yield f"{_point(segment.end)} m"
            case svgelements.Close():
                yield "h"
            case svgelements.Line():
                yield f"{_point(segment.end)} l"
            case svgelements.CubicBezier():
                yield _curve(segment)
            case svgelements.QuadraticBezier():
                yield _raised(segment)
            case svgelements.Arc():
                yield from map(_curve, segment.as_cubic_curves())


def _curve(segment: Any) -> str:
    return f"{_point(segment.control1)} {_point(segment.control2)} {_point(segment.end)} c"


def _raised(segment: Any) -> str:
    """Return a quadratic curve as the cubic one that it is."""
    first = segment.start + (segment.control - segment.start) * (2 / 3)
    second = segment.end + (segment.control - segment.end) * (2 / 3)
    return f"{_point(first)} {_point(second)} {_point(segment.end)} c"


def _point(point: Any) -> str:
    return f"{number(float(point.x))} {number(float(point.y))}"
