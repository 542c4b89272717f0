"""A section's paper becomes rules: how wide its sheet is on a screen, and what stands on printed pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from planreports.document.nodes import Block, Inline, Section
from planreports.document.styles import Stylesheet
from planreports.writers.html.css import MILLIMETRE, points_of, rem
from planreports.writers.html.lettering import Lettering
from planreports.writers.html.running import RunningPart
from planreports.writers.html.watermark import watermark_url


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's paper and margins, in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @classmethod
    def of(cls, section: Section, stylesheet: Stylesheet) -> Paper:
        """Return the paper of a section; landscape turns the paper, not the margins."""
        page, margins = stylesheet.page, stylesheet.page.margins
        sides = sorted((page.width_mm, page.height_mm), reverse=section.orientation == "landscape")
        return cls(
            *(
                each * MILLIMETRE
                for each in (*sides, margins.top, margins.right, margins.bottom, margins.left)
            )
        )

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class PageRules:
    """Makes the rules of one section, whose class and page are both called `name`."""

    section: Section
    name: str
    lettering: Lettering
    titles: Mapping[int, Sequence[Inline]]

    @property
    def paper(self) -> Paper:
        """Return the section's paper."""
        return Paper.of(self.section, self.lettering.stylesheet)

    def css(self) -> Iterator[str]:
        """Yield the rules of the sheet on a screen, and of the pages in print."""
        paper = self.paper
        watermark = watermark_url(self.section.watermark, paper.width, paper.height, self.lettering)
        behind = f'background:#fff url("{watermark}") 50% 0/100% auto repeat-y;' if watermark else ""
        padding = " ".join(rem(each) for each in (paper.top, paper.right, paper.bottom, paper.left))
        yield (
            f"@media screen{{.{self.name}{{width:{rem(paper.width)};min-height:{rem(paper.height)};"
            f"{behind}}}}}"
        )
        yield f"@media screen and (min-width:48.01rem){{.{self.name}{{padding:{padding}}}}}"
        yield f"@media print{{.{self.name}{{page:{self.name}}}}}"
        size = f"size:{points_of(paper.width)} {points_of(paper.height)};"
        edges = self._edges(self.section.header, self.section.footer)
        yield f"@page {self.name}{{{size}{edges}{_behind(watermark)}}}"

    def first_page(self, *, head_in_flow: bool) -> str:
        """Return the rule of the document's first page; its head may stand in the text itself."""
        section = self.section
        head = section.header if section.first_header is None else section.first_header
        foot = section.footer if section.first_footer is None else section.first_footer
        return f"@page {self.name}:first{{{self._edges(() if head_in_flow else head, foot)}}}"

    def _edges(self, head: Sequence[Block], foot: Sequence[Block]) -> str:
        page, paper = self.lettering.stylesheet.page, self.paper
        top, head_boxes = self._edge("top", head, paper.top, page.header_gap)
        bottom, foot_boxes = self._edge("bottom", foot, paper.bottom, page.footer_gap)
        margins = " ".join(points_of(each) for each in (top, paper.right, bottom, paper.left))
        return f"margin:{margins};{head_boxes}{foot_boxes}"

    def _edge(
        self, edge: Literal["top", "bottom"], blocks: Sequence[Block], margin: float, gap: float
    ) -> tuple[float, str]:
        """Return a margin that has room for a running head or foot, and the boxes in it."""
        part = RunningPart(self.lettering.stylesheet, self.lettering, self.titles).add(blocks)
        return margin + (part.height + gap if part.height else 0.0), part.css(edge, margin)


def _behind(watermark: str | None) -> str:
    """Return what puts a picture behind the text of every page: it hangs out of the corner's margin box.

    Chromium draws no pictures in the background of a page, and margin boxes below its text.
    """
    if watermark is None:
        return ""
    return (
        f'@top-left-corner{{content:url("{watermark}");overflow:visible;vertical-align:top;text-align:left}}'
    )
