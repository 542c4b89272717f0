"""What charts show: labels, counts and dates, and nothing of how they are drawn.

A report's context holds charts whose labels are `Text`. The layout stage chooses their languages: then each
label is `Words`, one for each language in which it stands, and a writer draws it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.told import told

MOST_LABELS = 200
"""How many categories or events one chart has at most; more belong into a table."""


class Words(NamedTuple):
    """Words of one language."""

    text: str
    language: str


Label: TypeAlias = tuple[Words, ...]
"""A label in each of a document's languages, the first leading."""

L = TypeVar("L", Text, Label)


@dataclass(frozen=True, slots=True)
class Series(Generic[L]):
    """Counts of one kind, one for each category of their chart.

    `style` names the inline style whose colour and pattern they have, such as `status-delayed`; `symbol`
    stands beside the label, so that colour never tells it alone.
    """

    label: L
    counts: tuple[int, ...]
    style: str
    symbol: str = ""

    @property
    def total(self) -> int:
        """Return the sum of the counts."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class StackedBars(Generic[L]):
    """A bar for each category, one under the other, its counts side by side: such as statuses by area.

    `title` says what is counted; it begins the chart's alternative text.
    """

    title: L
    categories: tuple[L, ...]
    series: tuple[Series[L], ...]

    def __post_init__(self) -> None:
        _check(self.categories, self.series)


@dataclass(frozen=True, slots=True)
class StackedColumns(Generic[L]):
    """A column for each category, from left to right, its counts on each other: such as statuses by year."""

    title: L
    categories: tuple[L, ...]
    series: tuple[Series[L], ...]

    def __post_init__(self) -> None:
        _check(self.categories, self.series)


@dataclass(frozen=True, slots=True)
class Event(Generic[L]):
    """Something that is due on a day, or within a month, a year or a span of them.

    `style` and `symbol` are as those of a series. `date` is the due date in words; the layout stage sets it.
    """

    label: L
    due: PartialDate | datetime.date
    style: str
    symbol: str = "●"
    is_overdue: bool = False
    date: L | None = None

    @property
    def first_day(self) -> datetime.date:
        """Return the first day of its due date."""
        return self.due.earliest if isinstance(self.due, PartialDate) else self.due

    @property
    def last_day(self) -> datetime.date:
        """Return the day on which it is due at the latest."""
        return self.due.latest if isinstance(self.due, PartialDate) else self.due


@dataclass(frozen=True, slots=True)
class Timeline(Generic[L]):
    """Events on an axis of time, in the order of their dates; `as_of` is the day from which it is seen.

    `as_of_words` say that day, `overdue` that an event is late; the layout stage sets them.
    """

    title: L
    events: tuple[Event[L], ...]
    as_of: datetime.date
    as_of_words: L | None = None
    overdue: L | None = None

    def __post_init__(self) -> None:
        if len(self.events) > MOST_LABELS:
            raise ValueError(
                told(
                    "a chart has at most {most} events, not {number}",
                    most=MOST_LABELS,
                    number=len(self.events),
                )
            )


CHARTS = (StackedBars, StackedColumns, Timeline)

Chart: TypeAlias = StackedBars[Text] | StackedColumns[Text] | Timeline[Text]
"""A chart as a report's context holds it."""

WordedChart: TypeAlias = StackedBars[Label] | StackedColumns[Label] | Timeline[Label]
"""A chart as the document tree holds it."""


def _check(categories: tuple[L, ...], series: tuple[Series[L], ...]) -> None:
    """Raise ValueError for counts that no chart can show: a mistake of the program that made them."""
    if len(categories) > MOST_LABELS:
        raise ValueError(
            told(
                "a chart has at most {most} categories, not {number}",
                most=MOST_LABELS,
                number=len(categories),
            )
        )
    for each in series:
        if len(each.counts) != len(categories) or any(count < 0 for count in each.counts):
            raise ValueError(
                told(
                    "a series needs one count of 0 or more for each of {number} categories",
                    number=len(categories),
                )
            )


def worded(chart: Chart, words: Callable[[Text], Label]) -> WordedChart:
    """Return a chart whose labels are in the languages that `words` chooses."""

    def series(each: Series[Text]) -> Series[Label]:
        return Series(words(each.label), each.counts, each.style, each.symbol)

    match chart:
        case StackedBars(title, categories, counted):
            return StackedBars(words(title), tuple(map(words, categories)), tuple(map(series, counted)))
        case StackedColumns(title, categories, counted):
            return StackedColumns(words(title), tuple(map(words, categories)), tuple(map(series, counted)))
        case Timeline(title, events, as_of, as_of_words, overdue):
            return Timeline(
                words(title),
                tuple(_worded_event(each, words) for each in events),
                as_of,
                words(as_of_words) if as_of_words else None,
                words(overdue) if overdue else None,
            )


def _worded_event(event: Event[Text], words: Callable[[Text], Label]) -> Event[Label]:
    date = words(event.date) if event.date else None
    return Event(words(event.label), event.due, event.style, event.symbol, event.is_overdue, date)
