"""Columns: one for each category from left to right, its counts on each other, their sum above."""

from __future__ import annotations

from math import ceil

from planreports.document.charts import Label, StackedColumns
from planreports.writers.pdf.charts.canvas import Canvas, Rectangle
from planreports.writers.pdf.charts.counts import NUMBER, count_width, draw_count, draw_total, lengths
from planreports.writers.pdf.charts.labels import SIZE, Lettering
from planreports.writers.pdf.charts.legend import draw_legend

_HEIGHT = 130.0
"""Of the highest column, in points."""

_WIDEST = 46.0
_SHARE = 0.62
"""How much of its place a column takes, and how wide it is at most."""

_GAP = 8.0


def draw_columns(chart: StackedColumns[Label], canvas: Canvas, lettering: Lettering) -> None:
    """Draw columns under the legend, and their labels below."""
    top = draw_legend(chart.series, canvas, lettering, 0.0) + _GAP + NUMBER
    foot = top + _HEIGHT
    count = len(chart.categories)
    slot = canvas.width / max(count, 1)
    totals = [sum(each.counts[number] for each in chart.series) for number in range(count)]
    for number, total in enumerate(totals):
        middle = slot * (number + 0.5)
        y = foot
        counts = [each.counts[number] for each in chart.series]
        width = min(slot * _SHARE, _WIDEST)
        for each, length in zip(chart.series, lengths(counts, max(totals), _HEIGHT), strict=True):
            if each.counts[number]:
                y -= length
                segment = Rectangle(middle - width / 2, y, width, length)
                canvas.surface(segment, canvas.stylesheet.inline[each.style])
                draw_count(each.counts[number], each.style, segment, canvas)
        if count_width(total) < slot:
            draw_total(total, middle, y - 3, canvas, centred=True)
    canvas.line((0.0, foot), (canvas.width, foot), canvas.colour("grey"))
    canvas.height = _draw_labels(chart, canvas, lettering, foot + 4, slot) + 2


def _draw_labels(
    chart: StackedColumns[Label], canvas: Canvas, lettering: Lettering, top: float, slot: float
) -> float:
    """Draw the labels below their columns, as many as there is room for; return where the lowest ends."""
    look = lettering.look(SIZE, "ink")
    widest = max(
        (lettering.widest_word(words, look) for each in chart.categories for words in each), default=0.0
    )
    step = max(ceil(min(widest + 3, canvas.width / 4) / slot), 1)
    bottom = top
    for number in range(0, len(chart.categories), step):
        room = slot * step - 3
        label = lettering.label(chart.categories[number], room)
        middle = min(max(slot * (number + 0.5), label.width / 2), canvas.width - label.width / 2)
        label.draw(canvas, middle, top, "middle")
        bottom = max(bottom, top + label.height)
    return bottom
