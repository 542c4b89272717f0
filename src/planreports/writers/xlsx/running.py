"""Running heads and feet become those of a printed sheet: what stands left, in the middle and right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from planreports.document.nodes import (
    Block,
    Heading,
    LineBreak,
    PageCount,
    PageNumber,
    Paragraph,
    Run,
    RunningTitle,
    Table,
)
from planreports.document.styles import Stylesheet
from planreports.writers.pdf.characters import settable

LONGEST = 255
"""Characters of a sheet's head or foot, its codes among them (ISO/IEC 29500-1, 18.3.1.46)."""

_SIZE = 8
_LETTER = 0.53 * _SIZE * 25.4 / 72
"""How wide a letter is on paper, in millimetres."""

_Side = Literal["L", "C", "R"]
_FIELDS: Mapping[type, str] = {PageNumber: "\x01", PageCount: "\x02", RunningTitle: "\x03"}
_CODES = {"&": "&&", "\x01": "&P", "\x02": "&N", "\x03": "&A"}
"""An ampersand begins a code: of the page's number, how many there are, and the sheet's name."""

_SIDES: Mapping[str, _Side] = {"left": "L", "justify": "L", "center": "C", "right": "R", "decimal": "R"}


@dataclass(frozen=True, slots=True)
class RunningWords:
    """Makes heads and feet for pages whose text is `width` millimetres wide.

    What stands in the middle, as markings do, is in all languages; what stands at the sides in the main one.
    """

    stylesheet: Stylesheet
    language: str
    width: float

    def head(self, blocks: Iterable[Block]) -> str:
        """Return blocks as the head of a sheet; the middle is above the sides, which could meet it."""
        lines = self._lines(blocks)
        if lines["C"]:
            above = [""] * len(lines["C"])
            lines |= {side: [*above, *lines[side]] for side in _BOTH if lines[side]}
        return _coded(lines)

    def foot(self, blocks: Iterable[Block]) -> str:
        """Return blocks as the foot of a sheet; the middle is above the sides."""
        lines = self._lines(blocks)
        if lines["C"]:
            lines["C"] += [" "] * max(len(lines["L"]), len(lines["R"]))
        return _coded(lines)

    def _lines(self, blocks: Iterable[Block]) -> dict[_Side, list[str]]:
        """Return the lines of each side, cut where those of two sides would meet."""
        lines: dict[_Side, list[str]] = {"L": [], "C": [], "R": []}
        for side, words in self._placed(blocks):
            if words and words not in lines[side]:
                lines[side].append(words)
        room = int(self.width / _LETTER)
        longest = {side: max(map(len, lines[side]), default=0) for side in _BOTH}
        if sum(longest.values()) > room - 2:
            short = min(*longest.values(), room // 2)
            for side in _BOTH:
                most = short if longest[side] <= short else room - 2 - short
                lines[side] = [_cut(each, most) for each in lines[side]]
        return lines

    def _placed(self, blocks: Iterable[Block]) -> Iterator[tuple[_Side, str]]:
        """Yield the words of every paragraph, and at which side they stand."""
        for block in blocks:
            if isinstance(block, Paragraph | Heading):
                side = _SIDES[self.stylesheet.paragraph[block.style].align]
                yield side, _words(block, None if side == "C" else self.language)
            elif isinstance(block, Table):
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        style = self.stylesheet.cell[cell.style] if cell.style else None
                        align = (style and style.align) or ("left" if cell is row.cells[0] else "center")
                        for each in cell.blocks:
                            if isinstance(each, Paragraph | Heading):
                                yield _SIDES[align], _words(each, self.language)


_BOTH: tuple[_Side, ...] = ("L", "R")


def _words(block: Paragraph | Heading, language: str | None) -> str:
    """Return a paragraph's words in a language, or in all; fields are control characters."""
    runs = [each for each in block.inlines if isinstance(each, Run)]
    has_own = any(each.language == language and each.text.strip() for each in runs)
    parts = []
    for inline in block.inlines:
        if isinstance(inline, Run):
            is_other = has_own and (inline.language != language or inline.style == "separator")
            parts.append("" if is_other else settable(inline.text))
        elif isinstance(inline, LineBreak):
            parts.append(" ")
        else:
            parts.append(_FIELDS.get(type(inline), ""))
    return " ".join("".join(parts).split())


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[: max(length - 1, 0)].rstrip() + "…"


def _coded(lines: Mapping[_Side, list[str]]) -> str:
    """Return lines with Excel's codes; where they are too many for Excel the longest is cut."""
    kept = {side: list(words) for side, words in lines.items() if words}
    while len(coded := "".join(_side(side, words) for side, words in kept.items())) > LONGEST:
        side = max(kept, key=lambda each: max(map(len, kept[each])))
        longest = max(range(len(kept[side])), key=lambda number: len(kept[side][number]))
        kept[side][longest] = _cut(kept[side][longest], len(kept[side][longest]) - 1)
    return coded


def _side(side: _Side, lines: Iterable[str]) -> str:
    """Return one side's lines; a space parts the size of letters from a figure after it."""
    words = "\n".join(lines)
    written = "".join(_CODES.get(each, each) for each in words)
    return f"&{side}&{_SIZE}{' ' if words[:1].isdigit() else ''}{written}"
