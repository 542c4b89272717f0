"""A section's paper and margins; margins keep the text clear of running heads and feet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from planreports.document.nodes import Block, Heading, LineBreak, Paragraph, Run, Section, Table
from planreports.document.styles import Stylesheet
from planreports.writers.docx.reference.source import PageSetup
from planreports.writers.docx.spaces import space_of

_TWIPS = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Page:
    """A section's paper and margins, in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    gutter: int = 0

    @classmethod
    def of(cls, section: Section, stylesheet: Stylesheet, setup: PageSetup | None = None) -> Self:
        """Return the page of a section; `setup` is a house's own paper and margins, where it has some."""
        if setup is not None:
            page = setup.turned(section.orientation)
            edges = page.top, page.right, page.bottom, page.left
            return cls(page.width, page.height, *edges, page.header, page.footer, page.gutter)
        style, margins = stylesheet.page, stylesheet.page.margins
        is_landscape = section.orientation == "landscape"
        width, height = sorted((style.width_mm, style.height_mm), reverse=is_landscape)
        head = _least_room(stylesheet, style.header_gap, section.header, section.first_header)
        foot = _least_room(stylesheet, style.footer_gap, section.footer, section.first_footer)
        return cls(
            width=round(width * _TWIPS),
            height=round(height * _TWIPS),
            top=round(margins.top * _TWIPS + head * 20),
            right=round(margins.right * _TWIPS),
            bottom=round(margins.bottom * _TWIPS + foot * 20),
            left=round(margins.left * _TWIPS),
            header=round(margins.top * _TWIPS),
            footer=round(margins.bottom * _TWIPS),
        )

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.width - self.left - self.right - self.gutter


def _least_room(
    stylesheet: Stylesheet, gap: float, running: tuple[Block, ...], first: tuple[Block, ...] | None
) -> float:
    """Return the room that the shorter of a running head and that of the first page needs, in points.

    A taller one pushes the text away on its pages (17.6.11: `top` and `bottom` are the least), as in the PDF.
    """
    choices = [running] if first is None else [running, first]
    return min(running_height(each, stylesheet) + gap if each else 0.0 for each in choices)


def running_height(blocks: Iterable[Block], stylesheet: Stylesheet) -> float:
    """Return the height of a running head or foot in points, each of its paragraphs one line.

    Word itself makes room for one that wraps.
    """
    height, after = 0.0, None
    for block in blocks:
        space = space_of((block,), stylesheet)
        height += _height(block, stylesheet) + (0.0 if after is None else max(after, space.before))
        after = space.after
    return height


def _height(block: Block, stylesheet: Stylesheet) -> float:
    if isinstance(block, Paragraph | Heading):
        style = stylesheet.paragraph_style(block.style, block.language)
        lines = 1 + sum(isinstance(each, LineBreak) for each in block.inlines)
        languages = {block.language, *(each.language for each in block.inlines if isinstance(each, Run))}
        tallest = max(stylesheet.paragraph_style(block.style, each).line_height for each in languages)
        return lines * style.size * tallest
    if isinstance(block, Table):
        padding = 2 * stylesheet.table[block.style].padding_vertical
        rows = (*block.head, *block.body)
        return sum(
            padding + max((running_height(cell.blocks, stylesheet) for cell in row.cells), default=0)
            for row in rows
        )
    return 0.0
