"""A year's figures become charts: statuses by area and over the years, and what falls due when."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from planreports.document.charts import MOST_LABELS, Event, Series, StackedBars, StackedColumns, Timeline
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import Text, Translation
from planreports.reports.review_years import ReviewYear
from planreports.reports.tracking import TrackedCommitment, Tracking, status_on
from planreports.workspace.calendars import Period
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace

MOST_YEARS = 6
"""How many columns the chart of years has at most, the year under review among them."""

_BY_AREA = message("Commitments by area and status")
_OVER_YEARS = message("Commitments by status, at the end of each year; of {year} on the day of this report")
_DUE = message("Unfinished commitments that fall due until the end of {year}")


def chart_by_area(
    areas: Sequence[tuple[Text, Sequence[int]]], statuses: Sequence[Status], catalogs: Catalogs
) -> StackedBars[Text]:
    """Return the chart of how many commitments of each area have each status."""
    counts = [counts for _, counts in areas]
    return StackedBars(catalogs.text(_BY_AREA), tuple(area for area, _ in areas), _series(counts, statuses))


def chart_over_years(
    tracked: Tracking, review: ReviewYear, workspace: Workspace
) -> StackedColumns[Text] | None:
    """Return the chart of statuses at the end of each year, from the first that anyone reported on.

    None where there is only the year under review to show.
    """
    calendar = workspace.configuration.calendar
    reported = [entry.as_of for each in tracked for entry in each.entries]
    days = {
        year: calendar.review_period(year).last
        for year in range(review.year - MOST_YEARS + 1, review.year)
        if any(day <= calendar.review_period(year).last for day in reported)
    }
    if not days:
        return None
    days[review.year] = review.as_of
    statuses = (*tracked.statuses, tracked.statuses.no_report)
    counts = [_counts_on(day, tracked, statuses) for day in days.values()]
    title = workspace.catalogs.text(_OVER_YEARS).format(year=review.year)
    years = tuple(_in_every_language(str(year), workspace.catalogs) for year in days)
    return StackedColumns(title, years, _series(counts, statuses))


def chart_of_due_dates(
    tracked: Tracking, review: ReviewYear, next_year: Period, workspace: Workspace
) -> Timeline[Text] | None:
    """Return the timeline of commitments that are not finished and due by the end of the next year.

    None where there are none, or more than a chart can show.
    """
    found = [(each.due, each) for each in tracked if each.due and not each.status.is_final]
    events = tuple(
        _event(each, due) for due, each in sorted(found, key=lambda pair: pair[0]) if due <= next_year.last
    )
    title = workspace.catalogs.text(_DUE).format(year=review.year + 1)
    return Timeline(title, events, review.as_of) if 0 < len(events) <= MOST_LABELS else None


def _in_every_language(words: str, catalogs: Catalogs) -> Text:
    """Return words that need no translation."""
    return Text(tuple(Translation(code, words) for code in (SOURCE_LANGUAGE, *catalogs.languages)))


def _event(commitment: TrackedCommitment, due: datetime.date) -> Event[Text]:
    label = commitment.section.title.map(lambda title: f"{commitment.id} {title}")
    status = commitment.status
    return Event(label, due, status.style, status.symbol, is_overdue=commitment.is_overdue)


def _counts_on(day: datetime.date, tracked: Tracking, statuses: Sequence[Status]) -> tuple[int, ...]:
    found = [
        status_on(day, [entry for entry in each.entries if entry.as_of <= day], tracked.statuses).id
        for each in tracked
    ]
    return tuple(found.count(status.id) for status in statuses)


def _series(counts: Sequence[Sequence[int]], statuses: Sequence[Status]) -> tuple[Series[Text], ...]:
    """Return the counts of each status that any category has."""
    columns = zip(statuses, zip(*counts, strict=True), strict=True)
    return tuple(
        Series(status.label, tuple(numbers), status.style, status.symbol)
        for status, numbers in columns
        if any(numbers)
    )
