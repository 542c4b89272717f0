"""Words in a frame become words that Word keeps on one line, and signs take a font that has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planreports.document.nodes import Inline, Run
from planreports.document.styles import Stylesheet

SIGNS_FONT = "Segoe UI Symbol"
"""Comes with Windows and Office; LibreOffice takes for it what the system has."""

_SIGNS = re.compile("[\u2298\u25a0-\u25cb\u25cd-\u27bf]+")
"""Shapes, miscellaneous symbols and dingbats; not the dotted circle, which belongs to marks."""

_NO_BREAK_SPACE = "\u00a0"
_ROOM = "\u202f"
"""A narrow space that no line parts: Word leaves none between a frame and its words."""


def with_whole_chips(inlines: Sequence[Inline], stylesheet: Stylesheet) -> Iterable[Inline]:
    """Return inlines; the words of chips have spaces that no line parts, and some at their ends."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Run) and not only.style:
        return inlines
    return _with_whole_chips(inlines, stylesheet)


def _with_whole_chips(inlines: Sequence[Inline], stylesheet: Stylesheet) -> Iterator[Inline]:

    def chip_of(inline: Inline) -> str | None:
        is_chip = isinstance(inline, Run) and inline.style and stylesheet.inline[inline.style].border
        return inline.style if isinstance(inline, Run) and is_chip else None

    for chip, group in groupby(inlines, chip_of):
        found = list(group)
        yield from found if chip is None else _whole([each for each in found if isinstance(each, Run)])


def _whole(runs: Sequence[Run]) -> Iterable[Run]:
    words = [run.text.replace(" ", _NO_BREAK_SPACE) for run in runs]
    words[0] = _ROOM + words[0]
    words[-1] += _ROOM
    return (replace(run, text=each) for run, each in zip(runs, words, strict=True))


def with_signs_apart(words: str) -> Iterable[tuple[str, bool]]:
    """Return stretches of words, and whether each is of signs.

    >>> list(with_signs_apart("✓ Completed"))
    [('✓', True), (' Completed', False)]
    """
    return ((words, False),) if words and words.isascii() else _with_signs_apart(words)


def _with_signs_apart(words: str) -> Iterator[tuple[str, bool]]:
    place = 0
    for found in _SIGNS.finditer(words):
        if found.start() > place:
            yield words[place : found.start()], False
        yield found[0], True
        place = found.end()
    if place < len(words):
        yield words[place:], False
