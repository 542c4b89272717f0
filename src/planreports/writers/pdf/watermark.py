"""Words across a page, behind its text: as large as the page's diagonal allows, and never in the way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from planreports.writers.pdf.drawing import TextLine
from planreports.writers.pdf.numbers import number
from planreports.writers.pdf.pages import PageBox
from planreports.writers.pdf.slabs import AnySlab, Slab, stacked

COLUMN = 10000.0
"""The width of the column that a watermark is set in, in points: no word of it ever breaks."""

_PART = 0.7
"""How much of the page's diagonal a watermark takes at most."""


def watermark_operators(slabs: Sequence[AnySlab], box: PageBox) -> str:
    """Return what draws lines, set in a column as wide as `COLUMN`, along a page's rising diagonal.

    They are an artifact (ISO 32000-1, 14.8.2.2.2); lines wider than the diagonal are made smaller.
    """
    stack = stacked(slabs)
    lines = [(placed.y, line) for placed in stack.placed for line in _lines(placed.slab)]
    widest = max((_width(line) for _, line in lines), default=0.0)
    if not widest:
        return ""
    scale = min(1.0, _PART * math.hypot(box.width, box.height) / widest)
    angle = math.atan2(box.height, box.width)
    across, up = (number(scale * each(angle)) for each in (math.cos, math.sin))
    drawn = " ".join(
        f"BT 1 0 0 1 {segment_x:.2f} {stack.bottom / 2 - y - line.y:.2f} Tm {operators} ET"
        for y, line in lines
        for segment_x, operators in _segments(line)
    )
    return (
        f"/Artifact<</Type/Pagination/Subtype/Watermark>>BDC q {across} {up} -{up} {across} "
        f"{number(box.width / 2)} {number(box.height / 2)} cm {drawn} Q EMC"
    )


def _lines(slab: AnySlab) -> Iterator[TextLine]:
    if isinstance(slab, Slab):
        yield from (each for each in slab.drawings if isinstance(each, TextLine))


def _width(line: TextLine) -> float:
    return sum(segment.width for segment in line.segments)


def _segments(line: TextLine) -> Iterator[tuple[float, str]]:
    """Yield a line's segments with their start, the line in the middle of the page."""
    x = -_width(line) / 2
    for segment in line.segments:
        yield x, segment.operators
        x += segment.width
