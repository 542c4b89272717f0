"""Blocks become lines: the words of a cell, in pieces of one font each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from planreports.document.nodes import (
    Aside,
    Block,
    CheckBox,
    Contents,
    Figure,
    Footnote,
    Heading,
    LineBreak,
    List,
    Origin,
    PageBreak,
    PageCount,
    PageNumber,
    PageReference,
    Paragraph,
    Parallel,
    Rule,
    Run,
    RunningTitle,
    Table,
)
from planreports.errors import Problem
from planreports.files.characters import shown
from planreports.i18n.languages import language
from planreports.told import told
from planreports.writers.docx.scripts import by_script
from planreports.writers.options import WritingOptions
from planreports.writers.pdf.characters import SOFT_HYPHEN
from planreports.writers.xlsx.formats import Font, Formats

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that an XML 1.0 document cannot hold (XML 1.0, 2.2), and the carriage return."""

_BETWEEN_CELLS = " · "
"""What parts the cells of a table that stands in a cell."""


class Piece(NamedTuple):
    """Words of one font."""

    text: str
    font: Font


Line = tuple[Piece, ...]


@dataclass
class LineMaker:
    """Makes lines of blocks; `notes` gathers footnotes, `problems` what cannot be written."""

    formats: Formats
    options: WritingOptions
    notes: dict[int, Footnote] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def lines(self, blocks: Iterable[Block]) -> list[Line]:
        """Return the lines of blocks, in order."""
        return [line for block in blocks for line in self._block(block)]

    def _block(self, block: Block) -> Iterator[Line]:
        match block:
            case Paragraph() | Heading():
                yield from self.paragraph(block)
            case List():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self.figure(block)
            case Aside():
                yield from self.lines(block.blocks)
            case Parallel():
                yield from self.lines(each for row in block.rows for cell in row.cells for each in cell)
            case Contents() | Rule() | PageBreak():
                return
            case _:
                assert_never(block)

    def _table(self, block: Table) -> Iterator[Line]:
        for row in (*block.head, *block.body):
            cells = [line for cell in row.cells if (line := _flat(self.lines(cell.blocks), " "))]
            yield _flat(cells, _BETWEEN_CELLS)

    def _list(self, block: List) -> Iterator[Line]:
        for number, item in enumerate(block.items, block.start):
            first, *others = self.lines(item.blocks) or [()]
            label = f"{number}. " if block.ordered else f"{self.formats.stylesheet.list.bullet} "
            yield (Piece(label, first[0].font), *first) if first else ()
            yield from ((Piece("    ", each[0].font), *each) if each else () for each in others)

    def figure(self, block: Figure) -> Iterator[Line]:
        """Yield what a figure shows, in words, and its caption."""
        yield from self.words(block.alternative, block.language, "caption", block.origin)
        yield from self.lines(block.caption)

    def words(self, text: str, code: str, style: str, origin: Origin) -> list[Line]:
        """Return words of one language and style as lines."""
        return self.paragraph(Paragraph((Run(text, code),), code, style, origin))

    def paragraph(self, block: Paragraph | Heading) -> list[Line]:
        """Return the lines of a paragraph: one, and one more for each line break."""
        lines: list[list[Piece]] = [[]]
        for inline in block.inlines:
            match inline:
                case Run():
                    lines[-1] += self._run(inline, block)
                case LineBreak():
                    lines.append([])
                case CheckBox():
                    lines[-1] += self._run(inline.run, block)
                case Footnote():
                    self.notes.setdefault(inline.number, inline)
                    number = Run(f"[{inline.number}]", block.language, "superscript")
                    lines[-1] += self._run(number, block)
                case PageNumber() | PageCount() | PageReference() | RunningTitle():
                    pass  # a sheet has no pages until it is printed
                case _:
                    assert_never(inline)
        return [_joined(each) for each in lines]

    def _run(self, run: Run, block: Paragraph | Heading) -> Iterator[Piece]:
        known = language(run.language)
        text = self._checked(run.text, block.origin)
        if run.href and not run.href.startswith("#") and run.href not in text:
            text = f"{text} ({self._checked(run.href, block.origin)})"
        script = known.script if known.is_complex_script else None
        for words, is_complex in by_script(text, script):
            yield Piece(words, self.formats.font_of(run, block.style, block.language, is_complex=is_complex))

    def _checked(self, text: str, origin: Origin) -> str:
        """Return words that a sheet can hold; others are noted, and their characters left out."""
        if text.isprintable():
            return text
        for character in sorted(set(_FORBIDDEN.findall(text))):
            place = self.options.place_of(character) or (origin.layout, origin.line, origin.column)
            message = told("an Excel file cannot hold the character {character}", character=shown(character))
            self.problems.append(Problem(message, *place, told("remove it")))
        return _FORBIDDEN.sub("", text).replace(SOFT_HYPHEN, "")


def _joined(pieces: Iterable[Piece]) -> Line:
    """Return pieces with neighbours of one font as one, and none without words."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].font == piece.font:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.font)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)


def _flat(lines: Sequence[Line], between: str) -> Line:
    """Return lines as one, with words between them."""
    return joined_lines([line for line in lines if line], between)


def joined_lines(lines: Sequence[Line], between: str = "\n") -> Line:
    """Return lines as the pieces of one text, with a line feed between, or other characters."""
    pieces: list[Piece] = []
    for line in lines:
        if pieces:
            pieces.append(Piece(between, pieces[-1].font))
        pieces += line
    return _joined(pieces)


def plain(lines: Iterable[Line]) -> str:
    """Return the words of lines without fonts."""
    return "\n".join("".join(piece.text for piece in line) for line in lines)
