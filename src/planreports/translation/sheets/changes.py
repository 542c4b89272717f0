"""Two versions of a text become pieces, word by word: what both have, and what only one of them has."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """Words that both versions have, or (`is_other`) only this one."""

    words: str
    is_other: bool


class ChangedWords(NamedTuple):
    """The pieces of both versions."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def changed_words(before: str, after: str) -> ChangedWords:
    """Return the pieces of two versions of a text.

    >>> changed_words("five areas", "six areas").after
    (Piece(words='six', is_other=True), Piece(words=' areas', is_other=False))
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    made: tuple[list[Piece], list[Piece]] = ([], [])
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        for pieces, words in ((made[0], old[old_start:old_end]), (made[1], new[new_start:new_end])):
            if words:
                pieces.append(Piece("".join(words), tag != "equal"))
    return ChangedWords(tuple(made[0]), tuple(made[1]))
