"""A watermark becomes a picture as large as the page: outlines, for no picture has the page's fonts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen

from planreports.document.nodes import Block, Heading, LineBreak, Paragraph, Run
from planreports.writers.html.css import factor
from planreports.writers.html.lettering import Lettering
from planreports.writers.html.markup import checked
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.shaping import Face

_PART = 0.7
"""How much of the page's diagonal a watermark takes at most."""

_HALF_A_CAPITAL = 0.357
"""How far a baseline is below the middle of its line's capitals, in parts of the font's size."""


@dataclass(frozen=True, slots=True)
class _Outline:
    """A line's glyphs as an SVG path, its width and its height, in parts of the font's size."""

    path: str
    width: float
    height: float


def watermark_url(blocks: Iterable[Block], width: float, height: float, lettering: Lettering) -> str | None:
    """Return the address of a picture, `width` × `height` points, of words along the rising diagonal.

    None if there are no words. Lines wider than the diagonal are made smaller.
    """
    paragraphs = [each for each in blocks if isinstance(each, Paragraph | Heading)]
    lines = [line for each in paragraphs for line in _lines(each, lettering)]
    if not lines:
        return None
    look = lettering.stylesheet.paragraph[paragraphs[0].style]
    widest = max(line.width for line in lines)
    size = min(look.size, _PART * math.hypot(width, height) / widest)
    angle = -math.degrees(math.atan2(height, width))
    drawn = (
        f"<g fill='{lettering.stylesheet.colour(look.colour)}' transform='"
        f"translate({factor(width / 2)} {factor(height / 2)}) rotate({factor(angle)}) scale({factor(size)})'>"
        f"{''.join(_centred(lines))}</g>"
    )
    return _picture_url(drawn, width, height)


def _picture_url(drawn: str, width: float, height: float) -> str:
    size = f"width='{factor(width)}pt' height='{factor(height)}pt'"
    box = f"viewBox='0 0 {factor(width)} {factor(height)}'"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' {size} {box}>{drawn}</svg>"
    return "data:image/svg+xml," + quote(svg, safe="/:=' ,")


def _centred(lines: Sequence[_Outline]) -> Iterator[str]:
    """Yield lines under each other, the middle of them all at the origin."""
    top = -sum(line.height for line in lines) / 2
    for line in lines:
        x, baseline = -line.width / 2, top + line.height / 2 + _HALF_A_CAPITAL
        yield f"<path transform='translate({factor(x)} {factor(baseline)})' d='{line.path}'/>"
        top += line.height


def _lines(block: Paragraph | Heading, lettering: Lettering) -> Iterator[_Outline]:
    """Yield the lines of a paragraph that have words."""
    style = lettering.stylesheet.paragraph_style(block.style, block.language)
    runs: list[list[Run]] = [[]]
    for inline in block.inlines:
        if isinstance(inline, LineBreak):
            runs.append([])
        elif isinstance(inline, Run):
            runs[-1].append(inline)
    for line in runs:
        path, width = _outline(line, block, lettering, bold=style.bold)
        if path:
            yield _Outline(path, width, style.line_height)


def _outline(
    runs: Iterable[Run], block: Paragraph | Heading, lettering: Lettering, *, bold: bool
) -> tuple[str, float]:
    """Return the outlines of words on one line and their width, both in parts of the font's size."""
    itemiser = Itemiser(lettering.stylesheet, lettering.library)
    paths, x = [], 0.0
    for run in runs:
        words = checked(run.text, block.origin)
        for face, piece in itemiser.pieces(words, run.language, bold, False, block.origin):
            path, width = _glyphs(face, piece, x)
            paths.append(path)
            x += width
    lettering.missing.update(itemiser.missing)
    return "".join(paths), x


def _glyphs(face: Face, words: str, start: float) -> tuple[str, float]:
    """Return the outlines of a piece of words that begins at `start`, and its width."""
    scale = 1 / face.units_per_em
    pen, x = SVGPathPen(None, factor), start
    for cluster in face.clusters_of(words):
        face.draw(cluster, TransformPen(pen, (scale, 0, 0, -scale, x, 0)))
        x += cluster.advance * scale
    return pen.getCommands(), x - start
