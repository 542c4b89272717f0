"""Characters that no page can show are errors with their place, or marks; what hides text does nothing."""

from __future__ import annotations

import dataclasses
import io

import pypdf
import pytest

from planreports.document.nodes import LineBreak, Paragraph, Run
from planreports.errors import Problem, WritingError
from planreports.writers.options import WritingOptions
from planreports.writers.pdf import write
from tests.writers import trees
from tests.writers.trees import AT, BREAKER, STYLESHEET, document, p, table, unspaced

readers = pytest.mark.parametrize("reader", sorted(trees.READERS))


def pdf(*blocks: object) -> bytes:
    return write(document(*blocks), STYLESHEET, BREAKER)


def words_of(reader: str, words: str, language: str = "en") -> str:
    return " ".join(trees.READERS[reader](pdf(p(words, language))).split())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("a\0b", "the text has the control character U+0000"),
        ("a\x1bb", "the text has the control character U+001B"),
        ("a\x9fb", "the text has the control character U+009F"),
        ("a\ufffeb", "the text has the noncharacter U+FFFE"),
        ("a\ufdd0b", "the text has the noncharacter U+FDD0"),
        ("a\ue000b", "the text has the private character U+E000"),
        ("a\ud800b", "the text has half of a character, the surrogate U+D800"),
        ("aאb", "text from right to left cannot be set: U+05D0 HEBREW LETTER ALEF"),
        ("a٣b", "text from right to left cannot be set: U+0663 ARABIC-INDIC DIGIT THREE"),
    ],
)
@pytest.mark.parametrize("language", ["en", "lo"])
def test_what_no_page_can_show_is_an_error_with_its_place(words: str, message: str, language: str) -> None:
    with pytest.raises(WritingError) as caught:
        pdf(p(words, language))
    assert str(caught.value) == f"layouts/test.jinja:3:5: {message}: remove it"


def test_every_character_that_no_font_has_is_named_at_once_with_its_place() -> None:
    with pytest.raises(WritingError) as caught:
        pdf(p("a 水 b"), table(["x"], ["\U0001f600"]))
    assert str(caught.value).splitlines() == [
        "layouts/test.jinja:3:5: no font has the character U+6C34 CJK UNIFIED IDEOGRAPH-6C34: "
        "remove it, or add a font to style.toml",
        "layouts/test.jinja:3:5: no font has the character U+1F600 GRINNING FACE: "
        "remove it, or add a font to style.toml",
    ]


@readers
def test_a_warning_draws_a_mark_that_reads_as_the_character(reader: str) -> None:
    heard: list[Problem] = []
    options = WritingOptions(missing_glyphs="warn", warn=heard.append)
    blocks = (p("a水b 水 \U0001f600"), p("ກ水ກ\x01", "lo"))
    data = write(document(*blocks), STYLESHEET, BREAKER, options)
    assert unspaced(trees.READERS[reader](data)) == "a水b水\U0001f600ກ水ກ\ufffd"
    assert [str(each) for each in heard] == [
        "layouts/test.jinja:3:5: the text has the control character U+0001: a mark stands in its place",
        "layouts/test.jinja:3:5: no font has the character U+6C34 CJK UNIFIED IDEOGRAPH-6C34: "
        "a mark stands in its place",
        "layouts/test.jinja:3:5: no font has the character U+1F600 GRINNING FACE: a mark stands in its place",
    ]


@readers
@pytest.mark.parametrize(
    "control", ["\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u2063", "\U000e0041"]
)
def test_what_reorders_or_hides_text_does_nothing(reader: str, control: str) -> None:
    assert words_of(reader, f"pay {control}100 to{control} us") == "pay 100 to us"


@readers
@pytest.mark.parametrize("mark", ["\u200b", "\u2060", "\ufeff", "\u00ad"])
def test_what_only_concerns_breaks_is_not_in_the_text(reader: str, mark: str) -> None:
    assert words_of(reader, f"co{mark}operation") == "cooperation"


@readers
@pytest.mark.parametrize("space", ["\t", "\n", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_white_space_of_any_kind_is_a_space(reader: str, space: str) -> None:
    assert words_of(reader, f"one{space}two") == "one two"


@readers
@pytest.mark.parametrize("words", ["a\u200db", "ນ\u200c້ຳ", "#\ufe0fx", "e\u0301", "o\u034f\u0308"])
def test_joiners_and_marks_stay_with_their_base(reader: str, words: str) -> None:
    assert words_of(reader, words) == words


@readers
@pytest.mark.parametrize(
    "words", ["\u0301x", "a \u0301", "\u0eb5ກ", "ກ\u0301", "a\u0eb5", "z" + "\u0301" * 90]
)
def test_marks_without_a_base_come_out_as_they_went_in(reader: str, words: str) -> None:
    assert unspaced(words_of(reader, words)) == unspaced(words)


def test_marks_without_a_base_have_a_dotted_circle_and_do_not_cover_what_is_before_them() -> None:
    data = pdf(p("nil \u0301end"))
    (_, _, _, right, _), (_, left, *_) = trees.boxes(data, "nil")[0], trees.boxes(data, "\u0301")[0]
    assert left > right


@readers
def test_marks_at_the_beginning_of_a_run_stand_on_the_letter_before(reader: str) -> None:
    runs = (Run("ກ", "lo", bold=True), Run("\u0eb5ນ e", "lo"), Run("\u0301n", "en", italic=True))
    data = pdf(Paragraph((*runs, LineBreak(), Run("x", "en")), "lo", "body", AT))
    assert unspaced(trees.READERS[reader](data)) == "ກີນe\u0301nx"


@pytest.mark.parametrize(
    "words",
    ["a" * 100_000, "aກ" * 5_000, "ນ້ຳ" * 33_000, "a" + "\u0301" * 100_000, "(" * 50_000, "“ " * 50_000],
)
def test_a_word_of_any_length_is_set(words: str) -> None:
    assert unspaced(trees.READERS["pypdf"](pdf(p(words, "lo")))) == unspaced(words)


def test_a_paragraph_of_any_number_of_runs_is_set() -> None:
    runs = tuple(Run(f"w{number} ", "en", bold=bool(number % 2)) for number in range(10_000))
    found = trees.READERS["pypdf"](pdf(Paragraph(runs, "en", "body", AT)))
    assert found.split() == [run.text.strip() for run in runs]


def test_an_empty_paragraph_and_one_of_invisible_characters_are_set() -> None:
    for words in ("", " ", "\u200b", "\u2060\u00ad"):
        assert unspaced(trees.READERS["pypdf"](pdf(p(words), p("x")))) == "x"


def test_titles_with_what_no_file_can_hold_do_not_break_the_file() -> None:
    made = document(p("x"))
    metadata = dataclasses.replace(made.metadata, title="a\x01\ud800\ufffeb", subject="\0")
    data = write(dataclasses.replace(made, metadata=metadata), STYLESHEET, BREAKER)
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "a\ufffd\ufffd\ufffdb"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "a\ufffd\ufffd\ufffdb"}
    assert unspaced(trees.READERS["pypdf"](data)) == "x"
