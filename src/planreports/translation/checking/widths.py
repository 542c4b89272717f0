"""Words in columns of tables, measured with the fonts and the line breaker that documents are made with.

A word wider than its column is parted in print, a chip wider than its column loses its frame, and a head of
many lines pushes the rows of its table down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from planreports.document.nodes import Origin, Run
from planreports.files.resources import resource
from planreports.i18n.glossary import FILE, Glossary
from planreports.lao.line_breaks import LineBreaker
from planreports.told import told
from planreports.translation.checking.columns import ColumnPlace, kind_of, shipped_columns
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.workspace.appearance import shipped_style
from planreports.writers.pdf.breaking import ROUNDING
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.measures import MILLIMETRE
from planreports.writers.pdf.paragraphs import ParagraphLayout

MOST_LINES = 3
"""The most lines of a column's head; the shipped ones have no more in any language."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_VALUE = "00"
"""What a placeholder is measured as: a number of two digits."""


def wide_words(message: Translated, knowledge: Knowledge) -> Iterator[Remark]:
    """Yield the word that stands out most of a column that the message has in a report."""
    ruler = _ruler()
    places = _places(message)
    excess = {
        place: ruler.word_width(message.words, place, knowledge.language) - place.width for place in places
    }
    worst = max(places, key=lambda place: excess[place], default=None)
    if worst is not None and excess[worst] > ROUNDING:
        words = ruler.widest_word(message.words, worst, knowledge.language)
        yield Remark(
            told(
                "`{word}` is {needed} mm wide, its column in {layout} {width} mm",
                word=words,
                needed=_millimetres(worst.width + excess[worst]),
                layout=worst.layout,
                width=_millimetres(worst.width),
            ),
            told("write a shorter word, or U+200B where a line may end in it"),
        )


def tall_heads(message: Translated, knowledge: Knowledge) -> Iterator[Remark]:
    """Yield the head of a column that has more lines than a head should have."""
    heads = [place for place in _places(message) if place.is_head]
    lines = {place: _ruler().lines(message.words, place, knowledge.language) for place in heads}
    worst = max(heads, key=lambda place: lines[place], default=None)
    if worst is not None and lines[worst] > MOST_LINES:
        yield Remark(
            told(
                "the head has {lines} lines in {layout}, in a column of {width} mm",
                lines=lines[worst],
                layout=worst.layout,
                width=_millimetres(worst.width),
            ),
            told("write fewer words: at most {number} lines", number=MOST_LINES),
        )


def _places(message: Translated) -> tuple[ColumnPlace, ...]:
    kind = kind_of(message.source, message.message.context)
    return shipped_columns().get((message.message.domain, kind), ())


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Measures words as documents have them; lengths are in points."""

    layout: ParagraphLayout

    def word_width(self, words: str, place: ColumnPlace, language: str) -> float:
        """Return the width of the widest word, or of a whole chip."""
        style = self.layout.style(place.style, language)
        run = _run(words, place, language)
        return self.layout.typesetter.measured([run], style, language, _origin(place))[0]

    def widest_word(self, words: str, place: ColumnPlace, language: str) -> str:
        """Return the widest word, or a whole chip."""
        if place.run_style in self.layout.typesetter.chips:
            return words
        pieces = self.layout.typesetter.breaker.pieces(_filled(words), language)
        return max(pieces, key=lambda piece: self.word_width(piece, place, language)).strip()

    def lines(self, words: str, place: ColumnPlace, language: str) -> int:
        """Return how many lines words have in a column."""
        style = self.layout.style(place.style, language)
        run = _run(words, place, language)
        return len(self.layout.typesetter.lines([run], style, language, place.width, _origin(place)))


@lru_cache(maxsize=1)
def _ruler() -> _Ruler:
    """Return what measures, with the shipped look."""
    stylesheet = shipped_style()
    breaker = LineBreaker(Glossary.read(resource("locales", FILE)).whole_words())
    typesetter = Typesetter(stylesheet, breaker, Itemiser(stylesheet, FontLibrary()))
    return _Ruler(ParagraphLayout(stylesheet, typesetter))


def _run(words: str, place: ColumnPlace, language: str) -> Run:
    return Run(place.before + _filled(words), language, place.run_style or None, place.is_bold)


def _filled(words: str) -> str:
    return _PLACEHOLDER.sub(_VALUE, words)


def _origin(place: ColumnPlace) -> Origin:
    layout, _, line = place.layout.rpartition(":")
    return Origin(layout, int(line), 1)


def _millimetres(points: float) -> str:
    return f"{points / MILLIMETRE:.1f}"
