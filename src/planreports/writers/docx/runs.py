"""Inlines become runs: split by script, so that every letter has its own script's font, size and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from fontTools.unicodedata import script

from planreports.document.nodes import Inline, LineBreak, Origin, PageCount, PageNumber, Run
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.styles import character_style_id
from planreports.writers.docx.xml import Element, checked, element, half_points, text_element, toggle

_FIELDS: dict[type[PageNumber | PageCount], str] = {PageNumber: "PAGE", PageCount: "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class RunWriter:
    """Writes the runs of one part of the package; links are relationships of the part."""

    stylesheet: Stylesheet
    part: Part

    def runs(self, inlines: Sequence[Inline], style: ParagraphStyle, origin: Origin) -> Iterator[Element]:
        """Yield the runs of a paragraph whose own style is given."""
        for inline in inlines:
            match inline:
                case LineBreak():
                    yield element("r", element("br"))
                case PageNumber() | PageCount():
                    yield from self._field(inline)
                case Run():
                    yield from self._linked(inline, style, origin)

    def _linked(self, run: Run, style: ParagraphStyle, origin: Origin) -> Iterator[Element]:
        made = self._script_runs(replace(run, text=checked(run.text, origin)), style)
        if run.href is None:
            yield from made
        else:
            relation = self.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            yield element("hyperlink", *made, r_id=relation)

    def _script_runs(self, run: Run, style: ParagraphStyle) -> Iterator[Element]:
        language = language_of(run.language)
        for words, is_complex in _by_script(
            run.text, language.script if language.is_complex_script else None
        ):
            yield element("r", self._properties(run, style, is_complex=is_complex), text_element("t", words))

    def _properties(self, run: Run, style: ParagraphStyle, *, is_complex: bool) -> Element:
        """Return a run's properties, in the schema's order (17.3.2.28).

        Complex script says all of its own: Word takes `cs`, `szCs`, `bCs` and `iCs` for it, and ignores the
        others.
        """
        change = self.stylesheet.inline.get(run.style) if run.style else None
        size = half_points(style.size * (change.scale if change else 1))
        bold = change.bold if change and change.bold is not None else style.bold
        bold, italic = bold or run.bold, run.italic
        language = language_of(run.language)
        is_scaled = change is not None and change.scale != 1
        return element(
            "rPr",
            element("rStyle", val=character_style_id(run.style)) if run.style else None,
            element("rFonts", cs=self.stylesheet.family(language.script)) if is_complex else None,
            toggle("b", True if run.bold else None),
            toggle("bCs", bold if is_complex else (True if run.bold else None)),
            toggle("i", True if run.italic else None),
            toggle("iCs", True if italic else None),
            element("sz", val=size) if is_scaled else None,
            element("szCs", val=size) if is_complex or is_scaled else None,
            element("cs") if is_complex else None,
            element("lang", bidi=language.word_tag) if is_complex else self._language(run),
        )

    @staticmethod
    def _language(run: Run) -> Element | None:
        language = language_of(run.language)
        return None if language.is_complex_script else element("lang", val=language.word_tag)

    def _field(self, inline: PageNumber | PageCount) -> Iterator[Element]:
        """Yield a complex field (17.16.18) whose result Word fills in as it lays out pages."""
        style = (
            element("rPr", element("rStyle", val=character_style_id(inline.style))) if inline.style else None
        )
        yield element("r", style, element("fldChar", fldCharType="begin"))
        yield element("r", text_element("instrText", f" {_FIELDS[type(inline)]} "))
        yield element("r", element("fldChar", fldCharType="separate"))
        yield element("r", element("t"))
        yield element("r", element("fldChar", fldCharType="end"))


def _by_script(text: str, complex_script: str | None) -> Iterator[tuple[str, bool]]:
    """Yield stretches of words, and whether each is of the complex script; spaces stay with what is before.

    >>> list(_by_script("ສປປ ລາວ (2026)", "Laoo"))
    [('ສປປ ລາວ ', True), ('(2026)', False)]
    """
    if complex_script is None:
        yield text, False
        return
    stretch, is_complex = "", True
    for character in text:
        own = is_complex if character == " " else _is_of(character, complex_script, is_complex)
        if stretch and own != is_complex:
            yield stretch, is_complex
            stretch = ""
        stretch, is_complex = stretch + character, own
    if stretch:
        yield stretch, is_complex


def _is_of(character: str, complex_script: str, before: bool) -> bool:
    """Return whether a character is of a script; a mark that belongs to any goes with what is before it."""
    found = script(character)
    return before if found == "Zinh" else found == complex_script
