"""A paragraph's words become the pieces that a line may end after, where a browser's own breaks will not do.

Scripts without spaces between words are broken by dictionary (UAX #14, class SA). Browsers differ in what
they have, and none knows our glossary: such words get a `<wbr>` at our breaks, and break nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planreports.document.nodes import Run
from planreports.i18n.languages import language as language_of
from planreports.i18n.line_breaks import LineBreaker

_DICTIONARY_SCRIPTS = frozenset({"Laoo", "Thai", "Khmr", "Mymr"})

Pieces = list[str]
"""The pieces of a run: a line may end between two, and after an empty last one."""


def is_broken_here(language: str) -> bool:
    """Return whether we say where lines of a language break."""
    return language_of(language).script in _DICTIONARY_SCRIPTS


def run_pieces(runs: Sequence[Run], language: str, breaker: LineBreaker) -> Iterator[Pieces]:
    """Yield the pieces of each of some runs that follow each other in a paragraph of a language."""
    if is_broken_here(language):
        yield from _parted(runs, _ends("".join(run.text for run in runs), language, breaker))
        return
    for run in runs:
        if is_broken_here(run.language):
            yield from _parted([run], _ends(run.text, run.language, breaker))
        else:
            yield [run.text]


def _ends(text: str, language: str, breaker: LineBreaker) -> list[int]:
    """Return the places in a text, but its end, where a line may end."""
    ends, end = [], 0
    for chunk in breaker.chunks(text):
        for piece in breaker.pieces(chunk, language):
            end += len(piece)
            ends.append(end)
    return ends[:-1]


def _parted(runs: Sequence[Run], ends: Sequence[int]) -> Iterator[Pieces]:
    start, number = 0, 0
    for run in runs:
        pieces, done, stop = [], start, start + len(run.text)
        while number < len(ends) and ends[number] <= stop:
            pieces.append(run.text[done - start : ends[number] - start])
            done = ends[number]
            number += 1
        pieces.append(run.text[done - start :])
        yield pieces
        start = stop
