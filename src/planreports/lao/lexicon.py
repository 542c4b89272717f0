"""Words that stay whole are found in a text: the longest that begins at a place."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache

from planreports.files.resources import resource

KEY = 4
"""How many letters words are looked up by: no word of two syllables has fewer."""


class Lexicon:
    """Words of more than one syllable, by their first letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = {word for word in words if len(word) >= KEY}
        self.lengths: dict[str, list[int]] = {}
        for word in self.words:
            self.lengths.setdefault(word[:KEY], []).append(len(word))
        for lengths in self.lengths.values():
            if len(lengths) > 1:
                lengths.sort(reverse=True)

    def longest(self, text: str, start: int, ends: Set[int]) -> int:
        """Return where the longest word ends that begins at a place and ends at one of `ends`, or 0.

        >>> Lexicon(["ການທູດ", "ການຮ່ວມມື"]).longest("ການຮ່ວມມືດ້ານ", 0, {3, 7, 9, 13})
        9
        """
        for length in self.lengths.get(text[start : start + KEY], ()):
            end = start + length
            if end in ends and text[start:end] in self.words:
                return end
        return 0


@lru_cache(maxsize=1)
def shipped_words() -> frozenset[str]:
    """Return the words of `words.txt`."""
    lines = resource("lao", "words.txt").read_text("utf-8").split("\n")
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
