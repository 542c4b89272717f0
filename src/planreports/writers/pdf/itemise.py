"""A run's words become pieces that one face can draw each: by script, coverage, and a chain of families."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from fontTools.unicodedata import script

from planreports.document.nodes import Origin
from planreports.document.styles import Stylesheet
from planreports.errors import Problem, WritingError
from planreports.i18n.languages import language as language_of
from planreports.writers.pdf.fonts import FontKey, FontLibrary
from planreports.writers.pdf.shaping import Face

_INVISIBLE = frozenset({"\u200b", "\u2060", "\ufeff"})
"""Marks that allow or forbid a break; they are not drawn."""

_ANY_SCRIPT = {"Zyyy", "Zinh"}


@dataclass
class Itemiser:
    """Chooses faces for words, and remembers every character that no font has."""

    stylesheet: Stylesheet
    library: FontLibrary
    missing: dict[str, Origin] = field(default_factory=dict)
    _chains: dict[tuple[str, bool, bool], tuple[Face, ...]] = field(default_factory=dict)

    def pieces(
        self, text: str, language: str, bold: bool, italic: bool, origin: Origin
    ) -> Iterator[tuple[Face, str]]:
        """Yield the words' pieces with their faces; a base and its marks are never parted."""
        chain = self.chain(language, bold, italic)
        if _INVISIBLE.isdisjoint(text) and (face := _only_face(text, chain)):
            yield face, text
            return
        current: Face | None = None
        piece = ""
        for cluster in _bases_with_marks(text):
            face = self._face(cluster, chain, current, origin)
            if face is not current and piece and current:
                yield current, piece
                piece = ""
            current, piece = face, piece + cluster
        if current and piece:
            yield current, piece

    def chain(self, language: str, bold: bool, italic: bool) -> tuple[Face, ...]:
        """Return the faces to try for a language: its script's, the Latin one, the others', the fallbacks."""
        key = (language, bold, italic)
        if key not in self._chains:
            fonts = self.stylesheet.fonts
            own = self.stylesheet.family(language_of(language).script)
            families = dict.fromkeys((own, fonts.scripts["Latn"], *fonts.scripts.values(), *fonts.fallback))
            self._chains[key] = tuple(self.library.face(FontKey(family, bold, italic)) for family in families)
        return self._chains[key]

    def latin_face(self, bold: bool, italic: bool) -> Face:
        """Return the face of Latin script, by which baselines are set."""
        return self.library.face(FontKey(self.stylesheet.fonts.scripts["Latn"], bold, italic))

    def _face(self, cluster: str, chain: tuple[Face, ...], current: Face | None, origin: Origin) -> Face:
        is_neutral = script(cluster[0]) in _ANY_SCRIPT
        if is_neutral and current and current.covers(cluster):
            return current
        for face in chain:
            if face.covers(cluster):
                return face
        for character in cluster:
            if not any(face.covers(character) for face in chain):
                self.missing.setdefault(character, origin)
        return chain[0]

    def raise_if_missing(self) -> None:
        """Raise WritingError with every character that no font has, and where it was first needed."""
        if self.missing:
            raise WritingError(
                Problem(
                    f"no font has the character {_named(character)}",
                    origin.layout,
                    origin.line,
                    origin.column,
                    "remove it, or add a font to style.toml",
                )
                for character, origin in sorted(self.missing.items())
            )


def _only_face(text: str, chain: tuple[Face, ...]) -> Face | None:
    """Return the first face if it covers a text, or the second where the first has nothing of it."""
    first, *others = chain
    if first.covers(text):
        return first
    if others and first.coverage.isdisjoint(text) and others[0].covers(text):
        return others[0]
    return None


def _bases_with_marks(text: str) -> Iterator[str]:
    """Yield each character with the combining marks after it; marks for breaking only are left out."""
    cluster = ""
    for character in text:
        if character in _INVISIBLE:
            continue
        if cluster and not unicodedata.category(character).startswith("M"):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _named(character: str) -> str:
    """Return a character's code and Unicode name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
