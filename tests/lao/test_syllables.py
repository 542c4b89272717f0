"""Lao text is parted into the syllables that its spelling shows."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports.lao import is_syllable, syllable_spans, syllables, words
from tests.lao.spelling import SYLLABLES, has_two_readings

PARTED = [
    "ກອງ|ປະ|ຊຸມ",
    "ສົ່ງ|ອອກ",
    "ທາງ|ອາ|ກາດ",
    "ນາ|ຍົກ",
    "ໄຊ|ຍະ|ບູ|ລີ",
    "ເອ|ກະ|ລາດ",
    "ເພາະ",
    "ເລັ່ງ",
    "ຮຽນ",
    "ກ່ຽວ",
    "ເຄື່ອງ",
    "ແຂວງ",
    "ແກ້ວ",
    "ດ້ວຍ",
    "ຂະ|ບວນ|ການ",
    "ພາຍ|ໃນ",
    "ວຽງ|ຈັນ",
    "ເສດ|ຖະ|ກິດ",
    "ໂຊ|ວຽດ",
    "ອາ|ຊຽນ",
    "ຟຣັງ",
    "ປະ|ໂຫຍດ",
    "ສະ|ຫຼຸບ",
    "ຫວຽດ|ນາມ",
    "ໜອງ",
    "ຫນອງ",
    "ຈຳ|ນວນ",
    "ນ້ຳ",
    "ພະ|ນັກ|ງານ|ກວດ|ກາ",
    "ໄວ|ຍາ|ກອນ",
    "ເສ|ລີ|ພາບ",
    "ແກວ່ງ",
    "ເຫຼືອ",
    "ເຫລັກ",
    "ທາງ|ອວນ",
    "ການ|ວອນ|ຂໍ",
    "ສະ|ຫງວນ",
    "ບໍ|ລິ|ສັດ",
    "ຫ້ອງ",
    "ຫົກ",
    "ວັດ|ທະ|ນະ|ທຳ",
    "ຄຸນ|ຄວາມ|ດີ",
    "ໃຫຍ່",
    "ໄຫວ",
    "ຫວານ",
    "ຕົວ|ອັກ|ສອນ",
    "ເບຍ",
    "ເສຍ|ຫາຍ",
    "ເຢຍ|ລະ|ມັນ",
    "ລາຍ|ງານ|ວຽກ",
    "ສະ|ຫະ|ປະ|ຊາ|ຊາດ",
    "ຄູ່|ຮ່ວມ|ຍຸດ|ທະ|ສາດ",
    "ຢ່າງ|ກວ້າງ|ຂວາງ",
    "ກະ|ຊວງ|ສຶກ|ສາ|ທິ|ການ",
    "ເຈົ້າ|ໜ້າ|ທີ່",
    "ຊົ່ວ|ໂມງ",
    "ເອີ້ນ|ວ່າ",
    "ຂອງ|ອາ|ຊຽນ",
    "ໂຕະ",
    "ຜູ້|ອຳ|ນວຍ|ການ",
    "ພວກ|ເຮົາ",
    "ສິນ|ຄ້າ|ອອກ",
    "ຂ້ອຍ",
    "ໂທ|ລະ|ສັບ",
    "ເຂດ|ອຸດ|ສາ|ຫະ|ກຳ",
    "ກ່ອນ|ວັນ",
    "ຜົວະ",
    "ນັອກ",
    "ເກັຍ",
    "ໄອ|ຍະ|ການ",
]

FOREIGN = [
    "ເຕັກ|ໂນ|ໂລ|ຊີ",
    "ເອ|ເລັກ|ໂຕຣ|ນິກ",
    "ໂປຣ|ແກຣມ",
    "ອິນ|ເຕີ|ເນັດ",
    "ອີ|ເມລ",
    "ຟຸດ|ບອລ",
    "ອອສ|ເຕຣ|ເລຍ",
    "ອາ|ຟຣິ|ກາ",
    "ຢູ|ເນັສ|ໂກ",
    "ໄມລ໌",
    "ເທ|ວະ|ດາ",
    "ໂກ|ລະ|ຫົນ",
    "ໂຄ|ວິດ",
    "ຄຣິສ|ມາດ",
    "ກຣຸງ|ເທບ",
    "ພຣະ",
    "ພລາສ|ຕິກ",
    "ຄລີ|ນິກ",
    "ເຄຼຍ",
    "ພຸດ|ທັສ຺|ສະ",
    "ນະ|ໂມ",
    "ເອດສ໌",
]

TWO_READINGS = [
    "ຈາກ|ວັນ|ທີ",
    "ຈາກ|ວຽງ|ຈັນ",
    "ຈາກ|ລາວ",
    "ກັບ|ລາວ",
    "ຫາກ|ວ່າ",
    "ທາງ|ວັດ|ຖຸ",
    "ດີ|ກວ່າ",
    "ຫຼາຍ|ກວ່າ",
    "ຖ້າ|ກວ່າ",
    "ທີ່|ກວ້າງ",
    "ກິ|ໂລ|ກຣາມ",
]


@pytest.mark.parametrize("parted", PARTED)
def test_a_word_is_parted_into_its_syllables(parted: str) -> None:
    assert syllables(parted.replace("|", "")) == parted.split("|")


@pytest.mark.parametrize("parted", FOREIGN)
def test_foreign_words_have_clusters_and_finals_of_their_own(parted: str) -> None:
    assert syllables(parted.replace("|", "")) == parted.split("|")


@pytest.mark.parametrize("parted", TWO_READINGS)
def test_of_two_readings_the_usual_one_is_taken(parted: str) -> None:
    assert syllables(parted.replace("|", "")) == parted.split("|")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ຕ່າງໆ", ["ຕ່າງໆ"]),
        ("ຕ່າງ ໆ", ["ຕ່າງ", " ", "ໆ"]),
        ("ອື່ນໆ ຯລຯ", ["ອື່ນໆ", " ", "ຯລຯ"]),
        ("ສປປລາວ", ["ສປປ", "ລາວ"]),
        ("ມີສປປ", ["ມີ", "ສປປ"]),
        ("ປີ໒໐໒໖", ["ປີ", "໒໐໒໖"]),
        ("1.234.567,5ກີບ", ["1.234.567,5", "ກີບ"]),
        ("ODAຂອງ EU.", ["ODA", "ຂອງ", " ", "EU."]),
        ("ກອງ\u200bປະຊຸມ", ["ກອງ", "\u200b", "ປະ", "ຊຸມ"]),
        ("", []),
    ],
)
def test_what_stands_between_syllables_is_apart(text: str, pieces: list[str]) -> None:
    assert syllables(text) == pieces


@pytest.mark.parametrize("text", ["ເມືອງ", "ນໍ້າ", "ນ້ໍາ", "ນຳ້", "ກຽວ", "ໄທຍ", "ສວຽນ"])
def test_what_is_spelled_as_a_syllable_is_one(text: str) -> None:
    assert is_syllable(text)


@pytest.mark.parametrize("text", ["", "ກ", "ເ", "ກົ", "ກັ", "່ກ", "ກ້່າ", "ກາາ", "ກິະ", "ສະບາຍ", "ka", "ກາໆ"])
def test_what_is_not_spelled_as_one_syllable_is_none(text: str) -> None:
    assert not is_syllable(text)


@given(
    st.text(st.characters(codec="utf-8")) | st.text(st.characters(min_codepoint=0xE80, max_codepoint=0xEFF))
)
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(syllables(text)) == text
    assert [text[start:end] for start, end in syllable_spans(text)] == syllables(text)


@given(SYLLABLES)
def test_a_composed_syllable_is_one(syllable: str) -> None:
    assert is_syllable(syllable)
    assert syllables(syllable) == [syllable]


@given(st.lists(SYLLABLES, min_size=2, max_size=8))
def test_composed_syllables_are_segmented_back(parts: list[str]) -> None:
    """No break is inside a syllable, and none is missing, but where a spelling has two readings."""
    if any(has_two_readings(first, second) for first, second in pairwise(parts)):
        assert all(map(is_syllable, syllables("".join(parts))))
    else:
        assert syllables("".join(parts)) == parts


@given(st.lists(SYLLABLES | st.sampled_from([" ", "2026", "ODA", " ສປປ ", "(", "ໆ "]), max_size=8))
def test_no_line_ends_inside_a_syllable(parts: list[str]) -> None:
    text = "".join(parts)
    ends = {0, *accumulate(map(len, syllables(text)))}
    readings = ends | set(accumulate(map(len, parts)))
    assert set(accumulate(map(len, words(text)))) <= readings
