"""Running heads and feet become what stands in the margins of printed pages (CSS Paged Media 3, 6).

A margin box holds text of one look, and the numbers of pages, which no element of the page can know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from planreports.document.nodes import (
    Block,
    Heading,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Run,
    RunningTitle,
    Table,
)
from planreports.document.styles import Alignment, ParagraphStyle, Stylesheet
from planreports.writers.html.css import factor, points_of, string
from planreports.writers.html.lettering import Lettering, font_family_value
from planreports.writers.html.markup import checked

Side = Literal["left", "center", "right"]
SIDES: tuple[Side, ...] = ("left", "center", "right")

_BLANK = '"\\a0 "'
_NEW_LINE = '"\\a "'
_PAGE_DIGITS = "0123456789"


class _Line(NamedTuple):
    """A line of a margin box as a value of `content`, and the paragraph whose look it has."""

    content: str
    block: Paragraph | Heading


@dataclass(slots=True)
class RunningPart:
    """A running head or foot: as many lines at each side, None where a side has nothing."""

    stylesheet: Stylesheet
    lettering: Lettering
    titles: Mapping[int, Sequence[Inline]]
    lines: dict[Side, list[_Line | None]] = field(default_factory=lambda: {side: [] for side in SIDES})

    def add(self, blocks: Iterable[Block]) -> RunningPart:
        """Add paragraphs and the rows of tables; a margin holds nothing else. Return the part."""
        for block in blocks:
            if isinstance(block, Paragraph | Heading):
                side = _side(self._style(block).align)
                self._add_row({side: self._paragraph_lines(block)})
            elif isinstance(block, Table):
                for row in (*block.head, *block.body):
                    self._add_cells([cell.blocks for cell in row.cells])
        return self

    @property
    def height(self) -> float:
        """Return its height on paper, in points."""
        return len(self.lines["left"]) * self.line_height

    @property
    def line_height(self) -> float:
        """Return the height of each of its lines, in points: one for all, so that sides stay level."""
        styles = [self._style(each.block) for side in SIDES for each in self.lines[side] if each]
        return max((style.size * style.line_height for style in styles), default=0.0)

    def css(self, edge: Literal["top", "bottom"], margin: float) -> str:
        """Return the margin boxes at an edge of the paper, their text `margin` points from it."""
        return "".join(self._box(side, edge, margin) for side in SIDES)

    def _box(self, side: Side, edge: str, margin: float) -> str:
        looks = [each for each in self.lines[side] if each]
        if not looks:
            return f"@{edge}-{side}{{content:none}}"
        style = self._style(looks[0].block)
        content = f" {_NEW_LINE} ".join(each.content if each else _BLANK for each in self.lines[side])
        return (
            f"@{edge}-{side}{{content:{content};white-space:pre-wrap;text-align:{side};"
            f"vertical-align:{edge};padding-{edge}:{points_of(margin)};{self._width(side)}"
            f"font:{'bold ' if style.bold else ''}{points_of(style.size)}/{points_of(self.line_height)} "
            f"{font_family_value(self.stylesheet, looks[0].block.language)};"
            f"color:{self.stylesheet.colour(style.colour)}}}"
        )

    def _width(self, side: Side) -> str:
        """Return how wide a box is: two at the sides share the page by what they have to say.

        A line in the middle stands above or below them, so it may take all of it.
        """
        if side == "center" or not (any(self.lines["left"]) and any(self.lines["right"])):
            return "width:100%;"
        longest = {
            each: max(len(line.content) for line in self.lines[each] if line) for each in ("left", "right")
        }
        part = longest[side] / (longest["left"] + longest["right"])
        return f"width:{factor(min(max(part, 0.15), 0.85) * 100)}%;"

    # Lines -------------------------------------------------------------------------------------------

    def _add_cells(self, cells: Sequence[Sequence[Block]]) -> None:
        row: dict[Side, list[_Line]] = {}
        for number, blocks in enumerate(cells):
            side = SIDES[0] if number == 0 else SIDES[2] if number == len(cells) - 1 else SIDES[1]
            paragraphs = (each for each in blocks if isinstance(each, Paragraph | Heading))
            row.setdefault(side, []).extend(
                line for each in paragraphs for line in self._paragraph_lines(each)
            )
        self._add_row(row)

    def _add_row(self, row: Mapping[Side, Sequence[_Line]]) -> None:
        count = max((len(lines) for lines in row.values()), default=0)
        for side in SIDES:
            own = row.get(side, ())
            self.lines[side] += [*own, *[None] * (count - len(own))]

    def _paragraph_lines(self, block: Paragraph | Heading) -> list[_Line]:
        lines: list[list[str]] = [[]]
        for inline in block.inlines:
            if isinstance(inline, LineBreak):
                lines.append([])
            else:
                lines[-1] += self._values(inline, block)
        return [_Line(" ".join(values) or _BLANK, block) for values in lines]

    def _values(self, inline: Inline, block: Paragraph | Heading) -> Iterator[str]:
        match inline:
            case Run():
                yield self._string(inline.text, block)
            case PageNumber():
                self._string(_PAGE_DIGITS, block)
                yield "counter(page)"
            case PageCount():
                self._string(_PAGE_DIGITS, block)
                yield "counter(pages)"
            case RunningTitle():
                for run in self.titles.get(inline.level, ()):
                    if isinstance(run, Run):
                        yield self._string(run.text, block)

    def _string(self, words: str, block: Paragraph | Heading) -> str:
        style = self._style(block)
        words = checked(words, block.origin)
        self.lettering.note(words, block.language, style.bold, False, block.origin)
        return string(words)

    def _style(self, block: Paragraph | Heading) -> ParagraphStyle:
        return self.stylesheet.paragraph_style(block.style, block.language)


def _side(align: Alignment) -> Side:
    return "left" if align == "justify" else align


def has_page_fields(blocks: Iterable[Block]) -> bool:
    """Return whether a running head or foot has the number of a page in it."""
    return list(without_page_fields(blocks)) != list(blocks)


def without_page_fields(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield a running head's blocks without the paragraphs that number pages: a screen has none."""
    for block in blocks:
        if isinstance(block, Table):
            yield replace(block, head=_rows_without(block.head), body=_rows_without(block.body))
        elif not (
            isinstance(block, Paragraph | Heading)
            and any(isinstance(each, PageNumber | PageCount) for each in block.inlines)
        ):
            yield block


def _rows_without(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(
        replace(
            row,
            cells=tuple(replace(cell, blocks=tuple(without_page_fields(cell.blocks))) for cell in row.cells),
        )
        for row in rows
    )
