"""Words become a note of the characters that each face must draw, and of those that none can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from fontTools.unicodedata import script

from planreports.document.nodes import Origin
from planreports.document.styles import Stylesheet
from planreports.errors import WritingError
from planreports.i18n.languages import language as language_of
from planreports.told import told
from planreports.writers.html.css import string
from planreports.writers.options import WritingOptions
from planreports.writers.pdf.characters import BREAK_MARKS, drawn, is_mark
from planreports.writers.pdf.font_files import FontFile, font_face, font_file
from planreports.writers.pdf.fonts import FontKey, FontLibrary
from planreports.writers.undrawn import undrawn

_ALWAYS = " \u00a0"
"""Every face has its own spaces."""


@dataclass(slots=True)
class Lettering:
    """The characters that one page draws, by face; `missing` are those that no font has."""

    stylesheet: Stylesheet
    library: FontLibrary = field(default_factory=FontLibrary)
    used: defaultdict[FontKey, set[str]] = field(default_factory=lambda: defaultdict(lambda: set(_ALWAYS)))
    missing: dict[str, Origin] = field(default_factory=dict)
    languages: dict[str, None] = field(default_factory=dict)
    _known: defaultdict[tuple[str, bool, bool], set[str]] = field(default_factory=lambda: defaultdict(set))

    def note(self, words: str, language: str, bold: bool, italic: bool, origin: Origin) -> frozenset[str]:
        """Note words of a language and look. Return the characters of theirs that no font has."""
        known = self._known[language, bold, italic]
        characters = set(words)
        if new := characters - known:
            known |= new
            self.languages.setdefault(language)
            self._assign(sorted(new - BREAK_MARKS), language, bold, italic, origin)
        return frozenset(characters & self.missing.keys()) if self.missing else frozenset()

    def _assign(
        self, characters: Iterable[str], language: str, bold: bool, italic: bool, origin: Origin
    ) -> None:
        """Give characters to a face that has them: their script's own, else the first of the chain.

        So Latin letters in Lao words are the Latin font's, also where the Lao one has some. A browser takes
        a letter and its marks from one font: marks go to every face that has them.
        """
        faces = [(key, self.library.face(key)) for key in self._chain(language, bold, italic)]
        for character in characters:
            family = self.stylesheet.fonts.scripts.get(script(character))
            having = [key for key, face in faces if face.covers(character)]
            having.sort(key=lambda key: key.family != family)
            if not having and drawn(character):
                self.missing.setdefault(character, origin)
            for key in having if is_mark(character) else having[:1]:
                self.used[key].add(character)

    def _chain(self, language: str, bold: bool, italic: bool) -> list[FontKey]:
        families = font_families(self.stylesheet, language)
        return list(dict.fromkeys(_available(FontKey(each, bold, italic)) for each in families))

    def raise_or_warn(self, options: WritingOptions) -> None:
        """Raise WritingError with every character that no font has, or tell of them if that was asked for."""
        is_error = options.missing_glyphs == "error"
        mark = told("a mark stands around it")
        problems = [undrawn(*each, options, mark) for each in sorted(self.missing.items())]
        if problems and is_error:
            raise WritingError(problems)
        for problem in problems:
            options.warn(problem)


def _available(key: FontKey) -> FontKey:
    """Return the face that a family really has: one without italics stands upright.

    Of one without bold a browser makes the bold itself, as the PDF writer does.
    """
    family, bold, italic = key.family, key.bold, key.italic
    italic = italic and font_file(family, bold, True) != font_file(family, bold, False)
    regular, file = font_file(family, False, italic), font_file(family, bold, italic)
    if bold and file and file == regular and not has_weight_axis(file):
        bold = False
    return FontKey(family, bold, italic)


def has_weight_axis(file: FontFile) -> bool:
    """Return whether a font is variable in its weight."""
    return any(axis.tag == "wght" for axis in font_face(file).axis_infos)


def font_families(stylesheet: Stylesheet, language: str) -> tuple[str, ...]:
    """Return the families to try for a language: its script's, the Latin one, the others', the fallbacks."""
    fonts = stylesheet.fonts
    own = stylesheet.family(language_of(language).script)
    return tuple(dict.fromkeys((own, fonts.scripts["Latn"], *fonts.scripts.values(), *fonts.fallback)))


def font_family_value(stylesheet: Stylesheet, language: str) -> str:
    """Return the value of `font-family` for a language."""
    return ",".join([*map(string, font_families(stylesheet, language)), "sans-serif"])
