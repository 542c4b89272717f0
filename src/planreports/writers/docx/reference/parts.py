"""What a document and its reference both have becomes the document's: styles, theme, fonts, heads, feet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from planreports.document.styles import Stylesheet
from planreports.errors import Problem
from planreports.files.word_file import W
from planreports.told import told
from planreports.writers.docx.pictures import Pictures
from planreports.writers.docx.reference.letterhead import Letterhead, RunningPart
from planreports.writers.docx.reference.look import look_of
from planreports.writers.docx.reference.properties import StyleProperties
from planreports.writers.docx.reference.source import Reference
from planreports.writers.docx.reference.styles import MergedStyles, origin, used_styles
from planreports.writers.docx.styles import Styles
from planreports.writers.docx.theme import font_table, theme
from planreports.writers.docx.xml import Xml

_UNSEEN = ("Table Gap", "Figure", "Figure With Caption", "Horizontal Rule")
"""Styles of ours that only part or hold things; nobody misses them in a letterhead."""


def stylesheet_with(reference: Reference, stylesheet: Stylesheet, languages: tuple[str, ...]) -> Stylesheet:
    """Return the stylesheet as it is with a reference, for a document in some languages."""
    styles = Styles(stylesheet, languages)
    return look_of(reference, stylesheet, StyleProperties(_root(styles.part())), styles.complex_language)


@dataclass(frozen=True)
class ReferencedParts:
    """The parts of a document with a reference, and the warnings that they are worth."""

    styles: Xml
    theme: Xml
    fonts: Xml
    warnings: Sequence[Problem]


def referenced_parts(
    reference: Reference,
    styles: Styles,
    pictures: Pictures,
    written: Iterable[Xml],
    running: Iterable[RunningPart],
) -> ReferencedParts:
    """Return the parts of a document that has been `written`; its heads and feet get the reference's."""
    merged = MergedStyles(reference.styles, _root(styles.part()))
    used = [id_ for content in written for id_ in used_styles(content)]
    warnings = [*_missing(merged, used, reference.name)]
    warnings += Letterhead(reference, merged, pictures).add(running)
    sheet, language = styles.stylesheet, styles.complex_language
    family = sheet.family(language.script if language else "Latn")
    return ReferencedParts(
        merged.part(styles.latin_language, language, family),
        reference.theme.decode() if reference.theme is not None else theme(sheet, language),
        font_table(sheet, _families(reference)),
        warnings,
    )


def _missing(merged: MergedStyles, used: Iterable[str], name: str) -> Iterator[Problem]:
    """Yield a warning for each style that a document uses and its reference does not have.

    What a variant of ours changes stands in the style that it is based on: that one is named.
    """
    for id_ in dict.fromkeys(origin(each) for each in used):
        shown = merged.missing.get(id_)
        if shown is not None and shown not in _UNSEEN:
            yield Problem(told("there is no style `{style}`", style=shown), name, hint=told("ours is used"))


def _families(reference: Reference) -> Iterator[str]:
    if reference.fonts is not None:
        for each in reference.fonts.findall(f"{W}font"):
            if name := each.get(f"{W}name"):
                yield name


def _root(content: Xml) -> etree._Element:
    return etree.fromstring(content.encode())
