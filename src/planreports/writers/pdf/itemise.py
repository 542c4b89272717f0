"""A run's words become pieces that one face can draw each: by script, coverage, and a chain of families."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from planreports.document.nodes import Origin
from planreports.document.styles import Stylesheet
from planreports.errors import WritingError
from planreports.told import told
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions
from planreports.writers.pdf.characters import (
    BREAK_MARKS,
    REPLACEMENT,
    SOFT_HYPHEN,
    ZERO_WIDTH_SPACE,
    drawn,
    is_mark,
    settable,
)
from planreports.writers.pdf.face_chains import FaceChain, face_chain
from planreports.writers.pdf.fonts import FontKey, FontLibrary
from planreports.writers.pdf.shaping import Face
from planreports.writers.undrawn import undrawn

_MOST_MARKS = 30
"""As many marks as one base can have (UAX #15, Stream-Safe Text Format); more would leave the page."""

_LONGEST_PIECE = 1000
"""What is shaped at once, in characters; the rest of a longer word follows as if it were another."""

LATIN = "A-Za-z\u00c0-\u024f"

_HINTED = re.compile(f"[{LATIN}]+(?:{SOFT_HYPHEN}[{LATIN}]+)+")

_SURROGATE = re.compile(r"[\ud800-\udfff]")


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
    ) -> Iterable[tuple[Face, str]]:
        """Return the words' pieces with their faces; a base and its marks are never parted."""
        chain = self.chain(language, bold, italic)
        if len(text) <= _MOST_MARKS and (face := chain.only_face(text)):
            return ((face, text),)
        return self._pieces(text, chain, origin)

    def _pieces(self, text: str, chain: FaceChain, origin: Origin) -> Iterator[tuple[Face, str]]:
        """Yield the pieces of words that several faces may draw."""
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
        """Return the faces to try for a language and look."""
        key = (language, bold, italic)
        chain = self._chains.get(key)
        if chain is None:
            chain = self._chains[key] = face_chain(self.stylesheet, self.library, language, bold, italic)
        return chain

    def latin_face(self, bold: bool, italic: bool) -> Face:
        """Return the face of Latin script, by which baselines are set."""
        return self.library.face(FontKey(self.stylesheet.fonts.scripts["Latn"], bold, italic))

    def _drawn_by(
        self, cluster: str, chain: FaceChain, current: Face | None, origin: Origin
    ) -> Iterator[tuple[Face, str]]:
        """Yield a cluster with its face; where no face has all of it, its characters with theirs."""
        face = chain.covering(cluster, current)
        if face is not None:
            yield face, cluster
            return
        for character in filter(drawn, cluster):
            yield chain.covering(character, current) or self._marking(character, origin), character

    def _marking(self, character: str, origin: Origin) -> Face:
        """Note a character that no face has; return the face that draws a mark in its stead."""
        self.missing.setdefault(character, origin)
        return self.library.missing_face(self.latin_face(bold=False, italic=False))

    def report_missing(self) -> None:
        """Tell of every character that cannot be drawn, and where it was first needed.

        Raises WritingError with all of them, unless the options ask for warnings.
        """
        is_error = self.options.missing_glyphs == "error"
        mark = told("a mark stands in its place")
        problems = [undrawn(*each, self.options, mark) for each in sorted(self.missing.items())]
        if is_error and problems:
            raise WritingError(problems)
        for problem in problems:
            self.options.warn(problem)


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
