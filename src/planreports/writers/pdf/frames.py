"""Frames become paths (ISO 32000-1, 8.5.2): round corners, and lines that rise across what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from planreports.writers.pdf.drawing import Frame
from planreports.writers.pdf.numbers import colour_operands, number

_ARC = 0.5523
"""How far the control points of a quarter circle are, in parts of its radius."""

_HATCH_STEP = 3.2
_HATCH_WIDTH = 0.7
"""How far the lines of a hatching are from each other, and how thick they are, in points."""


def frame_operators(frame: Frame, top: float) -> str:
    """Return the operators of a frame whose top is so far above the page's foot, in points."""
    path = " ".join(_path(frame, top))
    hatch = ""
    if frame.hatch:
        lines = " ".join(_hatches(frame, top))
        colour = colour_operands(frame.hatch)
        hatch = f"q {path} W n {colour} RG {number(_HATCH_WIDTH)} w {lines} S Q "
    colour = colour_operands(frame.colour)
    return f"{hatch}q {colour} RG {number(frame.border)} w {path} S Q"


def _path(frame: Frame, top: float) -> Iterator[str]:
    """Yield the path of a frame; its line stands inside its rectangle."""
    inset = frame.border / 2
    left, right = frame.x + inset, frame.x + frame.width - inset
    ceiling, bottom = top - inset, top - frame.height + inset
    radius = max(min(frame.radius, (right - left) / 2, (ceiling - bottom) / 2), 0.0)
    reach = radius * (1 - _ARC)
    yield f"{_at(left + radius, bottom)} m {_at(right - radius, bottom)} l"
    yield f"{_at(right - reach, bottom)} {_at(right, bottom + reach)} {_at(right, bottom + radius)} c"
    yield f"{_at(right, ceiling - radius)} l"
    yield f"{_at(right, ceiling - reach)} {_at(right - reach, ceiling)} {_at(right - radius, ceiling)} c"
    yield f"{_at(left + radius, ceiling)} l"
    yield f"{_at(left + reach, ceiling)} {_at(left, ceiling - reach)} {_at(left, ceiling - radius)} c"
    yield f"{_at(left, bottom + radius)} l"
    yield f"{_at(left, bottom + reach)} {_at(left + reach, bottom)} {_at(left + radius, bottom)} c h"


def _hatches(frame: Frame, top: float) -> Iterator[str]:
    """Yield lines that rise across a frame's rectangle."""
    bottom, height = top - frame.height, frame.height
    x = frame.x - height
    while x < frame.x + frame.width:
        yield f"{_at(x, bottom)} m {_at(x + height, top)} l"
        x += _HATCH_STEP


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"
