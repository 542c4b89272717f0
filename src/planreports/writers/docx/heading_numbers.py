"""Headings' numbers become Word's own (ISO/IEC 29500-1, 17.9), where they count as Word would count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from planreports.document.nodes import Aside, Block, Document, Heading, Inline, List, Parallel, Run, Table

NUMBER_STYLE = "number"
"""The inline style of a heading's number, at its beginning."""


class Number(NamedTuple):
    """A heading's number, the space after it, and the inlines after that."""

    text: str
    space: str
    rest: tuple[Inline, ...]


@dataclass(frozen=True)
class HeadingNumbers:
    """Which levels of headings Word counts: by level, what stands before a heading's words.

    `%1` is the number on the first of these levels, `%2` that on the second (17.9.11). Where every heading
    of a level has a number, the level's style counts by itself.
    """

    texts: dict[int, str]
    by_style: frozenset[int] = frozenset()

    def position(self, level: int) -> int:
        """Return where a level that is counted stands among those that are, from 0."""
        return list(self.texts).index(level)

    def number(self, level: int, inlines: tuple[Inline, ...]) -> Number | None:
        """Return the number in a heading's inlines that Word writes itself, if it does."""
        return _number(inlines) if level in self.texts else None

    def without_number(self, heading: Heading) -> Heading:
        """Return a heading with the words that Word does not write itself."""
        number = self.number(heading.level, heading.inlines)
        return replace(heading, inlines=number.rest) if number else heading


NO_NUMBERS = HeadingNumbers({})
"""Those of a document whose headings have no numbers that Word could count."""


def heading_numbers(document: Document) -> HeadingNumbers:
    """Return the levels that Word counts: all that have numbers, or none if one of them is not the next.

    So a number never becomes another: where a layout takes numbers from elsewhere, they stay words.
    """
    headings = [each for section in document.sections for each in _headings(section.blocks)]
    plain = {heading.level for heading in headings if not _number(heading.inlines)}
    numbered = [(heading.level, found) for heading in headings if (found := _number(heading.inlines))]
    levels = sorted({level for level, _ in numbered})
    counters = [0] * len(levels)
    texts: dict[int, str] = {}
    for level, number in numbered:
        position = levels.index(level)
        counters[position] += 1
        counters[position + 1 :] = [0] * (len(levels) - position - 1)
        choices = _choices(counters[: position + 1])
        text = choices.get(number.text, "") + number.space
        if number.text not in choices or texts.setdefault(level, text) != text:
            return NO_NUMBERS
    return HeadingNumbers(dict(sorted(texts.items())), frozenset(levels) - plain)


def _choices(counters: list[int]) -> dict[str, str]:
    """Return what a number may be, and how Word is told: that of its level, or with all levels above."""
    last = len(counters)
    dotted = ".".join(f"%{number}" for number in range(1, last + 1))
    return {str(counters[-1]): f"%{last}", ".".join(map(str, counters)): dotted}


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield all headings among blocks and inside them."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Aside():
                yield from _headings(block.blocks)
            case List():
                yield from _headings(each for item in block.items for each in item.blocks)
            case Parallel():
                yield from _headings(each for row in block.rows for cell in row.cells for each in cell)
            case Table():
                rows = (*block.head, *block.body)
                yield from _headings(each for row in rows for cell in row.cells for each in cell.blocks)
            case _:
                pass


def _number(inlines: tuple[Inline, ...]) -> Number | None:
    """Return the number that a heading begins with, if it does."""
    runs = _runs(inlines)
    if len(runs) < 2 or runs[0].style != NUMBER_STYLE:
        return None
    number, following, *others = runs
    words = following.text.lstrip()
    space = following.text[: len(following.text) - len(words)]
    return Number(number.text, space, (replace(following, text=words), *others))


def _runs(inlines: Iterable[object]) -> list[Run]:
    """Return inlines if all of them are words, else none."""
    found = list(inlines)
    runs = [each for each in found if isinstance(each, Run)]
    return runs if len(runs) == len(found) else []
