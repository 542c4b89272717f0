"""What is drawn on a page, in points; y grows downwards from the top of its slab."""

from __future__ import annotations

from dataclasses import dataclass

from planreports.writers.pdf.structure import StructureElement


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Words in one face, size and colour; `hex` are its CIDs, `gap` extra space after it."""

    resource: str
    size: float
    colour: str
    hex: str
    width: float
    gap: float = 0.0
    href: str | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text; `x` and `y` are its start and its baseline. Without an element it is an artifact."""

    x: float
    y: float
    spans: tuple[TextSpan, ...]
    element: StructureElement | None


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle: a tint, a bar, or a rule; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    colour: str


Drawing = TextLine | Box
