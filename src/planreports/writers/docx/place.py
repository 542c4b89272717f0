"""Where blocks stand in a Word file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """How wide a column is (twips), whether it is a cell or a notice, and in lists how deep (-1: in none)."""

    width: int
    in_cell: bool = False
    aside: str | None = None
    align: str | None = None
    level: int = -1
