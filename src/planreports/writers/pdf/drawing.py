"""What is drawn on a page, in points; y grows downwards from the top of its slab.

Tuples, because a long table draws tens of thousands of them.
"""

from __future__ import annotations

from typing import NamedTuple

from planreports.writers.pdf.structure import StructureElement
from planreports.writers.pdf.tokens import Segment


class TextLine(NamedTuple):
    """A line of text; `x` and `y` are its start and its baseline. Without an element it is an artifact."""

    x: float
    y: float
    segments: tuple[Segment, ...]
    element: StructureElement | None


class Box(NamedTuple):
    """A filled rectangle: a tint, a bar, or a rule; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    colour: str


Drawing = TextLine | Box
