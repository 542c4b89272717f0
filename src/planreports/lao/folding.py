"""Text becomes what it is compared and searched by, never what is printed: that is NFC and nothing more.

There are two levels, since two questions are asked:

- `canonical`: is it the same text? What looks the same is encoded the same. Names, ids and duplicates are
  compared by it; two spellings stay two.
- `folded`: is it what somebody looks for? Spellings in use side by side are one, and case, spaces and the
  kind of digits do not matter.

Unicode's NFKC does neither: it takes ຳ apart, and leaves the order of Lao marks as it is, since most of them
have the combining class 0.
"""

from __future__ import annotations

import re
import unicodedata

from planreports.lao.orthography import (
    DIGITS,
    INVISIBLE,
    MARKS,
    NIGGAHITA,
    SARA_AA,
    SARA_AM,
    SEMIVOWEL_LO,
    TONES,
    VIRAMA,
    VOWELS_ABOVE,
    VOWELS_BELOW,
)

_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_LAO = re.compile("[\u0e80-\u0eff]")
_SEVERAL_MARKS = re.compile(f"[{MARKS}]{{2,}}")
_SPLIT_SARA_AM = re.compile(f"{NIGGAHITA}([{MARKS.replace(NIGGAHITA, '')}]*){SARA_AA}")
_LATE_TONE = re.compile(f"{SARA_AM}([{TONES}]+)")

_RANKS = dict.fromkeys(VIRAMA + SEMIVOWEL_LO, 0) | dict.fromkeys(VOWELS_BELOW + VOWELS_ABOVE, 1)
_RANKS |= dict.fromkeys(TONES, 2)
"""The order of marks on one letter, where it is drawn the same in any: other marks come last."""

_SPELLINGS = str.maketrans(
    {"ໜ": "ຫນ", "ໝ": "ຫມ", SEMIVOWEL_LO: "ລ", "ຣ": "ລ"} | {digit: str(n) for n, digit in enumerate(DIGITS)}
)
"""What is written side by side for the same word: the digraphs, ຫຼ and ຫລ, and ຣ, which most people speak as
ລ and which the spelling of 1975 did without."""


def canonical(text: str) -> str:
    """Return text with everything that looks the same encoded the same.

    It is in NFC, with ຳ as one character, the vowel before the tone, ແ for two ເ, and without characters that
    only say where a line may end (U+200B, U+2060, U+00AD).

    >>> canonical("ນ\u0ecd\u0ec9\u0eb2") == canonical("ນ\u0ec9\u0ecd\u0eb2") == "ນ້ຳ"
    True
    >>> canonical("ຫລວງ") == canonical("ຫຼວງ")
    False
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text.translate(_WITHOUT_INVISIBLE))
    return _canonical_lao(text) if _LAO.search(text) else text


def folded(text: str) -> str:
    """Return text for searching and matching: canonical, and with one spelling, case and kind of digits.

    ຫຼ is ຫລ, ຣ is ລ, ໜ is ຫນ and ໝ is ຫມ. Folding what is folded changes nothing.

    >>> folded("ຫຼວງພະບາງ") == folded("ຫລວງ\u200bພະບາງ")
    True
    >>> folded("ASEAN  ໒໐໒໖")
    'asean 2026'
    """
    return " ".join(with_one_spelling(canonical(text)).split())


def with_one_spelling(text: str) -> str:
    """Return canonical text as `folded` has it, but for its spaces."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
    return text.translate(_SPELLINGS)


def _canonical_lao(text: str) -> str:
    text = _SEVERAL_MARKS.sub(_in_order, text.replace("ເເ", "ແ"))
    text = _SPLIT_SARA_AM.sub(f"\\1{SARA_AM}", text)
    return _SEVERAL_MARKS.sub(_in_order, _LATE_TONE.sub(f"\\1{SARA_AM}", text))


def _in_order(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key=lambda mark: _RANKS.get(mark, 3)))
