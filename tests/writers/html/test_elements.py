"""Every node of the tree is an element that says what it is, in the words of HTML and ARIA."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planreports.document.nodes import (
    Aside,
    Column,
    Contents,
    ContentsEntry,
    Figure,
    Footnote,
    Heading,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    PageReference,
    Paragraph,
    Picture,
    Row,
    Rule,
    Run,
    Table,
)
from tests.specimen import FOLDER
from tests.writers.html.reading import page
from tests.writers.trees import AT, ENGLISH, LAO, cell, h, p, parallel, table, ul


def test_a_paragraph_has_its_style_and_the_language_that_differs_from_the_page() -> None:
    made = page(p("Ours", "en"), p("ຂອງ", "lo", "quote"))
    assert made.root.get("lang") == "en"
    assert made.body.startswith('<section class="sheet s1"><p class="p-body">Ours</p>')
    assert '<p class="p-quote" lang="lo">ຂອງ</p>' in made.body


def test_a_translation_that_is_not_reviewed_is_marked() -> None:
    made = page(p("ຮ່າງ", "lo", mark="draft"), p("None", "lo", mark="missing"))
    assert [each.get("class") for each in made.all("p")] == ["p-body draft", "p-body missing"]
    assert "background:#E2B566" in made.rules(".draft::before")


def test_words_have_their_look_language_and_address() -> None:
    runs = (
        Run("a", "en", bold=True),
        Run("b", "en", italic=True),
        Run("c", "lo", "id"),
        Run("d", "en", "link", href="https://example.org/?a=1&b=2"),
        Run("e", "en", href="#there"),
        LineBreak(),
        Run("2", "en", "superscript"),
    )
    made = page(Paragraph(runs, "en", "body", AT), p("There", anchor="there"))
    assert made.body.startswith(
        '<section class="sheet s1"><p class="p-body"><strong>a</strong><em>b</em>'
        '<span lang="lo" class="i-id">c</span>'
        '<a href="https://example.org/?a=1&amp;b=2" class="i-link">d</a><a href="#there">e</a><br>'
        '<sup class="i-superscript">2</sup></p><p id="there" class="p-body">There</p>'
    )


def test_what_only_parts_two_languages_is_silent() -> None:
    runs = (Run("One", "en"), Run(" | ", "en", "separator"), Run("ສອງ", "lo"))
    assert page(Heading(2, runs, "en", AT)).one("span[@aria-hidden]").text == " | "


def test_headings_and_their_anchors() -> None:
    made = page(h(1, "Title"), Heading(2, (Run("Part", "en"),), "en", AT, "heading:2"))
    assert '<h1 class="p-heading-1">Title</h1><h2 id="heading:2" class="p-heading-2">Part</h2>' in made.body


def test_lists_are_lists_and_count_from_where_they_start() -> None:
    inner = List((ListItem((p("Inner", style="list"),), AT),), True, "en", AT, 9)
    item = ListItem((p("Outer", style="list"), inner), AT)
    made = page(List((item,), False, "en", AT))
    assert made.body.startswith(
        '<section class="sheet s1"><ul class="list"><li><p class="p-list">Outer</p>'
        '<ol class="list" start="9"><li><p class="p-list">Inner</p></li></ol></li></ul>'
    )


def test_a_table_has_columns_a_head_scopes_and_spans() -> None:
    rows = (
        Row((cell("A", scope="row", row_span=2), cell("1", style="right")), AT, "band", together=True),
        Row((cell("2"),), AT),
    )
    head = (Row((cell("Both", scope="column", column_span=2),), AT),)
    made = page(Table((Column(30, "mm"), Column(100, "*")), head, rows, "plain", "en", AT))
    assert made.one("table").get("class") == "t-plain fixed"
    assert '<th scope="col" colspan="2" class="last"><p class="p-table-body">Both</p></th>' in made.body
    assert '<tr class="r-band together"><th scope="row" rowspan="2">' in made.body
    assert '<td class="c-right"><p class="p-table-body">1</p></td>' in made.body
    widths = [made.rules("." + str(each.get("class"))) for each in made.all("col")]
    assert widths == ["width:17.6471%", "width:82.3529%"]


def test_a_measured_column_has_no_width() -> None:
    made = page(table(["A", "B"], ["1", "2"], columns=[Column(20, "mm"), Column()]))
    assert made.one("table").get("class") == "t-plain"
    assert [each.get("class") is None for each in made.all("col")] == [False, True]


def test_a_table_that_only_arranges_is_no_table_for_a_screen_reader() -> None:
    inner = replace(table(["A"], ["1"]), presentation=True)
    made = page(inner)
    assert made.one("table").get("role") == "presentation"
    assert made.all("th") == []


def test_a_wide_table_can_be_scrolled_by_keyboard() -> None:
    made = page(table(list("ABCDEF"), list("123456")))
    assert made.one("div").get("class") == "scroll"
    assert made.one("div").get("tabindex") == "0"


def test_numbers_stand_under_each_other_by_their_decimal_marks() -> None:
    rows = [Row((cell(number, style="decimal"),), AT) for number in ("1,234.5", "12", "0.125")]
    made = page(Table((Column(),), (), tuple(rows), "plain", "en", AT))
    boxes = made.all("span")
    assert [each.text_content() for each in boxes] == [".5", "", ".125"]
    (name,) = {str(each.get("class")).split()[1] for each in boxes}
    assert made.rules("." + name) == "min-width:3.5ch"
    assert [each.text_content() for each in made.all("td")] == ["1,234.5", "12", "0.125"]


def test_languages_stand_side_by_side_and_are_read_in_turn() -> None:
    made = page(parallel((p(ENGLISH), p(LAO, "lo"))))
    ours, theirs = made.all("div[@class]/div")
    assert (ours.get("lang"), theirs.get("lang")) == (None, "lo")
    assert (ours.text_content(), theirs.text_content()) == (ENGLISH, LAO)
    assert "--columns:2" in made.css


def test_lists_of_the_same_length_have_their_items_level() -> None:
    even = page(parallel((ul("a", "b"), ul("ກ", "ຂ", language="lo"))))
    assert "level" in str(even.all("div")[0].get("class"))
    assert "--items:2" in even.css
    uneven = page(parallel((ul("a", "b"), ul("ກ", language="lo"))))
    assert "level" not in str(uneven.all("div")[0].get("class"))


def test_a_notice_is_a_note() -> None:
    made = page(Aside((p("Mind", style="notice"),), "notice", AT))
    assert '<div class="a-notice" role="note"><p class="p-notice">Mind</p></div>' in made.body


def test_contents_lead_to_headings() -> None:
    entry = ContentsEntry(2, (Run("Part", "en"),), "en", "heading:1")
    heading = Heading(2, (Run("Part", "en"),), "en", AT, "heading:1")
    made = page(Contents((entry,), "en", AT), heading)
    assert (
        '<nav class="contents"><ol><li class="p-contents-2"><a href="#heading:1">Part</a></li></ol></nav>'
        in made.body
    )


def test_a_page_reference_says_what_it_leads_to_for_a_screen_has_no_pages() -> None:
    title = (Run("Agenda", "en"), Run(" | ", "en", "separator"), Run("ວາລະ", "lo"))
    reference = Paragraph((Run("See ", "en"), PageReference("plan", "lo")), "en", "body", AT)
    made = page(reference, Heading(2, title, "en", AT, "plan"))
    assert made.all("p")[0].text_content() == "See ວາລະ"
    assert made.one("a").get("href") == "#plan"


def test_footnotes_stand_at_the_end_of_their_section_and_lead_back() -> None:
    note = Footnote(1, p("A source", style="footnote"))
    made = page(Paragraph((Run("Fact", "en"), note), "en", "body", AT), p("After"))
    assert made.body.startswith(
        '<section class="sheet s1"><p class="p-body">Fact<sup class="i-superscript">'
        '<a id="footnote-reference:1" href="#footnote:1" role="doc-noteref">1</a></sup></p>'
        '<p class="p-body">After</p><div class="notes"><p id="footnote:1" class="p-footnote note" '
        'role="doc-footnote"><a href="#footnote-reference:1" role="doc-backlink" class="number">1</a>'
        "A source</p></div>"
    )


def test_pixels_are_inside_the_page_with_their_words() -> None:
    data = (FOLDER / "images" / "seal.png").read_bytes()
    figure = Figure(
        Picture("seal.png", "png", data, 300, 300), "The <seal>", "en", AT, (p("Seal", style="caption"),), 25
    )
    made = page(figure)
    picture = made.one("img")
    assert str(picture.get("src")).startswith("data:image/png;base64,")
    assert picture.get("alt") == "The <seal>"
    assert made.rules("." + str(picture.get("class"))) == "width:5.9055rem"
    assert made.one("figcaption").text_content() == "Seal"


def test_rules_and_page_breaks() -> None:
    made = page(p("a"), Rule(AT), p("b"), PageBreak(AT), p("c"))
    assert '<hr class="rule"><p class="p-body">b</p><div class="page-break"></div>' in made.body
    assert ".page-break{break-before:page}" in made.css


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_a_section_is_a_sheet_of_its_paper(orientation: str) -> None:
    made = page(p("a"), orientation=orientation)
    width, height = (595.2756, 841.8898) if orientation == "portrait" else (841.8898, 595.2756)
    assert f"@page s1{{size:{width}pt {height}pt;" in made.css
