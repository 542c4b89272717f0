"""A document's tables become a list of sheets: which tables are data, and what their sheets are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planreports.document.nodes import Aside, Block, Document, Heading, Paragraph, Run, Section, Table


class DataTable(NamedTuple):
    """A table that has a sheet of its own, the sheet's name, and the section that the table stands in."""

    name: str
    table: Table
    section: Section


def is_data(block: Block) -> bool:
    """Return whether a block is a table of data: one with column heads, that does not only arrange."""
    return isinstance(block, Table) and bool(block.head) and not block.presentation


def data_tables(document: Document) -> Iterator[tuple[str, Table, Section]]:
    """Yield every table of data, in order, with the heading above it and its section."""
    heading = document.metadata.title
    for section in document.sections:
        for block in _flattened(section.blocks):
            if isinstance(block, Heading):
                heading = main_words(block, document.language)
            elif isinstance(block, Table) and is_data(block):
                yield heading, block, section


def _flattened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, and those of notices in the place of these."""
    for block in blocks:
        if isinstance(block, Aside):
            yield from _flattened(block.blocks)
        else:
            yield block


def main_words(block: Heading | Paragraph, language: str) -> str:
    """Return a block's words in one language, or all that it has where it has none in that."""
    runs = [each for each in block.inlines if isinstance(each, Run) and each.style != "separator"]
    own = [each for each in runs if each.language == language]
    return "".join(each.text for each in own or runs).strip()
