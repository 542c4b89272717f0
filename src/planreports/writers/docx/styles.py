"""The stylesheet becomes Word's named styles (ISO/IEC 29500-1, 17.7): a part, and the id of each style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from planreports.document.styles import Stylesheet
from planreports.i18n.languages import SOURCE_LANGUAGE, Language
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.character_styles import CharacterStyles
from planreports.writers.docx.heading_numbers import NO_NUMBERS, HeadingNumbers
from planreports.writers.docx.numbering import STYLE_NUMBERS, STYLED_LEVELS
from planreports.writers.docx.own_styles import figure_styles, gap_style, rule_style
from planreports.writers.docx.paragraph_styles import ParagraphStyles
from planreports.writers.docx.style_names import (
    CAPTIONED_STYLE,
    FIGURE_STYLE,
    GAP_STYLE,
    ListRole,
    StyleKey,
    list_style_id,
    list_style_name,
    shown_name,
    style_id,
)
from planreports.writers.docx.style_properties import sizes, style, text_colour
from planreports.writers.docx.table_styles import table_styles
from planreports.writers.docx.xml import Xml, element, root


@dataclass
class Styles:
    """The styles of one document; variants are made when they are first used."""

    stylesheet: Stylesheet
    languages: tuple[str, ...]
    heading_numbers: HeadingNumbers = NO_NUMBERS
    _variants: dict[str, Xml] = field(default_factory=dict)

    @cached_property
    def complex_language(self) -> Language | None:
        """Return the document's first language of complex script: styles' complex properties are for it."""
        return next((each for each in self._known_languages() if each.is_complex_script), None)

    @cached_property
    def latin_language(self) -> Language:
        """Return the document's first language that is not of complex script, else the source language."""
        found = (each for each in self._known_languages() if not each.is_complex_script)
        return next(found, language_of(SOURCE_LANGUAGE))

    def _known_languages(self) -> Iterator[Language]:
        return (language_of(code) for code in self.languages)

    @cached_property
    def paragraphs(self) -> ParagraphStyles:
        """Return what makes paragraph styles."""
        return ParagraphStyles(self.stylesheet, self.languages, self.complex_language, self.heading_numbers)

    @cached_property
    def characters(self) -> CharacterStyles:
        """Return the character styles."""
        return CharacterStyles(self.stylesheet)

    def paragraph(self, key: StyleKey) -> str:
        """Return the id of the style for a paragraph."""
        base = self._listed(key, key.list) if key.list else style_id(key.name)
        differs = self.paragraphs.differs_in(key.name, key.language)
        id_ = base + (f"-{key.language}" if differs else "") + key.suffix
        if id_ != base and id_ not in self._variants:
            name = self._shown(key) + id_.removeprefix(base).replace("-", " ")
            self._variants[id_] = self.paragraphs.variant(id_, name, base, key)
        return id_

    def _shown(self, key: StyleKey) -> str:
        """Return the name that Word shows for a variant's base."""
        if key.list and key.name == self.stylesheet.list.paragraph:
            return list_style_name(key.list, key.level)
        shown = shown_name(key.name)
        return f"{shown} {list_style_name(key.list, key.level)}" if key.list else shown

    def _listed(self, key: StyleKey, role: ListRole) -> str:
        """Return the id of a list's style on a level: Word's own for the paragraphs that lists have."""
        id_ = list_style_id(role, key.level)
        if key.name != self.stylesheet.list.paragraph:
            id_ = f"{style_id(key.name)}-{id_}"
        if id_ not in self._variants:
            self._variants[id_] = self.paragraphs.listed(id_, key.name, role, key.level)
        return id_

    def _lists(self) -> Iterator[Xml]:
        """Yield the list styles that Word knows, used or not: the numbering is linked to all of them."""
        for role in STYLE_NUMBERS:
            for level in range(STYLED_LEVELS):
                id_ = list_style_id(role, level)
                if id_ not in self._variants:
                    yield self.paragraphs.listed(id_, self.stylesheet.list.paragraph, role, level)

    def gap(self, before: float = 0.0) -> str:
        """Return the id of the style of a paragraph that parts tables, with some space before, in points."""
        id_ = f"{GAP_STYLE}-{before:g}" if before else GAP_STYLE
        if before and id_ not in self._variants:
            self._variants[id_] = gap_style(id_, before)
        return id_

    def figure(self, align: str | None, *, kept: bool) -> str:
        """Return the id of the style of a paragraph that holds a picture; `kept` with what follows."""
        base = CAPTIONED_STYLE if kept else FIGURE_STYLE
        if align is None:
            return base
        id_ = f"{base}-{align}"
        properties = element("pPr", element("jc", val=align))
        self._variants.setdefault(id_, style(id_, id_.replace("-", " "), base, properties, is_variant=True))
        return id_

    def part(self) -> Xml:
        """Return the whole styles part."""
        return root("styles", self._defaults(), *self._all())

    def _defaults(self) -> Xml:
        sheet = self.stylesheet
        body = self.paragraphs.look("body")
        other = self.complex_language
        family = sheet.fonts.scripts["Latn"]
        run = element(
            "rPr",
            element("rFonts", ascii=family, hAnsi=family, cs=sheet.family(other.script) if other else family),
            text_colour(sheet.colour(body.colour)),
            *sizes(body.size, body.size),
            element("lang", val=self.latin_language.word_tag, bidi=other.word_tag if other else None),
        )
        return element("docDefaults", element("rPrDefault", run), element("pPrDefault"))

    def _all(self) -> Iterator[Xml]:
        normal = element("name", val="Normal")
        yield element("style", normal, element("qFormat"), type="paragraph", default=1, styleId="Normal")
        for name in self.stylesheet.paragraph:
            yield self.paragraphs.base(name)
        yield gap_style(GAP_STYLE, 0)
        yield from figure_styles()
        yield rule_style(self.stylesheet)
        yield from self._lists()
        yield from self._variants.values()
        yield from self.characters.all()
        yield from table_styles(self.stylesheet)
