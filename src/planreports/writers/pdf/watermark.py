"""Words across a page, behind its text: as large as the page's diagonal allows, and never in the way.

They are drawn as outlines, not as text: programs that take the text out of a page would find its letters
among the words that they lie behind.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen

from planreports.document.nodes import Block, Heading, LineBreak, Paragraph, Run
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.numbers import colour_operands, number
from planreports.writers.pdf.pages import PageBox
from planreports.writers.pdf.shaping import Cluster, Face

_PART = 0.7
"""How much of the page's diagonal a watermark takes at most."""

_GRID = 10
"""Coordinates are whole tenths of a point: a tenth is less than any printer shows of a letter so large."""


class _Glyph(NamedTuple):
    """A cluster on a line: how far it stands from the line's start, and its size, in points."""

    face: Face
    cluster: Cluster
    x: float
    size: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a watermark, in points; `height` is that of the line, `colour` is `#RRGGBB`."""

    glyphs: tuple[_Glyph, ...]
    width: float
    height: float
    colour: str

    @property
    def baseline(self) -> float:
        """Return how far below the line's top its letters stand."""
        reach = max(((each.face.ascent - each.face.descent) * each.size for each in self.glyphs), default=0.0)
        return (self.height + reach) / 2


def watermark_operators(
    blocks: Iterable[Block], box: PageBox, stylesheet: Stylesheet, itemiser: Itemiser
) -> str:
    """Return what draws a watermark's paragraphs along a page's rising diagonal; "" without words.

    They are an artifact (ISO 32000-1, 14.8.2.2.2); lines wider than the diagonal are made smaller.
    """
    lines = [line for block in blocks for line in _lines(block, stylesheet, itemiser) if line.glyphs]
    if not lines:
        return ""
    widest = max(line.width for line in lines)
    scale = min(1.0, _PART * math.hypot(box.width, box.height) / widest) / _GRID
    angle = math.atan2(box.height, box.width)
    across, up = (f"{scale * each(angle):.5f}" for each in (math.cos, math.sin))
    return (
        f"/Artifact<</Type/Pagination/Subtype/Watermark>>BDC q {across} {up} -{up} {across} "
        f"{number(box.width / 2)} {number(box.height / 2)} cm {' '.join(_drawn(lines))} Q EMC"
    )


def _lines(block: Block, stylesheet: Stylesheet, itemiser: Itemiser) -> Iterator[_Line]:
    """Yield the lines of a paragraph: one, and one more after every line break."""
    if not isinstance(block, Paragraph | Heading):
        return
    runs: list[Run] = []
    for inline in (*block.inlines, LineBreak()):
        if isinstance(inline, Run):
            runs.append(inline)
        elif isinstance(inline, LineBreak):
            yield _line(runs, block, stylesheet, itemiser)
            runs = []


def _line(
    runs: Sequence[Run], block: Paragraph | Heading, stylesheet: Stylesheet, itemiser: Itemiser
) -> _Line:
    line = _Line((), 0.0, 0.0, stylesheet.colour(stylesheet.paragraph[block.style].colour))
    for run in runs:
        if not run.text.strip() or run.style == "missing":
            continue
        style = stylesheet.paragraph_style(block.style, run.language)
        for face, words in itemiser.pieces(
            run.text.strip(), run.language, style.bold or run.bold, style.italic, block.origin
        ):
            line = _with_words(line, face, words, style)
    return line


def _with_words(line: _Line, face: Face, words: str, style: ParagraphStyle) -> _Line:
    glyphs, x = list(line.glyphs), line.width
    for cluster in face.clusters_of(words):
        glyphs.append(_Glyph(face, cluster, x, style.size))
        x += cluster.advance * style.size / face.units_per_em
    height = max(line.height, style.size * style.line_height)
    return replace(line, glyphs=tuple(glyphs), width=x, height=height)


def _drawn(lines: Sequence[_Line]) -> Iterator[str]:
    """Yield the outlines of lines, each in the middle, all of them around the page's middle."""
    top = sum(line.height for line in lines) / 2
    for line in lines:
        pen = _OperatorPen()
        for glyph in line.glyphs:
            scale = glyph.size * _GRID / glyph.face.units_per_em
            x, y = (glyph.x - line.width / 2) * _GRID, (top - line.baseline) * _GRID
            glyph.face.draw(glyph.cluster, TransformPen(pen, (scale, 0, 0, scale, x, y)))
        yield f"{colour_operands(line.colour)} rg {' '.join(pen.operators)} f"
        top -= line.height


class _OperatorPen(BasePen):  # type: ignore[misc]
    """Writes outlines as path construction operators (8.5.2); quadratic curves become cubic ones."""

    def __init__(self) -> None:
        super().__init__(None)
        self.operators: list[str] = []

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        numbers = " ".join(f"{round(x)} {round(y)}" for x, y in points)
        self.operators.append(f"{numbers} {operator}")

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools calls it so
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools calls it so
        self._add("l", pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802 - fontTools calls it so
        self._add("c", *points)

    def _closePath(self) -> None:  # noqa: N802 - fontTools calls it so
        self.operators.append("h")
