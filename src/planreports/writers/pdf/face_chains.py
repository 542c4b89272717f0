"""A language becomes a chain of faces: its script's own, the Latin one, the other scripts', the fallbacks."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import NamedTuple

from fontTools.unicodedata import Scripts, script

from planreports.document.styles import Stylesheet
from planreports.i18n.languages import language as language_of
from planreports.writers.pdf.characters import drawn
from planreports.writers.pdf.fonts import FontKey, FontLibrary
from planreports.writers.pdf.shaping import Face

_ANY_SCRIPT = {"Zyyy", "Zinh"}


class FaceChain(NamedTuple):
    """The faces to try in a language, in order, and the configured one of each script.

    `plain` are the characters that the first of them draws and no other has a better claim to.
    """

    faces: tuple[Face, ...]
    by_script: dict[str, Face]
    plain: frozenset[str]

    def only_face(self, text: str) -> Face | None:
        """Return the first face if all of a text is its own, or the second if the first has nothing of it."""
        if self.plain.issuperset(text):
            return self.faces[0]
        if len(self.faces) > 1 and self.faces[0].coverage.isdisjoint(text) and self.faces[1].covers(text):
            return self.faces[1]
        return None

    def covering(self, cluster: str, current: Face | None) -> Face | None:
        """Return the face that draws a cluster: for what is of any script the one before it, if it can."""
        characters = drawn(cluster)
        own = script(characters[:1] or cluster[0])
        preferred = current if own in _ANY_SCRIPT else self.by_script.get(own)
        if preferred is not None and preferred.covers(characters):
            return preferred
        return next((face for face in self.faces if face.covers(characters)), None)


def face_chain(
    stylesheet: Stylesheet, library: FontLibrary, language: str, bold: bool, italic: bool
) -> FaceChain:
    """Return the faces to try for a language and look.

    Raises WritingError for a font that is not installed, or that may not be embedded.
    """
    fonts = stylesheet.fonts
    own = stylesheet.family(language_of(language).script)
    families = dict.fromkeys((own, fonts.scripts["Latn"], *fonts.scripts.values(), *fonts.fallback))
    faces = {family: library.face(FontKey(family, bold, italic)) for family in families}
    by_script = {each: faces[family] for each, family in fonts.scripts.items()}
    return FaceChain(tuple(faces.values()), by_script, _plain(faces[own], by_script))


def _plain(face: Face, by_script: dict[str, Face]) -> frozenset[str]:
    """Return the characters of a face that no other face of `by_script` is meant for."""
    others = (_characters(each) for each, other in by_script.items() if other is not face)
    return face.coverage.difference(*others)


@lru_cache(maxsize=64)
def _characters(of_script: str) -> frozenset[str]:
    """Return the characters of a script."""
    ends = [*Scripts.RANGES[1:], sys.maxunicode + 1]
    ranges = zip(Scripts.RANGES, ends, Scripts.VALUES, strict=True)
    return frozenset(
        chr(code) for start, end, name in ranges if name == of_script for code in range(start, end)
    )
