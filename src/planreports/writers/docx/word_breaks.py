"""A document's words get a sign, which is not seen, wherever a line may break between two of its letters.

Word since 2010 and LibreOffice know Lao's words; older programs break only at U+200B (Unicode 16, 23.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from fontTools.unicodedata import script

from planreports.document.nodes import (
    Aside,
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    List,
    PageBreak,
    Paragraph,
    Parallel,
    Row,
    Rule,
    Run,
    Section,
    Table,
)
from planreports.i18n.languages import complex_scripts
from planreports.i18n.languages import language as language_of
from planreports.lao.line_breaks import LineBreaker

ZERO_WIDTH_SPACE = "\u200b"

_SOMETHING = "0"
"""Stands for what is no words, where breaks between words are looked for."""


def with_marked_breaks(document: Document, breaker: LineBreaker) -> Document:
    """Return a document in which U+200B marks the breaks between letters of complex script."""
    marking = _Marking(breaker)
    return replace(document, sections=tuple(marking.section(each) for each in document.sections))


@dataclass(frozen=True, slots=True)
class _Marking:
    """Marks the breaks that a breaker knows: those at which the PDF breaks lines."""

    breaker: LineBreaker

    def section(self, section: Section) -> Section:
        return replace(
            section,
            blocks=self.blocks(section.blocks),
            header=self.blocks(section.header),
            footer=self.blocks(section.footer),
            first_header=None if section.first_header is None else self.blocks(section.first_header),
            first_footer=None if section.first_footer is None else self.blocks(section.first_footer),
        )

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(self._block(each) for each in blocks)

    def _block(self, block: Block) -> Block:  # noqa: PLR0911 - one for each kind of block
        match block:
            case Paragraph() | Heading():
                return replace(block, inlines=self._inlines(block.inlines, block.language))
            case List():
                items = (replace(each, blocks=self.blocks(each.blocks)) for each in block.items)
                return replace(block, items=tuple(items))
            case Table():
                head, body = self._rows(block.head), self._rows(block.body)
                return replace(block, head=head, body=body, continued=self.blocks(block.continued))
            case Figure():
                return replace(block, caption=self.blocks(block.caption))
            case Contents():
                return self._contents(block)
            case Aside():
                return replace(block, blocks=self.blocks(block.blocks))
            case Parallel():
                rows = (replace(row, cells=tuple(map(self.blocks, row.cells))) for row in block.rows)
                return replace(block, rows=tuple(rows))
            case Rule() | PageBreak():
                return block
            case _:
                assert_never(block)

    def _contents(self, block: Contents) -> Contents:
        entries = (
            replace(each, inlines=self._inlines(each.inlines, each.language)) for each in block.entries
        )
        return replace(block, entries=tuple(entries))

    def _rows(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        return tuple(replace(row, cells=tuple(self._cell(each) for each in row.cells)) for row in rows)

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self.blocks(cell.blocks))

    def _inlines(self, inlines: Sequence[Inline], language: str) -> tuple[Inline, ...]:
        text = "".join(_text(each) for each in inlines)
        breaks = set(self._breaks(text, language))
        made: list[Inline] = []
        start = 0
        for inline in inlines:
            end = start + len(_text(inline))
            made.append(self._inline(inline, [each - start for each in breaks if start < each <= end]))
            start = end
        return tuple(made)

    def _breaks(self, text: str, language: str) -> Iterator[int]:
        """Yield the places in a text at which a line may break between two letters of complex script."""
        place = 0
        for line in text.split("\n"):
            end = place
            for piece in self.breaker.pieces(line, language) if line else ():
                end += len(piece)
                if 0 < end < len(text) and _is_between_letters(text[end - 1], text[end]):
                    yield end
            place += len(line) + 1

    def _inline(self, inline: Inline, breaks: Sequence[int]) -> Inline:
        match inline:
            case Run() if breaks and language_of(inline.language).is_complex_script:
                starts = [0, *sorted(breaks)]
                parts = (
                    inline.text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)
                )
                return replace(inline, text=ZERO_WIDTH_SPACE.join(parts))
            case Footnote(paragraph=paragraph):
                words = self._inlines(paragraph.inlines, paragraph.language)
                return replace(inline, paragraph=replace(paragraph, inlines=words))
            case _:
                return inline


def _text(inline: Inline) -> str:
    """Return an inline's words; a line break as itself, anything else as some character."""
    if isinstance(inline, Run):
        return inline.text
    return "\n" if isinstance(inline, LineBreak) else _SOMETHING


def _is_between_letters(before: str, after: str) -> bool:
    """Return whether a break stands between letters of one complex script, not beside a space or a dash."""
    found: str = script(before)
    return found in complex_scripts() and found == script(after)
