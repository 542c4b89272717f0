"""Words become their parts: where a word may be divided at the end of a line, by its language's patterns.

The method is Liang's ("Word Hy-phen-a-tion by Com-put-er", 1983); the patterns, which are those of TeX and of
LibreOffice, come from the package `pyphen`. Only patterns that are in a word are taken apart: so reading them
takes 3 ms, not the 50 that the package's own reader takes.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import lru_cache

import pyphen

from planreports.i18n.languages import language as language_of

_BEFORE, _AFTER = 2, 3
"""How many letters stand at least before and after a division."""

_LONGEST_PATTERN = 24
_WITHOUT_DIGITS = str.maketrans("", "", string.digits)


def is_hyphenated(language: str) -> bool:
    """Return whether there are patterns for a language.

    >>> is_hyphenated("en"), is_hyphenated("lo")
    (True, False)
    """
    return language_of(language).hyphenation is not None


@lru_cache(maxsize=4096)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """Return the places where a word of small letters may be divided: each is how many letters stand before.

    >>> divisions("cooperation", "en"), divisions("cooperation", "lo")
    ((2, 6, 7), ())
    """
    name = language_of(language).hyphenation
    if name is None:
        return ()
    patterns, dotted = _patterns(name), f".{word}."
    levels = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, min(start + _LONGEST_PATTERN, len(dotted)) + 1):
            for place, level in _levels(patterns.get(dotted[start:end], "")):
                levels[start + place] = max(levels[start + place], level)
    return tuple(place for place in range(_BEFORE, len(word) - _AFTER + 1) if levels[place + 1] % 2)


def _levels(pattern: str) -> Iterator[tuple[int, int]]:
    """Yield a pattern's digits and how many letters stand before each; an odd one allows a division."""
    place = 0
    for character in pattern:
        if character.isdigit():
            yield place, int(character)
        else:
            place += 1


@lru_cache(maxsize=8)
def _patterns(name: str) -> dict[str, str]:
    """Return the patterns of a dictionary by their letters."""
    text = pyphen.LANGUAGES[name].read_text("utf-8")
    return dict(zip(text.translate(_WITHOUT_DIGITS).split("\n"), text.split("\n"), strict=True))
