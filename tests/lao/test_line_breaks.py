"""Where lines may break: between Lao words, never inside a term, never before what may not begin a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.lao.line_breaks import LineBreaker


def shipped() -> LineBreaker:
    return LineBreaker(Glossary.read(resource("locales", "glossary.csv")).whole_words())


def test_a_term_of_the_glossary_stays_whole() -> None:
    text = "ສອງຝ່າຍຊື່ນຊົມການຮ່ວມມື"
    assert "ສອງຝ່າຍ" not in list(LineBreaker().pieces(text, "lo"))
    assert "ສອງຝ່າຍ" in list(LineBreaker(["ສອງຝ່າຍ"]).pieces(text, "lo"))


def test_lao_breaks_between_words() -> None:
    assert list(shipped().pieces("ສອງຝ່າຍຢືນຢັນ ແລະ ປະເທດ", "lo")) == ["ສອງຝ່າຍ", "ຢືນຢັນ ", "ແລະ ", "ປະເທດ"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ຕ່າງໆ ແລະ", ["ຕ່າງໆ ", "ແລະ"]),
        ("“Host Town” now", ["“Host ", "Town” ", "now"]),
        ("(a) b, c", ["(a) ", "b, ", "c"]),
        ("a\u2060b c", ["a\u2060b ", "c"]),
        ("socio-economic Lao-Japan – (2021-2025)", ["socio-economic ", "Lao-Japan ", "– ", "(2021-2025)"]),
    ],
)
def test_no_line_begins_or_ends_with_what_may_not(text: str, pieces: list[str]) -> None:
    assert list(shipped().pieces(text, "lo")) == pieces


def test_a_zero_width_space_allows_a_break() -> None:
    assert list(LineBreaker().pieces("ab\u200bcd", "en")) == ["ab\u200b", "cd"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs",))))
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(shipped().pieces(text, "lo")) == text
