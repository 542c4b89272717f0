"""A style fits in among others: ours among a reference's, theirs with our numbering, the defaults of both."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable

from lxml import etree

from planreports.files.word_file import W
from planreports.i18n.languages import Language

_OWN_SPACE = ("line", "lineRule")
"""What a variant of ours says of its lines, which a style of theirs says better."""

_AFTER_NUMBERING = (
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
)  # fmt: skip
"""What the schema wants after a paragraph's numbering (17.3.1.26)."""


def fallback(style: etree._Element, resting: Collection[str | None], *, indented: bool) -> etree._Element:
    """Return a style of ours as it stands among theirs.

    One based on a style of theirs (their ids are `resting`) leaves size and lines to it; where their Normal
    is `indented`, the others say that they are not.
    """
    made = copy.deepcopy(style)
    if made.get(f"{W}type") != "paragraph":
        return made
    if base_of(made) in resting:
        for each in made.findall(f"{W}rPr"):
            for size in (*each.findall(f"{W}sz"), *each.findall(f"{W}szCs")):
                each.remove(size)
        for spacing in made.findall(f"{W}pPr/{W}spacing"):
            _forget(spacing, *_OWN_SPACE)
    elif indented:
        _set_upright(made)
    return made


def base_of(style: etree._Element) -> str | None:
    """Return the id of the style that a style is based on."""
    element = style.find(f"{W}basedOn")
    return None if element is None else element.get(f"{W}val")


def _forget(element: etree._Element, *names: str) -> None:
    for name in names:
        if f"{W}{name}" in element.attrib:
            del element.attrib[f"{W}{name}"]


def _set_upright(style: etree._Element) -> None:
    """Give a style that says nothing of its indent one of nothing (17.3.1.12)."""
    properties = style.find(f"{W}pPr")
    if properties is None or properties.find(f"{W}ind") is not None:
        return
    indent = etree.Element(f"{W}ind", {f"{W}{side}": "0" for side in ("left", "right", "firstLine")})
    _insert(properties, indent, _AFTER_NUMBERING[_AFTER_NUMBERING.index("ind") + 1 :])


def take_numbering(made: etree._Element, ours: etree._Element) -> None:
    """Give a style of theirs the numbering that ours of its name has."""
    numbering = ours.find(f"{W}pPr/{W}numPr")
    if numbering is None:
        return
    properties = made.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        _insert(made, properties, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
    _insert(properties, copy.deepcopy(numbering), _AFTER_NUMBERING)


def _insert(parent: etree._Element, child: etree._Element, following: Iterable[str]) -> None:
    """Put a child before the first of the elements that the schema wants after it, or at the end."""
    names = {f"{W}{name}" for name in following}
    place = next((number for number, each in enumerate(parent) if each.tag in names), len(parent))
    parent.insert(place, child)


def set_languages(
    root: etree._Element, latin: Language, complex_language: Language | None, family: str
) -> None:
    """Say in the defaults (17.7.5) which languages words are in, and the font of complex script."""
    properties = _default_run(root)
    language = properties.find(f"{W}lang")
    if language is None:
        language = etree.Element(f"{W}lang")
        _insert(properties, language, ("eastAsianLayout", "specVanish", "oMath"))
    language.set(f"{W}val", latin.word_tag)
    if complex_language is None:
        return
    language.set(f"{W}bidi", complex_language.word_tag)
    fonts = properties.find(f"{W}rFonts")
    if fonts is None:
        fonts = etree.Element(f"{W}rFonts")
        properties.insert(0, fonts)
    _forget(fonts, "cstheme")
    fonts.set(f"{W}cs", family)


def _default_run(root: etree._Element) -> etree._Element:
    """Return the defaults of runs, made where a file has none."""
    parent = root
    for name in ("docDefaults", "rPrDefault", "rPr"):
        found = parent.find(f"{W}{name}")
        if found is None:
            found = etree.Element(f"{W}{name}")
            parent.insert(0, found)
        parent = found
    return parent
