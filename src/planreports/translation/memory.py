"""Catalogs become a translation memory: what was translated before, found again by how alike its English is.

How alike two texts are is the mean of two ratios of insertions and deletions, one of letters and one of
words, from 0 to 100. Letters alone find short texts that only look alike; words alone take `plan` and `plans`
for strangers (docs/decisions/168-translation-memory.md has the figures).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import fuzz, process

from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage

WORD = re.compile(r"\{[^{}]*\}|\w+(?:[.,]\d+)*|[^\w\s]")
"""What a text is compared by: placeholders, words and numbers, and single signs."""

_FIRST_CODE = 0x100
_LEAST_OF_ONE = 40.0
"""The least that letters or words alone must be alike for a text to be looked at."""

_LOOKED_AT = 60
"""How many texts are looked at of those whose letters, and of those whose words, are most alike."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation that there is, and where: the catalog and the message's id."""

    source: str
    words: str
    state: TranslationState
    where: str


class Match(NamedTuple):
    """A translation of a text that is alike, and how alike, from 0 to 100."""

    remembered: Remembered
    score: float


@dataclass
class TranslationMemory:
    """Translations into one language, ready to be searched."""

    entries: Sequence[Remembered]
    _codes: dict[str, str] = field(default_factory=dict)
    _letters: list[str] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Prepare the entries: words become one character each, so that they compare as letters do."""
        self._letters = [_letters(each.source) for each in self.entries]
        self._words = [self._coded(each.source) for each in self.entries]

    @classmethod
    def of(cls, catalogs: Iterable[CatalogFile]) -> TranslationMemory:
        """Return the memory of all that is translated in some catalogs, what the English was before too."""
        return cls([entry for catalog in catalogs for each in catalog.messages for entry in _known(each)])

    def like(self, source: str, most: int = 3, least: float = 50, without: str | None = None) -> list[Match]:
        """Return the translations whose English is most alike, the best first; of equals the most trusted.

        `without` leaves out what stands at one place: a message shall not find itself.
        """
        letters, words = _letters(source), self._coded(source)
        found = {*self._nearest(letters, self._letters), *self._nearest(words, self._words)}
        matches = [
            Match(self.entries[number], score)
            for number in sorted(found)
            if self.entries[number].where != without
            and (score := self._score(number, source, letters, words)) >= least
        ]
        matches.sort(key=lambda match: (-match.score, match.remembered.state.rank))
        return list(_different(matches))[:most]

    def _nearest(self, text: str, texts: Sequence[str]) -> Iterator[int]:
        """Yield the numbers of the entries most like a text."""
        found = process.extract(
            text, texts, scorer=fuzz.ratio, processor=None, score_cutoff=_LEAST_OF_ONE, limit=_LOOKED_AT
        )
        yield from (number for _, _, number in found)

    def _score(self, number: int, source: str, letters: str, words: str) -> float:
        if self.entries[number].source == source:
            return 100.0
        mean = (fuzz.ratio(letters, self._letters[number]) + fuzz.ratio(words, self._words[number])) / 2
        return min(mean, 99.0)

    def _coded(self, source: str) -> str:
        """Return a text with a character for each word."""
        words = WORD.findall(source.casefold())
        return "".join(self._codes.setdefault(word, chr(_FIRST_CODE + len(self._codes))) for word in words)


def _known(message: CatalogMessage) -> Iterator[Remembered]:
    """Yield what a message is translated from: its English, or what this was when it was translated."""
    if message.words:
        source = message.previous_source or message.source
        yield Remembered(source, message.words, message.state, f"{message.domain} {message.id}")


def _letters(source: str) -> str:
    return " ".join(source.casefold().split())


def _different(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield matches whose translations differ from those before them."""
    seen: set[str] = set()
    for match in matches:
        if match.remembered.words not in seen:
            seen.add(match.remembered.words)
            yield match
