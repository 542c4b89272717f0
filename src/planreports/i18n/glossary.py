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
from planreports.lao.folding import folded
from planreports.lao.syllabification import syllables
from planreports.told import told

_LONGEST_WORD = 6
"""The most syllables of a Lao word: ເອກອັກຄະລັດຖະທູດ."""

FILE = "glossary.csv"
"""What the file is called in a `locales` folder."""

LANGUAGE = "lo"
"""The language that terms have words in."""

COLUMNS = ("term", LANGUAGE, "variants", "forbidden", "part_of_speech", "state", "source", "note")


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
        """Return the glossary of a CSV file that stays as it is. Raises DataError as `parse` does."""
        return cls.parse(read_text(path, path.name), path.name)

    @classmethod
    def parse(cls, text: str, name: str) -> Glossary:
        """Return the glossary of CSV; `name` is its file. Raises DataError with every row that is not one."""
        rows = _rows(text, name)
        _, header = next(rows)
        if tuple(header) != COLUMNS:
            raise DataError(
                Problem(
                    told("the columns differ"), name, 1, 1, told("expected {what}", what=",".join(COLUMNS))
                )
            )
        problems, entries = [], []
        for line, row in rows:
            if len(row) != len(COLUMNS) or not row[0] or not row[1]:
                message = told("this row has {number} cells, or no term or translation", number=len(row))
                problems.append(
                    Problem(message, name, line, 1, told("expected {number} cells", number=len(COLUMNS)))
                )
            else:
                entries.append(_term(row))
        if problems:
            raise DataError(problems)
        return cls(tuple(entries))

    def with_terms_of(self, locales: Path) -> Glossary:
        """Return these terms and those of a `locales` folder's own glossary, if it has one: they win."""
        path = locales / FILE
        if not path.is_file():
            return self
        own = self.parse(read_text(path, path.as_posix()), path.as_posix())
        terms = {folded(entry.term): entry for entry in (*self.entries, *own.entries)}
        return Glossary(tuple(terms.values()))

    def whole_words(self) -> Iterator[str]:
        """Yield the words of every translation and variant, which a line break must not fall into.

        What has more syllables than a word is a phrase, such as a treaty's name. Kept whole, it would be
        wider than many columns, and parted in print where no line may end.
        """
        for entry in self.entries:
            for part in " ".join((entry.words, *entry.variants)).split():
                if len(part) <= _LONGEST_WORD or len(syllables(part)) <= _LONGEST_WORD:
                    yield part


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line that it ends in."""
    rows = csv.reader(io.StringIO(text), strict=True)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        raise DataError(
            Problem(told("this is not CSV: {words}", words=error), name, rows.line_num, 1)
        ) from error


def _term(row: list[str]) -> GlossaryTerm:
    def several(cell: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in cell.split("|") if part.strip())

    term, words, variants, forbidden, *rest = row
    return GlossaryTerm(term, words, several(variants), several(forbidden), *rest)
