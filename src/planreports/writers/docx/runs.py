"""Inlines become runs: split by script, so that every letter has its own script's font, size and language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    PageReference,
    Paragraph,
    Run,
    RunningTitle,
)
from planreports.document.styles import ParagraphStyle, RunStyle, Stylesheet
from planreports.i18n.languages import Language
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.character_styles import emphasis_style_id
from planreports.writers.docx.references import References, complex_field
from planreports.writers.docx.style_names import FOOTNOTE_REFERENCE, character_style_id, is_words_own
from planreports.writers.docx.styles import Styles
from planreports.writers.docx.xml import Xml, checked, element, half_points, toggle

Titles = Mapping[int, tuple[Inline, ...]]
"""What running titles show until Word works them out: the words of a heading by its level."""


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
    styles: Styles
    references: References
    footnotes: list[Footnote]
    titles: Titles
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
                    yield self._field(" PAGE ", "1", inline, block)
                case PageCount():
                    yield self._field(" NUMPAGES ", str(self.references.page_count), inline, block)
                case PageReference():
                    yield self._page_reference(inline, block)
                case RunningTitle():
                    yield self._running_title(inline, block)
                case Footnote():
                    self.footnotes.append(inline)
                    style = element("rPr", element("rStyle", val=FOOTNOTE_REFERENCE))
                    yield element("r", style, element("footnoteReference", id=inline.number))
                case _:
                    assert_never(inline)

    def _field(
        self, instruction: str, result: str, inline: PageNumber | PageCount, block: Paragraph | Heading
    ) -> Xml:
        run = Run(result, inline.language, inline.style)
        return complex_field(instruction, "".join(self._script_runs(run, block)))

    def _page_reference(self, inline: PageReference, block: Paragraph | Heading) -> Xml:
        page = self.references.page(inline.target)
        run = Run("" if page is None else str(page), inline.language, inline.style)
        return self.references.page_field(inline.target, "".join(self._script_runs(run, block)))

    def _running_title(self, inline: RunningTitle, block: Paragraph | Heading) -> Xml:
        """Return the fields of a running title; what they show at first are a heading's words, plain."""
        numbers = self.styles.heading_numbers
        inlines = self.titles.get(inline.level, ())
        number = numbers.number(inline.level, inlines)
        before = ""
        if number and inline.level in numbers.by_style:
            field = complex_field(
                f" STYLEREF {inline.level} \\n ",
                self._plain((Run(number.text, inline.language),), inline, block),
            )
            before = field + self._plain((Run(number.space, inline.language),), inline, block)
        words = self._plain(number.rest if number else inlines, inline, block)
        return before + complex_field(f" STYLEREF {inline.level} ", words)

    def _plain(self, inlines: Iterable[Inline], title: RunningTitle, block: Paragraph | Heading) -> Xml:
        runs = (Run(each.text, each.language, title.style) for each in inlines if isinstance(each, Run))
        return "".join(made for run in runs for made in self._script_runs(run, block))

    def _linked(self, run: Run, block: Paragraph | Heading) -> Xml:
        made = "".join(self._script_runs(run, block))
        if run.href is None:
            return made
        if run.href.startswith("#"):
            return self.references.linked(run.href[1:], made)
        address = checked(run.href, block.origin, "a link")
        relation = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
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
        is_scaled = change is not None and change.scale != 1 and not change.rise
        size = style.size * (change.scale if change and is_scaled else 1)
        language = language_of(look.language)
        is_complex = look.is_complex
        return element(
            "rPr",
            self._character_style(look, style, size if is_scaled else None),
            self._complex_font(language, is_complex=is_complex),
            *self._weight(look, style, change),
            *self._slant(look, style, change),
            None if is_complex or is_scaled else self._size(look, size),
            element("szCs", val=half_points(size)) if is_complex else None,
            element("cs") if is_complex else None,
            self._language(language, is_complex=is_complex),
        )

    def _complex_font(self, language: Language, *, is_complex: bool) -> Xml | None:
        """Return the font of complex script.

        Quotes and dashes in a text of complex script are of no script: LibreOffice takes this font for them,
        and a font of Lao has none.
        """
        if not language.is_complex_script:
            return None
        return element("rFonts", cs=self.stylesheet.family(language.script if is_complex else "Latn"))

    def _character_style(self, look: _Look, style: ParagraphStyle, size: float | None) -> Xml | None:
        """Return the run's style: the stylesheet's, in its size, or that of strong and slanted words."""
        if look.style and size is not None:
            return element("rStyle", val=self.styles.characters.sized(look.style, size))
        if look.style:
            return element("rStyle", val=character_style_id(look.style))
        id_ = emphasis_style_id(look.bold and not style.bold, look.italic and not style.italic)
        return element("rStyle", val=id_) if id_ else None

    def _weight(self, look: _Look, style: ParagraphStyle, change: RunStyle | None) -> tuple[Xml | None, ...]:
        """Return the weight, where styles do not give what is meant.

        A weight that the paragraph's and the run's style both have is none in Word (17.7.3), and a run's
        style cannot take one away.
        """
        given = change.bold if change else None
        is_bold = look.bold or (style.bold if given is None else given)
        by_style = bool(given) if look.style else look.bold and not style.bold
        said = None if (style.bold != by_style) == is_bold else is_bold
        return toggle("b", said), toggle("bCs", is_bold if look.is_complex else said)

    def _slant(self, look: _Look, style: ParagraphStyle, change: RunStyle | None) -> tuple[Xml | None, ...]:
        """Return the slant, as `_weight` does."""
        given = change.italic if change else None
        is_italic = look.italic or (style.italic if given is None else given)
        by_style = bool(given) if look.style else look.italic and not style.italic
        said = None if (style.italic != by_style) == is_italic else is_italic
        return toggle("i", said), toggle("iCs", said)

    def _size(self, look: _Look, size: float) -> Xml | None:
        """Return the size of Latin words whose paragraph's style has no variant for their language."""
        if not is_words_own(look.paragraph):
            return None
        usual = self.styles.paragraphs.look(look.paragraph).size
        return element("sz", val=half_points(size)) if size != usual else None

    def _language(self, language: Language, *, is_complex: bool) -> Xml:
        """Return the language of words; Latin ones in a text of complex script are of the document's."""
        if is_complex:
            return element("lang", bidi=language.word_tag)
        if not language.is_complex_script:
            return element("lang", val=language.word_tag)
        return element("lang", val=self.styles.latin_language.word_tag, bidi=language.word_tag)


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
