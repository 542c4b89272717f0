"""Words become names of sheets, as Excel allows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LONGEST = 31
"""Characters of a sheet's name, counted in UTF-16 (Excel's specifications and limits)."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
_RESERVED = "history"
"""What Excel keeps for the sheet of a shared workbook's changes."""


@dataclass
class SheetNames:
    """The names given so far, in small letters: Excel does not tell them apart by case."""

    given: set[str] = field(default_factory=set)

    def unique(self, words: str) -> str:
        """Return words as a name that no other sheet has, with a number after it if need be.

        >>> names = SheetNames()
        >>> [names.unique("Areas: all [2026]"), names.unique("areas all 2026"), names.unique("'='")]
        ['Areas all 2026', 'areas all 2026 (2)', '=']
        """
        name = _cut(_allowed(words), LONGEST)
        number = 1
        while name.casefold() in (*self.given, _RESERVED):
            number += 1
            suffix = f" ({number})"
            name = _cut(_allowed(words), LONGEST - len(suffix)) + suffix
        self.given.add(name.casefold())
        return name


def _allowed(words: str) -> str:
    return re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", words)).strip(" '") or "—"


def _cut(name: str, length: int) -> str:
    """Return a name cut to a length, at a space where there is one near, with an ellipsis."""
    if _length(name) <= length:
        return name
    while _length(name) > length - 1:
        name = name[:-1]
    parted = name.rpartition(" ")[0]
    kept = parted if len(parted) > length // 2 else name
    return kept.rstrip(" ,.;–—'") + "…"


def _length(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2
