"""Figures become a slab with the picture, and the caption's below it, kept together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from planreports.document.nodes import Block, Figure, Picture
from planreports.document.styles import Stylesheet
from planreports.writers.pdf.charts import draw
from planreports.writers.pdf.drawing import Anchor, Pixels, Shapes
from planreports.writers.pdf.images import image_name
from planreports.writers.pdf.lines import Typesetter
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
class SizedPicture:
    """A picture, and how large it is drawn, in points."""

    picture: Picture
    width: float
    height: float


def sized_picture(
    block: Figure, column: float, stylesheet: Stylesheet, typesetter: Typesetter
) -> SizedPicture:
    """Return a figure's picture: as wide as asked for, else 150 pixels or 96 units an inch; a chart is drawn.

    It fits its column and its page.
    """
    wanted, picture = min(picture_width(block), column), block.picture
    if not isinstance(picture, Picture):
        picture = draw(picture, wanted, stylesheet, typesetter, block.origin)
    return fitted(picture, wanted, stylesheet)


def fitted(picture: Picture, width: float, stylesheet: Stylesheet) -> SizedPicture:
    """Return a picture as wide as asked for, in points, or less where it would be too tall for a page."""
    tallest = _TALLEST * min(stylesheet.page.height_mm, stylesheet.page.width_mm) * MILLIMETRE
    width = min(width, tallest * picture.width / picture.height)
    return SizedPicture(picture, width, width * picture.height / picture.width)


def figure_slabs(block: Figure, place: Place, layout: CaptionLayout) -> list[AnySlab]:
    """Return a figure's slabs. It is tagged Figure with its alternative text, and its caption Caption."""
    shown = sized_picture(block, place.width, layout.stylesheet, layout.paragraphs.typesetter)
    around = place.below("Div", block.language) if block.caption else place
    drawing = _drawing(block, around, shown, layout.paragraphs)
    anchor = () if block.anchor is None else (Anchor(place.x, 0, block.anchor, block.alternative),)
    caption = layout.slabs(block.caption, around.below("Caption", block.language)) if block.caption else []
    picture = Slab(
        shown.height,
        (*anchor, drawing),
        before=_SPACE,
        after=0.0 if caption else _SPACE,
        keep_with_next=bool(caption),
    )
    return [picture, *caption]


def _drawing(
    block: Figure, place: Place, shown: SizedPicture, paragraphs: ParagraphLayout
) -> Pixels | Shapes:
    element = place.below("Figure", block.language).parent
    if element is not None:
        element.alternative = block.alternative
    picture = shown.picture
    if picture.kind != "svg":
        name = image_name(picture)
        return Pixels(place.x, 0, shown.width, shown.height, name, picture, element)
    scale = shown.width / picture.width
    operators = shape_operators(picture, scale, block.language, block.origin, paragraphs.typesetter)
    return Shapes(place.x, 0, shown.width, shown.height, operators, element)
