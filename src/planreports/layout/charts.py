"""A chart of the context becomes one in the document's languages, and what it shows becomes words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from planreports.document.charts import (
    Chart,
    Event,
    Label,
    Series,
    StackedBars,
    StackedColumns,
    Timeline,
    WordedChart,
    Words,
    worded,
)
from planreports.i18n import formats
from planreports.i18n.messages import message
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text, Translation

_MESSAGES = {
    "count": message("{label}: {count}"),
    "category": message("{category} — {counts}."),
    "nothing": message("{category} — none."),
    "due": message("{event} — {date}."),
    "late": message("{event} — {date}, overdue."),
    "overdue": message("overdue"),
    "as_of": message("As of {date}"),
}


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The words of the catalog with which charts are told, by what they are for."""

    texts: Mapping[str, Text]

    @classmethod
    def of(cls, translate: Callable[[str], Text]) -> ChartWords:
        """Return the words in all languages that `translate` knows."""
        return cls({name: translate(words) for name, words in _MESSAGES.items()})

    def __getitem__(self, name: str) -> Text:
        return self.texts[name]


def styles_of(chart: Chart) -> Iterable[str]:
    """Return the inline styles that a chart names."""
    if isinstance(chart, Timeline):
        return [event.style for event in chart.events]
    return [series.style for series in chart.series]


def texts_of_chart(chart: Chart) -> Iterator[Text]:
    """Yield every text that a chart prints."""
    yield chart.title
    if isinstance(chart, Timeline):
        yield from (event.label for event in chart.events)
    else:
        yield from chart.categories
        yield from (series.label for series in chart.series)


def chart_in(chart: Chart, languages: tuple[str, ...], words: ChartWords) -> WordedChart:
    """Return a chart in some languages; words that are the same in two stand once."""
    if isinstance(chart, Timeline):
        chart = _dated(chart, languages, words)

    def label(text: Text) -> Label:
        found = (text.translation(language) for language in languages)
        distinct: dict[str, Words] = {}
        for each in found:
            distinct.setdefault(each.text, Words(each.text, each.language))
        return tuple(words for words in distinct.values() if words.text)

    return worded(chart, label)


def _dated(chart: Timeline[Text], languages: tuple[str, ...], words: ChartWords) -> Timeline[Text]:
    """Return a timeline with its dates in words."""
    return replace(
        chart,
        events=tuple(replace(each, date=_date(each.due, languages)) for each in chart.events),
        as_of_words=words["as_of"].format(date=_date(chart.as_of, languages)),
        overdue=words["overdue"],
    )


def _date(date: PartialDate | datetime.date, languages: Iterable[str]) -> Text:
    if isinstance(date, PartialDate):
        return Text(tuple(Translation(each, formats.partial_date(date, each)) for each in languages))
    return Text(tuple(Translation(each, formats.long_date(date, each)) for each in languages))


# In words --------------------------------------------------------------------------------------------


def alternative(chart: Chart, language: str, words: ChartWords) -> str:
    """Return all that a chart shows in words of a language: its title, and every label with its numbers."""
    match chart:
        case StackedBars() | StackedColumns():
            told = [
                _counts(category, number, chart.series, words)
                for number, category in enumerate(chart.categories)
            ]
        case Timeline():
            told = [_due(event, language, words) for event in chart.events]
            told.insert(0, words["as_of"].format(date=_date(chart.as_of, [language])).map(_sentence))
        case _:
            assert_never(chart)
    sentences = (text.translation(language).text for text in (chart.title.map(_sentence), *told))
    return " ".join(sentences)


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _counts(category: Text, number: int, series: Iterable[Series[Text]], words: ChartWords) -> Text:
    """Return a category with its counts; those that are 0 are left out."""
    counted = [
        words["count"].format(label=each.label, count=each.counts[number])
        for each in series
        if each.counts[number]
    ]
    if not counted:
        return words["nothing"].format(category=category)
    languages = words["count"].languages
    return words["category"].format(category=category, counts=_listed(counted, languages))


def _listed(texts: Iterable[Text], languages: Iterable[str]) -> Text:
    texts = list(texts)
    return Text(
        tuple(
            Translation(each, ", ".join(text.translation(each).text for text in texts)) for each in languages
        )
    )


def _due(event: Event[Text], language: str, words: ChartWords) -> Text:
    told = words["late" if event.is_overdue else "due"]
    return told.format(event=event.label, date=_date(event.due, [language]))
