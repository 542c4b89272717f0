"""What catalogs are refused for on load becomes findings: placeholders, characters, ຳ in two parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planreports.files.characters import shown
from planreports.i18n.translation_mistakes import MistakeKind, mistakes
from planreports.told import told
from planreports.translation.checking.finding import Knowledge, MessageRule, Remark, Translated

_INVISIBLE = re.compile(
    "[\ufeff\u200c\u200d\u200e\u200f\u2028\u2029\u180e\u2061-\u2064\u3164\uffa0\ufff9-\ufffb]"
)
"""Characters that nobody sees, and that a translation into Lao has no use for."""

_STRAY_BREAK = re.compile(
    "^\u200b|\u200b$|\u200b(?=[\\s\u200b.,:;!?()\\[\\]“”‘’/])|(?<=[\\s.,:;!?()\\[\\]“”‘’/])\u200b"
    "|\u200b(?=[\u0eb0-\u0ebd\u0ec6\u0ec8-\u0ece])|(?<=[\u0ec0-\u0ec4])\u200b"
)
"""A zero width space where lines end anyhow, or inside a syllable, where none may end."""

_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e5b]+")


def data_rule(kind: MistakeKind) -> MessageRule:
    """Return the rule that finds one kind of the mistakes that loading refuses."""

    def rule(message: Translated, _: Knowledge) -> Iterator[Remark]:
        for mistake in mistakes(message.source, message.words):
            if mistake.kind == kind:
                yield Remark(mistake.message, mistake.hint)

    return rule


def invisible(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield characters that nobody sees: U+200B in the wrong place, U+FEFF, marks of direction."""
    for character in dict.fromkeys(_INVISIBLE.findall(message.words)):
        if character not in message.source:
            yield Remark(
                told("the words have the invisible character {character}", character=shown(character)),
                told("remove it"),
            )
    if _STRAY_BREAK.search(message.words):
        yield Remark(
            told("U+200B, the zero width space, stands where it has no use"),
            told("remove it: it belongs between two words that no space parts"),
        )


def foreign_letters(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield Thai letters among Lao ones: many look alike, and no search finds them."""
    for letters in dict.fromkeys(_THAI.findall(message.words)):
        if letters not in message.source:
            yield Remark(
                told("`{letters}` is written in Thai letters", letters=letters),
                told("write it in Lao letters"),
            )
