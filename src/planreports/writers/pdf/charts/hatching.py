"""Patterns become lines inside a rectangle: programs that show a picture need nothing but lines for them."""

from __future__ import annotations

from collections.abc import Iterator

from planreports.document.styles import Pattern

_STEP = 3.6
"""How far lines are from each other, in points."""

_INSET = 0.8

Segment = tuple[float, float, float, float]
"""A line: x and y of its start and of its end."""


def hatching(pattern: Pattern, x: float, y: float, width: float, height: float) -> list[Segment]:  # noqa: PLR0911 - one for each pattern
    """Return the lines of a pattern in a rectangle by its top left; none leaves it."""
    x, y, width, height = x + _INSET, y + _INSET, width - 2 * _INSET, height - 2 * _INSET
    if width <= 0 or height <= 0:
        return []
    match pattern:
        case "solid" | "open":
            return []
        case "rising":
            return list(_rising(x, y, width, height))
        case "falling":
            return list(_falling(x, y, width, height))
        case "crossed":
            return [*_rising(x, y, width, height), *_falling(x, y, width, height)]
        case "level":
            return [(x, each, x + width, each) for each in _steps(y, height)]
        case "upright":
            return [(each, y, each, y + height) for each in _steps(x, width)]
        case "dotted":
            return [(across, down, across, down) for down in _steps(y, height) for across in _steps(x, width)]


def _steps(start: float, length: float) -> Iterator[float]:
    """Yield places at equal distances, as many at one end as at the other."""
    count = max(int(length / _STEP), 1)
    rest = length - (count - 1) * _STEP
    yield from (start + rest / 2 + _STEP * number for number in range(count))


def _falling(x: float, y: float, width: float, height: float) -> Iterator[Segment]:
    """Yield lines down to the right; they stand on a grid of the page, so that neighbours look alike."""
    shift = -height + _STEP / 2
    while shift < width:
        left, right = max(shift, 0.0), min(shift + height, width)
        if right > left:
            yield x + left, y + left - shift, x + right, y + right - shift
        shift += _STEP * 1.25


def _rising(x: float, y: float, width: float, height: float) -> Iterator[Segment]:
    """Yield lines up to the right."""
    for x1, y1, x2, y2 in _falling(x, y, width, height):
        yield x1, 2 * y + height - y1, x2, 2 * y + height - y2
