"""Pages' drawings become content streams (ISO 32000-1, 8 and 9), marked for the structure tree (14.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planreports.writers.pdf.drawing import Box, Drawing, TextLine, TextSpan
from planreports.writers.pdf.slabs import Composite, Placed, stacked
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
    """The content of one page: operators, marked-content elements by MCID, the fonts used, and links."""

    number: int
    height: float
    operators: list[str] = field(default_factory=list)
    marked: list[StructureElement] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    _open: StructureElement | None = None

    def draw(self, placed: Sequence[Placed]) -> None:
        """Draw slabs at their places."""
        for y, drawing in _flattened(placed, 0.0):
            if isinstance(drawing, Box):
                self._box(drawing, y)
            else:
                self._text(drawing, y)

    def close(self) -> str:
        """Return the whole content stream."""
        self._mark(None)
        return "\n".join(self.operators)

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
            f"/Artifact BMC {_rgb(box.colour)} rg {_number(box.x)} {_number(bottom)} "
            f"{_number(box.width)} {_number(box.height)} re f EMC"
        )

    def _text(self, line: TextLine, y: float) -> None:
        baseline = self.height - y - line.y
        if line.element is None:
            self._mark(None)
            self.operators.append("/Artifact BMC")
            self._spans(line.spans, line.x, baseline)
            self.operators.append("EMC")
            return
        x = line.x
        for href, spans in _by_link(line.spans):
            element = line.element if href is None else self._link_element(line.element, href)
            self._mark(element)
            width = sum(span.width + span.gap for span in spans)
            self._spans(spans, x, baseline)
            if href is not None:
                size = max(span.size for span in spans)
                area = LinkArea(href, x, baseline - size * 0.3, x + width, baseline + size, element)
                self.links.append(area)
            x += width

    def _link_element(self, parent: StructureElement, href: str) -> StructureElement:
        """Return the Link element for words of a link; its annotation joins it when the file is made."""
        return parent.child("Link")

    def _spans(self, spans: Sequence[TextSpan], x: float, y: float) -> None:
        """Write one text object; changes of font, size and colour only where they change."""
        operators = [f"BT 1 0 0 1 {_number(x)} {_number(y)} Tm"]
        look: tuple[str, float, str] | None = None
        words: list[str] = []
        for span in spans:
            own = (span.resource, span.size, span.colour)
            if own != look:
                _show(words, operators)
                operators.append(f"/{span.resource} {_number(span.size)} Tf {_rgb(span.colour)} rg")
                look = own
            words.append(f"<{span.hex}>")
            if span.gap:
                words.append(_number(-span.gap * 1000 / span.size))
        _show(words, operators)
        operators.append("ET")
        self.operators.append(" ".join(operators))


def _show(words: list[str], operators: list[str]) -> None:
    """Write the words gathered so far, as one string where no gap parts them, and forget them."""
    if not words:
        return
    if all(word.startswith("<") for word in words):
        operators.append("<" + "".join(word[1:-1] for word in words) + ">Tj")
    else:
        operators.append("[" + "".join(words) + "]TJ")
    words.clear()


def _flattened(placed: Sequence[Placed], y: float) -> Iterator[tuple[float, Drawing]]:
    """Yield every drawing with the top of its slab; what is behind comes first."""
    for each in placed:
        top, slab = y + each.y, each.slab
        if isinstance(slab, Composite):
            if slab.decorate:
                yield from ((top, box) for box in slab.decorate(slab.height))
            for column in slab.columns:
                yield from _flattened(stacked(column.slabs).placed, top + slab.padding)
        else:
            yield from ((top, drawing) for drawing in slab.drawings)


def _by_link(spans: Sequence[TextSpan]) -> Iterator[tuple[str | None, list[TextSpan]]]:
    """Yield spans in a row that have the same link, or none."""
    group: list[TextSpan] = []
    for span in spans:
        if group and group[-1].href != span.href:
            yield group[-1].href, group
            group = []
        group.append(span)
    if group:
        yield group[-1].href, group


def _rgb(colour: str) -> str:
    """Return `#RRGGBB` as three numbers from 0 to 1."""
    return " ".join(_number(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))


def _number(value: float) -> str:
    """Return a number with up to three decimals, as short as it can be."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
