"""Charts: the same numbers for whoever sees and whoever hears them, inside their frame whatever they are."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable

import pypdf
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planreports.document.charts import (
    Event,
    Label,
    Series,
    StackedBars,
    StackedColumns,
    Timeline,
    WordedChart,
    Words,
)
from planreports.document.nodes import Figure, Picture
from planreports.i18n.partial_date import PartialDate
from planreports.writers.pdf import write
from planreports.writers.pdf.charts import draw
from planreports.writers.pdf.charts.counts import lengths
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.tokens import Look
from tests.writers.docx.reading import part, word
from tests.writers.html.reading import page
from tests.writers.trees import AT, BREAKER, LAO, READERS, STYLESHEET, document, unspaced

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
STYLES = sorted(name for name, style in STYLESHEET.inline.items() if style.border)
TYPESETTER = Typesetter(STYLESHEET, BREAKER, Itemiser(STYLESHEET, FontLibrary()))


def label(words: str, lao: str = "") -> Label:
    return (Words(words, "en"), *([Words(lao, "lo")] if lao else []))


def bars(*rows: tuple[str, tuple[int, ...]], styles: Iterable[str] = STYLES) -> StackedBars[Label]:
    """Return bars: a row's label, and its counts in the order of the styles."""
    series = tuple(
        Series(label(style), tuple(counts[place] for _, counts in rows), style, "●")
        for place, style in zip(range(len(rows[0][1])), styles, strict=False)
    )
    return StackedBars(label("Status"), tuple(label(name) for name, _ in rows), series)


def svg(chart: WordedChart, width: float = 400) -> etree._Element:
    return etree.fromstring(draw(chart, width, STYLESHEET, TYPESETTER, AT).data)


def figure(chart: WordedChart) -> Figure:
    return Figure(chart, "Status. Trade — done: 3.", "en", AT)


def outside(root: etree._Element) -> list[str]:
    """Return every shape and all words that stand outside a picture."""
    width, height = float(root.get("width")), float(root.get("height"))
    found = []
    for element in root:
        left, top, right, bottom = box_of(element)
        if left < -0.5 or top < -0.5 or right > width + 0.5 or bottom > height + 0.5:
            found.append(f"{element.tag.removeprefix(SVG)} {element.text} {left, top, right, bottom}")
    return found


