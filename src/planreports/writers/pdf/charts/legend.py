"""The legend: what each pattern and sign stands for, in a row that goes on where it has no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planreports.document.charts import Label, Series, Words
from planreports.writers.pdf.charts.canvas import Canvas, Rectangle
from planreports.writers.pdf.charts.labels import (
    GAP,
    SIZE,
    SMALL,
    LabelLine,
    Lettering,
    draw_row,
    row_height,
    row_width,
)

_SWATCH = (16.0, 8.0)
_BETWEEN = 16.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A series' place in the legend: its words in each language on one line, or on more if they are long."""

    style: str
    rows: tuple[tuple[LabelLine, ...], ...]

    @property
    def width(self) -> float:
        return _SWATCH[0] + GAP + max(map(row_width, self.rows), default=0.0)

    @property
    def height(self) -> float:
        return sum(map(row_height, self.rows))


def draw_legend(series: Sequence[Series[Label]], canvas: Canvas, lettering: Lettering, top: float) -> float:
    """Draw the legend of some series below `top`; return where it ends."""
    x, tallest = 0.0, 0.0
    for entry in _entries(series, canvas.width, lettering):
        if x and x + entry.width > canvas.width:
            x, top, tallest = 0.0, top + tallest, 0.0
        _draw_entry(entry, canvas, x, top)
        x += entry.width + _BETWEEN
        tallest = max(tallest, entry.height)
    return top + tallest


def _entries(series: Iterable[Series[Label]], width: float, lettering: Lettering) -> Iterable[_Entry]:
    room = width - _SWATCH[0] - GAP
    for each in series:
        lines = [
            lettering.lines(
                Words(f"{each.symbol} {words.text}".strip() if not place else words.text, words.language),
                room,
                lettering.look(SMALL if place else SIZE, "soft" if place else "ink"),
            )
            for place, words in enumerate(each.label)
        ]
        on_one = tuple(line for part in lines for line in part)
        is_short = all(len(part) == 1 for part in lines) and row_width(on_one) <= room
        yield _Entry(each.style, (on_one,) if is_short else tuple((line,) for line in on_one))


def _draw_entry(entry: _Entry, canvas: Canvas, x: float, top: float) -> None:
    width, height = _SWATCH
    first = max((line.height for line in entry.rows[0]), default=height) if entry.rows else height
    swatch = Rectangle(x, top + (first - height) / 2, width, height)
    canvas.surface(swatch, canvas.stylesheet.inline[entry.style])
    for row in entry.rows:
        draw_row(row, canvas, x + width + GAP, top + row_height(row) / 2 + SIZE * 0.36)
        top += row_height(row)
