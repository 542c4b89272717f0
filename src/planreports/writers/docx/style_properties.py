"""What styles are made of: sizes, weights, space, rules and tints (ISO/IEC 29500-1, 17.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from planreports.document.styles import Line, ParagraphStyle
from planreports.writers.docx.xml import Xml, colour_value, eighths, element, half_points, toggle, twips

ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "both"}
"""The stylesheet's alignments as Word names them (17.18.44)."""

SIDES = ("top", "left", "bottom", "right")
"""The sides of a cell or a paragraph in the order that the schema asks."""


def style(
    id_: str,
    name: str,
    base: str | None,
    *properties: Xml | None,
    kind: str = "paragraph",
    is_built_in: bool = False,
    is_variant: bool = False,
    following: str | None = None,
) -> Xml:
    """Return a style (17.7.4.17). One that is a variant stays out of Word's gallery until it is used."""
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=base) if base else None,
        element("next", val=following) if following else None,
        element("uiPriority", val=99) if is_variant else None,
        element("semiHidden") if is_variant else None,
        element("unhideWhenUsed") if is_variant else None,
        None if is_variant or kind == "table" else element("qFormat"),
        *properties,
        type=kind,
        customStyle=None if is_built_in else 1,
        styleId=id_,
    )


def filled(tag: str, *children: Xml | None) -> Xml | None:
    """Return an element with children, or None if there are none."""
    return element(tag, *children) if any(child is not None for child in children) else None


def weights(bold: bool | None, italic: bool | None) -> tuple[Xml | None, ...]:
    """Return weight and slant, for Latin and for complex script (17.3.2.1, .2, .16, .17)."""
    return toggle("b", bold), toggle("bCs", bold), toggle("i", italic), toggle("iCs", italic)


def sizes(size: float, complex_size: float) -> tuple[Xml, Xml]:
    """Return the size of Latin and of complex script, in points."""
    return element("sz", val=half_points(size)), element("szCs", val=half_points(complex_size))


def text_colour(value: str) -> Xml:
    """Return a colour of words, of `#RRGGBB`."""
    return element("color", val=colour_value(value))


def spacing(look: ParagraphStyle) -> Xml:
    """Return the space around a paragraph; its lines are at least as high as the style says, never cut."""
    return element(
        "spacing",
        before=twips(look.space_before),
        after=twips(look.space_after),
        line=twips(look.size * look.line_height),
        lineRule="atLeast",
    )


def border(side: str, line: Line | None, space: float, colour: Callable[[str], str]) -> Xml | None:
    """Return one side's rule; `space` is what parts it from the text, in points."""
    if line is None:
        return None
    return element(
        side,
        val="single",
        sz=eighths(line.width),
        space=round(space),
        color=colour_value(colour(line.colour)),
    )


def margins(tag: str, widths: Iterable[tuple[str, int]]) -> Xml:
    """Return cell margins of some sides, in twips."""
    return element(tag, *(element(side, w=width, type="dxa") for side, width in widths))


def shading(colour: str) -> Xml:
    """Return a tint (17.3.5)."""
    return element("shd", val="clear", color="auto", fill=colour_value(colour))
