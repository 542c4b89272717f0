"""Cells with nothing but words of one look become slabs at once, as most cells of most tables are such.

What cells of a column that look alike share is worked out once, and equal texts are set once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from planreports.document.nodes import Cell, Mark, Paragraph, Run
from planreports.document.styles import ParagraphStyle
from planreports.writers.pdf.alike import AlikeWords
from planreports.writers.pdf.paragraphs import ParagraphLayout, SetBlock, own_language
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import Slab
from planreports.writers.pdf.structure import StructureElement


class PlainLook(NamedTuple):
    """What tells plain cells from others of their column: all but their words."""

    scope: str | None
    row_span: int
    style: str
    language: str
    mark: Mark | None
    words_language: str
    words_style: str | None
    bold: bool
    italic: bool


@dataclass(init=False, eq=False, slots=True)
class PlainCell:
    """A cell that holds one paragraph of one run, without a link or an anchor."""

    cell: Cell
    paragraph: Paragraph
    run: Run

    def __init__(self, cell: Cell, paragraph: Paragraph, run: Run) -> None:
        self.cell = cell
        self.paragraph = paragraph
        self.run = run

    def look(self) -> PlainLook:
        """Return its look."""
        cell, block, run = self.cell, self.paragraph, self.run
        around = cell.scope, cell.row_span, block.style, block.language, block.mark
        return PlainLook(*around, run.language, run.style, run.bold, run.italic)

    def is_like(self, other: PlainCell) -> bool:
        """Return whether another plain cell has the same look."""
        cell, block, run = self.cell, self.paragraph, self.run
        its_cell, its_block, its_run = other.cell, other.paragraph, other.run
        return (
            block.style == its_block.style
            and block.language == its_block.language
            and block.mark == its_block.mark
            and run.language == its_run.language
            and run.style == its_run.style
            and run.bold == its_run.bold
            and run.italic == its_run.italic
            and cell.scope == its_cell.scope
            and cell.row_span == its_cell.row_span
        )


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
    return PlainCell(cell, block, run)


@dataclass(eq=False, slots=True)
class PlainCells:
    """The plain cells of one look in one column; `tag` is None in tables that only arrange."""

    first: PlainCell
    paragraphs: ParagraphLayout
    style: ParagraphStyle
    words: AlikeWords | None
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
        is_chip = layout.typesetter.has_chips(block.inlines)
        words = None if is_chip else layout.typesetter.alike(cell.run, style, block.language)
        column = layout.column(block, style, place)
        language = own_language(block.language, place.language)
        return cls(cell, layout, style, words, column, tag, attributes, language)

    def slab(self, cell: PlainCell, row: StructureElement | None) -> Slab:
        """Return the slab of a cell, in the structure element of its row."""
        block, text = cell.paragraph, cell.run.text
        made = self._texts.get(text)
        if made is None:
            made = self.paragraphs.set_words(block, text, self.words, self.style, self.column)
            self._texts[text] = made
        element = None
        if row is not None:
            parent = row if self.tag is None else row.child(self.tag, None, self.attributes)
            element = parent.child("P", self.language)
        return self.paragraphs.cell_slab(block, self.style, self.column, made, element)
