"""Lines and circles become the font of signs (OpenType, TrueType outlines); the same bytes every time.

Lengths are font units, 1000 to the em; y grows upwards from the baseline. Signs are as high as capital
letters and stand in their middle, so that they read as a part of the words beside them.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

FAMILY = "Planreports Symbols"

_EM = 1000
_ASCENT, _DESCENT = 1069, 293
_ADVANCE = 800
_MIDDLE = (400.0, 357.0)
_RADIUS = 305.0
_STROKE = 88.0
_WEIGHT = 600
"""Between regular and bold (OS/2, usWeightClass): the same signs go with both."""

_DATE = 3_786_912_000
"""The first of January 2024, in seconds since 1904 (OpenType, head)."""

_ARC = 0.5522847498
"""How far the control points of a quarter circle are, in parts of its radius."""

Point = tuple[float, float]
Contour = Callable[[Any], None]


def symbols_font() -> bytes:
    """Return the font's file."""
    glyphs = {".notdef": _glyph(()), "space": _glyph(())}
    codes = {0x20: "space"}
    for character, contours in _signs().items():
        name = f"uni{ord(character):04X}"
        glyphs[name], codes[ord(character)] = _glyph(contours), name
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(codes)
    builder.setupGlyf(glyphs)
    widths = {name: 260 if name == "space" else _ADVANCE for name in glyphs}
    builder.setupHorizontalMetrics(
        {name: (widths[name], getattr(glyph, "xMin", 0) or 0) for name, glyph in glyphs.items()}
    )
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=-_DESCENT)
    names = {"familyName": FAMILY, "styleName": "Regular", "fullName": FAMILY}
    builder.setupNameTable({**names, "psName": FAMILY.replace(" ", "") + "-Regular"})
    builder.setupOS2(
        sTypoAscender=_ASCENT,
        sTypoDescender=-_DESCENT,
        usWinAscent=_ASCENT,
        usWinDescent=_DESCENT,
        usWeightClass=_WEIGHT,
        sCapHeight=714,
    )
    builder.setupPost()
    return _saved(builder)


def _saved(builder: FontBuilder) -> bytes:
    """Return a font's file, which says the same date whenever it is made."""
    builder.updateHead(created=_DATE, modified=_DATE)
    builder.font.recalcTimestamp = False
    file = io.BytesIO()
    builder.font.save(file)
    return file.getvalue()


def _glyph(contours: Iterable[Contour]) -> Any:
    pen = TTGlyphPen(None)
    for contour in contours:
        contour(Cu2QuPen(pen, 1.0))
    return pen.glyph()


def _signs() -> Mapping[str, tuple[Contour, ...]]:
    """Return the contours of every sign; what is inside another and runs the other way is a hole."""
    ring = (_circle(_RADIUS), _circle(_RADIUS - _STROKE, hole=True))
    tick = _line([(105, 372), (305, 130), (695, 610)], 112)
    cross = (_line([(160, 117), (640, 597)], 104), _line([(160, 597), (640, 117)], 104))
    slash = _line([(195, 152), (605, 562)], _STROKE)
    return {
        "✓": (tick,),
        "✔": (_line([(105, 372), (305, 130), (695, 610)], 150),),
        "✕": cross,
        "✗": cross,
        "●": (_circle(_RADIUS),),
        "○": ring,
        "◐": (_circle(_RADIUS), _half(_RADIUS - _STROKE, 1)),
        "◑": (_circle(_RADIUS), _half(_RADIUS - _STROKE, -1)),
        "⊘": (*ring, slash),
        "◆": (_polygon(_diamond(380)),),
        "◇": (_polygon(_diamond(380)), _polygon(_diamond(250), hole=True)),
        "▲": (_polygon([(60, 60), (740, 60), (400, 660)]),),
        "△": (
            _polygon([(60, 60), (740, 60), (400, 660)]),
            _polygon([(200, 142), (600, 142), (400, 494)], hole=True),
        ),
        "▼": (_polygon([(60, 654), (400, 54), (740, 654)]),),
        "▽": (
            _polygon([(60, 654), (400, 54), (740, 654)]),
            _polygon([(200, 572), (400, 220), (600, 572)], hole=True),
        ),
        "■": (_polygon(_square(300)),),
        "□": _box(300),
        "☐": _box(340),
        "☑": (*_box(340), _line([(205, 372), (350, 200), (595, 520)], 84)),
        "☒": (
            *_box(340),
            _line([(230, 187), (570, 527)], 78),
            _line([(230, 527), (570, 187)], 78),
        ),
        "▨": (*_box(320, 56), *_hatches(264)),
    }


