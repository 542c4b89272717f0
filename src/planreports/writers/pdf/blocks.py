"""Blocks become slabs of a column: lines, and composites of columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from planreports.document.nodes import (
    Aside,
    Block,
    Contents,
    Figure,
    Heading,
    List,
    ListItem,
    Origin,
    PageBreak,
    Paragraph,
    Parallel,
    ParallelRow,
    Rule,
    Run,
    Table,
)
from planreports.document.styles import AsideStyle, Stylesheet
from planreports.writers.pdf.contents import contents_slabs
from planreports.writers.pdf.drawing import Box
from planreports.writers.pdf.figures import figure_slabs
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.paragraphs import ParagraphLayout
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import AnySlab, Composite, Decorate, Slab, SlabColumn, starting_page
from planreports.writers.pdf.tables import table_slabs

_RULE = 0.6

_LABEL_GAP = 3.0
"""The least space between a list item's number and its words, in points."""


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """Lays blocks out with one stylesheet and typesetter.

    Tables' `rows_are_whole` in a document of several languages: they move to the next page rather than part.
    """

    stylesheet: Stylesheet
    paragraphs: ParagraphLayout
    rows_are_whole: bool = True

    @classmethod
    def of(cls, typesetter: Typesetter, languages: Sequence[str]) -> BlockLayout:
        """Return the layout of a document in some languages, with a typesetter."""
        stylesheet = typesetter.stylesheet
        return cls(stylesheet, ParagraphLayout(stylesheet, typesetter), len(languages) > 1)

    def slabs(self, blocks: Iterable[Block], place: Place) -> list[AnySlab]:
        """Return the slabs of blocks, in order; what follows a page break starts a page."""
        slabs: list[AnySlab] = []
        starts_page = False
        for block in blocks:
            made = self._block(block, place)
            if made and starts_page:
                made[0] = starting_page(made[0])
            starts_page = isinstance(block, PageBreak) or (starts_page and not made)
            slabs += made
        return slabs

    def _block(self, block: Block, place: Place) -> list[AnySlab]:
        made: Iterable[AnySlab]
        match block:
            case Paragraph() | Heading():
                made = self.paragraphs.paragraph_slabs(block, place)
            case List():
                made = (slab for item in self._items(block, place) for slab in item)
            case Table():
                made = table_slabs(block, place, self)
            case Figure():
                made = figure_slabs(block, place, self)
            case Contents():
                made = contents_slabs(block, place, self.paragraphs)
            case Aside():
                made = [self._aside(block, place)]
            case Parallel():
                made = self._parallel(block, place)
            case Rule():
                box = Box(place.x, 0, place.width, _RULE, self.stylesheet.colour("rule"))
                made = [Slab(_RULE, (box,), before=6, after=6)]
            case PageBreak():
                made = []
            case _:
                assert_never(block)
        return list(made)

    # Lists -------------------------------------------------------------------------------------------

    def _items(self, block: List, place: Place) -> Iterator[list[AnySlab]]:
        """Yield the slabs of each item of a list."""
        listed = place.below("L", block.language)
        style = self.stylesheet.list
        labels = [f"{number}." for number in range(block.start, block.start + len(block.items))]
        indent = max(style.indent, self._label_room(labels[-1], block)) if block.ordered else style.indent
        indent = min(indent, place.width / 2)
        for label, item in zip(labels, block.items, strict=True):
            yield self._item(item, label if block.ordered else style.bullet, indent, listed)

    def _label_room(self, label: str, block: List) -> float:
        """Return how wide a label is, with the space behind it, in points."""
        text = self._label(label, block.language, block.origin)
        style = self.paragraphs.style(text.style, text.language)
        measured = self.paragraphs.typesetter.measured(text.inlines, style, text.language, text.origin)
        return measured[1] + _LABEL_GAP

    def _label(self, label: str, language: str, origin: Origin) -> Paragraph:
        return Paragraph((Run(label, language),), language, self.stylesheet.list.paragraph, origin)

    def _item(self, item: ListItem, label: str, indent: float, place: Place) -> list[AnySlab]:
        """Return an item: its label stands in the indent, on the first line of its body."""
        inner = place.below("LI", place.language)
        labels = self.paragraphs.slabs(self._label(label, place.language, item.origin), "Lbl", inner)
        body = self._item_body(item, inner.below("LBody", inner.language).inset(indent), indent)
        if not body:
            return [*labels]
        first = body[0]
        if isinstance(first, Composite):
            beside = (SlabColumn((replace(labels[0], after=0.0),)), SlabColumn((first,)))
            around = Composite(beside, before=first.before, after=first.after)
            return [replace(around, keep_with_next=first.keep_with_next, whole=first.whole), *body[1:]]
        return [replace(first, drawings=(*labels[0].drawings, *first.drawings)), *body[1:]]

    def _item_body(self, item: ListItem, place: Place, indent: float) -> list[AnySlab]:
        slabs: list[AnySlab] = []
        overhang = 0.0 if place.is_cell else indent
        for block in item.blocks:
            if isinstance(block, Paragraph):
                slabs += self.paragraphs.slabs(block, "P", place, overhang)
            else:
                slabs += self._block(block, place)
        return slabs

    # Notices and parallel languages ------------------------------------------------------------------

    def _aside(self, block: Aside, place: Place) -> Composite:
        style = self.stylesheet.aside[block.style]
        bar = style.bar.width if style.bar else 0.0
        inner = place.below("Div", place.language)
        padding = min(style.padding_horizontal, place.width / 6)
        column = inner.inset(bar + padding, padding)
        return Composite(
            (SlabColumn(tuple(self.slabs(block.blocks, column))),),
            padding=style.padding_vertical,
            before=style.space_before,
            after=style.space_after,
            decorate=self._aside_boxes(style, place),
        )

    def _aside_boxes(self, style: AsideStyle, place: Place) -> Decorate:
        colour = self.stylesheet.colour

        def boxes(height: float) -> list[Box]:
            made = [Box(place.x, 0, place.width, height, colour(style.fill))] if style.fill else []
            if style.bar:
                made.append(Box(place.x, 0, style.bar.width, height, colour(style.bar.colour)))
            return made

        return boxes

    def _parallel(self, block: Parallel, place: Place) -> Iterator[Composite]:
        """Yield a composite a row; lists of the same length give a row an item."""
        columns = self._language_columns(block, place)
        for row in block.rows:
            lists = _lists(row)
            if lists:
                items = [list(self._items(each, column)) for each, column in zip(lists, columns, strict=True)]
                for cells in zip(*items, strict=True):
                    yield _side_by_side(cells)
            else:
                yield _side_by_side(
                    [self.slabs(cell, column) for cell, column in zip(row.cells, columns, strict=True)]
                )

    def _language_columns(self, block: Parallel, place: Place) -> list[Place]:
        gap, count = self.stylesheet.page.column_gap, len(block.languages)
        width = (place.width - gap * (count - 1)) / count
        return [place._replace(x=place.x + number * (width + gap), width=width) for number in range(count)]


def _lists(row: ParallelRow) -> list[List]:
    """Return the lists of a row whose every cell is one list, all of the same length; else none."""
    lists = [cell[0] for cell in row.cells if len(cell) == 1 and isinstance(cell[0], List)]
    same = len(lists) == len(row.cells) and len({len(each.items) for each in lists}) == 1
    return lists if same else []


def _side_by_side(cells: Sequence[Sequence[AnySlab]]) -> Composite:
    """Return slabs in columns that begin at one height, with as much space around them as any asks for.

    They move to the next page together rather than part: so a text is never interrupted by the other
    column's, for whoever reads on or copies it.
    """
    filled = [cell for cell in cells if cell]
    return Composite(
        tuple(SlabColumn(tuple(cell)) for cell in cells),
        before=max((cell[0].before for cell in filled), default=0.0),
        after=max((cell[-1].after for cell in filled), default=0.0),
        keep_with_next=any(cell[-1].keep_with_next for cell in filled),
        whole=True,
    )
