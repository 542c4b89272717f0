"""Pages' drawings become content streams (ISO 32000-1, 8 and 9), marked for the structure tree (14.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from planreports.document.nodes import Picture
from planreports.writers.pdf.drawing import (
    Anchor,
    Box,
    Dots,
    Drawing,
    Frame,
    Pixels,
    Shapes,
    TextBlock,
    TextLine,
)
from planreports.writers.pdf.frames import frame_operators
from planreports.writers.pdf.numbers import colour_operands, number
from planreports.writers.pdf.slabs import AnySlab, Composite, Placed
from planreports.writers.pdf.structure import StructureElement, figure_attributes

_LAYOUT = "/Artifact<</Type/Layout>>BDC"
_HEAD = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
_FOOT = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
"""What is no content of the document (ISO 32000-1, 14.8.2.2.2)."""


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where on a page a link stands (points from the bottom left), and its structure element."""

    address: str
    left: float
    bottom: float
    right: float
    top: float
    element: StructureElement


class Destination(NamedTuple):
    """An anchor on a page (its number from 0), and where it stands from the page's bottom left, in points."""

    page: int
    x: float
    y: float
    anchor: Anchor


@dataclass
class PageContent:
    """The content of one page: operators, marked-content elements by MCID, links, and where links lead."""

    number: int
    height: float
    operators: list[str] = field(default_factory=list)
    marked: list[StructureElement] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    destinations: list[Destination] = field(default_factory=list)
    images: dict[str, Picture] = field(default_factory=dict)
    _artifact: str = "/Artifact<</Type/Pagination>>BDC"
    _open: StructureElement | None = None
    _link: tuple[StructureElement, str, StructureElement] | None = None

    def draw(self, placed: Iterable[Placed]) -> None:
        """Draw slabs at their places."""
        for each in placed:
            self._slab(each.slab, each.y)
        self._mark(None)

    def draw_head(self, placed: Iterable[Placed]) -> None:
        """Draw slabs of a running head, which readers shall find before what has been drawn."""
        later, self.operators = self.operators, []
        self._artifact = _HEAD
        self.draw(placed)
        self.operators += later

    def draw_foot(self, placed: Iterable[Placed]) -> None:
        """Draw slabs of a running foot."""
        self._artifact = _FOOT
        self.draw(placed)

    def close(self) -> str:
        """Return the whole content stream."""
        return "\n".join(self.operators)

    def _slab(self, slab: AnySlab, top: float) -> None:
        if not isinstance(slab, Composite):
            for drawing in slab.drawings:
                self._drawing(drawing, top)
            return
        if slab.joins_rows:
            self._joined(slab, top)
            return
        self._background(slab, top)
        self._content(slab, top)

    def _joined(self, slab: Composite, top: float) -> None:
        """Draw rows that cells join: their tints and rules first, for words may stand in rows below."""
        rows = [row for row in slab.columns[0].slabs if isinstance(row, Composite)]
        tops = list(accumulate((row.height for row in rows), initial=top))
        for row, y in zip(rows, tops, strict=False):
            self._background(row, y)
        for row, y in zip(rows, tops, strict=False):
            self._content(row, y)

    def _background(self, slab: Composite, top: float) -> None:
        if slab.decorate:
            for box in slab.decorate(slab.height):
                self._box(box, top)

    def _content(self, slab: Composite, top: float) -> None:
        inside = top + slab.padding
        for column in slab.columns:
            slabs = column.slabs
            if len(slabs) == 1:
                self._slab(slabs[0], inside)
            else:
                self._column(slabs, inside)

    def _column(self, slabs: Sequence[AnySlab], y: float) -> None:
        """Draw slabs one under the other, the first at `y`."""
        after = 0.0
        for place, slab in enumerate(slabs):
            if place:
                y += max(after, slab.before)
            self._slab(slab, y)
            y += slab.height
            after = slab.after

    def _drawing(self, drawing: Drawing, top: float) -> None:
        match drawing:
            case TextBlock():
                self._block(drawing, top)
            case TextLine():
                self._text(drawing, top)
            case Box():
                self._box(drawing, top)
            case Frame():
                self._mark(None)
                self.operators.append(
                    f"{_LAYOUT} {frame_operators(drawing, self.height - top - drawing.y)} EMC"
                )
            case Dots():
                self._dots(drawing, top)
            case Pixels() | Shapes():
                self._picture(drawing, top)
            case Anchor():
                y = self.height - top - drawing.y
                self.destinations.append(Destination(self.number, drawing.x, y, drawing))

    def _mark(self, element: StructureElement | None) -> None:
        """Make `element` the one whose content follows; content of one element in a row is marked once."""
        if element is self._open:
            return
        if self._open is not None:
            self.operators.append("EMC")
        if element is not None:
            mcid = len(self.marked)
            self.marked.append(element)
            element.content.append((self.number, mcid))
            self.operators.append(f"/{element.tag}<</MCID {mcid}>>BDC")
        self._open = element

    def _box(self, box: Box, y: float) -> None:
        self._mark(None)
        bottom = self.height - y - box.y - box.height
        self.operators.append(
            f"{_LAYOUT} {colour_operands(box.colour)} rg {number(box.x)} {number(bottom)} "
            f"{number(box.width)} {number(box.height)} re f EMC"
        )

    def _dots(self, dots: Dots, top: float) -> None:
        """Draw round dots: dashes of no length with round caps (ISO 32000-1, 8.4.3.3 and 8.4.3.6)."""
        self._mark(None)
        y = self.height - top - dots.y
        self.operators.append(
            f"{_LAYOUT} q {colour_operands(dots.colour)} RG 0.7 w 1 J [0 3] 0 d "
            f"{number(dots.x)} {number(y)} m {number(dots.x + dots.width)} {number(y)} l S Q EMC"
        )

    def _picture(self, drawing: Pixels | Shapes, top: float) -> None:
        """Draw a picture in its rectangle, and note that rectangle on its element."""
        x, width, height = drawing.x, drawing.width, drawing.height
        ceiling = self.height - top - drawing.y
        self._mark(drawing.element)
        if drawing.element is None:
            self.operators.append(self._artifact)
        else:
            drawing.element.attributes = figure_attributes(x, ceiling - height, x + width, ceiling)
        if isinstance(drawing, Pixels):
            self.images[drawing.name] = drawing.picture
            matrix = f"{number(width)} 0 0 {number(height)} {number(x)} {number(ceiling - height)}"
            self.operators.append(f"q {matrix} cm /{drawing.name} Do Q")
        else:
            self.operators.append(f"q 1 0 0 -1 {number(x)} {number(ceiling)} cm {drawing.operators} Q")
        if drawing.element is None:
            self.operators.append("EMC")

    def _block(self, block: TextBlock, top: float) -> None:
        self._mark(block.element)
        shown = f"BT 1 0 0 1 {block.x:.2f} {self.height - top - block.y:.2f} Tm {block.operators} ET"
        self.operators.append(shown if block.element else f"{self._artifact} {shown} EMC")

    def _text(self, line: TextLine, top: float) -> None:
        y = self.height - top - line.y
        if line.element is None:
            self._mark(None)
            self.operators.append(self._artifact)
        x = line.x
        for segment in line.segments:
            if line.element is not None:
                self._mark(
                    line.element if segment.href is None else self._link_element(line.element, segment.href)
                )
            self.operators.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {segment.operators} ET")
            right = x + segment.width
            if segment.href is not None and self._open is not None:
                bottom, ceiling = y - segment.size * 0.3, y + segment.size
                self.links.append(LinkArea(segment.href, x, bottom, right, ceiling, self._open))
            x = right
        if line.element is None:
            self.operators.append("EMC")

    def _link_element(self, parent: StructureElement, address: str) -> StructureElement:
        """Return the element of a link: one for all its words in a row, whatever line they stand on."""
        if self._link and self._link[:2] == (parent, address) and parent.content[-1] is self._link[2]:
            return self._link[2]
        self._link = (parent, address, parent.child("Link"))
        return self._link[2]
