"""Figures become a slab with the picture, and the caption's below it, kept together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from planreports.document.nodes import Block, Figure
from planreports.document.styles import Stylesheet
from planreports.writers.pdf.drawing import Anchor, Pixels, Shapes
from planreports.writers.pdf.images import image_name
from planreports.writers.pdf.measures import MILLIMETRE, picture_width
from planreports.writers.pdf.paragraphs import ParagraphLayout
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import AnySlab, Slab
from planreports.writers.pdf.svg import shape_operators

_TALLEST = 0.72
"""How much of the paper's height a picture takes at most: its caption and running heads need the rest."""

_SPACE = 6.0


class CaptionLayout(Protocol):
    """What lays out a caption's blocks."""

    @property
    def stylesheet(self) -> Stylesheet:
        """Return the look."""

    @property
    def paragraphs(self) -> ParagraphLayout:
        """Return what lays paragraphs out."""

    def slabs(self, blocks: Iterable[Block], place: Place) -> list[AnySlab]:
        """Return the slabs of blocks in a column."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """How large a picture is drawn, in points."""

    width: float
    height: float


def picture_size(block: Figure, column: float, stylesheet: Stylesheet) -> PictureSize:
    """Return a picture's size: as asked for, else 150 pixels or 96 units an inch; it fits column and page."""
    picture = block.picture
    tallest = _TALLEST * min(stylesheet.page.height_mm, stylesheet.page.width_mm) * MILLIMETRE
    width = min(picture_width(block), column, tallest * picture.width / picture.height)
    return PictureSize(width, width * picture.height / picture.width)


def figure_slabs(block: Figure, place: Place, layout: CaptionLayout) -> list[AnySlab]:
    """Return a figure's slabs. It is tagged Figure with its alternative text, and its caption Caption."""
    size = picture_size(block, place.width, layout.stylesheet)
    around = place.below("Div", block.language) if block.caption else place
    drawing = _drawing(block, around, size, layout.paragraphs)
    anchor = () if block.anchor is None else (Anchor(place.x, 0, block.anchor, block.alternative),)
    caption = layout.slabs(block.caption, around.below("Caption", block.language)) if block.caption else []
    picture = Slab(
        size.height,
        (*anchor, drawing),
        before=_SPACE,
        after=0.0 if caption else _SPACE,
        keep_with_next=bool(caption),
    )
    return [picture, *caption]


def _drawing(block: Figure, place: Place, size: PictureSize, paragraphs: ParagraphLayout) -> Pixels | Shapes:
    element = place.below("Figure", block.language).parent
    if element is not None:
        element.alternative = block.alternative
    if block.picture.kind != "svg":
        name = image_name(block.picture)
        return Pixels(place.x, 0, size.width, size.height, name, block.picture, element)
    scale = size.width / block.picture.width
    operators = shape_operators(block.picture, scale, block.language, block.origin, paragraphs.typesetter)
    return Shapes(place.x, 0, size.width, size.height, operators, element)
