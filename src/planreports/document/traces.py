"""Names of places that the maker of a document wants to find again on its pages; no link leads to them."""

from __future__ import annotations

_PREFIX = "trace:"


def trace_anchor(number: int) -> str:
    """Return the anchor of a block that is traced. Layouts cannot name one so: a colon is in no id.

    >>> is_trace(trace_anchor(7)), is_trace("agenda")
    (True, False)
    """
    return f"{_PREFIX}{number}"


def is_trace(anchor: str) -> bool:
    """Return whether an anchor is there to be found again, wherever its block is drawn, as often as it is."""
    return anchor.startswith(_PREFIX)
