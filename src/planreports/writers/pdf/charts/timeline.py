"""Events on an axis of time: a row for each, a sign on its day or a bar over its span, its date in words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from planreports.document.charts import Event, Label, Timeline, Words
from planreports.writers.pdf.charts.canvas import Canvas, Lettered, Rectangle
from planreports.writers.pdf.charts.labels import MANY, SMALL, Lettering, SetLabel

_LABELS = 0.32
_DATES = 0.24
"""How much of the width labels and dates take at most."""

_GAP = 8.0
_ROW = 13.0
_BAR = 5.0
_SIGN = 8.5
_MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where the days between two stand, from the left to the right end."""

    first: datetime.date
    last: datetime.date
    left: float
    right: float

    def x(self, day: datetime.date) -> float:
        """Return where a day stands."""
        days = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / days, 0.0), 1.0)
        return self.left + (self.right - self.left) * share

    def ticks(self) -> list[datetime.date]:
        """Return the beginnings of years, not too many."""
        years = range(self.first.year, min(self.last.year + 1, datetime.MAXYEAR) + 1)
        step = -(-len(years) // _MOST_TICKS)
        return [
            day for year in years[::step] if self.first <= (day := datetime.date(year, 1, 1)) <= self.last
        ]


def draw_timeline(chart: Timeline[Label], canvas: Canvas, lettering: Lettering) -> None:
    """Draw events from top to bottom below the axis' years."""
    is_close = len(chart.events) > MANY
    labels = [lettering.label(each.label, canvas.width * _LABELS, beside=is_close) for each in chart.events]
    dates = [_date(each, chart, canvas.width * _DATES, lettering) for each in chart.events]
    left = max((each.width for each in labels), default=0.0) + 2 * _GAP
    right = canvas.width - max((each.width for each in dates), default=0.0) - 2 * _GAP
    axis = _Axis(*_days(chart), left, right)
    top = _head(chart, axis, canvas, lettering)
    heights = [max(each.height, date.height, _ROW) + 3 for each, date in zip(labels, dates, strict=True)]
    canvas.height = top + sum(heights) + 2
    _draw_lines(chart, axis, top, heights, canvas)
    y = top
    for event, label, date, height in zip(chart.events, labels, dates, heights, strict=True):
        label.draw(canvas, 0.0, y + (height - label.height) / 2)
        _draw_event(event, axis, y + height / 2, canvas)
        date.draw(canvas, canvas.width, y + (height - date.height) / 2, "end")
        y += height


def _draw_lines(
    chart: Timeline[Label], axis: _Axis, top: float, heights: Sequence[float], canvas: Canvas
) -> None:
    """Draw the lines below the rows, at the years, and at the day from which the events are seen."""
    foot = top + sum(heights)
    for y in accumulate(heights, initial=top):
        canvas.line((0.0, y), (canvas.width, y), canvas.colour("rule-light"))
    for day in axis.ticks():
        canvas.line((axis.x(day), top - 3), (axis.x(day), foot), canvas.colour("rule"), "1 2")
    canvas.line((axis.x(chart.as_of), top - 6), (axis.x(chart.as_of), foot), canvas.colour("navy"))


def _days(chart: Timeline[Label]) -> tuple[datetime.date, datetime.date]:
    """Return the first day of the first year and the last one of the last, of events and of today."""
    days = [chart.as_of, *(day for each in chart.events for day in (each.first_day, each.last_day))]
    return datetime.date(min(days).year, 1, 1), datetime.date(max(days).year, 12, 31)


def _date(event: Event[Label], chart: Timeline[Label], width: float, lettering: Lettering) -> SetLabel:
    """Return an event's date in words; that of a late one is marked in words too."""
    if not event.is_overdue:
        return lettering.label(event.date or (), width)
    late = lettering.label(event.date or (), width, bold=True, colour="red")
    words = lettering.label(chart.overdue or (), width, bold=True, colour="red")
    return SetLabel((*late.rows, *words.rows))


def _head(chart: Timeline[Label], axis: _Axis, canvas: Canvas, lettering: Lettering) -> float:
    """Draw the day from which the events are seen, and the years; return where the rows begin."""
    today = lettering.label(chart.as_of_words or (), canvas.width, bold=True, colour="navy")
    x = axis.x(chart.as_of)
    middle = min(max(x, today.width / 2), canvas.width - today.width / 2)
    today.draw(canvas, middle, 0.0, "middle")
    top = today.height + SMALL * 1.4
    look = Lettered(SMALL, canvas.colour("soft"))
    end = 0.0
    for day in axis.ticks():
        words = Words(str(day.year), "en")
        if axis.x(day) >= end:
            canvas.words(words.text, words.language, axis.x(day) + 2, top - 4, look)
            end = axis.x(day) + lettering.width(words, look) + 6
    return top


def _draw_event(event: Event[Label], axis: _Axis, y: float, canvas: Canvas) -> None:
    """Draw an event's bar, if it has a span, and its sign at the end."""
    style = canvas.stylesheet.inline[event.style]
    start, end = axis.x(event.first_day), axis.x(event.last_day)
    if end - start > _SIGN:
        canvas.surface(Rectangle(start, y - _BAR / 2, end - start, _BAR), style)
    colour = canvas.colour(style.colour or "ink")
    look = Lettered(_SIGN, colour, bold=True, anchor="middle")
    canvas.words(event.symbol or "●", "en", end, y + _SIGN * 0.36, look)
