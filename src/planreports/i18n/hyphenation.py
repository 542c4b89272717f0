"""Words become their parts: where a word may be divided at the end of a line, by its language's patterns."""

from __future__ import annotations

from functools import lru_cache

import pyphen

from planreports.i18n.languages import language as language_of

_BEFORE, _AFTER = 2, 3
"""How many letters stand at least before and after a division."""


def is_hyphenated(language: str) -> bool:
    """Return whether there are patterns for a language.

    >>> is_hyphenated("en"), is_hyphenated("lo")
    (True, False)
    """
    return language_of(language).hyphenation is not None


@lru_cache(maxsize=4096)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """Return the places where a word may be divided, in order: each is how many letters stand before.

    >>> divisions("cooperation", "en"), divisions("cooperation", "lo")
    ((2, 6, 8), ())
    """
    name = language_of(language).hyphenation
    return tuple(int(place) for place in _patterns(name).positions(word)) if name else ()


@lru_cache(maxsize=8)
def _patterns(name: str) -> pyphen.Pyphen:
    """Return the patterns of a dictionary; reading one takes as long as drawing a few pages."""
    return pyphen.Pyphen(lang=name, left=_BEFORE, right=_AFTER)
