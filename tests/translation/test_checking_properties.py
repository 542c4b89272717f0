"""No input makes a check fail, and no Lao that is spelled rightly is taken for a mistake."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from planreports import lao
from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.checking import findings

GLOSSARY = Glossary.read(resource("locales", "glossary.csv"))
PARTS = [
    "{year}",
    "{",
    "}",
    "`",
    "<b>",
    "&amp;",
    "**",
    "“",
    "”",
    "(",
    ")",
    " ",
    "\n",
    "\t",
    "2020",
    "໒໐໒໐",
    "IX",
]
PARTS += ["March", "May ", "ASEAN", "Lao PDR", "MOTEGI", "ແລະ", "ນໍາ", "ກ່ິ", "ໆ", "ຯ", "\u200b", "\ufeff", "ไ"]
PARTS += ["cooperation", "Minister ", "a)", "--strict", "https://", "Status", "99999999999999999999", "1,234"]
LETTERS = st.characters(min_codepoint=0x0E80, max_codepoint=0x0EFF)
WORDS = st.lists(
    st.one_of(st.sampled_from(PARTS), st.text(max_size=4), st.text(LETTERS, max_size=6)), max_size=8
)


def found(messages: list[tuple[str, str, str]], language: str) -> list[str]:
    made = tuple(
        CatalogMessage("planreports", source, words, TranslationState.DRAFT, note=note)
        for source, words, note in messages
    )
    catalog = CatalogFile(Path("a.po"), "a.po", language, "planreports", made)
    return [each.check for each in findings([catalog], GLOSSARY)]


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4),
    st.sampled_from(["lo", "ja", "ar", "qps", "xx", "", "not a language"]),
)
def test_no_input_makes_a_check_fail(messages: list[tuple[list[str], ...]], language: str) -> None:
    found([tuple("".join(part) for part in parts) for parts in messages], language)  # type: ignore[misc]


SYLLABLES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "ເ", "ແ", "ໂ", "ໃ", "ໄ"]),
        st.sampled_from(["ກ", "ຂ", "ງ", "ຈ", "ຫ", "ນ", "ລ", "ວ", "ສ", "ໜ", "ຫຼ", "ຄຼ", "ອ"]),
        st.sampled_from(["", "ັ", "ິ", "ີ", "ຶ", "ື", "ຸ", "ູ", "ົ", "ໍ"]),
        st.sampled_from(["", "່", "້", "໊", "໋"]),
        st.sampled_from(["", "ະ", "າ", "ຳ", "ຽ", "ວ", "າະ"]),
        st.sampled_from(["", "ກ", "ງ", "ດ", "ນ", "ບ", "ມ", "ຍ", "ວ"]),
    ),
)


@given(st.lists(SYLLABLES.filter(lao.is_syllable), min_size=1, max_size=5))
def test_syllables_are_no_mistakes(syllables: list[str]) -> None:
    words = " ".join(syllables)
    assert not {"sequences", "spelling"}.intersection(found([("Words", words, "")], "lo")), words


@given(st.sampled_from("່ິຸຼາະຳັ"), SYLLABLES.filter(lao.is_syllable))
def test_a_sign_that_begins_a_word_is_found_whatever_comes_before(sign: str, syllable: str) -> None:
    assert "sequences" in found([("Words", f"{syllable} {sign}{syllable}", "")], "lo")
