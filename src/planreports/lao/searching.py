"""Words become the places in a text where they stand, however they are spelled there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from planreports.lao.folding import canonical, folded, with_one_spelling
from planreports.lao.orthography import INVISIBLE, MARKS, NIGGAHITA, SARA_AA, SARA_AM
from planreports.lao.syllabification import Span

_LETTER = re.compile(f"\\s[\\s{INVISIBLE}]*|(?:ເ[{INVISIBLE}]*ເ|.)[{MARKS}{INVISIBLE}]*+", re.DOTALL)
"""A letter with the marks on it; two ເ are one ແ. A space of any length is one."""

_JAMO = range(0x1160, 0x1200)
"""Parts of Korean syllables, which join what is before them (Unicode 3.12)."""


def occurrences(text: str, words: str) -> list[Span]:
    """Return where words stand in a text as `folded` has them, from letter to letter with its marks.

    They do not overlap, and a letter is found with or without its marks: who looks for ກ finds it in ກ່.

    >>> occurrences("ແຂວງ ຫລວງ\u200bພະບາງ ແລະ ຫຼວງນ້ຳທາ", "ຫຼວງ")
    [(5, 10), (20, 24)]
    >>> occurrences("ນໍ້າ 2026, ນ້ຳ ໒໐໒໖", "ນ້ຳ 2026")
    [(0, 9), (11, 19)]
    """
    wanted = folded(words)
    if not wanted:
        return []
    spans, letters = zip(*_folded_letters(text), strict=True) if text else ((), ())
    places = [number for number, letter in enumerate(letters) for _ in letter]
    joined = "".join(letters)
    found: list[Span] = []
    start = joined.find(wanted)
    while start >= 0:
        first, last = places[start], places[start + len(wanted) - 1]
        found.append((spans[first][0], spans[last][1]))
        start = joined.find(wanted, start + len(wanted))
    return found


def _folded_letters(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the spans of letters that fold independently of each other, and what each folds to."""
    start = end = 0
    previous = ""
    for letter in _LETTER.finditer(text):
        if end > start and not _joins(letter[0][0], previous):
            yield (start, end), _folded_letter(text[start:end])
            start = end
        previous, end = letter[0], letter.end()
    if end > start:
        yield (start, end), _folded_letter(text[start:end])


def _joins(character: str, previous: str) -> bool:
    """Return whether a character is part of the letter before it: ໍ and າ are ຳ."""
    if character == SARA_AA:
        return NIGGAHITA in previous
    return character == SARA_AM or (not character.isascii() and _continues(character))


@lru_cache(maxsize=4096)
def _continues(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or ord(character) in _JAMO


@lru_cache(maxsize=8192)
def _folded_letter(letter: str) -> str:
    words = "".join(with_one_spelling(canonical(letter)).split())
    return f" {words}" if letter[0].isspace() else words
