"""Marks the words in code that stand in a catalog, so that extraction finds them."""

from __future__ import annotations


def message(words: str) -> str:
    """Return `words`, an interface message; `planreports.translation.extraction` finds it by this call."""
    return words
