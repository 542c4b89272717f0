"""Words in a frame become a token that no line parts, and lines tell where their frames stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planreports.document.styles import RunStyle, Stylesheet
from planreports.i18n.languages import language as language_of
from planreports.writers.pdf.drawing import Frame
from planreports.writers.pdf.numbers import number
from planreports.writers.pdf.shaping import ShapedWord
from planreports.writers.pdf.tokens import Chip, Fragment, Look, Token

OBJECT = "\ufffc"
"""Stands for a chip where breaks between words are looked for (UAX #14, class CB)."""

_PLAIN = (1.02, 0.31)
"""How far a frame reaches above and below the baseline, in ems: capital letters stand in its middle."""

_STACKED = (1.13, 0.42)
"""The same for scripts whose marks stand above and below their letters."""


class ChipArea(NamedTuple):
    """Where a chip stands on its line, from the line's start, in points; its baseline is the line's."""

    x: float
    width: float
    look: Look
    chip: Chip


def chip_styles(stylesheet: Stylesheet) -> frozenset[str]:
    """Return the names of the inline styles that are chips."""
    return frozenset(name for name, style in stylesheet.inline.items() if style.border)


def chip_look(parts: Sequence[tuple[str, Look]], style: RunStyle, stylesheet: Stylesheet) -> Look:
    """Return the look of a chip, which has its words in it."""
    assert style.border is not None  # noqa: S101 - that is what makes it a chip
    chip = Chip(
        tuple(parts),
        style.padding,
        style.border.width,
        stylesheet.colour(style.border.colour),
        style.radius,
        stylesheet.colour(style.hatch) if style.hatch else None,
    )
    return parts[0][1]._replace(chip=chip, is_foreign=False)


def padded(words: Sequence[Fragment], look: Look, chip: Chip) -> Iterator[Fragment]:
    """Yield a chip's words with its padding before and after: room that is no character."""
    yield _padding(words[0], look, chip)
    yield from words
    yield _padding(words[-1], look, chip)


def _padding(beside: Fragment, look: Look, chip: Chip) -> Fragment:
    """Return some room, as an adjustment inside an array of strings (ISO 32000-1, 9.4.3, TJ)."""
    adjustment = f">{number(-chip.padding * 1000 / beside.setting.size)}<"
    room = ShapedWord(adjustment, chip.padding, (), beside.word.resource)
    return Fragment(beside.setting, room, look, chip.padding)


def chips_on(tokens: Sequence[Token]) -> tuple[ChipArea, ...]:
    """Return where chips stand on a line that is not stretched."""
    found: list[ChipArea] = []
    x = 0.0
    start: float | None = None
    for token in tokens:
        for fragment in token.words:
            if (chip := fragment.look.chip) is not None:
                if start is None:
                    start = x
                else:
                    found.append(ChipArea(start, x + fragment.width - start, fragment.look, chip))
                    start = None
            x += fragment.width
        x += token.space_width
    return tuple(found)


def frame(area: ChipArea, x: float, baseline: float) -> Frame:
    """Return the frame of a chip whose line starts at `x`."""
    chip = area.chip
    is_tall = any(language_of(look.language).is_complex_script for _, look in chip.parts)
    above, below = (each * area.look.size for each in (_STACKED if is_tall else _PLAIN))
    height = above + below
    return Frame(
        x + area.x, baseline - above, area.width, height, chip.border, chip.colour, chip.radius, chip.hatch
    )
