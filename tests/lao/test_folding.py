"""Text as it is compared and searched: what looks the same is one, and so are spellings in use side by side."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports.lao import canonical, folded
from planreports.lao.orthography import INVISIBLE, MARKS

ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)))
LAO_TEXT = st.text(st.sampled_from(MARKS + INVISIBLE + "ກຫລຣໜໝເແໂະາຳຽອວໆຯ໐໙ aÅ\u030a"))
SARA_AM = "\u0eb3"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ນ\u0ecd\u0eb2", f"ນ{SARA_AM}"),
        ("ນ\u0ecd\u0ec9\u0eb2", f"ນ\u0ec9{SARA_AM}"),
        ("ນ\u0ec9\u0ecd\u0eb2", f"ນ\u0ec9{SARA_AM}"),
        (f"ນ{SARA_AM}\u0ec9", f"ນ\u0ec9{SARA_AM}"),
        ("ທ\u0ec8\u0eb5", "ທ\u0eb5\u0ec8"),
        ("ຜ\u0ec9\u0eb9", "ຜ\u0eb9\u0ec9"),
        ("ຫ\u0eb1\u0ebcກ", "ຫ\u0ebc\u0eb1ກ"),
        ("ເເຂວງ", "ແຂວງ"),
        ("ກອງ\u200bປະຊຸມ", "ກອງປະຊຸມ"),
        ("ພາສາ\u2060ລາວ\ufeff", "ພາສາລາວ"),
        ("A\u030a", "Å"),
    ],
)
def test_what_looks_the_same_is_the_same(one: str, other: str) -> None:
    assert canonical(one) == canonical(other) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ຫຼວງ", "ຫລວງ"),
        ("ຫຣວງ", "ຫລວງ"),
        ("ໜັງສື", "ຫນັງສື"),
        ("ໝາຍ", "ຫມາຍ"),
        ("ຣັດຖະບານ", "ລັດຖະບານ"),
        ("ປີ ໒໐໒໖", "ປີ 2026"),
        ("ສປປ  ລາວ ", "ສປປ ລາວ"),
        ("ODA", "oda"),
    ],
)
def test_two_spellings_are_found_as_one_and_stay_two_texts(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert canonical(one) != canonical(other)


def test_words_that_differ_stay_different() -> None:
    words = ["ກາ", "ກ່າ", "ກ້າ", "ກຳ", "ກະ", "ກັນ", "ການ", "ໄກ", "ໃກ້", "ຂາວ", "ຂ່າວ", "ຄາວ", "ສາ", "ຊາ"]
    assert len({folded(word) for word in words}) == len(words)


@given(ANY_TEXT | LAO_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    assert folded(folded(text)) == folded(text)


@given(ANY_TEXT | LAO_TEXT)
def test_what_is_canonical_is_in_nfc(text: str) -> None:
    assert unicodedata.is_normalized("NFC", canonical(text))


@given(ANY_TEXT | LAO_TEXT)
def test_what_is_the_same_is_found(text: str) -> None:
    assert folded(canonical(text)) == folded(text)


def test_a_letter_with_a_hundred_thousand_marks_is_folded() -> None:
    assert len(folded("ກ" + "\u0ec9\u0ecd" * 50_000 + "\u0eb2")) == 100_001
