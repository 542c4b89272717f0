"""Digits of one kind become those of the other: documents have Arabic ones, or Lao ones by choice."""

from __future__ import annotations

from planreports.lao.orthography import DIGITS

_TO_LAO = str.maketrans("0123456789", DIGITS)
_TO_ARABIC = str.maketrans(DIGITS, "0123456789")


def lao_digits(text: str) -> str:
    """Return text with Lao digits instead of Arabic ones.

    >>> lao_digits("2026")
    '໒໐໒໖'
    """
    return text.translate(_TO_LAO)


def arabic_digits(text: str) -> str:
    """Return text with Arabic digits instead of Lao ones; nothing moves.

    >>> arabic_digits("ປີ ໒໐໒໖")
    'ປີ 2026'
    """
    return text.translate(_TO_ARABIC)
