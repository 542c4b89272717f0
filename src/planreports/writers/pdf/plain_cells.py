"""Cells with nothing but words of one look become slabs at once, as most cells of most tables are such.

What cells of a column that look alike share is worked out once, and equal texts are set once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from planreports.document.nodes import Cell, Paragraph, Run
from planreports.document.styles import ParagraphStyle
from planreports.writers.pdf.paragraphs import ParagraphLayout, SetBlock, own_language
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import Slab
from planreports.writers.pdf.structure import StructureElement

PlainLook = tuple[object, ...]
"""What tells plain cells from others of their column: all but their words."""


class PlainCell(NamedTuple):
    """A cell that holds one paragraph of one run, without a link or an anchor."""

    paragraph: Paragraph
    text: str
    look: PlainLook


def plain_cell(cell: Cell) -> PlainCell | None:
    """Return a cell as a plain one; None for others, and for cells with a style, which may align decimals."""
    if len(cell.blocks) != 1 or cell.style is not None:
        return None
    block = cell.blocks[0]
    if not isinstance(block, Paragraph) or len(block.inlines) != 1 or block.anchor is not None:
        return None
    run = block.inlines[0]
    if not isinstance(run, Run) or run.href is not None:
        return None
    around = (cell.scope, cell.row_span, block.style, block.language, block.mark)
    return PlainCell(block, run.text, (*around, run.language, run.style, run.bold, run.italic))


@dataclass(slots=True)
class PlainCells:
    """The plain cells of one look in one column; `tag` is None in tables that only arrange."""

    paragraphs: ParagraphLayout
    style: ParagraphStyle
    column: Place
    tag: str | None
    attributes: str | None
    language: str | None
    _texts: dict[str, SetBlock] = field(default_factory=dict)

    @classmethod
    def of(
        cls, cell: PlainCell, place: Place, tag: str | None, attributes: str | None, layout: ParagraphLayout
    ) -> PlainCells | None:
        """Return what makes the slabs of cells like this one, in its column; None if the style has rules."""
        block = cell.paragraph
        style = layout.style(block.style, block.language)
        if style.rule_above or style.rule_below:
            return None
        column = layout.column(block, style, place)
        return cls(layout, style, column, tag, attributes, own_language(block.language, place.language))

    def slab(self, cell: PlainCell, row: StructureElement | None) -> Slab:
        """Return the slab of a cell, in the structure element of its row."""
        block, text, _ = cell
        made = self._texts.get(text)
        if made is None:
            made = self._texts[text] = self.paragraphs.set_block(block, self.style, self.column)
        element = None
        if row is not None:
            parent = row if self.tag is None else row.child(self.tag, None, self.attributes)
            element = parent.child("P", self.language)
        return self.paragraphs.cell_slab(block, self.style, self.column, made, element)
