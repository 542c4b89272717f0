"""Words are found wherever they stand, however they are spelled there, and the places are those of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports.lao import folded, occurrences
from planreports.lao.orthography import INVISIBLE, MARKS

LAO_TEXT = st.text(st.sampled_from(MARKS + INVISIBLE + "ກຫລຣໜໝເແໂະາຳຽອວໆຯ໐໙ aÅ\u030aᄒ\u1161\n"), max_size=30)
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30) | LAO_TEXT


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("ແຂວງຫລວງພະບາງ", "ຫຼວງພະບາງ", ["ຫລວງພະບາງ"]),
        ("ລັດຖະບານ ແລະ ຣັດຖະບານ", "ລັດຖະບານ", ["ລັດຖະບານ", "ຣັດຖະບານ"]),
        ("ນ\u0ecd\u0ec9\u0eb2ຕົກ", "ນ\u0ec9\u0eb3", ["ນ\u0ecd\u0ec9\u0eb2"]),
        ("ເເຂວງ", "ແຂວງ", ["ເເຂວງ"]),
        ("ກອງ\u200bປະຊຸມ", "ກອງປະຊຸມ", ["ກອງ\u200bປະຊຸມ"]),
        ("ໜັງສື", "ຫນັງສື", ["ໜັງສື"]),
        ("ປີ  ໒໐໒໖", "ປີ 2026", ["ປີ  ໒໐໒໖"]),
        ("The ODA loan", "oda", ["ODA"]),
        ("ກ່າ ກ້າ", "ກ", ["ກ່", "ກ້"]),
        ("ກາ", "ຂາ", []),
        ("ກາ", " ", []),
        ("", "ກາ", []),
    ],
)
def test_words_are_found_as_they_are_spelled(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(text, words)] == found


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_what_folding_finds_is_found_and_is_what_was_looked_for(before: str, words: str, after: str) -> None:
    text = before + words + after
    places = occurrences(text, words)
    assert bool(places) == (folded(words) != "" and folded(words) in f" {folded(text)} ")
    assert all(folded(words) in folded(text[start:end]) for start, end in places)


def test_a_text_of_a_hundred_thousand_marks_is_searched() -> None:
    assert occurrences("ກ" + "\u0ecd\u0eb2" * 50_000, "ຂ") == []
