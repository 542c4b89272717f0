"""Lines become the height of a row: measured with the fonts, since not every program measures rows it opens.

The heights are those that Excel itself would find, and no more than that: it finds them anew when somebody
changes a row's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planreports.errors import WritingError
from planreports.writers.pdf.fonts import FontKey, FontLibrary
from planreports.writers.pdf.shaping import Face
from planreports.writers.xlsx.columns import DIGIT
from planreports.writers.xlsx.formats import Font
from planreports.writers.xlsx.lines import Line, Piece

_HIGHEST = 409.0
"""Points that a row can be high (Excel's specifications and limits)."""

_PADDING = 3.0
_WORD = re.compile(r"\S+\s*|\s+")
_BREAKS_ANYWHERE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]")
"""Letters of languages whose words no space parts: a line may end after nearly every syllable."""

_SYLLABLE = 2.0
"""How much of a line of such letters stays empty, as a factor of their size."""

_LETTER, _LINE = 0.56, 1.4
"""The width of a letter and the height of a line, as factors of their size, where no font says more."""

_POINTS = 72 / 25.4
_SAFE = 0.97
"""The part of a column's width that words are sure to have in any program."""


@dataclass
class Ruler:
    """Measures words with the fonts that they have."""

    library: FontLibrary = field(default_factory=FontLibrary)
    _faces: dict[tuple[str, bool, bool], Face | None] = field(default_factory=dict)

    def height(self, lines: Sequence[Line], width: float) -> float:
        """Return how high a cell of a width, in characters, must be for its lines, in points."""
        room = (width * DIGIT - 1.5) * _POINTS * _SAFE
        total = sum(self._line_height(line) * self._count(line, room) for line in lines)
        return min(total + _PADDING, _HIGHEST)

    def _count(self, line: Line, room: float) -> int:
        """Return how many lines of a cell a line becomes."""
        count, used = 1, 0.0
        for piece in line:
            for word in _WORD.findall(piece.text):
                width = self._width(word, piece)
                if used + self._width(word.rstrip(), piece) <= room:
                    used += width
                elif _BREAKS_ANYWHERE.search(word) or width > room:
                    line_room = max(room - _SYLLABLE * piece.font.size, piece.font.size)
                    more = int((used + width) // line_room)
                    count, used = count + more, (used + width) % line_room
                else:
                    count, used = count + 1, width
        return count

    def _width(self, word: str, piece: Piece) -> float:
        face = self._face(piece.font)
        if not word:
            return 0.0
        return (face.word(word).width / 1000 if face else len(word) * _LETTER) * piece.font.size

    def _line_height(self, line: Line) -> float:
        heights = [10 * _LINE if not line else 0.0]
        for piece in line:
            face = self._face(piece.font)
            heights.append(piece.font.size * (face.ascent + face.descent if face else _LINE))
        return max(heights)

    def _face(self, font: Font) -> Face | None:
        key = (font.family, font.bold, font.italic)
        if key not in self._faces:
            try:
                self._faces[key] = self.library.face(FontKey(*key))
            except WritingError:  # a workbook names its fonts; only their measures are missing here
                self._faces[key] = None
        return self._faces[key]
