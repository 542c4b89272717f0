"""Layouts print charts in figures: labels in every language, and all that they show in words."""

from __future__ import annotations

import datetime

import pytest

from planreports.document.charts import Event, Series, StackedBars, StackedColumns, Timeline, Words
from planreports.document.nodes import Figure
from planreports.errors import LayoutError
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text, TranslationState

TRADE = Text.of("Trade").translated("lo", "ການຄ້າ", TranslationState.DRAFT)
BARS = StackedBars(
    Text.of("Status by area"),
    (TRADE, Text.of("Energy")),
    (
        Series(Text.of("Completed"), (3, 0), "status-completed", "✓"),
        Series(Text.of("Delayed"), (1, 0), "status-delayed", "◐"),
    ),
)
DUE = Timeline(
    Text.of("What is due"),
    (
        Event(Text.of("List"), datetime.date(2026, 6, 30), "overdue", "▲", is_overdue=True),
        Event(Text.of("School"), PartialDate("2027"), "status-on-track"),
    ),
    datetime.date(2026, 8, 31),
)


def figure(build, chart: object, *languages: str) -> Figure:
    source = "<section><figure>{{ chart }}<figcaption>{{ chart.title }}</figcaption></figure></section>"
    (found,) = build(source, *languages, context={"chart": chart}).sections[0].blocks
    assert isinstance(found, Figure)
    return found


def problems_of(build, source: str, chart: object = BARS) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        build(source, context={"chart": chart})
    return str(caught.value).splitlines()


def test_a_chart_is_told_in_words_with_every_number(build) -> None:
    assert figure(build, BARS).alternative == (
        "Status by area. Trade — Completed: 3, Delayed: 1. Energy — none."
    )
    assert figure(build, DUE).alternative == (
        "What is due. As of 31 August 2026. List — 30 June 2026, overdue. School — 2027."
    )


def test_its_labels_are_in_the_documents_languages_and_stand_once_where_they_are_the_same(build) -> None:
    chart = figure(build, BARS, "en", "lo").picture
    assert isinstance(chart, StackedBars)
    assert chart.categories == (
        (Words("Trade", "en"), Words("ການຄ້າ", "lo")),
        (Words("Energy", "en"),),
    )
    assert figure(build, BARS, "lo").picture.categories[0] == (Words("ການຄ້າ", "lo"),)


def test_a_chart_stands_in_a_figure_only(build) -> None:
    source = '<section>\n<p>{{ chart }}</p>\n<figure><img src="a.png" alt="{{ chart }}"></figure></section>'
    assert problems_of(build, source) == [
        "layouts/test.jinja:2:1: a chart cannot stand in <p>: expected it in <figure>",
        "layouts/test.jinja:3:9: a chart cannot stand in alt= of <img>: expected it in <figure>",
    ]


def test_a_chart_is_never_joined_to_words(build) -> None:
    assert problems_of(build, "<section>\n<p>{{ chart ~ 'x' }}</p></section>") == [
        "layouts/test.jinja:2: a chart cannot be joined with ~: print it in <figure>"
    ]


def test_a_figure_has_one_chart_or_picture(build) -> None:
    assert problems_of(build, "<section>\n<figure>{{ chart }}{{ chart }}</figure></section>") == [
        "layouts/test.jinja:2:1: a <figure> has one <img> or chart: found 2"
    ]


def test_a_chart_with_a_style_that_is_not_there_names_the_nearest(build) -> None:
    series = (Series(Text.of("Late"), (1,), "status-delaid"),)
    chart = StackedColumns(Text.of("By year"), (Text.of("2026"),), series)
    assert problems_of(build, "<section>\n<figure>{{ chart }}</figure></section>", chart) == [
        "layouts/test.jinja:2:1: the chart has the unknown style `status-delaid`: did you mean `status-delayed`?"
    ]


def test_words_of_a_chart_are_never_markup(build) -> None:
    chart = StackedBars(Text.of("<b>A & B</b>"), (Text.of("<script>x</script>"),), ())
    shown = figure(build, chart)
    assert shown.alternative == "<b>A & B</b>. <script>x</script> — none."
    assert shown.picture.categories == ((Words("<script>x</script>", "en"),),)


def test_counts_that_fit_no_category_are_refused() -> None:
    with pytest.raises(ValueError, match="a series needs one count of 0 or more for each of 1 categories"):
        StackedBars(Text.of("A"), (Text.of("B"),), (Series(Text.of("C"), (1, 2), "soft"),))
