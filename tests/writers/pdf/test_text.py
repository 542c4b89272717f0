"""Text that goes into a PDF comes out of every reader, character for character; lines break where they may."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planreports.document.nodes import LineBreak, Paragraph, Run
from planreports.errors import WritingError
from planreports.writers.pdf import write
from tests.outlines import pdf as outlines
from tests.writers import trees
from tests.writers.trees import AT, BREAKER, ENGLISH, LAO, STYLESHEET, document, p, unspaced


def pdf(*blocks: object, **more: object) -> bytes:
    return write(document(*blocks, **more), STYLESHEET, BREAKER)


@pytest.mark.parametrize("reader", sorted(trees.READERS))
@pytest.mark.parametrize(("words", "language"), [(ENGLISH, "en"), (LAO, "lo")])
def test_text_comes_out_as_it_went_in(reader: str, words: str, language: str) -> None:
    found = trees.READERS[reader](pdf(p(words, language), p(words, language, "quote")))
    assert unspaced(found) == unspaced(words) * 2


@pytest.mark.parametrize("reader", sorted(trees.READERS))
def test_english_words_keep_their_spaces(reader: str) -> None:
    assert " ".join(trees.READERS[reader](pdf(p(ENGLISH * 3))).split()) == ENGLISH * 3


def test_who_hears_a_paragraph_hears_the_space_where_a_line_ends() -> None:
    broken = Paragraph((Run("One", "en"), LineBreak(), Run("two", "en", bold=True)), "en", "body", AT)
    outline = outlines.outline(pdf(p(ENGLISH * 3), broken))
    assert f"P “{ENGLISH * 3}”" in outline
    assert "P “One two”" in outline


covered = st.text(
    st.sampled_from("abfilVAé.,;:!?()“”‘’\"'-–—/&<>%0123456789 ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮຯະາຳເແໂໃໄໆ ໑໒"),
    min_size=1,
) | st.lists(
    st.sampled_from(["ນ້ຳ", "ກຳ", "ຫຼື", "ປະເທດ", "ແລະ ", "ຢູ່", "ເພື່ອ", "ffi", "fl", "ff", "AV", "to", "ສຽງ "]),
    min_size=1,
).map("".join)


@settings(max_examples=60, deadline=None)
@given(covered, st.sampled_from(["en", "lo"]), st.booleans(), st.booleans())
def test_any_covered_text_comes_out_as_it_went_in(
    words: str, language: str, bold: bool, italic: bool
) -> None:
    run = Run(words, language, bold=bold, italic=italic)
    data = pdf(Paragraph((run,), language, "body", AT))
    assert unspaced(trees.READERS["pypdf"](data)) == unspaced(words)


def test_a_word_wider_than_its_column_breaks_between_clusters() -> None:
    word = "ນ້ຳ" * 60
    data = pdf(p(word, "lo"))
    found = trees.lines(data)
    assert len(found) > 1
    assert all(set(line.split("ນ້ຳ")) == {""} for line in found)


def test_the_space_at_a_break_vanishes_and_lines_begin_at_the_margin() -> None:
    data = pdf(p("word " * 200))
    lefts = {round(left, 0) for _, left, *_ in trees.boxes(data, "word")}
    first = min(lefts)
    assert sum(1 for _, left, *_ in trees.boxes(data, "word") if round(left) == first) > 5


def test_no_lao_line_begins_with_a_repetition_mark_or_comma() -> None:
    data = pdf(p("ຕ່າງໆ, " * 120, "lo"))
    assert not [line for line in trees.lines(data) if line.strip()[0] in "ໆ,"]


def test_a_font_that_is_not_installed_is_named() -> None:
    fonts = STYLESHEET.fonts.model_copy(update={"scripts": {"Latn": "No Such Font"}})
    with pytest.raises(WritingError, match="the font `No Such Font` is not installed"):
        write(document(p("a")), STYLESHEET.model_copy(update={"fonts": fonts}), BREAKER)


def test_justified_lines_end_at_the_margin_and_keep_their_text() -> None:
    body = STYLESHEET.paragraph["body"].model_copy(update={"align": "justify"})
    sheet = STYLESHEET.model_copy(update={"paragraph": {**STYLESHEET.paragraph, "body": body}})
    words = " ".join(f"word{number}" for number in range(100))
    data = write(document(p(words)), sheet, BREAKER)
    assert " ".join(trees.READERS["pypdf"](data).split()) == words
    last_words = [line.split()[-1] for line in trees.lines(data)[:-1]]
    rights = [trees.boxes(data, word)[0][3] for word in last_words]
    assert max(rights) - min(rights) < 2.5  # glyphs end up to a point before their advance
