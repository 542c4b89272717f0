"""A figure's elements become a figure: a picture, what it shows in words, and a caption."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from planreports.document.charts import WordedChart
from planreports.document.nodes import Block, Figure, Origin, Picture, Run
from planreports.document.pictures import PictureError
from planreports.errors import did_you_mean
from planreports.i18n.text import Text
from planreports.layout.building import Building
from planreports.layout.charts import alternative, chart_in, styles_of, texts_of_chart
from planreports.layout.inlines import Content, inlines_in, is_blank, texts_of
from planreports.layout.markup import Element
from planreports.told import told

_WIDTH = re.compile(r"width:\s*([0-9]{1,4}(?:\.[0-9]{1,3})?)mm;?")

Flow = Callable[[Content, str, Origin, Building], tuple[Block, ...]]
"""Makes the blocks of a caption; given by the caller, because blocks hold figures."""


def figure(element: Element, building: Building, flow: Flow) -> Figure | None:
    """Return the figure of an element; None, and a problem noted, where it has no picture or chart.

    The alternative text is in the document's first language; the caption in all of them.
    """
    shown = element.elements("img", "chart")
    if len(shown) != 1:
        building.problem(
            element, told("a <figure> has one <img> or chart"), told("found {number}", number=len(shown))
        )
        return None
    content = _image(shown[0], building) if shown[0].chart is None else _chart(shown[0], building)
    captions = element.elements("figcaption")
    if len(captions) > 1:
        building.problem(captions[1], told("a <figure> has one <figcaption>"), told("remove one of them"))
    made = content and Figure(
        content.picture,
        content.alternative,
        building.choice.main,
        element.origin,
        flow(captions[0].children, "caption", captions[0].origin, building.stacked()) if captions else (),
        content.width,
        None if building.is_running else building.anchors.of(element),
    )
    return building.trace.traced(made, _texts_in(shown[0])) if made and building.trace else made


def _texts_in(shown: Element) -> Sequence[Text]:
    """Return the texts that a picture or chart shows or is told in."""
    if shown.chart is None:
        return texts_of(shown.wording.get("alt", []))
    return tuple(texts_of_chart(shown.chart.chart))


class _Content(NamedTuple):
    """What a figure shows, what that is in words, and how wide it is to be, in millimetres."""

    picture: Picture | WordedChart
    alternative: str
    width: float | None = None


def _image(image: Element, building: Building) -> _Content | None:
    words, width = _alternative(image, building), _width(image, building)
    try:
        return _Content(building.pictures.picture(image.attributes.get("src", "")), words, width)
    except PictureError as error:
        building.problem(image, error.message, error.hint)
        return None


def _chart(element: Element, building: Building) -> _Content | None:
    """Return a chart in the document's languages; None, and a problem noted, for an unknown style."""
    assert element.chart is not None  # noqa: S101 - that is what makes it one
    chart, known = element.chart.chart, building.stylesheet.inline
    unknown = [style for style in dict.fromkeys(styles_of(chart)) if style not in known]
    for style in unknown:
        building.problem(
            element,
            told("the chart has the unknown style `{style}`", style=style),
            did_you_mean(style, known),
        )
    if unknown:
        return None
    words = building.labels.charts
    said = alternative(chart, building.choice.main, words)
    return _Content(chart_in(chart, building.choice.languages, words), said)


def _alternative(image: Element, building: Building) -> str:
    """Return what a picture shows, in words; PDF/UA-1 (ISO 14289-1, 7.3) asks for them."""
    content = image.wording.get("alt", [])
    if is_blank(content):
        building.problem(image, told("<img> has no alternative text"), told('expected alt="…"'))
    inlines = inlines_in(content, building.choice.main, building)
    return "".join(each.text for each in inlines if isinstance(each, Run))


def _width(image: Element, building: Building) -> float | None:
    style = image.attributes.get("style", "").strip()
    if not style:
        return None
    match = _WIDTH.fullmatch(style)
    if not match or float(match[1]) == 0:
        building.problem(
            image, told('style="{style}" of <img>', style=style[:40]), told("expected width: 60mm")
        )
        return None
    return float(match[1])
