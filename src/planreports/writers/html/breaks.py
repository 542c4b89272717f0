"""A paragraph's words become the pieces that a line may end after, where a browser's own breaks will not do.

Scripts without spaces between words are broken by dictionary (UAX #14, class SA). Browsers differ in what
they have, and none knows our glossary: such words get a `<wbr>` at our breaks, and break nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from planreports.document.nodes import Run
from planreports.i18n.languages import language as language_of
from planreports.lao.line_breaks import LineBreaker

_DICTIONARY_SCRIPTS = frozenset({"Laoo", "Thai", "Khmr", "Mymr"})

Pieces = list[str]
"""The pieces of a run: a line may end between two, and after an empty last one."""


def is_broken_here(language: str) -> bool:
    """Return whether we say where lines of a language break."""
    return language_of(language).script in _DICTIONARY_SCRIPTS


@dataclass(slots=True)
class BreakFinder:
    """Finds where lines may end; every chunk of a language is broken once."""

    breaker: LineBreaker
    _known: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)

    def pieces(self, runs: Sequence[Run], language: str) -> Iterator[Pieces]:
        """Yield the pieces of each of some runs that follow each other in a paragraph of a language."""
        if is_broken_here(language):
            yield from _parted(runs, self._ends("".join(run.text for run in runs), language))
            return
        for run in runs:
            if is_broken_here(run.language):
                yield from _parted([run], self._ends(run.text, run.language))
            else:
                yield [run.text]

    def _ends(self, text: str, language: str) -> list[int]:
        """Return the places in a text, but its end, where a line may end."""
        lengths = (each for chunk in self.breaker.chunks(text) for each in self._lengths(chunk, language))
        return list(accumulate(lengths))[:-1]

    def _lengths(self, chunk: str, language: str) -> tuple[int, ...]:
        known = self._known.get((chunk, language))
        if known is None:
            known = tuple(map(len, self.breaker.pieces(chunk, language)))
            self._known[chunk, language] = known
        return known


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
