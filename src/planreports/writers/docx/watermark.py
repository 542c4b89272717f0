"""Words across a page: a shape of VML in the running head, as Word's own watermarks are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, Self

from planreports.document.nodes import Block, Paragraph, Run
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.measures import Measures
from planreports.writers.docx.xml import Xml, checked, element, quoted

_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
"""The preset shape of text along a straight line (ISO/IEC 29500-4, 14.1.2.20 and 14.2.2.6)."""

_PART = 0.7
"""How much of the page's diagonal a watermark takes at most, as in the PDF."""

_BOX = 1.362
"""The height of a line of Noto Sans as part of its size: Word stretches words over a shape as if over it."""

_Words = tuple[Run, Paragraph]


def watermark_runs(
    blocks: Iterable[Block],
    stylesheet: Stylesheet,
    paper: tuple[float, float],
    number: int,
    measures: Measures,
) -> Xml:
    """Return runs with a watermark's shapes, one for the words of each language; "" without words.

    Word stretches the words over their shape, so its width and height keep the letters' proportions.
    `paper` is the page's width and height in points; `number` tells the shapes of one part from others'.
    """
    lines = [_Line.of(words, stylesheet, measures) for words in _words(blocks)]
    widest = max((each.width for each in lines), default=0.0)
    if not widest:
        return ""
    scale = min(1.0, _PART * math.hypot(*paper) / widest)
    top = -sum(each.height for each in lines) / 2
    shapes = []
    for place, line in enumerate(lines):
        middle = (top + line.height / 2) * scale
        shapes.append(_shape(line, stylesheet, paper, f"{number}{place}", scale, middle))
        top += line.height
    return "".join(
        element("r", element("pict", None if place else _TYPE, shape)) for place, shape in enumerate(shapes)
    )


def _words(blocks: Iterable[Block]) -> Iterator[_Words]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from ((run, block) for run in block.inlines if isinstance(run, Run) and run.text.strip())


class _Line(NamedTuple):
    """The words of one language at the style's own size; lengths are points."""

    run: Run
    block: Paragraph
    style: ParagraphStyle
    width: float

    @classmethod
    def of(cls, words: _Words, stylesheet: Stylesheet, measures: Measures) -> Self:
        """Return words with their width."""
        run, block = words
        style = stylesheet.paragraph_style(block.style, run.language)
        return cls(run, block, style, measures.width(replace(block, inlines=(run,)), style))

    @property
    def height(self) -> float:
        """Return the height of the line."""
        return self.style.size * self.style.line_height


def _shape(
    line: _Line, stylesheet: Stylesheet, paper: tuple[float, float], id_: str, scale: float, middle: float
) -> Xml:
    """Return a shape along the rising diagonal; its middle is `middle` points below the page's."""
    run, style = line.run, line.style
    width, height = line.width * scale, style.size * _BOX * scale
    aside = middle * math.sqrt(0.5)
    left, top = (paper[0] - width) / 2 + aside, (paper[1] - height) / 2 + aside
    place = (
        f"position:absolute;margin-left:{left:.0f}pt;margin-top:{top:.0f}pt;"
        f"width:{width:.0f}pt;height:{height:.0f}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    family = stylesheet.family(language_of(run.language).script)
    font = f"font-family:&quot;{family}&quot;;font-size:1pt;font-weight:{'bold' if style.bold else 'normal'}"
    string = quoted(checked(run.text, line.block.origin))
    return (
        f'<v:shape id="PowerPlusWaterMarkObject{id_}" o:spid="_x0000_s{2048 + int(id_)}" type="#_x0000_t136" '
        f'alt="" style="{place}" o:allowincell="f" fillcolor="{stylesheet.colour(style.colour)}" stroked="f">'
        f'<v:textpath style="{font}" string={string}/></v:shape>'
    )
