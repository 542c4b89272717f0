"""What comes back from a reviewer, from any kind of file: rows as they stand in it, with their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planreports.errors import Problem
from planreports.i18n.text import TranslationState
from planreports.told import Told, told
from planreports.translation.sheets.columns import SheetField
from planreports.translation.sheets.keys import RowKey


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the file as the user named it, and in it a cell or row, or a line."""

    file: str
    inside: str = ""
    line: int | None = None

    def problem(self, message: Told, hint: Told | None = None) -> Problem:
        """Return a problem at this place.

        >>> print(Place("review.xlsx", "Plan!C12").problem(told("the state is empty")))
        review.xlsx:Plan!C12: the state is empty
        """
        file = f"{self.file}:{self.inside}" if self.inside else self.file
        return Problem(message, file, self.line, hint=hint)

    def lost_key(self) -> Problem:
        """Return the problem of a row of words without a key."""
        message = told("this row has lost its key, so nobody knows which message it is")
        return self.problem(message, told("copy the row from the sheet that was sent"))


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of a returned file. `state` is as it was written, or what a file's own notation says.

    `places` are those of its parts; one that is not there is at `place`.
    """

    key: RowKey
    id: str
    source: str
    translation: str
    state: str | TranslationState
    note: str
    place: Place
    places: Mapping[SheetField, Place] = field(default_factory=dict)
    reviewer: str = ""

    def at(self, part: SheetField) -> Place:
        """Return where a part of the row stands."""
        return self.places.get(part, self.place)


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """All rows of a returned file; `problems` are what could not be read of it."""

    name: str
    rows: tuple[ReturnedRow, ...]
    problems: tuple[Problem, ...] = ()
