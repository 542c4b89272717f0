"""Bars: a row for each category, its counts side by side in the patterns of their series, and their sum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planreports.document.charts import Label, Series, StackedBars
from planreports.writers.pdf.charts.canvas import Canvas, Rectangle
from planreports.writers.pdf.charts.counts import count_width, draw_count, draw_total, lengths
from planreports.writers.pdf.charts.labels import MANY, SIZE, Lettering, SetLabel
from planreports.writers.pdf.charts.legend import draw_legend

_LABELS = 0.36
"""How much of the width the labels take at most."""

_GAP = 8.0
_BAR, _ROW_GAP = 12.0, 5.0
_CLOSE_BAR, _CLOSE_GAP = 9.0, 1.5
"""How high a bar is, and what parts rows; both where there are many."""


class _Place(NamedTuple):
    """Where a row and its bar begin, how much room the longest bar has, and whether rows stand closely."""

    x: float
    y: float
    room: float
    is_close: bool


def draw_bars(chart: StackedBars[Label], canvas: Canvas, lettering: Lettering) -> None:
    """Draw bars, from top to bottom, under the legend."""
    is_close = len(chart.categories) > MANY
    labels = [lettering.label(each, canvas.width * _LABELS, beside=is_close) for each in chart.categories]
    left = max((label.width for label in labels), default=0.0) + _GAP
    totals = [sum(each.counts[number] for each in chart.series) for number in range(len(labels))]
    room = canvas.width - left - max(map(count_width, totals), default=0.0) - _GAP
    y = draw_legend(chart.series, canvas, lettering, 0.0) + _GAP
    top = y
    for number, label in enumerate(labels):
        y = _draw_row(label, _row(chart.series, number), max(totals), canvas, _Place(left, y, room, is_close))
    canvas.line((left, top - 2), (left, y), canvas.colour("grey"))
    canvas.height = y + 2


def _row(series: Sequence[Series[Label]], number: int) -> list[tuple[str, int]]:
    """Return the counts of a category with their styles."""
    return [(each.style, each.counts[number]) for each in series]


def _draw_row(
    label: SetLabel,
    counts: Sequence[tuple[str, int]],
    most: int,
    canvas: Canvas,
    place: _Place,
) -> float:
    """Draw a category below a height; return where it ends."""
    x, y, room = place.x, place.y, place.room
    bar, gap = (_CLOSE_BAR, _CLOSE_GAP) if place.is_close else (_BAR, _ROW_GAP)
    height = max(label.height, bar) + gap
    label.draw(canvas, x - _GAP, y + (height - label.height) / 2, "end")
    total = sum(count for _, count in counts)
    for (style, count), length in zip(counts, lengths([each for _, each in counts], most, room), strict=True):
        if count:
            segment = Rectangle(x, y + (height - bar) / 2, length, bar)
            canvas.surface(segment, canvas.stylesheet.inline[style])
            draw_count(count, style, segment, canvas)
            x += length
    draw_total(total, x + 4, y + height / 2 + SIZE * 0.36, canvas)
    return y + height
