"""Pages: orientation, heads and feet with their fields and their space, watermarks."""

from __future__ import annotations

import io
from dataclasses import replace

import docx

from planreports.document.nodes import PageBreak, PageCount, PageNumber, Paragraph, Run, RunningTitle, Section
from planreports.writers.docx import write
from tests.writers.docx.reading import W, outline, part, parts, style, value, values, word, words
from tests.writers.trees import AT, BREAKER, STYLESHEET, document, h, p, table


def test_page_numbers_are_fields() -> None:
    footer = (Paragraph((PageNumber("en"), Run(" / ", "en"), PageCount("en")), "en", "running", AT),)
    data = word(p("a"), footer=footer)
    foot = parts(data, "footer")[0]
    fields = [(each.text or "").strip() for each in foot.iter(f"{W}instrText")]
    assert words(foot) == "1 / 1"
    assert fields == ["PAGE", "NUMPAGES"]
    assert part(data, "word/settings.xml").find(f"{W}updateFields") is None


def test_sections_have_their_own_orientation_and_first_page() -> None:
    metadata = document(p("x")).metadata
    sections = (
        Section(
            (p("a"),), AT, first_header=(p("cover", style="running"),), header=(p("head", style="running"),)
        ),
        Section((p("b"),), AT, orientation="landscape"),
    )
    data = write(replace(document(p("x")), sections=sections, metadata=metadata), STYLESHEET, BREAKER)
    first, second = docx.Document(io.BytesIO(data)).sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert (round(second.page_width.mm), round(second.page_height.mm)) == (297, 210)
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[0].text == "cover"
    assert first.header.paragraphs[0].text == "head"
    assert not second.header.is_linked_to_previous


def test_a_page_break_stands_before_what_follows_it() -> None:
    data = word(p("a"), PageBreak(AT), p("b"))
    broken = [each.find(f"{W}pPr/{W}pageBreakBefore") is not None for each in part(data).iter(f"{W}p")]
    assert broken == [False, True]


def test_a_running_title_shows_the_sections_first_heading() -> None:
    title = (Paragraph((RunningTitle(2, "en"),), "en", "running", AT),)
    sections = (
        Section((h(2, "One"), h(2, "Two")), AT, header=title),
        Section((h(2, "ສາມ", "lo"),), AT, header=title),
        Section((p("x"),), AT, header=title),
    )
    data = write(replace(document(p("x")), sections=sections), STYLESHEET, BREAKER)
    heads = [words(each) for each in parts(data, "header")]
    assert sorted(set(heads)) == ["One", "ສາມ"]
    assert {
        (each.text or "").strip() for root in parts(data, "header") for each in root.iter(f"{W}instrText")
    } == {"STYLEREF 2"}


def test_headings_that_running_titles_look_for_have_words_own_style() -> None:
    mixed = replace(h(2, "Part"), inlines=(Run("Part", "en"), Run("ພາກ", "lo")))
    assert outline(part(word(table(["A"], ["1"]), mixed, h(3, "ກ", "lo")))[0])[-2:] == [
        "Heading2: Partພາກ",
        "Heading3: ກ",
    ]


def test_the_space_between_a_head_and_the_text_is_its_last_paragraphs() -> None:
    data = word(p("a"), header=(p("one", style="marking"), p("two", style="running")))
    assert outline(parts(data, "header")[0]) == ["Marking: one", "Running-after14: two"]
    assert value(style(data, "Running-after14"), "pPr/spacing", "after") == "280"
    data = word(p("a"), footer=(p("one", style="running"), p("two", style="running")))
    assert outline(parts(data, "footer")[0]) == ["Running-before14: one", "Running: two"]


def test_a_head_that_ends_in_a_table_has_it_in_the_paragraph_that_must_follow() -> None:
    data = word(p("a"), header=(table(["A"], ["1"], style="running"),))
    assert outline(parts(data, "header")[0])[-1] == "TableGap-13: "


def test_the_margin_is_that_of_the_shorter_head() -> None:
    head = (p("one", style="marking"), p("two", style="running"))
    data = word(p("a"), header=head, first_header=(head[0],))
    (page,) = docx.Document(io.BytesIO(data)).sections
    assert round(page.top_margin.pt - page.header_distance.pt, 1) == round(8 * 1.4 + 14, 1)
    data = word(p("a"), header=head, first_header=())
    (page,) = docx.Document(io.BytesIO(data)).sections
    assert page.top_margin == page.header_distance


def test_the_text_begins_at_the_top_of_its_section_and_page() -> None:
    data = word(h(2, "a"), PageBreak(AT), h(2, "b"), h(2, "c"))
    befores = [value(each, "pPr/spacing", "before") for each in part(data).iter(f"{W}p")]
    assert befores == ["0", "0", None]


def test_a_watermark_stands_in_a_paragraph_of_the_head_and_is_as_wide_as_its_words() -> None:
    data = word(p("a"), header=(p("head", style="running"),), watermark=(p("DRAFT", style="watermark"),))
    head = parts(data, "header")[0]
    assert outline(head) == ["Running-after14: head"]
    (shape,) = head.iter("{urn:schemas-microsoft-com:vml}shape")
    assert shape.get("id") == "PowerPlusWaterMarkObject10"
    look = dict(each.split(":") for each in (shape.get("style") or "").split(";"))
    width, height = float(look["width"][:-2]), float(look["height"][:-2])
    size = STYLESHEET.paragraph["watermark"].size
    assert (width, height) == (round(size * 3.207), round(size * 1.362))
    assert look["rotation"] == "315"
    assert abs(float(look["margin-left"][:-2]) + width / 2 - 297.6) < 1
    assert values(head, "rotation") == []
