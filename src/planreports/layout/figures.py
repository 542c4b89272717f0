"""A figure's elements become a figure: a picture, what it shows in words, and a caption."""

from __future__ import annotations

import re
from collections.abc import Callable

from planreports.document.nodes import Block, Figure, Origin, Run
from planreports.document.pictures import PictureError
from planreports.layout.building import Building
from planreports.layout.inlines import Content, inlines_in, is_blank
from planreports.layout.markup import Element

_WIDTH = re.compile(r"width:\s*([0-9]{1,4}(?:\.[0-9]{1,3})?)mm;?")

Flow = Callable[[Content, str, Origin, Building], tuple[Block, ...]]
"""Makes the blocks of a caption; given by the caller, because blocks hold figures."""


def figure(element: Element, building: Building, flow: Flow) -> Figure | None:
    """Return the figure of an element; None, and a problem noted, where it has no picture.

    The alternative text is in the document's first language; the caption in all of them.
    """
    images = element.elements("img")
    if len(images) != 1:
        building.problem(element, "a <figure> has one <img>", f"found {len(images)}")
        return None
    image = images[0]
    captions = element.elements("figcaption")
    if len(captions) > 1:
        building.problem(captions[1], "a <figure> has one <figcaption>", "remove one of them")
    words, width = _alternative(image, building), _width(image, building)
    try:
        picture = building.pictures.picture(image.attributes.get("src", ""))
    except PictureError as error:
        building.problem(image, str(error), error.hint)
        return None
    return Figure(
        picture,
        words,
        building.choice.main,
        element.origin,
        flow(captions[0].children, "caption", captions[0].origin, building.stacked()) if captions else (),
        width,
        None if building.is_running else building.anchors.of(element),
    )


def _alternative(image: Element, building: Building) -> str:
    """Return what a picture shows, in words; PDF/UA-1 (ISO 14289-1, 7.3) asks for them."""
    content = image.wording.get("alt", [])
    if is_blank(content):
        building.problem(image, "<img> has no alternative text", 'expected alt="…"')
    inlines = inlines_in(content, building.choice.main, building)
    return "".join(each.text for each in inlines if isinstance(each, Run))


def _width(image: Element, building: Building) -> float | None:
    style = image.attributes.get("style", "").strip()
    if not style:
        return None
    match = _WIDTH.fullmatch(style)
    if not match or float(match[1]) == 0:
        building.problem(image, f'style="{style[:40]}" of <img>', "expected width: 60mm")
        return None
    return float(match[1])
