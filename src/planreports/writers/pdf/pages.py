"""Slabs become pages: stacked until one is full, parted where they may be, with running heads and feet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planreports.document.nodes import Block, Section
from planreports.document.styles import PageStyle, Stylesheet
from planreports.errors import Problem, WritingError
from planreports.told import told
from planreports.writers.pdf.blocks import BlockLayout
from planreports.writers.pdf.drawing import Box
from planreports.writers.pdf.filling import NOTES_GAP, fill_pages, notes_height
from planreports.writers.pdf.measures import MILLIMETRE
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import AnySlab, Placed, Slab, stack_height, stacked
from planreports.writers.pdf.structure import StructureElement

LEAST_WIDTH, LEAST_HEIGHT = 5 * MILLIMETRE, 25 * MILLIMETRE
"""What a page must leave for its text, in points: with less, words would stand one to a page, or none."""

_NOTES_RULE = 60.0
"""How long the rule above footnotes is, in points."""


@dataclass(frozen=True, slots=True)
class PageBox:
    """A page's paper and margins, in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @classmethod
    def of(cls, style: PageStyle, orientation: str) -> PageBox:
        """Return the page of a style; landscape turns the paper, not the margins."""
        size = [style.width_mm * MILLIMETRE, style.height_mm * MILLIMETRE]
        width, height = sorted(size, reverse=orientation == "landscape")
        margins = style.margins
        top, right, bottom, left = (
            each * MILLIMETRE for each in (margins.top, margins.right, margins.bottom, margins.left)
        )
        return cls(width, height, top, right, bottom, left)

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right


@dataclass
class Page:
    """A page: its paper, and its slabs with the place of each from the paper's top."""

    box: PageBox
    section: Section
    is_first: bool
    body: list[Placed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paginator:
    """Makes the pages of sections."""

    layout: BlockLayout
    language: str

    @property
    def stylesheet(self) -> Stylesheet:
        """Return the look."""
        return self.layout.stylesheet

    def pages(self, section: Section, root: StructureElement) -> list[Page]:
        """Return a section's pages, their bodies laid out; running heads come when the pages are counted."""
        box = PageBox.of(self.stylesheet.page, section.orientation)
        place = Place(box.left, box.text_width, root, self.language, foot=(box.left, box.text_width))
        slabs = self.layout.slabs(section.blocks, place)
        spans = self._body_span(section, box, True), self._body_span(section, box, False)
        stacks = fill_pages(slabs, [bottom - top for top, bottom in spans])
        pages = []
        for number, stack in enumerate(stacks):
            top, bottom = spans[min(number, 1)]
            placed = [Placed(each.y + top, each.slab) for each in stack.placed]
            placed += self._notes(stack.notes, box, bottom)
            pages.append(Page(box, section, number == 0, placed))
        return pages

    def _notes(self, notes: Sequence[AnySlab], box: PageBox, bottom: float) -> Iterator[Placed]:
        """Yield the footnotes of a page, which end at the bottom of its text, under a short rule."""
        if not notes:
            return
        top = bottom - notes_height(notes)
        rule = Box(box.left, NOTES_GAP / 2, _NOTES_RULE, 0.5, self.stylesheet.colour("rule"))
        yield Placed(top, Slab(NOTES_GAP, (rule,)))
        for each in stacked(notes).placed:
            yield Placed(top + NOTES_GAP + each.y, each.slab)

    def _body_span(self, section: Section, box: PageBox, is_first: bool) -> tuple[float, float]:
        """Return where the body of a page begins and ends, clear of its running head and foot."""
        header, footer = running(section, is_first)
        top, bottom = box.top, box.height - box.bottom
        if header:
            top += self._height(header, box) + self.stylesheet.page.header_gap
        if footer:
            bottom -= self._height(footer, box) + self.stylesheet.page.footer_gap
        if bottom - top < LEAST_HEIGHT or box.text_width < LEAST_WIDTH:
            raise WritingError(_no_room(section, box, top, bottom))
        return top, bottom

    def _height(self, blocks: Sequence[Block], box: PageBox) -> float:
        return stack_height(self.layout.slabs(blocks, Place(box.left, box.text_width, None, self.language)))

    def running(self, page: Page) -> tuple[list[Placed], list[Placed]]:
        """Return the running head and the running foot of a page, as artifacts."""
        header, footer = running(page.section, page.is_first)
        box = page.box
        place = Place(box.left, box.text_width, None, self.language)
        head = stacked(self.layout.slabs(header, place))
        foot = stacked(self.layout.slabs(footer, place))
        bottom = box.height - box.bottom - foot.bottom
        return (
            [Placed(each.y + box.top, each.slab) for each in head.placed],
            [Placed(each.y + bottom, each.slab) for each in foot.placed],
        )


def _no_room(section: Section, box: PageBox, top: float, bottom: float) -> Problem:
    width, height = (max(each, 0.0) / MILLIMETRE for each in (box.text_width, bottom - top))
    origin = section.origin
    return Problem(
        told(
            "margins, running head and running foot leave {width} × {height} mm of a page for its text",
            width=f"{width:.0f}",
            height=f"{height:.0f}",
        ),
        origin.layout,
        origin.line,
        origin.column,
        told(
            "at least {width} × {height} mm are needed",
            width=f"{LEAST_WIDTH / MILLIMETRE:.0f}",
            height=f"{LEAST_HEIGHT / MILLIMETRE:.0f}",
        ),
    )


def running(section: Section, is_first: bool) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks at the head and at the foot of a section's first page, or of its others."""
    header, footer = section.header, section.footer
    if is_first and section.first_header is not None:
        header = section.first_header
    if is_first and section.first_footer is not None:
        footer = section.first_footer
    return header, footer