def box_of(element: etree._Element) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of an element."""
    match element.tag.removeprefix(SVG):
        case "text":
            size = float(element.get("font-size"))
            look = Look(
                size, "#000000", element.get("font-weight") == "bold", False, element.get(LANGUAGE), None
            )
            width = sum(each.width for each in TYPESETTER.words(element.text, look, AT))
            x, y = float(element.get("x")), float(element.get("y"))
            left = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor"), 0)
            return left, y - size * 0.75, left + width, y + size * 0.25
        case "rect":
            x, y, width, height = (float(element.get(name)) for name in ("x", "y", "width", "height"))
            return x, y, x + width, y + height
        case "line":
            x1, y1, x2, y2 = (float(element.get(name)) for name in ("x1", "y1", "x2", "y2"))
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case _:
            points = [tuple(map(float, pair.split())) for pair in re.split("[ML]", element.get("d"))[1:]]
            xs, ys = zip(*points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)


def words_in(root: etree._Element) -> list[str]:
    return [each.text for each in root.iter(f"{SVG}text")]


names = st.one_of(
    st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=80),
    st.integers(0, 60).map(lambda count: LAO[:count]),
    st.sampled_from(["", "W" * 300, "a " * 200, LAO * 3]),
)
counts = st.integers(0, 12) | st.sampled_from([0, 1, 99, 100_000])


@st.composite
def counted_charts(draw_: st.DrawFn) -> WordedChart:
    categories, kinds = draw_(st.integers(0, 40)), draw_(st.integers(0, 6))
    kind = draw_(st.sampled_from([StackedBars, StackedColumns]))
    series = tuple(
        Series(
            label(draw_(names), draw_(names)),
            tuple(draw_(st.lists(counts, min_size=categories, max_size=categories))),
            STYLES[number],
            "✓",
        )
        for number in range(kinds)
    )
    labels = tuple(label(draw_(names), draw_(names)) for _ in range(categories))
    return kind(label("Status"), labels, series)


days = st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 12, 31))
spans = st.tuples(days, days).map(lambda pair: PartialDate("/".join(map(str, sorted(pair)))))


@st.composite
def timelines(draw_: st.DrawFn) -> WordedChart:
    events = tuple(
        Event(
            label(draw_(names), draw_(names)),
            draw_(days | spans),
            draw_(st.sampled_from(STYLES)),
            is_overdue=draw_(st.booleans()),
            date=label("30 September 2026", "30 ກັນຍາ 2026"),
        )
        for _ in range(draw_(st.integers(0, 30)))
    )
    return Timeline(
        label("Due"), events, draw_(days), label("As of today", "ນັບຮອດ"), label("overdue", "ເກີນກຳນົດ")
    )


@settings(max_examples=40, deadline=None)
@given(counted_charts() | timelines(), st.sampled_from([160.0, 300.0, 482.0]))
def test_nothing_of_a_chart_stands_outside_its_picture(chart: WordedChart, width: float) -> None:
    root = svg(chart, width)
    assert outside(root) == []
    assert float(root.get("height")) > 0


@given(st.lists(counts, max_size=8), st.integers(0, 50), st.floats(20, 500))
def test_lengths_fill_their_room_at_most(row: list[int], more: int, room: float) -> None:
    made = lengths(row, sum(row) + more, room)
    assert sum(made) <= room + 0.001
    assert all((length > 0) == (count > 0) for length, count in zip(made, row, strict=True))


def test_every_count_and_sum_is_in_the_chart() -> None:
    found = words_in(svg(bars(("Trade", (3, 0, 2)), ("Energy", (0, 0, 0)))))
    assert found == [
        "● status-completed",
        "● status-delayed",
        "● status-discontinued",
        "Trade",
        "3",
        "2",
        "5",
        "Energy",
        "0",
    ]


def test_a_second_language_stands_below_the_first_once() -> None:
    chart = StackedColumns(label("Status"), (label("2025"), label("Later", "ຕໍ່ມາ")), ())
    assert words_in(svg(chart)) == ["0", "0", "2025", "Later", "ຕໍ່ມາ"]


def test_series_differ_without_colour() -> None:
    used = [STYLESHEET.inline[name].pattern for name in STYLES]
    assert len(set(used)) == len(STYLES) == 6


def test_what_is_late_is_marked_in_words_and_by_its_sign() -> None:
    late = Event(label("List"), datetime.date(2026, 6, 30), "overdue", "▲", True, label("30 June 2026"))
    chart = Timeline(
        label("Due"), (late,), datetime.date(2026, 8, 31), label("As of 31 August"), label("overdue")
    )
    assert words_in(svg(chart)) == ["As of 31 August", "2026", "List", "▲", "30 June 2026", "overdue"]


def test_the_same_chart_gives_the_same_bytes() -> None:
    chart = bars(("Trade", (3, 2)))
    first, second = (draw(chart, 300, STYLESHEET, TYPESETTER, AT) for _ in range(2))
    assert isinstance(first, Picture)
    assert first == second


def test_a_pdf_has_a_chart_as_text_that_readers_find_and_tells_it_in_words() -> None:
    chart = bars(("Trade and Investment", (3, 2)))
    data = write(document(figure(chart)), STYLESHEET, BREAKER)
    assert all("Trade and Investment" in read(data) for read in READERS.values())
    reader = pypdf.PdfReader(io.BytesIO(data))
    objects = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    told = [each["/Alt"] for each in objects if isinstance(each, dict) and "/Alt" in each]
    assert told == ["Status. Trade — done: 3."]


def test_html_shows_a_chart_with_the_fonts_of_the_page() -> None:
    made = page(figure(bars(("Trade", (3, 2)))))
    assert 'role="img" aria-label="Status. Trade — done: 3."' in made.body
    assert "<text" in made.body


def test_word_has_a_chart_as_shapes_with_pixels_for_older_programs() -> None:
    data = word(figure(bars(("Trade", (3, 2)))))
    xml = etree.tostring(part(data)).decode()
    assert 'descr="Status. Trade' in xml
    assert "svgBlip" in xml


def test_a_lao_label_keeps_its_letters() -> None:
    chart = StackedBars(label("Status"), (label(LAO),), ())
    assert unspaced("".join(words_in(svg(chart, 900)))).startswith(unspaced(LAO)[:40])
