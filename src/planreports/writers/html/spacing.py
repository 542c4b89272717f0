"""The space above and below a block, where CSS does not let neighbours share it as the other writers do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from planreports.document.nodes import (
    Aside,
    Block,
    Contents,
    Figure,
    Heading,
    List,
    Paragraph,
    Parallel,
    Table,
)
from planreports.document.styles import AsideStyle, ParagraphStyle, Stylesheet, TableStyle

FIGURE_SPACE = 6.0
"""Points above and below a figure."""


def space_before(blocks: Sequence[Block], stylesheet: Stylesheet) -> float:
    """Return the space that the first of some blocks has above it, in points."""
    first = _outermost(blocks, 0)
    if isinstance(first, Figure):
        return FIGURE_SPACE
    if isinstance(first, Parallel):
        return max(
            (space_before(cell, stylesheet) for row in first.rows[:1] for cell in row.cells), default=0.0
        )
    style = _style(first, stylesheet)
    return style.space_before if style else 0.0


def space_after(blocks: Sequence[Block], stylesheet: Stylesheet) -> float:
    """Return the space that the last of some blocks has below it, in points."""
    last = _outermost(blocks, -1)
    if isinstance(last, Figure):
        return space_after(last.caption, stylesheet) if last.caption else FIGURE_SPACE
    if isinstance(last, Parallel):
        return max(
            (space_after(cell, stylesheet) for row in last.rows[-1:] for cell in row.cells), default=0.0
        )
    style = _style(last, stylesheet)
    return style.space_after if style else 0.0


def _outermost(blocks: Sequence[Block], place: Literal[0, -1]) -> Block | None:
    """Return the first or the last of some blocks, of a list that of its first or last item."""
    block = blocks[place] if blocks else None
    while isinstance(block, List):
        inner = block.items[place].blocks if block.items else ()
        block = inner[place] if inner else None
    return block


def _style(block: Block | None, stylesheet: Stylesheet) -> ParagraphStyle | TableStyle | AsideStyle | None:
    match block:
        case Paragraph() | Heading():
            return stylesheet.paragraph[block.style]
        case Table():
            return stylesheet.table[block.style]
        case Aside():
            return stylesheet.aside[block.style]
        case Contents(entries=(*_, entry)):
            return stylesheet.paragraph[f"contents-{entry.level}"]
    return None
