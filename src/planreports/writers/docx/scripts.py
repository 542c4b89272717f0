"""Words become stretches of one script each: Word sets those of complex script by properties of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from fontTools.unicodedata import Scripts


def by_script(text: str, complex_script: str | None) -> Iterator[tuple[str, bool]]:
    """Yield stretches of words, and whether each is of the complex script; spaces stay with what is before.

    >>> list(by_script("ສປປ ລາວ (2026)", "Laoo"))
    [('ສປປ ລາວ ', True), ('(2026)', False)]
    """
    if complex_script is None:
        yield text, False
        return
    for stretch in _stretches(complex_script).finditer(text):
        yield stretch[0], stretch.lastgroup == "complex"


@lru_cache(maxsize=16)
def _stretches(complex_script: str) -> re.Pattern[str]:
    """Return what matches stretches; a mark that belongs to any script goes with what is before it."""
    own, any_script = _characters(complex_script), _characters("Zinh")
    return re.compile(
        f"(?P<complex>(?:[{own}]|\\A[ {any_script}])[ {own}{any_script}]*)|[^{own}]+", re.DOTALL
    )


def _characters(script: str) -> str:
    """Return the characters of a script (UAX #24) as ranges of a regular expression's class."""
    starts = Scripts.RANGES
    ends = [*starts[1:], 0x110000]
    return "".join(
        f"{re.escape(chr(start))}-{re.escape(chr(end - 1))}"
        for start, end, value in zip(starts, ends, Scripts.VALUES, strict=True)
        if value == script
    )
