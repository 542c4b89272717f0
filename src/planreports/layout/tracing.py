"""Which messages the blocks of a document hold, by the anchors of the blocks.

A document is traced on request only: it gets anchors that nothing else needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from planreports.document.nodes import Block, Figure, Heading, List, Origin, Paragraph
from planreports.document.traces import trace_anchor
from planreports.i18n.text import MessageKey, Text, messages_of

_Traced = TypeVar("_Traced", Paragraph, Heading, Figure)


@dataclass(slots=True)
class Trace:
    """The messages that a document's blocks hold, by anchor, in the document's order; and what in the layout
    the blocks were made of."""

    messages: dict[str, tuple[MessageKey, ...]] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)

    def traced(self, block: _Traced, texts: Iterable[Text]) -> _Traced:
        """Return a block with an anchor, if it holds messages: its own, or one to find it again by."""
        keys = messages_of(texts)
        if not keys:
            return block
        anchor = block.anchor or trace_anchor(len(self.messages) + 1)
        self.messages[anchor], self.origins[anchor] = keys, block.origin
        return block if block.anchor else replace(block, anchor=anchor)

    def begun(self, blocks: Sequence[Block], texts: Sequence[Text]) -> list[Block]:
        """Return the blocks of a text in CommonMark, of which the first words are traced."""
        first, *others = blocks
        if isinstance(first, Paragraph):
            first = self.traced(first, texts)
        elif isinstance(first, List):
            item, *below = first.items
            item = replace(item, blocks=tuple(self.begun(item.blocks, texts)))
            first = replace(first, items=(item, *below))
        return [first, *others]

    def rename(self, old: str | None, new: str) -> None:
        """Note that a block has got a name of its own."""
        if old in self.messages:
            self.messages[new] = self.messages.pop(old)
            self.origins[new] = self.origins.pop(old)

    def first_place(self, key: MessageKey, languages: int) -> list[str]:
        """Return the anchors of the blocks that first show a message: one in each of so many languages."""
        anchors = [anchor for anchor, keys in self.messages.items() if key in keys][:languages]
        return [each for each in anchors if self.origins[each] == self.origins[anchors[0]]]
