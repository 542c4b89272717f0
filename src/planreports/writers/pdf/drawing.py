"""What is drawn on a page, in points; y grows downwards from the top of its slab.

Tuples, because a long table draws tens of thousands of them.
"""

from __future__ import annotations

from typing import NamedTuple

from planreports.document.nodes import Heading, Picture
from planreports.writers.pdf.structure import StructureElement
from planreports.writers.pdf.tokens import Segment


class TextLine(NamedTuple):
    """A line of text; `x` and `y` are its start and its baseline. Without an element it is an artifact."""

    x: float
    y: float
    segments: tuple[Segment, ...]
    element: StructureElement | None


class Frame(NamedTuple):
    """A rectangle's outline with round corners, lines of the colour `hatch` in it; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    border: float
    colour: str
    radius: float
    hatch: str | None


class SetLine(NamedTuple):
    """A line as it is drawn: its start in its column, its baseline below its top, its height, its words.

    One that is `divided` ends with the first part of a word. `frames` are those of its chips.
    """

    x: float
    baseline: float
    height: float
    segments: tuple[Segment, ...]
    divided: bool = False
    frames: tuple[Frame, ...] = ()


class TextBlock(NamedTuple):
    """A paragraph's lines, one under the other, as operators that begin at the block's top left."""

    x: float
    y: float
    operators: str
    element: StructureElement | None


class Box(NamedTuple):
    """A filled rectangle: a tint, a bar, or a rule; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Dots(NamedTuple):
    """A dotted line, such as leads from an entry of the contents to its page; always an artifact."""

    x: float
    y: float
    width: float
    colour: str


class Pixels(NamedTuple):
    """A picture of pixels, called `name` in the file, and its element; without one it is an artifact."""

    x: float
    y: float
    width: float
    height: float
    name: str
    picture: Picture
    element: StructureElement | None


class Shapes(NamedTuple):
    """A picture of shapes: operators whose origin is its top left and whose y grows downwards."""

    x: float
    y: float
    width: float
    height: float
    operators: str
    element: StructureElement | None


class Anchor(NamedTuple):
    """Where a link may lead; nothing is drawn. `words` say what is there, a heading or something else."""

    x: float
    y: float
    name: str
    words: str
    heading: Heading | None = None


Drawing = TextLine | TextBlock | Box | Frame | Dots | Pixels | Shapes | Anchor
