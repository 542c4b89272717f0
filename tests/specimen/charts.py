"""The specimen's charts: statuses by area and by year, and what is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from planreports.document.charts import Chart, Event, Series, StackedBars, StackedColumns, Timeline
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text

COUNTS = {
    "Completed": ("✓", (3, 2, 5, 12, 0)),
    "On track": ("●", (8, 4, 7, 3, 0)),
    "Delayed": ("◐", (1, 2, 4, 1, 0)),
    "Not started": ("–", (0, 1, 0, 2, 0)),
    "Discontinued": ("×", (0, 0, 1, 0, 0)),
    "No report": ("○", (2, 0, 0, 6, 0)),
}


def charts(areas: Iterable[Text], catalogs: Catalogs) -> tuple[Chart, ...]:
    """Return a chart of every kind."""
    series = tuple(
        Series(catalogs.text(label), counts, f"status-{label.lower().replace(' ', '-')}", symbol)
        for label, (symbol, counts) in COUNTS.items()
    )
    areas, title = tuple(areas), catalogs.text("Background")
    years = tuple(Text.of(str(year)) for year in range(2022, 2027))
    events = (
        Event(areas[0], datetime.date(2026, 6, 30), "overdue", "▲", is_overdue=True),
        Event(areas[1], PartialDate("2026-11"), "status-delayed", "◐"),
        Event(areas[2], PartialDate("2025/2030"), "status-on-track"),
    )
    return (
        StackedBars(title, areas, series),
        StackedColumns(title, years, series),
        Timeline(title, events, datetime.date(2026, 8, 31)),
    )
