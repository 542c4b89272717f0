"""Where blocks stand in a Word file."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Place(NamedTuple):
    """How wide a column is (twips), whether it is a cell or a notice, and in lists how deep (-1: in none).

    What `starts_page` begins a new page; what is `kept` stays on a page with what follows. `decimal_tab`
    is where numbers have their decimal mark (twips from the left), in a cell that aligns them. `before`
    and `after` replace the space, in points, before the first and after the last of the blocks there. In
    a column that `is_inset` every paragraph keeps the room that the bar of a draft needs. A notice
    that `is_second` follows another, with which it must not run together. `page_tab` is where
    the page of an entry of contents stands (twips), if not where its style has it.
    """

    width: int
    in_cell: bool = False
    aside: str | None = None
    align: str | None = None
    level: int = -1
    starts_page: bool = False
    kept: bool = False
    decimal_tab: int | None = None
    before: float | None = None
    after: float | None = None
    is_inset: bool = False
    is_second: bool = False
    page_tab: int | None = None


class Positions(NamedTuple):
    """The places of the first, the last, and any other of several blocks."""

    first: Place
    middle: Place
    last: Place


@lru_cache(maxsize=256)
def positions(place: Place) -> Positions:
    """Return the places of several blocks that stand in one."""
    middle = place._replace(starts_page=False, before=None, after=None)
    return Positions(place._replace(after=None), middle, middle._replace(after=place.after))
