"""Where blocks stand in a Word file."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """How wide a column is (twips), whether it is a cell or a notice, and in lists how deep (-1: in none).

    What `starts_page` begins a new page; what is `kept` stays on a page with what follows. `decimal_tab`
    is where numbers have their decimal mark (twips from the left), in a cell that aligns them.
    """

    width: int
    in_cell: bool = False
    aside: str | None = None
    align: str | None = None
    level: int = -1
    starts_page: bool = False
    kept: bool = False
    decimal_tab: int | None = None
