"""A run's words become pieces that one face can draw each: by script, coverage, and a chain of families."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from fontTools.unicodedata import Scripts, script

from planreports.document.nodes import Origin
from planreports.document.styles import Stylesheet
from planreports.errors import Problem, WritingError
from planreports.i18n.languages import language as language_of
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions
from planreports.writers.pdf.characters import (
    BREAK_MARKS,
    REPLACEMENT,
    SOFT_HYPHEN,
    ZERO_WIDTH_SPACE,
    drawn,
    is_mark,
    named,
    settable,
    unfit,
)
from planreports.writers.pdf.fonts import FontKey, FontLibrary
from planreports.writers.pdf.shaping import Face

_ANY_SCRIPT = {"Zyyy", "Zinh"}

_MOST_MARKS = 30
"""As many marks as one base can have (UAX #15, Stream-Safe Text Format); more would leave the page."""

_LONGEST_PIECE = 1000
"""What is shaped at once, in characters; the rest of a longer word follows as if it were another."""

LATIN = "A-Za-z\u00c0-\u024f"

_HINTED = re.compile(f"[{LATIN}]+(?:{SOFT_HYPHEN}[{LATIN}]+)+")

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class FaceChain(NamedTuple):
    """The faces to try in a language, in order, and the configured one of each script.

    `plain` are the characters that the first of them draws and no other has a better claim to.
    """

    faces: tuple[Face, ...]
    by_script: dict[str, Face]
    plain: frozenset[str]


@dataclass
class Itemiser:
    """Chooses faces for words, and remembers every character that cannot be drawn.

    `hints` are the places where soft hyphens allow words to be divided, by the words without them.
    """

    stylesheet: Stylesheet
    library: FontLibrary
    options: WritingOptions = DEFAULT_OPTIONS
    missing: dict[str, Origin] = field(default_factory=dict)
    hints: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _chains: dict[tuple[str, bool, bool], FaceChain] = field(default_factory=dict)

    def settable(self, text: str, origin: Origin) -> str:
        """Return a text that can be broken and shaped; half characters are noted and replaced.

        Soft hyphens are noted as hints. In scripts that have no hyphen they only allow a break.
        """
        text = settable(text)
        if SOFT_HYPHEN in text:
            text = _HINTED.sub(self._note_hint, text).replace(SOFT_HYPHEN, ZERO_WIDTH_SPACE)
        for surrogate in _SURROGATE.findall(text) if not text.isprintable() else ():
            self.missing.setdefault(surrogate, origin)
            text = text.replace(surrogate, REPLACEMENT)
        return text

    def _note_hint(self, match: re.Match[str]) -> str:
        *parts, last = match[0].split(SOFT_HYPHEN)
        word = "".join([*parts, last])
        self.hints[word] = tuple(accumulate(map(len, parts)))
        return word

    def pieces(
        self, text: str, language: str, bold: bool, italic: bool, origin: Origin
    ) -> Iterator[tuple[Face, str]]:
        """Yield the words' pieces with their faces; a base and its marks are never parted."""
        chain = self.chain(language, bold, italic)
        if len(text) <= _MOST_MARKS and (face := _only_face(text, chain)):
            yield face, text
            return
        current: Face | None = None
        piece = ""
        for cluster in _bases_with_marks(text):
            for face, part in self._drawn_by(cluster, chain, current, origin):
                if piece and current and (face is not current or _begins_anew(part, piece)):
                    yield current, piece
                    piece = ""
                current, piece = face, piece + part
        if current and piece:
            yield current, piece

    def chain(self, language: str, bold: bool, italic: bool) -> FaceChain:
        """Return the faces to try for a language: its script's, the Latin one, the others', the fallbacks."""
        key = (language, bold, italic)
        if key not in self._chains:
            fonts = self.stylesheet.fonts
            own = self.stylesheet.family(language_of(language).script)
            families = dict.fromkeys((own, fonts.scripts["Latn"], *fonts.scripts.values(), *fonts.fallback))
            faces = {family: self.library.face(FontKey(family, bold, italic)) for family in families}
            by_script = {each: faces[family] for each, family in fonts.scripts.items()}
            self._chains[key] = FaceChain(tuple(faces.values()), by_script, _plain(faces[own], by_script))
        return self._chains[key]

    def latin_face(self, bold: bool, italic: bool) -> Face:
        """Return the face of Latin script, by which baselines are set."""
        return self.library.face(FontKey(self.stylesheet.fonts.scripts["Latn"], bold, italic))

    def _drawn_by(
        self, cluster: str, chain: FaceChain, current: Face | None, origin: Origin
    ) -> Iterator[tuple[Face, str]]:
        """Yield a cluster with its face; where no face has all of it, its characters with theirs."""
        face = _covering(cluster, chain, current)
        if face is not None:
            yield face, cluster
            return
        for character in filter(drawn, cluster):
            yield _covering(character, chain, current) or self._marking(character, origin), character

    def _marking(self, character: str, origin: Origin) -> Face:
        """Note a character that no face has; return the face that draws a mark in its stead."""
        self.missing.setdefault(character, origin)
        return self.library.missing_face(self.latin_face(bold=False, italic=False))

    def report_missing(self) -> None:
        """Tell of every character that cannot be drawn, and where it was first needed.

        Raises WritingError with all of them, unless the options ask for warnings.
        """
        is_error = self.options.missing_glyphs == "error"
        problems = [_problem(*each, is_error=is_error) for each in sorted(self.missing.items())]
        if is_error and problems:
            raise WritingError(problems)
        for problem in problems:
            self.options.warn(problem)


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


def _covering(cluster: str, chain: FaceChain, current: Face | None) -> Face | None:
    """Return the face that draws a cluster: for what is of any script the one before it, if it can."""
    characters = drawn(cluster)
    own = script(characters[:1] or cluster[0])
    preferred = current if own in _ANY_SCRIPT else chain.by_script.get(own)
    if preferred is not None and preferred.covers(characters):
        return preferred
    return next((face for face in chain.faces if face.covers(characters)), None)


def _only_face(text: str, chain: FaceChain) -> Face | None:
    """Return the first face if all of a text is its own, or the second if the first has nothing of it."""
    if chain.plain.issuperset(text):
        return chain.faces[0]
    if len(chain.faces) > 1 and chain.faces[0].coverage.isdisjoint(text) and chain.faces[1].covers(text):
        return chain.faces[1]
    return None


def _bases_with_marks(text: str) -> Iterator[str]:
    """Yield each character with the marks on it; what only concerns breaks is left out."""
    cluster = ""
    for character in text:
        if character in BREAK_MARKS:
            continue
        if cluster and (not is_mark(character) or len(cluster) > _MOST_MARKS):
            yield cluster
            cluster = ""
        if cluster or drawn(character):
            cluster += character
    if cluster:
        yield cluster


def _begins_anew(part: str, piece: str) -> bool:
    """Return whether a part is shaped apart from the piece before it."""
    return is_mark(part[0]) or len(piece) >= _LONGEST_PIECE


def _problem(character: str, origin: Origin, *, is_error: bool) -> Problem:
    reason = unfit(character)
    message = f"{reason or 'no font has the character'} {named(character)}"
    hint = "remove it" if reason else "remove it, or add a font to style.toml"
    return Problem(
        message, origin.layout, origin.line, origin.column, hint if is_error else "a mark stands in its place"
    )
