"""The blocks of a CommonMark text become blocks of the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planreports.document.nodes import Block, Inline, LineBreak, List, ListItem, Mark, Origin, Paragraph, Run
from planreports.i18n.commonmark import BlockContent, Break, InlineContent, ParagraphContent


@dataclass(frozen=True, slots=True)
class RichLook:
    """What all blocks of one text in one language share; lists' paragraphs have a style of their own."""

    language: str
    style: str
    list_style: str
    mark: Mark | None
    origin: Origin


def rich_blocks(content: Sequence[BlockContent], look: RichLook) -> Iterator[Block]:
    """Yield the tree's blocks for those of a text."""
    for block in content:
        if isinstance(block, ParagraphContent):
            yield _paragraph(block.inlines, look.style, look)
        else:
            items = tuple(
                ListItem(tuple(_item_blocks(item, look)), look.origin) for item in block.items if item
            )
            yield List(items, block.ordered, look.language, look.origin, block.start)


def _item_blocks(item: Sequence[BlockContent], look: RichLook) -> Iterator[Block]:
    for block in item:
        if isinstance(block, ParagraphContent):
            yield _paragraph(block.inlines, look.list_style, look)
        else:
            yield from rich_blocks([block], look)


def _paragraph(content: InlineContent, style: str, look: RichLook) -> Paragraph:
    inlines: tuple[Inline, ...] = tuple(
        LineBreak()
        if isinstance(part, Break)
        else Run(part.text, look.language, "link" if part.href else None, part.bold, part.italic, part.href)
        for part in content
    )
    return Paragraph(inlines, look.language, style, look.origin, look.mark)
