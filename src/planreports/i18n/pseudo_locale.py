"""Messages become those of the pseudo-locale `qps`: longer, in brackets, with Lao marks above and below.

It is made from the catalogs, and shows what translations will meet: words that are in no catalog stay plain
English, and what is too narrow for longer words bursts. The letters of English can still be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from planreports.i18n.catalogs import Catalogs
from planreports.i18n.languages import PSEUDO_LANGUAGE
from planreports.i18n.text import Translation

_ACCENTED = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÁƁÇĎÉƑĞĤÍĴĶĽṀŇÓṔǪŘŠŤÚṼŴẊÝŽáƀçďéƒğĥíĵķľṁňóṕǫřšťúṽŵẋýž",
)
"""Letters of any Latin font that are no letters of English."""

_SYLLABLES = ("ນ້ຳ", "ຜູ້", "ປີ່", "ຊື້", "ຝຶ່", "ຢູ່", "ຫຼິ້ນ", "ຟັ້ນ", "ກຸ້ມ", "ໃຫຍ່")
"""Lao words as tall as they come: a vowel and a tone above each other, vowels below, long letters."""

_LONGER = 0.4
"""How much longer a message becomes, as a part of its characters."""

_WORDS = re.compile(r"(\{[a-z_]+\}|\s+)")
_MARKS = re.compile("[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]")


def pseudo_words(words: str) -> str:
    """Return words as the pseudo-locale has them; placeholders stay as they are.

    >>> pseudo_words("Lead agency of {party}")
    '[Ľéáď áğéňçý ນ້ຳ óƒ ຜູ້ {party} ປີ່ ຊື້]'
    """
    return f"[{' '.join(_lengthened(words))}]"


def _lengthened(words: str) -> Iterator[str]:
    """Yield words with Lao ones among them; one at the end if there is no other."""
    syllables = cycle(_SYLLABLES)
    wanted = 0.0
    syllable = first = next(syllables)
    for word in words.split():
        yield "".join(part if part[:1] == "{" else part.translate(_ACCENTED) for part in _WORDS.split(word))
        wanted += _LONGER * (len(word) + 1)
        while wanted >= _cells(syllable):
            wanted -= _cells(syllable)
            yield syllable
            syllable = next(syllables)
    if syllable is first:
        yield syllable


def _cells(syllable: str) -> int:
    """Return how many characters wide a syllable and a space are: marks above and below take no width."""
    return len(_MARKS.sub("", syllable)) + 1


def with_pseudo_locale(catalogs: Catalogs) -> Catalogs:
    """Return catalogs with the pseudo-locale of all their messages."""
    made = {key: Translation(PSEUDO_LANGUAGE, pseudo_words(key[1])) for key in catalogs.messages}
    return replace(catalogs, translations={**catalogs.translations, PSEUDO_LANGUAGE: made})
