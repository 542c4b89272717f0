"""Lao is parted into words, better than ICU does it, and never inside a syllable."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import polib
import pytest
from icu4py.breakers import LineBreaker as IcuLineBreaker

from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.lao import is_spelled, syllables, words
from planreports.lao.lexicon import KEY, shipped_words
from planreports.lao.orthography import LEADING_VOWELS, LETTERS, NEVER_FIRST
from tests.lao.phrases import breaks_in_lao, phrases, scored

QUOTED_SIGN = re.compile(f"(?<![{LETTERS}])[{NEVER_FIRST}{LEADING_VOWELS}ໆຍ]{{1,2}}(?![{LETTERS}])")
"""A sign by itself, in a message about how signs are written."""


def shipped_text() -> list[str]:
    """Return every Lao text that ships: catalogs, glossary, lexicon and the example."""
    glossary = Glossary.read(resource("locales", "glossary.csv"))
    texts = [*glossary.whole_words(), *shipped_words()]
    for file in resource("locales", "lo", "LC_MESSAGES").glob("*.po"):
        texts += [entry.msgstr for entry in polib.pofile(str(file))]
    for file in Path(resource("examples", "workspace")).rglob("*.yaml"):
        texts += file.read_text("utf-8").splitlines()
    return texts


def our_words(text: str) -> list[str]:
    return words(text, tuple(Glossary.read(resource("locales", "glossary.csv")).whole_words()))


def test_there_are_two_hundred_phrases_by_hand_from_three_sources() -> None:
    assert Counter(phrase.source for phrase in phrases()) == {"plan": 100, "name": 50, "ordinary": 50}
    assert len({phrase.text for phrase in phrases()}) == 200


def test_every_word_of_the_phrases_ends_where_a_syllable_does() -> None:
    for phrase in phrases():
        between = breaks_in_lao(syllables(phrase.text), phrase.text)
        assert phrase.boundaries | phrase.seams <= between, phrase.marked


def test_fewer_breaks_are_wrong_than_icus_by_themselves_and_with_the_glossary() -> None:
    icu, alone, ours = (
        scored(engine, phrases())
        for engine in (lambda text: list(IcuLineBreaker(text, "lo")), words, our_words)
    )
    assert ours.wrong <= alone.wrong < icu.wrong / 2
    assert ours.in_syllables == alone.in_syllables == 0


@pytest.mark.parametrize("source", ["plan", "name", "ordinary"])
def test_fewer_breaks_are_wrong_in_each_kind_of_phrases(source: str) -> None:
    chosen = [phrase for phrase in phrases() if phrase.source == source]
    icu = scored(lambda text: list(IcuLineBreaker(text, "lo")), chosen)
    assert scored(our_words, chosen).wrong < icu.wrong


def test_all_lao_that_ships_is_spelled_as_syllables_or_abbreviations() -> None:
    texts = [QUOTED_SIGN.sub("", text) for text in shipped_text()]
    assert [text for text in texts if not is_spelled(text)] == []


def test_no_break_in_all_lao_that_ships_is_inside_a_syllable() -> None:
    for text in shipped_text():
        between = breaks_in_lao(syllables(text), text)
        assert breaks_in_lao(our_words(text), text) <= between, text


def test_a_word_of_the_lexicon_is_of_several_syllables() -> None:
    for word in shipped_words():
        assert len(word) >= KEY, word
        assert len(syllables(word)) > 1, word


def test_words_joined_are_the_text_and_spaces_are_apart() -> None:
    assert words("ສອງຝ່າຍ,  ແລະ ODA.") == ["ສອງ", "ຝ່າຍ,", "  ", "ແລະ", " ", "ODA."]
    assert words("") == []


def test_the_dictionary_decides_where_a_spelling_has_two_readings() -> None:
    assert words("ຈາກວຽງຈັນ") == ["ຈາກ", "ວຽງຈັນ"]
    assert words("ແພງກວ່າຊີ້ນ") == ["ແພງ", "ກວ່າ", "ຊີ້ນ"]
