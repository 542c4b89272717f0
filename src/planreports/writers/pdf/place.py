"""A column to lay blocks out in."""

from __future__ import annotations

from typing import NamedTuple

from planreports.document.styles import Alignment
from planreports.writers.pdf.structure import StructureElement


class Place(NamedTuple):
    """A column: its left edge, its width (points), and the structure element that its blocks belong to.

    Without an element what is drawn is an artifact, as running heads are. `align` replaces a paragraph's
    own. The bar of a draft hangs outside a column, unless the column is a cell (`is_cell`). `foot` is the
    left edge and the width of the page's text, for footnotes.
    """

    x: float
    width: float
    parent: StructureElement | None
    language: str
    align: Alignment | None = None
    is_cell: bool = False
    foot: tuple[float, float] | None = None

    def inset(self, left: float, right: float = 0.0) -> Place:
        """Return a column inside this one."""
        return self._replace(x=self.x + left, width=max(self.width - left - right, 1.0))

    def below(self, tag: str, language: str, attributes: str | None = None) -> Place:
        """Return the same column for the content of a new structure element."""
        if self.parent is None:
            return self
        own_language = language if language != self.language else None
        element = self.parent.child(tag, own_language, attributes)
        return Place(self.x, self.width, element, language, self.align, self.is_cell, self.foot)
