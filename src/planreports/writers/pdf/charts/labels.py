"""Labels become lines of words of some width: shaped and broken like all other text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planreports.document.charts import Label, Words
from planreports.document.nodes import Origin, Run
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.i18n.languages import language as language_of
from planreports.writers.pdf.breaking import Line
from planreports.writers.pdf.charts.canvas import Anchor, Canvas, Lettered
from planreports.writers.pdf.lines import Typesetter

SIZE = 7.8
SMALL = 7.2
"""Of letters, in points: of labels, and of their translations."""

_LEADING = {False: 1.3, True: 1.6}
"""How high lines are, in parts of their size; lines of a complex script are higher."""

_CAPITALS = 0.36
"""How far a baseline is below the middle of capital letters, in parts of their size."""

GAP = 5.0
"""Between lines side by side, in points."""

MANY = 16
"""A chart of more rows than this is set closely."""

MOST_LINES = 4
"""Of a label in one language; the rest of a longer one is said by the alternative text."""

_MORE = "…"


@dataclass(frozen=True, slots=True)
class LabelLine:
    """One line of a label."""

    text: str
    language: str
    width: float
    height: float
    look: Lettered


@dataclass(frozen=True, slots=True)
class SetLabel:
    """A label's rows, one under the other; a row has one line, or one of each language side by side."""

    rows: tuple[tuple[LabelLine, ...], ...]

    @property
    def width(self) -> float:
        """Return the width of its widest row, in points."""
        return max(map(row_width, self.rows), default=0.0)

    @property
    def height(self) -> float:
        """Return its height, in points."""
        return sum(map(row_height, self.rows))

    def draw(self, canvas: Canvas, x: float, top: float, anchor: Anchor = "start") -> None:
        """Draw it with its top at some height; `anchor` is the part of its rows that stands at `x`."""
        for row in self.rows:
            baseline = top + row_height(row) / 2 + row[0].look.size * _CAPITALS
            if len(row) == 1:
                look = Lettered(row[0].look.size, row[0].look.colour, row[0].look.bold, anchor)
                canvas.words(row[0].text, row[0].language, x, baseline, look)
            else:
                draw_row(row, canvas, x - _BEFORE[anchor] * row_width(row), baseline)
            top += row_height(row)


_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a row stands before the place at which its anchor stands."""


def row_width(row: Sequence[LabelLine]) -> float:
    """Return the width of lines side by side, in points."""
    return sum(line.width for line in row) + GAP * (len(row) - 1)


def row_height(row: Sequence[LabelLine]) -> float:
    """Return the height of lines side by side, in points."""
    return max(line.height for line in row)


def draw_row(row: Sequence[LabelLine], canvas: Canvas, x: float, baseline: float) -> None:
    """Draw lines side by side from `x` on."""
    for line in row:
        canvas.words(line.text, line.language, x, baseline, line.look)
        x += line.width + GAP


@dataclass(frozen=True, slots=True)
class Lettering:
    """Sets labels."""

    stylesheet: Stylesheet
    typesetter: Typesetter
    origin: Origin

    def label(
        self, label: Label, width: float, *, bold: bool = False, colour: str = "ink", beside: bool = False
    ) -> SetLabel:
        """Return a label in a width: its first language, the others small and soft below.

        They stand `beside` it if that is asked for and they have room.
        """
        lines: list[LabelLine] = []
        for place, words in enumerate(label):
            look = self.look(SMALL if place else SIZE, "soft" if place else colour, bold=bold and not place)
            lines += self.lines(words, width, look)
        if beside and len(lines) == len(label) and lines and row_width(lines) <= width:
            return SetLabel((tuple(lines),))
        return SetLabel(tuple((line,) for line in lines))

    def look(self, size: float, colour: str, *, bold: bool = False) -> Lettered:
        """Return how words look, in a colour of the stylesheet."""
        return Lettered(size, self.stylesheet.colour(colour), bold)

    def lines(self, words: Words, width: float, look: Lettered) -> list[LabelLine]:
        """Return words in lines of a width, the last one cut if there are too many."""
        found = self._broken(words, width, look)
        if len(found) > MOST_LINES:
            last = _text(found[MOST_LINES - 1])
            while last and self.width(Words(last + _MORE, words.language), look) > width:
                last = last[:-1].rstrip()
            cut = Words(last + _MORE, words.language)
            return [
                *(
                    self._line(words.language, _text(line), line.width, look)
                    for line in found[: MOST_LINES - 1]
                ),
                self._line(words.language, cut.text, self.width(cut, look), look),
            ]
        return [self._line(words.language, _text(line), line.width, look) for line in found if line.tokens]

    def width(self, words: Words, look: Lettered) -> float:
        """Return the width of words on one line, in points."""
        return max((line.width for line in self._broken(words, float("inf"), look)), default=0.0)

    def widest_word(self, words: Words, look: Lettered) -> float:
        """Return the width of the widest word, in points."""
        style = ParagraphStyle(size=look.size)
        run = Run(words.text, words.language, None, look.bold)
        return self.typesetter.measured((run,), style, words.language, self.origin)[0]

    def _broken(self, words: Words, width: float, look: Lettered) -> Sequence[Line]:
        style = ParagraphStyle(size=look.size)
        run = Run(words.text, words.language, None, look.bold)
        return self.typesetter.lines((run,), style, words.language, width, self.origin)

    def _line(self, language: str, text: str, width: float, look: Lettered) -> LabelLine:
        height = look.size * _LEADING[language_of(language).is_complex_script]
        return LabelLine(text, language, width, height, look)


def _text(line: Line) -> str:
    """Return the words of a line without the space that ends it."""
    parts = (part for token in line.tokens for part in (*token.words, *token.space))
    return "".join(part.word.text for part in parts).rstrip(" ")
