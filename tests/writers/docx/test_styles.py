"""Every look is a named style; nothing is formatted by hand that a style can say."""

from __future__ import annotations

import io

import docx
import pytest

from planreports.document.nodes import Aside, Paragraph, Run
from planreports.writers.docx import write
from tests.specimen import specimen
from tests.writers.docx.reading import W, outline, part, parts, style, value, values, word, words
from tests.writers.trees import AT, BREAKER, STYLESHEET, cell, h, p, table, ul


def test_every_paragraph_has_a_named_style() -> None:
    data = word(
        h(1, "Title"), p("a"), ul("b"), Aside((p("c", style="notice"),), "notice", AT), p("d", mark="draft")
    )
    assert outline(part(data)[0]) == [
        "Heading1: Title",
        "BodyText: a",
        "ListBullet: b",
        "Notice-notice: c",
        "BodyText-draft: d",
    ]
    names = {style.style_id: style.name for style in docx.Document(io.BytesIO(data)).styles}
    assert names["Heading1"] == "Heading 1"
    used = {each.get(W + "val") for each in part(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= set(names)


def test_a_heading_has_words_own_style_and_each_script_its_size() -> None:
    data = word(h(1, "ຫົວຂໍ້ 6", "lo"), h(1, "Title"))
    assert [line.partition(":")[0] for line in outline(part(data)[0])] == ["Heading1", "Heading1"]
    (style,) = (each for each in part(data, "word/styles.xml") if each.get(W + "styleId") == "Heading1")
    assert [style.find(f"{W}rPr/{W}{tag}").get(W + "val") for tag in ("sz", "szCs")] == ["38", "32"]
    lao, digit, english = (run.find(f"{W}rPr") for run in part(data).iter(f"{W}r"))
    assert lao.find(f"{W}szCs").get(W + "val") == digit.find(f"{W}sz").get(W + "val") == "32"
    assert english.find(f"{W}sz") is None


def test_the_documents_languages_are_set_once() -> None:
    data = word(p("a"))
    lang = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert (lang.get(W + "val"), lang.get(W + "bidi")) == ("en-GB", "lo-LA")
    theme = part(data, "word/settings.xml").find(f"{W}themeFontLang")
    assert (theme.get(W + "val"), theme.get(W + "bidi")) == ("en-GB", "lo-LA")


BY_HAND = {"pStyle", "pageBreakBefore", "numPr", "tabs", "sectPr"}


"""What no style can say of a paragraph: a page that begins, a list's own count, where decimal marks stand."""


@pytest.mark.parametrize("languages", [("en",), ("lo",), ("en", "lo")], ids="+".join)
def test_paragraphs_are_not_formatted_by_hand(languages: tuple[str, ...]) -> None:
    body = part(write(specimen(*languages), STYLESHEET, BREAKER))
    for properties in body.iter(f"{W}pPr"):
        tags = {each.tag.removeprefix(W) for each in properties}
        if not (value(properties, "pStyle") or "").startswith("Heading"):
            assert tags <= BY_HAND | {"ind"} if "numPr" in tags else tags <= BY_HAND
        else:
            assert tags <= {"pStyle", "pageBreakBefore", "numPr", "spacing"}


def test_what_a_mark_a_cell_and_an_alignment_change_is_a_style_of_its_own() -> None:
    data = word(table(["A"], [cell(p("a", style="table-body", mark="draft"), style="right").blocks[0]]))
    assert outline(part(data)[0])[3:] == [
        "      TableBody-kept: A",
        "  tr",
        "    tc",
        "      TableBody-draft-cell: a",
        "TableGap: ",
    ]
    variant = style(data, "TableBody-draft-cell")
    assert value(variant, "basedOn") == "TableBody"
    assert value(variant, "pPr/pBdr/left", "color") == "E2B566"
    assert value(variant, "pPr/ind", "left") == "122"


def test_variants_stay_out_of_the_gallery_until_they_are_used() -> None:
    data = word(p("a", mark="draft"))
    assert style(data, "BodyText-draft").find(f"{W}semiHidden") is not None
    assert style(data, "BodyText").find(f"{W}qFormat") is not None


def test_strong_and_slanted_words_have_words_own_styles() -> None:
    runs = (Run("a", "en", bold=True), Run("b", "en", italic=True), Run("c", "en", bold=True, italic=True))
    data = word(Paragraph(runs, "en", "body", AT))
    assert values(part(data), "rStyle") == ["Strong", "Emphasis", "StrongEmphasis"]
    assert not list(part(data).iter(f"{W}b", f"{W}i"))


def test_weight_is_said_where_two_styles_that_both_have_it_would_cancel_each_other() -> None:
    runs = (Run("plain", "en", "translation"), Run("strong", "en", "missing"), Run("bold", "en", bold=True))
    data = word(Paragraph(runs, "en", "label", AT))
    assert style(data, "Label").find(f"{W}rPr/{W}b") is not None
    weights = [
        (value(run, "rPr/rStyle"), run.find(f"{W}rPr/{W}b") is not None, value(run, "rPr/b"))
        for run in part(data).iter(f"{W}r")
    ]
    assert weights == [
        ("InlineTranslation", True, "0"),
        ("InlineMissing-14", True, None),
        (None, False, None),
    ]


def test_smaller_words_have_a_character_style_of_their_size() -> None:
    data = word(Paragraph((Run("1.1.1a", "en", "id"),), "en", "body", AT))
    assert values(part(data), "rStyle") == ["InlineId-16"]
    assert value(style(data, "InlineId-16"), "basedOn") == "InlineId"
    assert (
        value(style(data, "InlineId-16"), "rPr/sz") == value(style(data, "InlineId-16"), "rPr/szCs") == "16"
    )


def test_headings_have_an_outline_level_and_stay_with_what_follows() -> None:
    data = word(h(2, "Part"))
    assert value(style(data, "Heading2"), "pPr/outlineLvl") == "1"
    assert style(data, "Heading2").find(f"{W}pPr/{W}keepNext") is not None
    assert value(style(data, "Heading2"), "next") == "BodyText"


def test_a_document_in_lao_alone_has_lao_base_styles() -> None:
    data = word(p("ກ", "lo"), h(1, "ກ 6", "lo"), languages=("lo",))
    assert outline(part(data)[0]) == ["BodyText: ກ", "Heading1: ກ 6"]
    assert [value(style(data, "Heading1"), f"rPr/{tag}") for tag in ("sz", "szCs")] == ["32", "32"]
    assert value(style(data, "BodyText"), "pPr/spacing", "line") == "304"


def test_notices_that_follow_each_other_do_not_run_together() -> None:
    notices = [Aside((p(each, style="notice"),), "notice", AT) for each in "abc"]
    data = word(p("x"), *notices)
    assert outline(part(data)[0]) == [
        "BodyText: x",
        "Notice-notice: a",
        "Notice-notice-second: b",
        "Notice-notice: c",
    ]
    right = [value(style(data, f"Notice-notice{each}"), "pPr/ind", "right") for each in ("", "-second")]
    assert right == ["180", "182"]


@pytest.mark.parametrize("languages", [("en",), ("en", "lo")], ids="+".join)
def test_no_empty_paragraph_makes_space(languages: tuple[str, ...]) -> None:
    data = write(specimen(*languages), STYLESHEET, BREAKER)
    roots = [part(data), *parts(data, "header"), *parts(data, "footer")]
    empty = {
        (value(each, "pPr/pStyle") or "").partition("-")[0]
        for root in roots
        for each in root.iter(f"{W}p")
        if not words(each) and each.find(f".//{W}drawing") is None
    }
    assert empty == {"HorizontalRule", "TableGap"}
