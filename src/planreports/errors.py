"""What went wrong, where, and what was expected: the errors that a user's files can cause.

`PlanReportsError` is everything a user can mend; it carries one or more `Problem`s and is printed
without a traceback. Any other exception that leaves the library is a defect of the library.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from planreports.told import ENGLISH, Speech, Told, either, spoken, told


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake and its place.

    `line` and `column` count from 1; `file` is written as the user named it. `hint` says what to do. Both
    words are made by `told`, and so can be said in any language.

    >>> print(Problem("unknown stance `afirmed`", "area-1.yaml", 12, 17, "did you mean `affirmed`?"))
    area-1.yaml:12:17: unknown stance `afirmed`: did you mean `affirmed`?
    """

    message: Told
    file: str | None = None
    line: int | None = None
    column: int | None = None
    hint: Told | None = None

    @property
    def place(self) -> str:
        """Return `file:line:column`, as far as they are known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def spoken(self, speech: Speech) -> str:
        """Return the problem in a language; its place is the same in each."""
        parts = (self.place, spoken(self.message, speech), spoken(self.hint or "", speech))
        return ": ".join(part for part in parts if part)

    def __str__(self) -> str:
        return self.spoken(ENGLISH)


class PlanReportsError(Exception):
    """Something in the user's files or wishes that the user can mend; holds every problem found at once."""

    def __init__(self, problems: Iterable[Problem] | Problem | Told) -> None:
        if isinstance(problems, Told):
            problems = Problem(problems)
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(*self.problems)

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """Return how an error is made again in another process."""
        return type(self), (self.problems,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class DataError(PlanReportsError):
    """A plan, a workspace or a catalog has mistakes."""


class LayoutError(PlanReportsError):
    """A layout has mistakes: its Jinja, its markup, or a name that does not exist."""


class WritingError(PlanReportsError):
    """A document cannot be written: a character that no font has, a folder that is not there."""


class UnknownIdError(PlanReportsError, LookupError):
    """An id that stands for nothing in the plan or the workspace."""


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word that `word` was probably meant to be, or None where none is alike enough.

    Of equally near ones, the one that begins alike. `cutoff` is `difflib`'s ratio, 1 for the same word.

    >>> nearest("afirmed", ["affirmed", "welcomed"]), nearest("3.4", ["5.4", "3.3"])
    ('affirmed', '3.3')
    """
    found = difflib.get_close_matches(word, list(known), n=9, cutoff=cutoff)

    def likeness(match: str) -> tuple[float, bool]:
        return difflib.SequenceMatcher(None, match, word).ratio(), match[:2] == word[:2]

    return max(found, key=likeness, default=None)


def did_you_mean(word: str, known: Iterable[str]) -> Told | None:
    """Return the hint that names the nearest known word, or lists the known ones when they are few.

    >>> did_you_mean("lao", ["lo", "en"])
    'did you mean `lo`?'
    >>> did_you_mean("x", ["lo", "en"])
    'expected `lo` or `en`'
    """
    known = list(known)
    match = nearest(word, known)
    if match:
        return told("did you mean `{word}`?", word=match)
    if 0 < len(known) <= 12:
        return told("expected {what}", what=either(f"`{name}`" for name in known))
    return None
