"""Whatever is in a paragraph, its lines fit their column, lose nothing, and begin and end as lines may."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planreports.document.nodes import Footnote, Inline, LineBreak, Paragraph, Run
from planreports.writers.pdf import write
from planreports.writers.pdf.breaking import Line
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter
from tests.writers import trees
from tests.writers.trees import AT, BREAKER, STYLESHEET, document, unspaced

TYPESETTER = Typesetter(STYLESHEET, BREAKER, Itemiser(STYLESHEET, FontLibrary()))
NEVER_FIRST = tuple("ໆ,.;:!?)”’»")
NEVER_LAST = tuple("([“‘«")


def set_lines(
    inlines: Sequence[Inline], width: float, style: str = "body", align: str = "left"
) -> list[Line]:
    """Return the lines of an English paragraph in a column of so many points."""
    look = STYLESHEET.paragraph_style(style, "en").model_copy(update={"align": align})
    return TYPESETTER.lines(inlines, look, "en", width, AT)


def words_of(line: Line) -> str:
    fragments = (fragment for token in line.tokens for fragment in (*token.words, *token.space))
    return "".join(fragment.word.text for fragment in fragments)


def lines_of(*inlines: Inline, width: float) -> list[str]:
    return [words_of(line).strip(" ") for line in set_lines(inlines, width)]


def note(number: int) -> Footnote:
    return Footnote(number, Paragraph((Run("A note", "en"),), "en", "footnote", AT))


ENGLISH = "Both sides reaffirmed (the importance) of “strengthening” cooperation, 2021-2025 ffi AV – … H²O"
LAO = "ທັງສອງຝ່າຍ ໄດ້ຢືນຢັນ ຄວາມສຳຄັນ ຕ່າງໆ ນ້ຳໃຈ, “ກຳລັງ” (ປີ ໒໐໓໐) ຫຼື!"
ODD = ["socio-economic", "a\u00a0b", "5\u202fkm", "co\u00adop", "infra\u00adstructure", "ຕ່າງ ໆ", "”"]

words = st.lists(st.sampled_from([*ENGLISH.split(" "), *LAO.split(" "), *ODD]), min_size=1, max_size=12).map(
    " ".join
)
runs = st.builds(
    Run,
    words | words.map(lambda each: f" {each}") | words.map(lambda each: f"{each} "),
    st.sampled_from(["en", "lo"]),
    st.sampled_from([None, None, "id", "superscript", "strong"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, None, None, "https://a.example/"]),
)
paragraphs = st.lists(runs | st.just(LineBreak()) | st.integers(1, 9).map(note), min_size=1, max_size=8)


def expected(inlines: Sequence[Inline]) -> str:
    parts = (
        str(each.number) if isinstance(each, Footnote) else each.text if isinstance(each, Run) else ""
        for each in inlines
    )
    return unspaced("".join(parts)).replace("\u00ad", "")


@settings(max_examples=150, deadline=None)
@given(paragraphs, st.floats(3, 400), st.sampled_from(["body", "table-body", "heading-2"]), st.booleans())
def test_lines_fit_their_column_and_lose_nothing(
    inlines: list[Inline], width: float, style: str, is_justified: bool
) -> None:
    lines = set_lines(inlines, width, style, "justify" if is_justified else "left")
    assert unspaced("".join(map(words_of, lines))) == expected(inlines)
    for line in lines:
        fragments = [fragment for token in line.tokens for fragment in token.words]
        is_single = sum(len(fragment.word.codes) for fragment in fragments) <= 1
        assert line.width <= width + 0.02 or is_single
        assert not words_of(line).startswith(" ")


def tight(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield the ends and beginnings of lines that follow each other in a paragraph."""
    for upper, lower in itertools.pairwise(lines):
        if not upper.is_last:
            yield words_of(upper).rstrip(" "), words_of(lower)


@settings(max_examples=150, deadline=None)
@given(paragraphs, st.floats(90, 300))
def test_lines_begin_and_end_as_lines_may(inlines: list[Inline], width: float) -> None:
    for end, beginning in tight(set_lines(inlines, width)):
        assert not beginning.startswith(NEVER_FIRST)
        assert not end.endswith(NEVER_LAST)


