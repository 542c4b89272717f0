"""Styles that the stylesheet does not name: of paragraphs that part tables, hold pictures, or are a line."""

from __future__ import annotations

from collections.abc import Iterator

from planreports.document.styles import Line, Stylesheet
from planreports.writers.docx.spaces import FIGURE_AFTER, FIGURE_BEFORE
from planreports.writers.docx.style_names import CAPTIONED_STYLE, FIGURE_STYLE, GAP_STYLE, RULE_STYLE
from planreports.writers.docx.style_properties import border, sizes, style
from planreports.writers.docx.xml import Xml, element, twips


def gap_style(id_: str, before: float) -> Xml:
    """Return the style of a paragraph that only parts tables: a point high, and space before it."""
    line = element("spacing", before=twips(before), after=0, line=20, lineRule="exact")
    is_variant = id_ != GAP_STYLE
    name = f"Table Gap {before:g} pt" if is_variant else "Table Gap"
    base = GAP_STYLE if is_variant else "Normal"
    small = None if is_variant else element("rPr", *sizes(1, 1))
    return style(id_, name, base, element("pPr", line), small, is_variant=is_variant)


def figure_styles() -> Iterator[Xml]:
    """Yield the styles of a paragraph that holds a picture: one alone, and one with a caption."""
    around = element("spacing", before=twips(FIGURE_BEFORE), after=twips(FIGURE_AFTER))
    yield style(FIGURE_STYLE, "Figure", "Normal", element("pPr", around))
    kept = element("pPr", element("keepNext"))
    yield style(CAPTIONED_STYLE, "Figure With Caption", FIGURE_STYLE, kept)


def rule_style(stylesheet: Stylesheet) -> Xml:
    """Return the style of a line across the column: a paragraph a point high with a border."""
    line = border("bottom", Line(width=0.6, colour="rule"), 0, stylesheet.colour)
    around = element("spacing", before=100, after=120, line=20, lineRule="exact")
    properties = element("pPr", element("pBdr", line), around)
    return style(RULE_STYLE, "Horizontal Rule", "Normal", properties, element("rPr", *sizes(1, 1)))
