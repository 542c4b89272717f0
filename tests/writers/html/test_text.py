"""Text that goes into a page comes out of it, character for character, and is never anything but text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planreports.document.nodes import Column, Paragraph, Row, Run, Table
from planreports.errors import Problem, WritingError
from planreports.writers.options import WritingOptions
from planreports.writers.pdf.characters import settable
from tests.writers.html.reading import page
from tests.writers.trees import AT, ENGLISH, LAO, cell, p, table

HOSTILE = [
    "</p><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;amp; &#60; &nbsp",
    "]]> <!-- --> </style> </title>",
    '" onmouseover="alert(1)',
    "javascript:alert(1) {{7*7}} ${x}",
]


@pytest.mark.parametrize(("words", "language"), [(ENGLISH, "en"), (LAO, "lo"), (LAO, "en"), (ENGLISH, "lo")])
def test_text_comes_out_as_it_went_in(words: str, language: str) -> None:
    assert page(p(words, language), p(words, language, "quote")).text == words * 2


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    run = Run(words, "en", "link", href=f"https://example.org/{words}")
    made = page(Paragraph((run,), "en", "body", AT, anchor=words), table([words], [words]))
    assert made.text == words * 3
    assert made.one("a").get("href") == f"https://example.org/{words}"
    assert {each.tag for each in made.root.iter()} <= {
        "html", "head", "meta", "title", "style", "body", "main", "section", "p", "a", "table", "colgroup",
        "col", "thead", "tbody", "tr", "th", "td", "wbr", "span",
    }  # fmt: skip


covered = st.text(
    st.sampled_from("abfilVAé.,;:!?()“”‘’\"'-–—/&<>%0123456789 ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮຯະາຳເແໂໃໄໆ ໑໒"),
    min_size=1,
) | st.lists(
    st.sampled_from(["ນ້ຳ", "ກຳ", "ປະເທດ", "ແລະ ", "ການຮ່ວມມື", "</p>", "<wbr>", "&amp;", "&", "ffi"]),
    min_size=1,
).map("".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(covered, st.sampled_from(["en", "lo"]), st.booleans()), min_size=1, max_size=4))
def test_any_covered_text_comes_out_as_it_went_in(parts: list[tuple[str, str, bool]]) -> None:
    runs = tuple(Run(words, language, bold=bold) for words, language, bold in parts)
    made = page(Paragraph(runs, "lo", "body", AT), Paragraph(runs, "en", "body", AT))
    assert made.text == "".join(run.text for run in runs) * 2


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20))
def test_any_text_comes_out_even_if_no_font_has_it(words: str) -> None:
    heard: list[Problem] = []
    made = page(p(words), options=WritingOptions(missing_glyphs="warn", warn=heard.append))
    assert made.text == settable(words)
    marked = {each.text for each in made.all("span[@title]")}
    assert len(heard) == len(marked)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(covered, min_size=1, max_size=6), min_size=1, max_size=6), st.booleans())
def test_any_table_keeps_every_cell_in_order(rows: list[list[str]], decimal: bool) -> None:
    style = "decimal" if decimal else None
    cells = tuple(Row(tuple(cell(p(words), style=style) for words in row), AT) for row in rows)
    made = page(Table((Column(),) * max(map(len, rows)), (), cells, "plain", "en", AT))
    assert [[each.text_content() for each in row.iter("td")] for row in made.root.iter("tr")] == rows


def test_characters_that_html_cannot_hold_are_named_with_their_place() -> None:
    with pytest.raises(WritingError) as caught:
        page(p("a\x00b\ud800\x9f\ufffe"))
    assert str(caught.value).splitlines() == [
        f"layouts/test.jinja:3:5: an HTML file cannot hold the character {each}: remove it"
        for each in ("U+0000", "U+009F", "U+D800", "U+FFFE")
    ]


def test_what_reorders_or_hides_text_is_left_out_and_white_space_is_a_space() -> None:
    assert page(p("a\u202eb\tc\rd\u2028e")).text == "ab c d e"


def test_a_character_that_no_font_has_is_named_with_its_place() -> None:
    with pytest.raises(WritingError) as caught:
        page(p("漢 and 字"))
    assert str(caught.value).splitlines() == [
        "layouts/test.jinja:3:5: no font has the character U+5B57 CJK UNIFIED IDEOGRAPH-5B57: "
        "remove it, or add a font to style.toml",
        "layouts/test.jinja:3:5: no font has the character U+6F22 CJK UNIFIED IDEOGRAPH-6F22: "
        "remove it, or add a font to style.toml",
    ]


def test_a_character_that_no_font_has_is_marked_where_that_was_asked_for() -> None:
    heard: list[Problem] = []
    made = page(p("An 字."), options=WritingOptions(missing_glyphs="warn", warn=heard.append))
    mark = made.one("span")
    assert (mark.get("class"), mark.get("title"), mark.text) == (
        "no-glyph",
        "U+5B57 CJK UNIFIED IDEOGRAPH-5B57",
        "字",
    )
    assert made.text == "An 字."
    assert [str(each) for each in heard] == [
        "layouts/test.jinja:3:5: no font has the character U+5B57 CJK UNIFIED IDEOGRAPH-5B57: "
        "a mark stands around it"
    ]


def test_lao_lines_end_at_our_breaks_only() -> None:
    made = page(p("ການຮ່ວມມື ແລະ ນ້ຳໃຈ", "lo"))
    assert b'<p class="p-body" lang="lo">\xe0' in made.data
    assert "ການຮ່ວມມື <wbr>ແລະ <wbr>ນ້ຳ<wbr>ໃຈ</p>" in made.data.decode()
    assert "white-space:nowrap" in made.rules(":where(p,h1,h2,h3,h4,li,span,a,sup):lang(lo)")


def test_breaks_are_found_across_runs() -> None:
    runs = (Run("ການຮ່ວມ", "lo"), Run("ມື ", "lo", bold=True), Run("ແລະ", "lo"), Run("NIHONGO Partners", "en"))
    made = page(Paragraph(runs, "lo", "body", AT)).data.decode()
    assert "ການຮ່ວມ<strong>ມື </strong><wbr>ແລະ" in made
    assert '<span lang="en">NIHONGO <wbr>Partners</span>' in made


def test_english_is_left_to_the_browser() -> None:
    assert b"<wbr>" not in page(p(ENGLISH)).data


def test_a_word_wider_than_any_column_may_part_anywhere() -> None:
    made = page(p("ກ" * 40, "lo"), p("https://example.org/" + "a" * 40), p("short words " * 10))
    assert [each.get("class") for each in made.all("span")] == ["long", "long"]


def test_a_very_long_word_is_written() -> None:
    word = "a" * 100_000
    assert page(p(word), p("ກຂຄ" * 30_000, "lo")).text.startswith(word)
