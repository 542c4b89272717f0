"""Lengths that a document gives become points: millimetres, pixels, and user units of SVG."""

from __future__ import annotations

from planreports.document.nodes import Figure, Picture

MILLIMETRE = 72 / 25.4

_POINTS_A_PIXEL = 72 / 150
_POINTS_A_UNIT = 72 / 96

CHART_WIDTH = 170 * MILLIMETRE
"""How wide a chart wants to be, in points: as the text of an A4 page."""


def picture_width(block: Figure) -> float:
    """Return how wide a picture wants to be, in points: as asked for, else 150 pixels or 96 units an inch."""
    if block.width:
        return block.width * MILLIMETRE
    picture = block.picture
    if not isinstance(picture, Picture):
        return CHART_WIDTH
    return picture.width * (_POINTS_A_UNIT if picture.kind == "svg" else _POINTS_A_PIXEL)