# Shapes ----------------------------------------------------------------------------------------------


def _polygon(points: Sequence[Point], *, hole: bool = False) -> Contour:
    """Return a polygon; a hole runs against the clock (OpenType, glyf)."""

    def draw(pen: Any) -> None:
        first, *others = points if _is_clockwise(points) != hole else points[::-1]
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()

    return draw


def _is_clockwise(points: Sequence[Point]) -> bool:
    pairs = zip(points, (*points[1:], points[0]), strict=True)
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairs) > 0


def _circle(radius: float, *, hole: bool = False) -> Contour:
    def draw(pen: Any) -> None:
        _arcs(pen, radius, (90, 180, 270, 360, 450) if hole else (90, 0, -90, -180, -270))

    return draw


def _half(radius: float, side: int) -> Contour:
    """Return the hole of half a disc: its right half for 1, its left one for -1."""

    def draw(pen: Any) -> None:
        _arcs(pen, radius, (-90, 0, 90) if side > 0 else (90, 180, 270))

    return draw


def _arcs(pen: Any, radius: float, angles: Sequence[float]) -> None:
    """Draw quarter circles from angle to angle, and close the path."""
    pen.moveTo(_at(radius, angles[0]))
    for start, end in pairwise(angles):
        turn = 90 if end > start else -90
        reach = radius * _ARC
        pen.curveTo(
            _moved(_at(radius, start), reach, start + turn),
            _moved(_at(radius, end), reach, end - turn),
            _at(radius, end),
        )
    pen.closePath()


def _at(radius: float, degrees: float) -> Point:
    return _moved(_MIDDLE, radius, degrees)


def _moved(point: Point, length: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return point[0] + length * math.cos(angle), point[1] + length * math.sin(angle)


def _line(points: Sequence[Point], width: float) -> Contour:
    """Return the outline of a line through points, with flat ends and pointed corners."""
    half = width / 2
    return _polygon([*_beside(points, half), *_beside(points[::-1], half)])


def _beside(points: Sequence[Point], away: float) -> Iterable[Point]:
    """Yield the points of a line's left side."""
    sides = [math.atan2(y2 - y1, x2 - x1) + math.pi / 2 for (x1, y1), (x2, y2) in pairwise(points)]
    for place, (x, y) in enumerate(points):
        before, after = sides[max(place - 1, 0)], sides[min(place, len(sides) - 1)]
        middle = (before + after) / 2
        reach = away / math.cos((after - before) / 2)
        yield x + reach * math.cos(middle), y + reach * math.sin(middle)


def _square(half: float) -> list[Point]:
    x, y = _MIDDLE
    return [(x - half, y - half), (x - half, y + half), (x + half, y + half), (x + half, y - half)]


def _diamond(half: float) -> list[Point]:
    x, y = _MIDDLE
    return [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]


def _box(half: float, stroke: float = 72.0) -> tuple[Contour, Contour]:
    return _polygon(_square(half)), _polygon(_square(half - stroke), hole=True)


def _hatches(half: float) -> Iterable[Contour]:
    """Yield lines that rise across a square."""
    x, y = _MIDDLE
    for shift in (-half, 0.0, half):
        low, high = max(-half, -half - shift), min(half, half - shift)
        yield _line([(x + low, y + low + shift), (x + high, y + high + shift)], 56)
