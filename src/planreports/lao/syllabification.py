"""Text becomes its syllables: what a line of Lao may be broken between when nothing more is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from planreports.lao.syllable_grammar import PIECE

Span = tuple[int, int]
"""Where something begins and ends in a text, in code points; the end is behind it."""


@cache
def _piece() -> re.Pattern[str]:
    """Return the grammar, compiled: as that takes as long as pages of Lao, once, and when it is needed."""
    return re.compile(PIECE, re.DOTALL)


def syllables(text: str) -> list[str]:
    """Return the syllables of a text, in order; joined they are the text.

    Between them stand spaces, numbers, abbreviations (ສປປ) and what is not Lao, each a piece of its own. ໆ
    and ຯ stay with the syllable before them.

    >>> syllables("ປະເທດຕ່າງໆ ແລະ ສປປ ລາວ")
    ['ປະ', 'ເທດ', 'ຕ່າງໆ', ' ', 'ແລະ', ' ', 'ສປປ', ' ', 'ລາວ']
    """
    return [piece.group() for piece in _piece().finditer(text)]


def syllable_spans(text: str) -> Iterator[Span]:
    """Yield where each of the pieces that `syllables` returns begins and ends.

    >>> list(syllable_spans("ແຂວງຫຼວງພະບາງ"))
    [(0, 4), (4, 8), (8, 10), (10, 13)]
    """
    return (piece.span() for piece in _piece().finditer(text))


def syllable_ends(text: str) -> list[int]:
    """Return where each of the pieces that `syllables` returns ends.

    >>> syllable_ends("ຫຼວງພະບາງ")
    [4, 6, 9]
    """
    return [piece.end() for piece in _piece().finditer(text)]


def is_spelled(text: str) -> bool:
    """Return whether all Lao in a text is spelled as syllables or abbreviations are.

    >>> is_spelled("ຫຼວງພະບາງ (2026)"), is_spelled("ົວງພະບາງ")
    (True, False)
    """
    pieces = _piece().finditer(text)
    return all(piece["misspelt"] is None and piece["stray"] is None for piece in pieces)


def is_syllable(text: str) -> bool:
    """Return whether a text is one syllable as Lao spells them.

    >>> is_syllable("ເມືອງ"), is_syllable("ເມືອງໆ"), is_syllable("ສະບາຍ")
    (True, False, False)
    """
    piece = _piece().fullmatch(text)
    return piece is not None and piece["syllable"] == text
