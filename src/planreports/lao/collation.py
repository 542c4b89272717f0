"""Words become keys that sort as a language does: the Unicode Collation Algorithm, with CLDR's choices.

Lao is sorted by consonant, vowel and tone, whatever the order that they are written in: the vowels that stand
before their consonant are contractions of the algorithm's table (UTS #10, 3.3.3, and CLDR's `lo.xml`, which
takes the root order and moves the language's own script to the front).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyuca

from planreports.lao.folding import canonical

SortKey = tuple[int, ...]

_FIRST_SCRIPT: Mapping[str, range] = {"lo": range(0x0E80, 0x0F00)}
"""The block of the script that CLDR sorts before all others, by language; others have root's order."""

_NOT_LISTED = 0xFB00
"""From where on weights are derived from the code points of characters that the table does not have."""

_AFTER = 0x10000
"""What is added to the weights of other scripts, so that they come after a language's own."""


@dataclass(frozen=True)
class Collation:
    """The order of one language: `sorted(words, key=collation.key)`.

    >>> sorted(["zebra", "Éclair", "eclipse"], key=collation_of("en").key)
    ['Éclair', 'eclipse', 'zebra']
    >>> sorted(["UN", "ໄທ", "ເກມ", "ກາ"], key=collation_of("lo").key)
    ['ກາ', 'ເກມ', 'ໄທ', 'UN']
    """

    first_letter: int
    own: range

    def key(self, words: str) -> SortKey:
        """Return what words are sorted by. Both ways to write ຳ are one, and marks that nobody sees none."""
        normalized = unicodedata.normalize("NFD", canonical(words))
        elements = _table().collation_elements(normalized)
        moved = [[self._moved(element[0]), *element[1:]] for element in elements]
        key: SortKey = _table().sort_key_from_collation_elements(moved)
        return key

    def _moved(self, weight: int) -> int:
        """Return a primary weight; that of another script's letters comes after the language's own."""
        return weight if weight < self.first_letter or weight in self.own else weight + _AFTER


def collation_key(words: str) -> SortKey:
    """Return what Lao words are sorted by.

    >>> sorted(["ໄກ", "ຂ", "ກ່າ", "ເກ", "ກາ"], key=collation_key)
    ['ກາ', 'ກ່າ', 'ເກ', 'ໄກ', 'ຂ']
    """
    return collation_of("lo").key(words)


@cache
def collation_of(language: str) -> Collation:
    """Return the order of a language."""
    first_letter = _weight("a")
    block = _FIRST_SCRIPT.get(language, range(0))
    weights = [weight for code in block if first_letter <= (weight := _weight(chr(code))) < _NOT_LISTED]
    return Collation(first_letter, range(min(weights), max(weights) + 1) if weights else range(0))


@cache
def _table() -> pyuca.Collator:
    return pyuca.Collator()


def _weight(character: str) -> int:
    """Return the primary weight of a character; 0 for one that has none or is not assigned."""
    if not unicodedata.name(character, ""):
        return 0
    elements = _table().collation_elements(character)
    return elements[0][0] if elements else 0
