"""A run's properties: its style, and what none says: complex script, language, weights that cancel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planreports.document.styles import ParagraphStyle, RunStyle, Stylesheet
from planreports.i18n.languages import Language
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.character_styles import emphasis_style_id
from planreports.writers.docx.chips import SIGNS_FONT
from planreports.writers.docx.style_names import character_style_id, is_words_own
from planreports.writers.docx.styles import Styles
from planreports.writers.docx.xml import Xml, element, half_points, toggle

SIGNS_FONTS = element("rFonts", ascii=SIGNS_FONT, hAnsi=SIGNS_FONT, eastAsia=SIGNS_FONT, cs=SIGNS_FONT)


class RunLook(NamedTuple):
    """All that a run's properties depend on."""

    paragraph: str
    paragraph_language: str
    language: str
    style: str | None
    bold: bool
    italic: bool
    is_complex: bool
    is_sign: bool = False


@dataclass(frozen=True, slots=True)
class RunProperties:
    """Makes the properties of runs."""

    stylesheet: Stylesheet
    styles: Styles

    def of(self, look: RunLook) -> Xml:
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
            SIGNS_FONTS if look.is_sign else self._script_font(language, is_complex=is_complex),
            *self._weight(look, style, change),
            *self._slant(look, style, change),
            None if is_complex or is_scaled else self._size(look, size),
            element("szCs", val=half_points(size)) if is_complex else None,
            element("cs") if is_complex else None,
            self._language(language, is_complex=is_complex),
        )

    def _script_font(self, language: Language, *, is_complex: bool) -> Xml | None:
        """Return the font of complex script or of East Asian text.

        Quotes and dashes in a text of complex script are of no script: LibreOffice takes this font for them,
        and a font of Lao has none.
        """
        if language.is_east_asian:
            return element("rFonts", hint="eastAsia", eastAsia=self.stylesheet.family(language.script))
        if not language.is_complex_script:
            return None
        return element("rFonts", cs=self.stylesheet.family(language.script if is_complex else "Latn"))

    def _character_style(self, look: RunLook, style: ParagraphStyle, size: float | None) -> Xml | None:
        """Return the run's style: the stylesheet's, in its size, or that of strong and slanted words."""
        if look.style and size is not None:
            return element("rStyle", val=self.styles.characters.sized(look.style, size))
        if look.style:
            return element("rStyle", val=character_style_id(look.style))
        id_ = emphasis_style_id(look.bold and not style.bold, look.italic and not style.italic)
        return element("rStyle", val=id_) if id_ else None

    def _weight(
        self, look: RunLook, style: ParagraphStyle, change: RunStyle | None
    ) -> tuple[Xml | None, ...]:
        """Return the weight, where styles do not give what is meant.

        A weight that the paragraph's and the run's style both have is none in Word (17.7.3), and a run's
        style cannot take one away.
        """
        given = change.bold if change else None
        is_bold = look.bold or (style.bold if given is None else given)
        by_style = bool(given) if look.style else look.bold and not style.bold
        said = None if (style.bold != by_style) == is_bold else is_bold
        return toggle("b", said), toggle("bCs", is_bold if look.is_complex else said)

    def _slant(self, look: RunLook, style: ParagraphStyle, change: RunStyle | None) -> tuple[Xml | None, ...]:
        """Return the slant, as `_weight` does."""
        given = change.italic if change else None
        is_italic = look.italic or (style.italic if given is None else given)
        by_style = bool(given) if look.style else look.italic and not style.italic
        said = None if (style.italic != by_style) == is_italic else is_italic
        return toggle("i", said), toggle("iCs", said)

    def _size(self, look: RunLook, size: float) -> Xml | None:
        """Return the size of Latin words whose paragraph's style has no variant for their language."""
        if not is_words_own(look.paragraph):
            return None
        usual = self.styles.paragraphs.look(look.paragraph).size
        return element("sz", val=half_points(size)) if size != usual else None

    def _language(self, language: Language, *, is_complex: bool) -> Xml:
        """Return the language of words; Latin ones in a text of complex script are of the document's."""
        if is_complex:
            return element("lang", bidi=language.word_tag)
        if language.is_east_asian:
            return element("lang", val=language.word_tag, eastAsia=language.word_tag)
        if not language.is_complex_script:
            return element("lang", val=language.word_tag)
        return element("lang", val=self.styles.latin_language.word_tag, bidi=language.word_tag)
