"""Characters that no text may hold: what they are called, and what to do about them."""

from __future__ import annotations

import re
import unicodedata

from planreports.told import Told, told

REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr((plane << 16) + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
"""Control characters but tab and line feed, halves of surrogate pairs, noncharacters (Unicode 16, 23.7)."""

_MARKS = re.compile(
    "[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{31}"
)
"""More marks on one letter than any language writes (UAX #15, 13: at most 30)."""

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ENDS = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
"""What ends a change of direction, and what it can end (UAX #9, 2)."""


def refusal(text: str) -> tuple[Told, Told] | None:
    """Return why a text cannot stand in a document, and what to do; None if it can.

    A change of direction that is not ended would turn the words after it around.

    >>> refusal("a\\x07")
    ('the control character U+0007 is not allowed', 'remove it')
    >>> refusal("a \\u202e b")
    ('the character U+202E RIGHT-TO-LEFT OVERRIDE is not ended', 'remove it, or end it with U+202C')
    """
    if found := REFUSED.search(text):
        return _not_allowed(found[0]), told("remove it")
    if found := _MARKS.search(text):
        return told("more than 30 marks such as {mark} stand on one letter", mark=shown(found[0][0])), told(
            "remove some"
        )
    return _bidi_refusal(text) if _BIDI.search(text) else None


def is_beyond_doubt(text: str) -> bool:
    """Return whether no part of a text can be refused: then its parts need not be looked at one by one."""
    characters = "".join(set(text))
    return not (REFUSED.search(characters) or _BIDI.search(characters) or _MARKS.search(text))


def shown(character: str) -> str:
    """Return a character as messages name it: by its number, and its name if it has one.

    >>> shown("\\u0eb3"), shown("\\x00")
    ('U+0EB3 LAO VOWEL SIGN AM', 'U+0000')
    """
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _not_allowed(character: str) -> Told:
    if unicodedata.category(character) == "Cc":
        return told("the control character {character} is not allowed", character=shown(character))
    return told("the character {character} is not allowed", character=shown(character))


def _bidi_refusal(text: str) -> tuple[Told, Told] | None:
    """Return what is wrong with the changes of direction in a text, paragraph by paragraph."""
    for line in text.split("\n"):
        open_: list[str] = []
        for character in _BIDI.findall(line):
            if character not in _ENDS:
                open_.append(character)
            elif open_ and open_[-1] in _ENDS[character]:
                open_.pop()
            else:
                return told("the character {character} ends nothing here", character=shown(character)), told(
                    "remove it"
                )
        if open_:
            end = next(end for end, begins in _ENDS.items() if open_[-1] in begins)
            hint = told("remove it, or end it with U+{number}", number=f"{ord(end):04X}")
            return told("the character {character} is not ended", character=shown(open_[-1])), hint
    return None
