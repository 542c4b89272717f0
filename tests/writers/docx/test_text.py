"""Words come out as they went in; every run says its script's font, size, weight and language."""

from __future__ import annotations

import io
from dataclasses import fields, replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planreports.document.nodes import Document, Footnote, LineBreak, Metadata, Paragraph, Run
from planreports.errors import WritingError
from planreports.writers.docx import write
from tests.writers.docx.reading import W, part, value, word, words
from tests.writers.trees import AT, BREAKER, ENGLISH, LAO, STYLESHEET, document, h, p, table, ul


def test_lao_runs_say_everything_of_complex_script_themselves() -> None:
    data = word(Paragraph((Run("ນ້ຳ 2030 ແລະ COVID", "lo", bold=True),), "lo", "body", AT))
    runs = [(("".join(run.itertext(f"{W}t"))), run.find(f"{W}rPr")) for run in part(data).iter(f"{W}r")]
    assert [text for text, _ in runs] == ["ນ້ຳ ", "2030 ", "ແລະ ", "COVID"]
    for text, properties in runs:
        if "\u0e80" <= text[0] <= "\u0eff":
            assert properties.find(f"{W}cs") is not None
            assert properties.find(f"{W}szCs").get(W + "val") == "19"
            assert properties.find(f"{W}bCs").get(W + "val") is None
            assert properties.find(f"{W}lang").get(W + "bidi") == "lo-LA"
            assert properties.find(f"{W}rFonts").get(W + "cs") == "Noto Sans Lao"
        else:
            assert properties.find(f"{W}cs") is None


def test_every_run_says_its_language_and_no_east_asian_property() -> None:
    data = word(p("Lao PDR"), p("ປີ 2030 COVID", "lo"), h(2, "Part"))
    languages = [
        (value(run, "rPr/lang"), value(run, "rPr/lang", "bidi"), value(run, "rPr/lang", "eastAsia"))
        for run in part(data).iter(f"{W}r")
    ]
    assert languages == [
        ("en-GB", None, None),
        (None, "lo-LA", None),
        ("en-GB", "lo-LA", None),
        ("en-GB", None, None),
    ]
    for name in ("word/document.xml", "word/styles.xml"):
        names = {key for each in part(data, name).iter() for key in each.attrib}
        assert not {name for name in names if "eastAsia" in str(name)}


def test_quotes_in_lao_have_a_font_that_has_them_in_every_program() -> None:
    fonts = [
        (words(run), value(run, "rPr/rFonts", "cs"), run.find(f"{W}rPr/{W}cs") is not None)
        for run in part(word(p("ກ “2026” —", "lo"))).iter(f"{W}r")
    ]
    assert fonts == [("ກ ", "Noto Sans Lao", True), ("“2026” —", "Noto Sans", False)]


def test_a_line_break_is_one() -> None:
    data = word(Paragraph((Run("a", "en"), LineBreak(), Run("b", "en")), "en", "body", AT))
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "a\nb"


@pytest.mark.parametrize("character", [0x00, 0x0B, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_a_character_that_xml_cannot_hold_is_named_with_its_place(character: int) -> None:
    with pytest.raises(WritingError) as caught:
        word(p(f"a{chr(character)}b"))
    assert str(caught.value) == (
        f"layouts/test.jinja:3:5: a Word file cannot hold the character U+{character:04X}: remove it"
    )


BAD = p("a\ud800b", style="running")
LINK = Paragraph((Run("a", "en", href="https://example.org/\ud800"),), "en", "body", AT)


@pytest.mark.parametrize(
    ("tree", "hint"),
    [
        (document(LINK), "remove it from a link"),
        (document(Paragraph((Footnote(1, BAD),), "en", "body", AT)), "remove it"),
        (document(p("a"), header=(BAD,)), "remove it"),
        (document(p("a"), watermark=(BAD,)), "remove it"),
    ],
    ids=["link", "footnote", "header", "watermark"],
)
def test_so_is_one_outside_the_text(tree: Document, hint: str) -> None:
    with pytest.raises(WritingError) as caught:
        write(tree, STYLESHEET, BREAKER)
    assert str(caught.value) == (
        f"layouts/test.jinja:3:5: a Word file cannot hold the character U+D800: {hint}"
    )


@pytest.mark.parametrize("field", ["title", "author", "subject"])
def test_a_property_that_xml_cannot_hold_is_named(field: str) -> None:
    tree = document(p("a"))
    metadata = {**{each.name: getattr(tree.metadata, each.name) for each in fields(Metadata)}, field: "a\x00"}
    with pytest.raises(WritingError) as caught:
        write(replace(tree, metadata=Metadata(**metadata)), STYLESHEET, BREAKER)
    assert str(caught.value) == (
        f"a Word file cannot hold the character U+0000: remove it from the document's {field}"
    )


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1),
    st.sampled_from(["en", "lo"]),
)
def test_any_text_comes_out_as_it_went_in(words: str, language: str) -> None:
    assert docx.Document(io.BytesIO(word(p(words, language)))).paragraphs[0].text == words


@pytest.mark.parametrize(
    "words_", ["x" * 100_000, "ກ" * 100_000, "\u202eabc\u2066", "\ufdd0\U0001fffe", "\u2060\u200b"]
)
def test_long_words_and_odd_characters_come_out_too(words_: str) -> None:
    data = word(p(words_, "lo"), table(["A"], [words_]))
    assert words(part(data)) == words_ + "A" + words_


def test_a_whole_tree_keeps_its_words_in_order() -> None:
    data = word(h(1, ENGLISH), p(LAO, "lo"), ul("x", "y"), table(["A"], ["]]> & <b>"]))
    assert words(part(data)[0]) == ENGLISH + LAO + "xyA]]> & <b>"
