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
    """A label's lines, one under the other."""

    lines: tuple[LabelLine, ...]

    @property
    def width(self) -> float:
        """Return the width of its widest line, in points."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Return its height, in points."""
        return sum(line.height for line in self.lines)

    def draw(self, canvas: Canvas, x: float, top: float, anchor: Anchor = "start") -> None:
        """Draw it with its top at some height; `anchor` is the part of its lines that stands at `x`."""
        for line in self.lines:
            look = Lettered(line.look.size, line.look.colour, line.look.bold, anchor)
            baseline = top + line.height / 2 + line.look.size * _CAPITALS
            canvas.words(line.text, line.language, x, baseline, look)
            top += line.height


@dataclass(frozen=True, slots=True)
class Lettering:
    """Sets labels."""

    stylesheet: Stylesheet
    typesetter: Typesetter
    origin: Origin

    def label(self, label: Label, width: float, *, bold: bool = False, colour: str = "ink") -> SetLabel:
        """Return a label in a width: its first language, the others small and soft below."""
        lines: list[LabelLine] = []
        for place, words in enumerate(label):
            look = self.look(SMALL if place else SIZE, "soft" if place else colour, bold=bold and not place)
            lines += self.lines(words, width, look)
        return SetLabel(tuple(lines))

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
