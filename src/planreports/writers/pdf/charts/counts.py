"""Counts become lengths and numbers: in proportion, but none shorter than its own number."""

from __future__ import annotations

from collections.abc import Sequence

from planreports.writers.pdf.charts.canvas import Canvas, Lettered, Rectangle

NUMBER = 7.2
"""The size of numbers, in points."""

_DIGIT = 0.62
"""The width of a bold digit in parts of its size; no font that is common has wider ones."""

_AROUND = 2.5


def count_width(count: int) -> float:
    """Return how much room a number takes, in points."""
    return len(str(count)) * _DIGIT * NUMBER


def lengths(counts: Sequence[int], most: int, room: float) -> list[float]:
    """Return the lengths of the counts of one bar, where `most`, the highest sum, fills the room.

    A count that is not 0 has room for its number if there is any; the longer ones give way for it.
    """
    if not most:
        return [0.0 for _ in counts]
    unit = room / most
    least = [count_width(count) + 2 * _AROUND if count else 0.0 for count in counts]
    wanted = [max(count * unit, low) for count, low in zip(counts, least, strict=True)]
    excess = sum(wanted) - room
    if excess <= 0:
        return wanted
    spare = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(spare) <= excess:
        return [count * unit for count in counts]
    return [want - excess * free / sum(spare) for want, free in zip(wanted, spare, strict=True)]


def draw_count(count: int, style: str, place: Rectangle, canvas: Canvas) -> None:
    """Draw a number in the middle of its surface, if it has room there: white, or dark on a white ground."""
    width, height = count_width(count), NUMBER + 1.0
    if width > place.width - 1 or height > place.height:
        return
    x, y = place.x + place.width / 2, place.y + place.height / 2
    is_solid = canvas.stylesheet.inline[style].pattern == "solid"
    if not is_solid:
        ground = min(width + 3, place.width - 1.6)
        canvas.box(Rectangle(x - ground / 2, y - height / 2, ground, height), "#FFFFFF", radius=1.5)
    look = Lettered(NUMBER, "#FFFFFF" if is_solid else canvas.colour("ink"), bold=True, anchor="middle")
    canvas.words(str(count), "en", x, y + NUMBER * 0.36, look)


def draw_total(total: int, x: float, baseline: float, canvas: Canvas, *, centred: bool = False) -> None:
    """Draw a sum beside or above its bar."""
    look = Lettered(NUMBER, canvas.colour("ink"), bold=True, anchor="middle" if centred else "start")
    canvas.words(str(total), "en", x, baseline, look)
