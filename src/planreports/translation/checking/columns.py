"""Words in columns of tables: measured with the fonts and the line breaker that documents are made with.

`columns.csv` says in which columns a message stands (`planreports.translation.column_places`). A word wider
than its column is parted in print, a chip wider than its column loses its frame, and a head of many lines
pushes the rows down.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

COLUMNS_FILE = Path(__file__).parent / "columns.csv"
"""The columns that messages stand in, a row each."""

_KINDS = (
    (re.compile(r"\d+"), "(title of an area)"),
    (re.compile(r"\d+\.\d+"), "(title of a section)"),
    (re.compile(r"\d+\.\d+\.\d+[a-z]*"), "(statement)"),
    (re.compile(r"register:.*"), "(name in the register)"),
)
"""Messages of the plan by their contexts: what holds for one statement's columns holds for all."""


@dataclass(frozen=True, slots=True, order=True)
class ColumnPlace:
    """A column that a message stands in, or each of a kind of messages; `width` is in points, inside.

    `before` are the words before it in its run, as a status has its sign. The widest that is narrower.
    """

    domain: str = ""
    message: str = ""
    layout: str = ""
    style: str = ""
    run_style: str = ""
    is_bold: bool = False
    is_head: bool = False
    before: str = ""
    width: float = 0.0

    @property
    def key(self) -> tuple[object, ...]:
        """Return all but the width and the layout: columns that differ in these only are alike."""
        return (
            self.domain,
            self.message,
            self.style,
            self.run_style,
            self.is_bold,
            self.is_head,
            self.before,
        )

    def row(self) -> list[str]:
        """Return the place as a row of the file."""
        return [
            self.domain,
            self.message,
            self.layout,
            self.style,
            self.run_style,
            "bold" if self.is_bold else "",
            "head" if self.is_head else "",
            self.before,
            f"{self.width:.1f}",
        ]

    @classmethod
    def of(cls, row: Mapping[str, str]) -> ColumnPlace:
        """Return the place of a row of the file."""
        return cls(
            row["domain"],
            row["message"],
            row["layout"],
            row["style"],
            row["run_style"],
            row["is_bold"] == "bold",
            row["is_head"] == "head",
            row["before"],
            float(row["width"]),
        )


HEADER = tuple(field.name for field in fields(ColumnPlace))
"""The first row of the file."""


def kind_of(source: str, context: str | None) -> str:
    """Return what the file calls a message: its words, its context, or its kind of messages of the plan.

    >>> kind_of("Status", None), kind_of("Both sides …", "3.1.2b")
    ('Status', '(statement)')
    """
    if context is None:
        return source
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(context)), context)


@lru_cache(maxsize=1)
def shipped_columns() -> Mapping[tuple[str, str], tuple[ColumnPlace, ...]]:
    """Return the places of the file that ships, by domain and message."""
    found: dict[tuple[str, str], tuple[ColumnPlace, ...]] = {}
    for place in _read(COLUMNS_FILE.read_text("utf-8")):
        key = place.domain, place.message
        found[key] = (*found.get(key, ()), place)
    return found


def _read(text: str) -> Iterator[ColumnPlace]:
    return (ColumnPlace.of(row) for row in csv.DictReader(io.StringIO(text)))
