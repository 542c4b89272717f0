"""Characters that no font has become marks: a frame with the character's code in it, as text that reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fontTools.pens.transformPen import TransformPen

from planreports.writers.pdf.characters import readable
from planreports.writers.pdf.shaping import Cluster, Face

_DIGIT_SCALE = 0.44
_PADDING = 0.07
_FRAME = 0.03
_ROW = 0.36
_SIDE = 0.06


@dataclass
class MissingFace(Face):
    """A face of frames; `font` draws the digits. Lengths above are parts of an em."""

    def clusters_of(self, text: str) -> list[Cluster]:
        """Return a frame for each character; what no text can hold reads as U+FFFD."""
        return [self.cluster(readable(each), self._digits(each), self._advance(each)) for each in text]

    def draw(self, cluster: Cluster, pen: Any) -> None:
        """Draw a frame and the digits in it."""
        em = self.units_per_em
        width = cluster.advance - 2 * _SIDE * em
        height = (2 * _ROW + 2 * _PADDING) * em - _PADDING * em / 2
        for inset in (0.0, _FRAME * em):
            corners = [
                (_SIDE * em + inset, inset),
                (_SIDE * em + inset, height - inset),
                (_SIDE * em + width - inset, height - inset),
                (_SIDE * em + width - inset, inset),
            ]
            _polygon(pen, corners if inset == 0 else corners[::-1])
        for glyph, x, y in cluster.glyphs:
            self.font.draw_glyph_with_pen(glyph, TransformPen(pen, (_DIGIT_SCALE, 0, 0, _DIGIT_SCALE, x, y)))

    def _digits(self, character: str) -> tuple[tuple[int, int, int], ...]:
        """Return the glyphs of a character's code, in two rows, and where they stand."""
        code, em, step = _code(character), self.units_per_em, self._step()
        columns = len(code) // 2
        left = (_SIDE + _PADDING) * em
        return tuple(
            (
                self.font.get_nominal_glyph(ord(digit)) or 0,
                round(left + place % columns * step),
                round((_PADDING + (_ROW if place < columns else 0)) * em),
            )
            for place, digit in enumerate(code)
        )

    def _advance(self, character: str) -> int:
        columns = len(_code(character)) // 2
        return round(columns * self._step() + 2 * (_SIDE + _PADDING) * self.units_per_em)

    def _step(self) -> float:
        """Return the width of a digit: the widest, since a font's digits and letters differ."""
        glyphs = [self.font.get_nominal_glyph(ord(digit)) or 0 for digit in "0123456789ABCDEF"]
        widest: int = max(self.font.get_glyph_h_advance(glyph) for glyph in glyphs)
        return widest * _DIGIT_SCALE


def _code(character: str) -> str:
    """Return a character's code: four hexadecimal digits, or six."""
    code = f"{ord(character):04X}"
    return code if len(code) == 4 else code.zfill(6)


def _polygon(pen: Any, corners: list[tuple[float, float]]) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
