"""Two versions of a text become what stayed, what went and what came, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+(?:[’'\-.,]\w+)*|[^\w\s]")
"""White space, a word with its hyphens, a number with its digits, or one other character."""


class Fate(StrEnum):
    """What became of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words that stand together, and what became of them."""

    fate: Fate
    words: str


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Return the way from one text to another.

    >>> [(each.fate.value, each.words) for each in word_changes("in March 2020.", "in May 2020.")]
    [('kept', 'in '), ('removed', 'March'), ('added', 'May'), ('kept', ' 2020.')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[WordChange] = []
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            found += _change(Fate.KEPT, old[first:last])
        else:
            found += _change(Fate.REMOVED, old[first:last])
            found += _change(Fate.ADDED, new[begin:end])
    return tuple(_joined(found))


def _change(fate: Fate, tokens: Sequence[str]) -> Iterator[WordChange]:
    if tokens:
        yield WordChange(fate, "".join(tokens))


def _joined(changes: Sequence[WordChange]) -> Iterator[WordChange]:
    """Yield changes, those that only a space parts as one: a phrase is read at once, not word by word."""
    removed, added = "", ""
    for number, each in enumerate(changes):
        is_between = each.fate is Fate.KEPT and not each.words.strip() and 0 < number < len(changes) - 1
        if each.fate is Fate.REMOVED:
            removed += each.words
        elif each.fate is Fate.ADDED:
            added += each.words
        elif is_between:
            removed, added = removed + each.words, added + each.words
        else:
            yield from _pending(removed, added)
            removed, added = "", ""
            yield each
    yield from _pending(removed, added)


def _pending(removed: str, added: str) -> Iterator[WordChange]:
    if removed:
        yield WordChange(Fate.REMOVED, removed)
    if added:
        yield WordChange(Fate.ADDED, added)
