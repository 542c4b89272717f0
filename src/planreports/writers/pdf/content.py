"""Pages' drawings become content streams (ISO 32000-1, 8 and 9), marked for the structure tree (14.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planreports.writers.pdf.drawing import Box, Drawing, TextLine
from planreports.writers.pdf.numbers import colour_operands, number
from planreports.writers.pdf.slabs import AnySlab, Composite, Placed
from planreports.writers.pdf.structure import StructureElement


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where on a page a link stands (points from the bottom left), and its structure element."""

    address: str
    left: float
    bottom: float
    right: float
    top: float
    element: StructureElement


@dataclass
class PageContent:
    """The content of one page: operators, marked-content elements by MCID, and links."""

    number: int
    height: float
    operators: list[str] = field(default_factory=list)
    marked: list[StructureElement] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    _open: StructureElement | None = None

    def draw(self, placed: Iterable[Placed]) -> None:
        """Draw slabs at their places."""
        for y, slab in placed:
            self._slab(slab, y)

    def close(self) -> str:
        """Return the whole content stream."""
        self._mark(None)
        return "\n".join(self.operators)

    def _slab(self, slab: AnySlab, top: float) -> None:
        if not isinstance(slab, Composite):
            for drawing in slab.drawings:
                self._drawing(drawing, top)
            return
        if slab.decorate:
            for box in slab.decorate(slab.height):
                self._box(box, top)
        for column in slab.columns:
            self._column(column.slabs, top + slab.padding)

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
        if isinstance(drawing, Box):
            self._box(drawing, top)
        else:
            self._text(drawing, top)

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
            f"/Artifact BMC {colour_operands(box.colour)} rg {number(box.x)} {number(bottom)} "
            f"{number(box.width)} {number(box.height)} re f EMC"
        )

    def _text(self, line: TextLine, top: float) -> None:
        y = self.height - top - line.y
        if line.element is None:
            self._mark(None)
            self.operators.append("/Artifact BMC")
        x = line.x
        for segment in line.segments:
            if line.element is not None:
                self._mark(line.element if segment.href is None else line.element.child("Link"))
            self.operators.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {segment.operators} ET")
            right = x + segment.width
            if segment.href is not None and self._open is not None:
                bottom, ceiling = y - segment.size * 0.3, y + segment.size
                self.links.append(LinkArea(segment.href, x, bottom, right, ceiling, self._open))
            x = right
        if line.element is None:
            self.operators.append("EMC")
