"""Markup, code, addresses: what both languages must have letter for letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planreports.told import told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import CODE

_EMPHASIS = ("**", "__")


def markup(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield tags, code, addresses and emphasis that the English has and the words lack, or the other way."""
    expected, found = _marks(message.source), _marks(message.words)
    for mark in expected:
        if found[mark] < expected[mark]:
            yield Remark(
                told("`{mark}` of the English is missing", mark=mark), told("write it as the English has it")
            )
    for mark in found:
        if found[mark] > expected[mark]:
            yield Remark(
                told("`{mark}` is not in the English", mark=mark),
                told("leave it out, or write it as the English has it"),
            )


def _marks(text: str) -> Counter[str]:
    """Return markup and code by how often it stands in text; placeholders are another check's."""
    marks = Counter(match.strip("`").rstrip(".,;:") for match in CODE.findall(text) if match[0] != "{")
    for sign in _EMPHASIS:
        if count := text.count(sign):
            marks[sign] = count
    if text.count("`") % 2:
        marks["`"] = 1
    return marks
