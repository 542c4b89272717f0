"""A document becomes an excerpt: those of its blocks that have some anchors, each as it stands.

A row is shown in its table, under the table's head; an item in its list; a line of several languages whole.
What stands at the head and foot of pages is left out unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planreports.document.nodes import (
    Aside,
    Block,
    Document,
    Figure,
    Heading,
    List,
    Paragraph,
    Parallel,
    Row,
    Section,
    Table,
)


def excerpt(document: Document, anchors: Collection[str]) -> Document:
    """Return a document of the blocks that have one of some anchors; of no section where none has."""
    excerpting = _Excerpting(frozenset(anchors))
    sections = (excerpting.section(each) for each in document.sections)
    return replace(document, sections=tuple(each for each in sections if each is not None))


@dataclass(frozen=True, slots=True)
class _Excerpting:
    """The taking out of blocks with some anchors."""

    anchors: frozenset[str]

    def section(self, section: Section) -> Section | None:
        """Return a section's part that is asked for; None where nothing is."""
        blocks = self.blocks(section.blocks)
        header, footer = self.blocks(section.header), self.blocks(section.footer)
        first_header = self.blocks(section.first_header or ())
        first_footer = self.blocks(section.first_footer or ())
        watermark = section.watermark if any(self.has(each) for each in section.watermark) else ()
        if not (blocks or header or footer or first_header or first_footer or watermark):
            return None
        return Section(
            blocks,
            section.origin,
            section.orientation,
            first_header or header,
            first_footer or footer,
            watermark=watermark,
        )

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return what is asked for of some blocks."""
        return tuple(part for block in blocks for part in self.parts(block))

    def parts(self, block: Block) -> Iterator[Block]:
        """Yield what is asked for of a block: all of it, a part, or nothing."""
        match block:
            case Table():
                yield from self.table(block)
            case List():
                for number, item in enumerate(block.items):
                    if any(map(self.has, item.blocks)):
                        yield replace(block, items=(item,), start=block.start + number)
            case Parallel():
                rows = tuple(row for row in block.rows if any(map(self.has, _all(row.cells))))
                if rows:
                    yield replace(block, rows=rows)
            case _:
                if self.has(block):
                    yield block

    def table(self, table: Table) -> Iterator[Table]:
        """Yield a table's head with the rows that are asked for, or with the first to stand under it."""
        groups = list(_groups(table.body))
        chosen = [group for group in groups if self.is_in(group)]
        if not chosen and self.is_in(table.head):
            chosen = groups[:1]
        if not chosen and any(map(self.has, table.continued)):
            yield replace(table, body=tuple(row for group in groups[:1] for row in group))
        if chosen:
            yield replace(table, body=tuple(row for group in chosen for row in group))

    def is_in(self, rows: Iterable[Row]) -> bool:
        return any(self.has(block) for row in rows for cell in row.cells for block in cell.blocks)

    def has(self, block: Block) -> bool:
        """Return whether a block is asked for, or something in it."""
        is_asked = isinstance(block, Paragraph | Heading | Figure) and block.anchor in self.anchors
        return is_asked or any(map(self.has, _inside(block)))


def _inside(block: Block) -> Iterator[Block]:
    """Yield the blocks that stand directly in one."""
    match block:
        case Figure():
            yield from block.caption
        case List():
            yield from _all([item.blocks for item in block.items])
        case Aside():
            yield from block.blocks
        case Parallel():
            yield from (each for row in block.rows for each in _all(row.cells))
        case Table():
            rows = (*block.head, *block.body)
            yield from (each for row in rows for cell in row.cells for each in cell.blocks)
            yield from block.continued


def _all(cells: Iterable[Sequence[Block]]) -> Iterator[Block]:
    return (block for cell in cells for block in cell)


def _groups(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Yield rows, those together that a cell joins by reaching down from one into the next."""
    group: list[Row] = []
    reach = 0
    for row in rows:
        group.append(row)
        reach = max(reach - 1, *(cell.row_span - 1 for cell in row.cells), 0)
        if reach == 0:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
