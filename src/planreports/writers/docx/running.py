"""How much room running heads and feet need, so that margins keep the body clear of them."""

from __future__ import annotations

from collections.abc import Iterable

from planreports.document.nodes import Block, Heading, LineBreak, Paragraph, Table
from planreports.document.styles import Stylesheet


def running_height(blocks: Iterable[Block], stylesheet: Stylesheet) -> float:
    """Return the height of a running head or foot in points, each of its paragraphs one line.

    Word itself makes room for one that wraps; other programs cut it, so the margin is never too small.
    """
    return sum(_height(block, stylesheet) for block in blocks)


def _height(block: Block, stylesheet: Stylesheet) -> float:
    if isinstance(block, Paragraph | Heading):
        style = stylesheet.paragraph_style(block.style, block.language)
        lines = 1 + sum(isinstance(each, LineBreak) for each in block.inlines)
        return style.space_before + lines * style.size * max(style.line_height, 1.65) + style.space_after
    if isinstance(block, Table):
        padding = 2 * stylesheet.table[block.style].padding_vertical
        rows = (*block.head, *block.body)
        return sum(
            padding + max((running_height(cell.blocks, stylesheet) for cell in row.cells), default=0)
            for row in rows
        )
    return 0.0
