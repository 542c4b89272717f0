"""Lists become paragraphs that their styles count (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planreports.document.nodes import Block, List, Paragraph
from planreports.writers.docx.numbering import LEVELS
from planreports.writers.docx.place import Place, positions
from planreports.writers.docx.style_names import ListRole
from planreports.writers.docx.xml import Xml

if TYPE_CHECKING:
    from planreports.writers.docx.blocks import BlockWriter


def listed(block: List, place: Place, writer: BlockWriter) -> Iterator[Xml]:
    """Yield a list's items; a numbered list has its own numbering."""
    number = writer.shared.numbering.number_id(block)
    for item, here in zip(block.items, _places(place, len(block.items)), strict=True):
        yield from item_of(item.blocks, block, number, here, writer)


def item_of(
    blocks: Sequence[Block], block: List, number: int | None, place: Place, writer: BlockWriter
) -> Iterator[Xml]:
    """Yield an item's blocks; its first paragraph has the number or bullet, the others its indent."""
    place = place._replace(level=min(place.level + 1, LEVELS - 1))
    role: ListRole = "number" if block.ordered else "bullet"
    for each, here in zip(blocks, _places(place, len(blocks)), strict=True):
        if isinstance(each, Paragraph):
            content = "".join(writer.run_writer.runs(each))
            yield writer.paragraph_of(each, content, here, role, number if role == "number" else None)
            role = "continue"
        else:
            yield from writer.block(each, here)


def _places(place: Place, count: int) -> list[Place]:
    """Return the places of some blocks that stand in one."""
    if count < 2:
        return [place] * count
    first, middle, last = positions(place)
    return [first, *[middle] * (count - 2), last]
