"""The hand-checked phrases, and how an engine's breaks are counted against them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from planreports.lao import syllables

Engine = Callable[[str], Sequence[str]]
"""Returns the words of a text, in order; joined they are the text."""


@dataclass(frozen=True)
class Phrase:
    """A phrase whose words are marked: `|` parts words, `·` the parts of a compound that may be parted or not."""

    source: str
    marked: str

    @property
    def text(self) -> str:
        """Return the phrase without its marks."""
        return self.marked.replace("|", "").replace("·", "")

    @property
    def boundaries(self) -> frozenset[int]:
        """Return the places between words."""
        return self._places("|")

    @property
    def seams(self) -> frozenset[int]:
        """Return the places inside compounds where a break is neither wrong nor missed."""
        return self._places("·")

    def _places(self, mark: str) -> frozenset[int]:
        parts = self.marked.replace("·" if mark == "|" else "|", "").split(mark)
        return frozenset(list(accumulate(map(len, parts)))[:-1])


@dataclass(frozen=True)
class Score:
    """How often an engine breaks inside words, how often not between two, and how often inside a syllable."""

    wrong: int
    missed: int
    seams: int
    in_syllables: int


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the phrases of `phrases.tsv`."""
    lines = Path(__file__).with_name("phrases.tsv").read_text("utf-8").splitlines()
    return tuple(Phrase(*line.split("\t")) for line in lines)


def scored(engine: Engine, chosen: Iterable[Phrase]) -> Score:
    """Return how an engine does on some phrases."""
    wrong = missed = seams = in_syllables = 0
    for phrase in chosen:
        breaks = breaks_in_lao(engine(phrase.text), phrase.text)
        wrong += len(breaks - phrase.boundaries - phrase.seams)
        missed += len(phrase.boundaries - breaks)
        seams += len(breaks & phrase.seams)
        in_syllables += len(breaks - breaks_in_lao(syllables(phrase.text), phrase.text))
    return Score(wrong, missed, seams, in_syllables)


def breaks_in_lao(pieces: Sequence[str], text: str) -> frozenset[int]:
    """Return the places of a text where pieces meet between two Lao letters."""
    ends = list(accumulate(map(len, pieces)))[:-1]
    return frozenset(end for end in ends if _is_lao(text[end - 1]) and _is_lao(text[end]))


def _is_lao(character: str) -> bool:
    return "\u0e80" <= character <= "\u0eff"
