"""Text as it is compared and searched, never as it is printed."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return text for comparing: no case, one ຳ (U+0EB3), no U+200B, NFC, single spaces.

    Lao's ຳ is also written as two characters, U+0ECD U+0EB2; both occur for the same word. NFKC would do the
    opposite and take U+0EB3 apart, so it is never used.

    >>> folded("ນໍ\u0eb2") == folded("ນຳ")
    True
    """
    return " ".join(one_sara_am(text).casefold().split())


def one_sara_am(text: str) -> str:
    """Return text in NFC, with one ຳ (U+0EB3), without U+200B."""
    return unicodedata.normalize("NFC", text).replace("\u0ecd\u0eb2", "\u0eb3").replace("\u200b", "")