@pytest.mark.parametrize("reader", sorted(trees.READERS))
@settings(max_examples=12, deadline=None)
@given(paragraphs, st.integers(28, 170), st.booleans())
def test_every_reader_finds_the_words_of_any_paragraph(
    reader: str, inlines: list[Inline], millimetres: int, is_justified: bool
) -> None:
    page = STYLESHEET.page.model_copy(update={"width_mm": millimetres + 40})
    body = STYLESHEET.paragraph["body"].model_copy(update={"align": "justify" if is_justified else "left"})
    look = {"page": page, "paragraph": {**STYLESHEET.paragraph, "body": body}}
    shown = tuple(each for each in inlines if not isinstance(each, Footnote))
    block = Paragraph(shown, "en", "body", AT)
    data = write(document(block), STYLESHEET.model_copy(update=look), BREAKER)
    assert unspaced(trees.READERS[reader](data)) == unspaced(expected(shown))


def test_a_comma_stays_with_the_bold_word_before_it() -> None:
    inlines = (Run("a word", "en", bold=True), Run(", then", "en"))
    assert lines_of(*inlines, width=29) == ["a", "word,", "then"]


def test_quotes_stay_with_their_words_across_runs() -> None:
    inlines = (Run("to “", "en"), Run("quote", "en", italic=True), Run("” it", "en"))
    assert lines_of(*inlines, width=36) == ["to", "“quote”", "it"]


@pytest.mark.parametrize("before", ["end!", "end…", "ຕ່າງໆ", "end. ", "(end)", "end – "])
def test_a_footnote_number_never_begins_a_line(before: str) -> None:
    for width in range(12, 60):
        lines = lines_of(Run(f"so {before}", "lo"), note(7), Run(" and more", "en"), width=width)
        if width > 30:
            assert not any(line.startswith("7") for line in lines)


def test_space_around_a_break_vanishes_whatever_runs_it_is_in() -> None:
    inlines = (
        Run(" one  ", "en"),
        Run("  ", "en", bold=True),
        Run(" two ", "lo"),
        LineBreak(),
        Run("  three", "en"),
    )
    assert lines_of(*inlines, width=25) == ["one", "two", "three"]


def test_no_line_ends_at_a_space_that_does_not_break() -> None:
    assert lines_of(Run("to a\u00a0b\u00a0c 5\u202fkm", "en"), width=30) == [
        "to",
        "a\u00a0b\u00a0c",
        "5\u202fkm",
    ]


def test_a_word_broken_anywhere_keeps_vowels_and_marks_of_punctuation() -> None:
    assert lines_of(Run("wwwwww,", "en"), width=15) == ["ww", "ww", "w", "w,"]
    for line in lines_of(Run("ເກະແກະໂກະ" * 5, "lo"), width=22):
        assert line[0] not in "ະາຳໆ"
        assert line[-1] not in "ເແໂໃໄ"


def test_a_lao_word_across_a_line_end_is_found_in_the_text_that_is_heard() -> None:
    text = "".join(words_of(line) for line in set_lines((Run("ທັງສອງຝ່າຍໄດ້ຢືນຢັນ ແລະ ການຮ່ວມມື", "lo"),), 30))
    assert text == "ທັງສອງຝ່າຍໄດ້ຢືນຢັນ ແລະ ການຮ່ວມມື"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (200, ["ພາກສ່ວນຮັບຜິດຊອບ"]),
        (70, ["ພາກສ່ວນ", "ຮັບຜິດຊອບ"]),
        (38, ["ພາກສ່ວນ", "ຮັບຜິດ", "ຊອບ"]),
        (22, ["ພາກ", "ສ່ວນ", "ຮັບ", "ຜິດ", "ຊອບ"]),
    ],
)
def test_a_term_wider_than_its_column_parts_between_words_else_syllables(
    width: float, expected: list[str]
) -> None:
    assert lines_of(Run("ພາກສ່ວນຮັບຜິດຊອບ", "lo"), width=width) == expected
