"""Inlines become runs: split by script, so that every letter has its own script's font, size and language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, assert_never
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from fontTools.unicodedata import Scripts

from planreports.document.nodes import (
    Footnote,
    Heading,
    LineBreak,
    PageCount,
    PageNumber,
    PageReference,
    Paragraph,
    Run,
    RunningTitle,
)
from planreports.document.styles import Stylesheet
from planreports.i18n.languages import Language
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.references import References, complex_field
from planreports.writers.docx.styles import FOOTNOTE_REFERENCE, character_style_id
from planreports.writers.docx.xml import Xml, checked, element, half_points, toggle


class _Look(NamedTuple):
    """All that a run's properties depend on."""

    paragraph: str
    paragraph_language: str
    language: str
    style: str | None
    bold: bool
    italic: bool
    is_complex: bool


@dataclass(slots=True)
class RunWriter:
    """Writes the runs of one part of the package; links are relationships of the part.

    `footnotes` gathers those that the runs refer to.
    """

    stylesheet: Stylesheet
    part: Part
    references: References
    footnotes: list[Footnote]
    _properties: dict[_Look, Xml] = field(default_factory=dict)

    def runs(self, block: Paragraph | Heading) -> Iterator[Xml]:
        """Yield the runs of a paragraph."""
        for inline in block.inlines:
            match inline:
                case Run():
                    yield self._linked(inline, block)
                case LineBreak():
                    yield element("r", element("br"))
                case PageNumber():
                    yield complex_field(" PAGE ", "", _style_only(inline.style))
                case PageCount():
                    yield complex_field(" NUMPAGES ", "", _style_only(inline.style))
                case PageReference():
                    yield self.references.page_field(inline.target, _style_only(inline.style))
                case RunningTitle():
                    yield complex_field(f" STYLEREF {inline.level} ", "", _style_only(inline.style))
                case Footnote():
                    self.footnotes.append(inline)
                    style = element("rPr", element("rStyle", val=FOOTNOTE_REFERENCE))
                    yield element("r", style, element("footnoteReference", id=inline.number))
                case _:
                    assert_never(inline)

    def _linked(self, run: Run, block: Paragraph | Heading) -> Xml:
        made = "".join(self._script_runs(run, block))
        if run.href is None:
            return made
        if run.href.startswith("#"):
            return self.references.linked(run.href[1:], made)
        relation = self.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return element("hyperlink", made, r_id=relation)

    def _script_runs(self, run: Run, block: Paragraph | Heading) -> Iterator[Xml]:
        language = language_of(run.language)
        text = checked(run.text, block.origin)
        for words, is_complex in _by_script(text, language.script if language.is_complex_script else None):
            look = _Look(
                block.style, block.language, run.language, run.style, run.bold, run.italic, is_complex
            )
            properties = self._properties.get(look)
            if properties is None:
                properties = self._properties[look] = self._made_properties(look)
            yield f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'

    def _made_properties(self, look: _Look) -> Xml:
        """Return a run's properties, in the schema's order (17.3.2.28).

        Complex script says all of its own: Word takes `cs`, `szCs`, `bCs` and `iCs` for it, and ignores the
        others.
        """
        style = self.stylesheet.paragraph_style(look.paragraph, look.paragraph_language)
        change = self.stylesheet.inline.get(look.style) if look.style else None
        size = half_points(style.size * (change.scale if change and not change.rise else 1))
        bold = change.bold if change and change.bold is not None else style.bold
        language = language_of(look.language)
        is_complex = look.is_complex
        is_scaled = change is not None and change.scale != 1 and not change.rise
        return _unless_empty(
            element(
                "rPr",
                element("rStyle", val=character_style_id(look.style)) if look.style else None,
                element("rFonts", cs=self.stylesheet.family(language.script)) if is_complex else None,
                toggle("b", True if look.bold else None),
                toggle("bCs", bold or look.bold if is_complex else (True if look.bold else None)),
                toggle("i", True if look.italic else None),
                toggle("iCs", True if look.italic else None),
                element("sz", val=size) if is_scaled else None,
                element("szCs", val=size) if is_complex or is_scaled else None,
                element("cs") if is_complex else None,
                _language(language, is_complex=is_complex),
            )
        )


def _style_only(style: str | None) -> Xml | None:
    return element("rPr", element("rStyle", val=character_style_id(style))) if style else None


def _language(language: Language, *, is_complex: bool) -> Xml | None:
    """Return the language of words; Latin words in a text of complex script are of none that we know."""
    if is_complex:
        return element("lang", bidi=language.word_tag)
    return None if language.is_complex_script else element("lang", val=language.word_tag)


def _unless_empty(properties: Xml) -> Xml:
    return "" if properties == element("rPr") else properties


def _by_script(text: str, complex_script: str | None) -> Iterator[tuple[str, bool]]:
    """Yield stretches of words, and whether each is of the complex script; spaces stay with what is before.

    >>> list(_by_script("ສປປ ລາວ (2026)", "Laoo"))
    [('ສປປ ລາວ ', True), ('(2026)', False)]
    """
    if complex_script is None:
        yield text, False
        return
    for stretch in _stretches(complex_script).finditer(text):
        yield stretch[0], stretch.lastgroup == "complex"


@lru_cache(maxsize=16)
def _stretches(complex_script: str) -> re.Pattern[str]:
    """Return what matches stretches; a mark that belongs to any script goes with what is before it."""
    own, any_script = _characters(complex_script), _characters("Zinh")
    return re.compile(
        f"(?P<complex>(?:[{own}]|\\A[ {any_script}])[ {own}{any_script}]*)|[^{own}]+", re.DOTALL
    )


def _characters(script: str) -> str:
    """Return the characters of a script (UAX #24) as ranges of a regular expression's class."""
    starts = Scripts.RANGES
    ends = [*starts[1:], 0x110000]
    return "".join(
        f"{re.escape(chr(start))}-{re.escape(chr(end - 1))}"
        for start, end, value in zip(starts, ends, Scripts.VALUES, strict=True)
        if value == script
    )
