"""The glossary: one word for one thing, read by translators and by the line breaker alike."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from planreports.errors import DataError, Problem
from planreports.files.reading import read_text

_COLUMNS = ("term", "lo", "variants", "forbidden", "part_of_speech", "state", "source", "note")


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term in the source language and its translation, with the other words that are allowed or are not."""

    term: str
    words: str
    variants: tuple[str, ...]
    forbidden: tuple[str, ...]
    part_of_speech: str
    state: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms, in the file's order."""

    entries: tuple[GlossaryTerm, ...]

    @classmethod
    @lru_cache(maxsize=4)
    def read(cls, path: Path) -> Glossary:
        """Return the glossary of a CSV file. Raises DataError with every row that is not one."""
        rows = csv.reader(io.StringIO(read_text(path, path.name)))
        header = tuple(next(rows))
        if header != _COLUMNS:
            raise DataError(Problem("the columns differ", path.name, 1, 1, f"expected {','.join(_COLUMNS)}"))
        problems, entries = [], []
        for line, row in enumerate(rows, 2):
            if len(row) != len(_COLUMNS) or not row[0] or not row[1]:
                message = f"this row has {len(row)} cells, or no term or translation"
                problems.append(Problem(message, path.name, line, 1, f"expected {len(_COLUMNS)} cells"))
            else:
                entries.append(_term(row))
        if problems:
            raise DataError(problems)
        return cls(tuple(entries))

    def whole_words(self) -> Iterator[str]:
        """Yield every translation and variant: words that a line break must not fall into."""
        for entry in self.entries:
            yield entry.words
            yield from entry.variants


def _term(row: list[str]) -> GlossaryTerm:
    def several(cell: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in cell.split("|") if part.strip())

    term, words, variants, forbidden, *rest = row
    return GlossaryTerm(term, words, several(variants), several(forbidden), *rest)
