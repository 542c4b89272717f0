"""Words sort as their language does: English by letters whatever their case, Lao by consonant, vowel and tone."""

from __future__ import annotations

import csv
import json
import random
import subprocess

import polib
import pytest

from planreports.files.resources import resource
from planreports.lao.collation import collation_of

LAO_ORDER = [
    "ກວ້າງ",
    "ກອງປະຊຸມ",
    "ກະ",
    "ກະຊວງ",
    "ກັບ",
    "ກາ",
    "ກ່າ",
    "ກ້າ",
    "ການເງິນ",
    "ກຳ",
    "ກິນ",
    "ກີ",
    "ກຶ",
    "ກື",
    "ກຸ້ງ",
    "ກູ",
    "ກົດ",
    "ເກມ",
    "ເກະ",
    "ເກັບ",
    "ເກົ່າ",
    "ແກ",
    "ແກ້ວ",
    "ໂກງ",
    "ໃກ້",
    "ໄກ",
    "ຂະບວນ",
    "ຂົງເຂດ",
    "ເຂດ",
    "ໄຂ",
    "ໂຄສະນາ",
    "ງານ",
    "ເງິນ",
    "ຈີນ",
    "ສະຖານະ",
    "ສັນຍາ",
    "ເສດຖະກິດ",
    "ແສງ",
    "ໄຊ",
    "ຍີ່ປຸ່ນ",
    "ເຍຍລະມັນ",
    "ດ່ວນ",
    "ຕາ",
    "ເຕັກໂນໂລຊີ",
    "ຖະໜົນ",
    "ທາງ",
    "ໄທ",
    "ນະຄອນ",
    "ນ້ຳ",
    "ບໍ່",
    "ປ່າ",
    "ໄປ",
    "ຜົນ",
    "ຝັ່ງ",
    "ພະ",
    "ຟ້າ",
    "ມາ",
    "ເມືອງ",
    "ແມ່ນ້ຳ",
    "ຢາ",
    "ລາວ",
    "ເລືອກ",
    "ວັນ",
    "ວຽງຈັນ",
    "ຫງາຍ",
    "ຫຍ້າ",
    "ໜັງສື",
    "ໝາ",
    "ຫາ",
    "ຫຼວງ",
    "ເຫຼົ້າ",
    "ແຫຼ່ງ",
    "ໄຫວ",
    "ອາຊຽນ",
    "ເອກະສານ",
    "ໂອກາດ",
    "ໄອ",
    "ຮາກ",
    "ເຮືອນ",
    "ໂຮງຮຽນ",
]
"""In the order that ICU 78.2 has them in, with the data of CLDR 48."""


def shuffled(words: list[str]) -> list[str]:
    return random.Random(5).sample(words, len(words))  # noqa: S311 - any order will do


def test_lao_is_in_the_order_of_icu() -> None:
    assert sorted(shuffled(LAO_ORDER), key=collation_of("lo").key) == LAO_ORDER


def test_a_vowel_before_its_consonant_and_a_tone_come_after_the_consonant() -> None:
    assert sorted(["ເກ", "ຂ", "ກ່າ", "ກາ", "ໄກ", "ກ"], key=collation_of("lo").key) == [
        "ກ", "ກາ", "ກ່າ", "ເກ", "ໄກ", "ຂ",
    ]  # fmt: skip


def test_both_ways_to_write_sara_am_are_one_and_a_place_to_break_is_nothing() -> None:
    key = collation_of("lo").key
    assert key("ນໍ້າ".replace("ໍ້າ", "ໍາ")) == key("ນຳ")
    assert key("ກອງ\u200bປະຊຸມ") == key("ກອງປະຊຸມ")


def test_lao_comes_first_in_lao_and_latin_letters_first_elsewhere() -> None:
    words = ["ກາ", "UN", "21", "ASEAN", "ໄທ"]
    assert sorted(words, key=collation_of("lo").key) == ["21", "ກາ", "ໄທ", "ASEAN", "UN"]
    assert sorted(words, key=collation_of("en").key) == ["21", "ASEAN", "UN", "ກາ", "ໄທ"]


def test_english_is_sorted_word_by_word_whatever_its_case_and_accents() -> None:
    order = [
        "action",
        "Action plan",
        "actions",
        "co-op",
        "coop",
        "résumé",
        "Resume plan",
        "UN",
        "UN Security Council",
    ]
    assert sorted(shuffled(order), key=collation_of("en").key) == order


@pytest.mark.interop("node")
@pytest.mark.parametrize("language", ["lo", "en"])
def test_all_our_words_are_in_the_order_that_node_has_them_in(language: str) -> None:
    with resource("locales", "glossary.csv").open(encoding="utf-8") as file:
        words = {cell for row in csv.reader(file) for cell in row[:2]}
    for name in ("planreports.po", "plan.po"):
        for entry in polib.pofile(str(resource("locales", "lo", "LC_MESSAGES", name))):
            words |= {entry.msgstr, *entry.msgstr.split(), entry.msgid}
    # a catalog's line feeds and tabs are of no glossary
    chosen = sorted(word for word in words if word.isprintable())
    script = "const w=JSON.parse(require('fs').readFileSync(0));console.log(JSON.stringify(w.sort(new Intl.Collator(process.argv[1]).compare)))"
    done = subprocess.run(
        ["node", "-e", script, language], input=json.dumps(chosen), capture_output=True, text=True, check=True
    )
    assert sorted(chosen, key=collation_of(language).key) == json.loads(done.stdout)
