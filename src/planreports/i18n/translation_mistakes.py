"""A message and its translation become the mistakes that no document may be made with.

Catalogs are refused for them on load (`planreports.i18n.catalogs`), and `planreports messages check` reports
them among its findings, so there is one rule for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from planreports.files.characters import refusal
from planreports.told import Told, told

MistakeKind = Literal["placeholders", "characters", "sara-am"]

PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
"""What stands in braces, and braces that are alone."""

SPLIT_SARA_AM = re.compile("\u0ecd[\u0ec8-\u0ecb]?\u0eb2|[\u0ec8-\u0ecb]\u0ecd\u0eb2")
"""ຳ as two characters, with or without a tone mark: the compatibility decomposition of U+0EB3."""


class TranslationMistake(NamedTuple):
    """One mistake: which of the rules is broken, and how."""

    kind: MistakeKind
    message: Told
    hint: Told


def mistakes(source: str, words: str) -> Iterator[TranslationMistake]:
    """Yield the mistakes of a translation; one that is empty has none.

    >>> [each.kind for each in mistakes("{n} of {total}", "{n}")]
    ['placeholders']
    """
    if not words:
        return
    expected, found = (sorted(set(PLACEHOLDER.findall(each))) for each in (source, words))
    if expected != found:
        yield TranslationMistake(
            "placeholders",
            told(
                "the placeholders of `{words}` differ: {found}",
                words=shortened(source),
                found=" ".join(found) or told("none"),
            ),
            told("expected {what}", what=" ".join(expected) or told("none")),
        )
    if refused := refusal(words):
        yield TranslationMistake("characters", *refused)
    if SPLIT_SARA_AM.search(words):
        yield TranslationMistake(
            "sara-am", told("ຳ is written as two characters, U+0ECD U+0EB2"), told("write U+0EB3")
        )


def shortened(words: str, most: int = 40) -> str:
    """Return words as messages quote them: at most `most` characters and a sign that there are more."""
    return words if len(words) <= most else words[:most] + "…"
