"""Words as they were given become words that can be set: white space is a space, what hides text is gone.

Some characters are not drawn: those that only allow or forbid a break, and those that would reorder what
follows (Unicode's bidirectional controls, with which text can be made to say what it does not).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from planreports.told import Told, told

REPLACEMENT = "\ufffd"
"""Stands for what cannot be in a text at all."""

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
WORD_JOINER = "\u2060"

BREAK_MARKS = frozenset({SOFT_HYPHEN, ZERO_WIDTH_SPACE, WORD_JOINER})
"""A soft hyphen, a zero width space, a word joiner: they allow or forbid a break."""

WHITE_SPACE = " \t\n\v\f\r\x85\u2028\u2029"

_UNSEEN = "\u061c\u180e\u200e\u200f\u202a-\u202e\u2061-\u206f\ufff9-\ufffb\U000e0000-\U000e0fff"
"""Bidirectional controls, deprecated and tag characters. Variation selectors of plane 14 are among them: no
font of ours varies by them."""

_ZERO_WIDTH_NO_BREAK_SPACE = "\ufeff"

_SETTING = re.compile(f"\r\n|[{WHITE_SPACE[1:]}{_ZERO_WIDTH_NO_BREAK_SPACE}{_UNSEEN}]")

_JOINERS = re.compile("[\u034f\u200c\u200d\ufe00-\ufe0f]")
"""They change how their neighbours are drawn, if the font knows how."""

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"

_CONTROL_OR_PRIVATE = "\0-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"

_NEVER_DRAWN = re.compile(
    f"[{_CONTROL_OR_PRIVATE}{_RIGHT_TO_LEFT}{WHITE_SPACE[1:]}{_UNSEEN}{''.join(BREAK_MARKS)}\ufeff]"
)

_MARKS = ("Mn", "Mc", "Me")


def settable(text: str) -> str:
    """Return a text with spaces for white space, and without what only reorders or hides text.

    >>> settable("a\\tb\\u202ec")
    'a bc'
    """
    return text if text.isprintable() else _SETTING.sub(_substitute, text)


def _substitute(match: re.Match[str]) -> str:
    character = match[0]
    if character == _ZERO_WIDTH_NO_BREAK_SPACE:
        return WORD_JOINER
    return " " if character[0] in WHITE_SPACE else ""


def drawn(cluster: str) -> str:
    """Return what a font must cover of a cluster: not its joiners and variation selectors."""
    return _JOINERS.sub("", cluster)


def is_mark(character: str) -> bool:
    """Return whether a character stands on the one before it."""
    return unicodedata.category(character) in _MARKS or character in "\u200c\u200d"


def drawable(codes: Iterable[int]) -> frozenset[str]:
    """Return those characters of a font that the writer can set with it.

    Not controls; not private ones, which mean nothing to a reader (ISO 19005-2, 6.2.11.7.3); not scripts
    that run from right to left; not what is never drawn.
    """
    return frozenset(_NEVER_DRAWN.sub("", "".join(map(chr, codes))))


def legible(text: str) -> str:
    """Return a text that any part of a file can hold: U+FFFD for what no text should have in it.

    >>> legible("a\\0b")
    'a\ufffdb'
    """
    return text if text.isprintable() else "".join(map(readable, settable(text)))


def leading_marks(text: str) -> int:
    """Return how many characters at a text's beginning stand on what is before it."""
    count = 0
    while count < len(text) and is_mark(text[count]):
        count += 1
    return count


def readable(character: str) -> str:
    """Return a character as readers may find it: U+FFFD for what no text should hold."""
    return REPLACEMENT if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") else character


def unfit(character: str) -> Told | None:
    """Return why no font can help with a character; None if one could."""
    name = named(character)
    match unicodedata.category(character):
        case "Cc":
            return told("the text has the control character {character}", character=name)
        case "Cs":
            return told("the text has half of a character, the surrogate {character}", character=name)
        case "Co":
            return told("the text has the private character {character}", character=name)
        case "Cn" if ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
            return told("the text has the noncharacter {character}", character=name)
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return told("text from right to left cannot be set: {character}", character=name)
    return None


def named(character: str) -> str:
    """Return a character's code and Unicode name.

    >>> named("é")
    'U+00E9 LATIN SMALL LETTER E WITH ACUTE'
    """
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
