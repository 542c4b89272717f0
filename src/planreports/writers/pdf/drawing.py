"""What is drawn on a page, in points; y grows downwards from the top of its slab.

A long table draws tens of thousands of blocks of text and boxes: they have an `__init__` of their own,
which compiled is several times as fast as the one that `dataclass` makes.
"""

from __future__ import annotations

from dataclasses import dataclass

from planreports.document.nodes import Heading, Picture
from planreports.writers.pdf.structure import StructureElement
from planreports.writers.pdf.tokens import Segment


@dataclass(eq=False, slots=True)
class TextLine:
    """A line of text; `x` and `y` are its start and its baseline. Without an element it is an artifact."""

    x: float
    y: float
    segments: tuple[Segment, ...]
    element: StructureElement | None


@dataclass(eq=False, slots=True)
class Frame:
    """A rectangle's outline with round corners, lines of the colour `hatch` in it; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    border: float
    colour: str
    radius: float
    hatch: str | None


@dataclass(init=False, eq=False, slots=True)
class SetLine:
    """A line as it is drawn: its start in its column, its baseline below its top, its height, its words.

    One that is `divided` ends with the first part of a word. `frames` are those of its chips.
    """

    x: float
    baseline: float
    height: float
    segments: tuple[Segment, ...]
    divided: bool = False
    frames: tuple[Frame, ...] = ()

    def __init__(
        self,
        x: float,
        baseline: float,
        height: float,
        segments: tuple[Segment, ...],
        divided: bool = False,
        frames: tuple[Frame, ...] = (),
    ) -> None:
        self.x = x
        self.baseline = baseline
        self.height = height
        self.segments = segments
        self.divided = divided
        self.frames = frames


@dataclass(init=False, eq=False, slots=True)
class TextBlock:
    """A paragraph's lines, one under the other, as operators that begin at the block's top left."""

    x: float
    y: float
    operators: str
    element: StructureElement | None

    def __init__(self, x: float, y: float, operators: str, element: StructureElement | None) -> None:
        self.x = x
        self.y = y
        self.operators = operators
        self.element = element


@dataclass(init=False, eq=False, slots=True)
class Box:
    """A filled rectangle: a tint, a bar, or a rule; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    colour: str

    def __init__(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.colour = colour


@dataclass(eq=False, slots=True)
class Dots:
    """A dotted line, such as leads from an entry of the contents to its page; always an artifact."""

    x: float
    y: float
    width: float
    colour: str


@dataclass(eq=False, slots=True)
class Pixels:
    """A picture of pixels, called `name` in the file, and its element; without one it is an artifact."""

    x: float
    y: float
    width: float
    height: float
    name: str
    picture: Picture
    element: StructureElement | None


@dataclass(eq=False, slots=True)
class Shapes:
    """A picture of shapes: operators whose origin is its top left and whose y grows downwards."""

    x: float
    y: float
    width: float
    height: float
    operators: str
    element: StructureElement | None


@dataclass(eq=False, slots=True)
class Anchor:
    """Where a link may lead; nothing is drawn. `words` say what is there, a heading or something else."""

    x: float
    y: float
    name: str
    words: str
    heading: Heading | None = None


Drawing = TextLine | TextBlock | Box | Frame | Dots | Pixels | Shapes | Anchor
