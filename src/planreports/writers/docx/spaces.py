"""Blocks say how much space they ask for before and after them, in points.

Between paragraphs Word takes the larger of the two by itself; a table has no space of its own, and what
stands first or last in a cell adds to the cell's padding. There, what is next to it makes the space.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planreports.document.nodes import Aside, Block, Figure, Heading, List, Paragraph, Parallel, Table
from planreports.document.styles import Stylesheet

FIGURE_BEFORE, FIGURE_AFTER = 6.0, 3.0
"""The space around a picture without caption."""


class Space(NamedTuple):
    """Space before and after something, in points."""

    before: float = 0.0
    after: float = 0.0


def space_of(blocks: Sequence[Block], stylesheet: Stylesheet) -> Space:
    """Return the space that the first of some blocks asks for before it, and the last after it."""
    if not blocks:
        return Space()
    if len(blocks) == 1:
        return _space(blocks[0], stylesheet)
    return Space(_space(blocks[0], stylesheet).before, _space(blocks[-1], stylesheet).after)


def _space(block: Block, stylesheet: Stylesheet) -> Space:
    space = Space()
    match block:
        case Paragraph() | Heading():
            style = stylesheet.paragraph_style(block.style, block.language)
            space = Space(style.space_before, style.space_after)
        case Table():
            table = stylesheet.table[block.style]
            space = Space(table.space_before, table.space_after)
        case Aside():
            aside = stylesheet.aside[block.style]
            space = Space(aside.space_before, aside.space_after)
        case List():
            space = space_of([each for item in block.items for each in item.blocks], stylesheet)
        case Parallel():
            space = _widest(block, stylesheet)
        case Figure():
            caption = space_of(block.caption, stylesheet)
            space = Space(FIGURE_BEFORE, caption.after if block.caption else FIGURE_AFTER)
    return space


def _widest(block: Parallel, stylesheet: Stylesheet) -> Space:
    before = max(space_of(each, stylesheet).before for each in block.rows[0].cells)
    return Space(before, max(space_of(each, stylesheet).after for each in block.rows[-1].cells))
