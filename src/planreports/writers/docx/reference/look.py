"""A reference's styles and paper become a stylesheet: what everything in the document is measured with.

Only what measuring needs is taken: paper, sizes, weights, space. Fonts and colours stay in Word's own styles.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from planreports.document.styles import Margins, PageStyle, ParagraphStyle, ParagraphVariant, Stylesheet
from planreports.i18n.languages import Language
from planreports.writers.docx.reference.properties import StyleProperties
from planreports.writers.docx.reference.source import PageSetup, Reference
from planreports.writers.docx.style_names import style_id

_TWIPS = 1440 / 25.4
_LARGEST = 10_000
"""The largest measure that is believed, in half-points or twips."""

_WITHOUT_LAO = frozenset(
    ["times new roman", "arial", "calibri", "cambria", "aptos", "tahoma", "courier new", "verdana", "georgia"]
)
"""Fonts that Word itself names for complex script, and that have none but Arabic's and Hebrew's letters."""


def look_of(
    reference: Reference, stylesheet: Stylesheet, ours: StyleProperties, language: Language | None
) -> Stylesheet:
    """Return the stylesheet as it is with a reference.

    `ours` are the styles that we make of the stylesheet; `language` is the document's of complex script.
    """
    theirs = StyleProperties(reference.styles)
    changed = {
        name: _paragraph(style, theirs, found, language)
        for name, style in stylesheet.paragraph.items()
        if (found := theirs.by_name.get(("paragraph", ours.name_of(style_id(name))))) is not None
    }
    changes: dict[str, Any] = {"paragraph": stylesheet.paragraph | changed}
    if reference.page is not None:
        changes["page"] = _page(reference.page, stylesheet.page)
    if language is not None and (family := _complex_family(theirs, reference)):
        scripts = {**stylesheet.fonts.scripts, language.script: family}
        changes["fonts"] = stylesheet.fonts.model_copy(update={"scripts": scripts})
    return stylesheet.model_copy(update=changes)


def _page(setup: PageSetup, page: PageStyle) -> PageStyle:
    """Return the paper and margins, upright; running heads stand where the reference has them."""
    upright = setup.turned("portrait")
    margins = Margins(
        top=upright.header / _TWIPS,
        right=upright.right / _TWIPS,
        bottom=upright.footer / _TWIPS,
        left=(upright.left + upright.gutter) / _TWIPS,
    )
    return page.model_copy(
        update={
            "width_mm": upright.width / _TWIPS,
            "height_mm": upright.height / _TWIPS,
            "margins": margins,
        }
    )


def _paragraph(
    style: ParagraphStyle, properties: StyleProperties, found: etree._Element, language: Language | None
) -> ParagraphStyle:
    """Return a paragraph style with the sizes, weights and space of a reference's style of its name."""
    size = _number(properties.value(found, "rPr/sz", "val"), 20) / 2
    complex_size = _number(properties.own(found, "rPr/szCs", "val"), size * 2) / 2
    variants = {language.code: ParagraphVariant(size=complex_size)} if language else {}
    return style.model_copy(
        update={
            "size": size,
            "bold": _is_on(properties.value(found, "rPr/b", "val")),
            "italic": _is_on(properties.value(found, "rPr/i", "val")),
            "space_before": _number(properties.value(found, "pPr/spacing", "before"), 0) / 20,
            "space_after": _number(properties.value(found, "pPr/spacing", "after"), 0) / 20,
            "variants": variants if complex_size != size else {},
        }
    )


def _number(value: str | None, otherwise: float) -> float:
    return min(float(value), _LARGEST) if value is not None and value.isdecimal() else otherwise


def _is_on(value: str | None) -> bool:
    return value is not None and value not in ("0", "false", "off")


def _complex_family(properties: StyleProperties, reference: Reference) -> str | None:
    """Return the font that a reference chose for complex script, unless it cannot have Lao letters."""
    for name in ("body text", "normal"):
        style = properties.by_name.get(("paragraph", name))
        family = properties.value(style, "rPr/rFonts", "cs") if style is not None else None
        if family and family.casefold() not in _WITHOUT_LAO:
            return family
    return _theme_family(reference.theme)


def _theme_family(theme: bytes | None) -> str | None:
    """Return the theme's font for complex script (20.1.4.1.8), which most themes leave open."""
    if theme is None:
        return None
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    font = etree.fromstring(theme).find(f".//{drawing}minorFont/{drawing}cs")
    family = font.get("typeface", "") if font is not None else ""
    return family if family and family.casefold() not in _WITHOUT_LAO else None
