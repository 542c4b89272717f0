"""A paragraph's properties, in the schema's order (ISO/IEC 29500-1, 17.3.1.26): what no style can say."""

from __future__ import annotations

from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.writers.docx.numbering import heading_numbering
from planreports.writers.docx.place import Place
from planreports.writers.docx.style_names import style_id
from planreports.writers.docx.xml import Xml, element, twips


def paragraph_properties(style: str, place: Place, number: int | None, indent: Xml | None) -> Xml:
    """Return those of a paragraph whose style says all but what belongs to this one place.

    These are a page that begins, a numbered list's own count (and then its indent, which that count would
    replace), and where a column's decimal marks or the pages of contents in a
    narrower or wider column stand.
    """
    return element(
        "pPr",
        element("pStyle", val=style),
        element("pageBreakBefore") if place.starts_page else None,
        _numbering(place, number),
        page_tab(place.page_tab) if place.page_tab else _decimal_tab(place.decimal_tab),
        None if number is None else indent,
    )


def heading_properties(
    style: str,
    look: ParagraphStyle,
    place: Place,
    before: float | None,
    after: float | None,
    counted: int | None,
) -> Xml:
    """Return those of a heading: its style has no variants, since running titles and contents look for it."""
    return element(
        "pPr",
        element("pStyle", val=style_id(style)),
        element("keepNext") if place.kept and not look.keep_with_next else None,
        element("pageBreakBefore") if place.starts_page else None,
        None if counted is None else heading_numbering(counted),
        _spacing(before, after),
        element("jc", val=place.align) if place.align and place.align != look.align else None,
    )


def _spacing(before: float | None, after: float | None) -> Xml | None:
    if before is None and after is None:
        return None
    return element(
        "spacing",
        before=None if before is None else twips(before),
        after=None if after is None else twips(after),
    )


def _numbering(place: Place, number: int | None) -> Xml | None:
    if number is None:
        return None
    return element("numPr", element("ilvl", val=max(place.level, 0)), element("numId", val=number))


def _decimal_tab(position: int | None) -> Xml | None:
    """Return the tab that numbers in a cell align on without any tab character (17.3.1.37)."""
    if position is None:
        return None
    return element("tabs", element("tab", val="decimal", pos=position))


def page_tab(position: int) -> Xml:
    """Return the dotted tab before the page of an entry of contents."""
    return element("tabs", element("tab", val="right", leader="dot", pos=position))


def contents_width(stylesheet: Stylesheet) -> int:
    """Return the width, in twips, that contents have by their style: that of an upright page's text."""
    page = stylesheet.page
    return twips((page.width_mm - page.margins.left - page.margins.right) * 72 / 25.4)
