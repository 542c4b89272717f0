"""Words are measured as our PDF sets them, for columns as wide as their content and for watermarks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from planreports.document.nodes import Paragraph, Run, Table
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.errors import WritingError
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.pdf.columns import ContentWidths, column_widths
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.paragraphs import ParagraphLayout

_LETTER = 0.6
"""The width of a letter as part of its size, where no font says more."""


@dataclass
class Measures:
    """Measures with the stylesheet's fonts; they are loaded when something is first measured."""

    stylesheet: Stylesheet
    breaker: LineBreaker

    @cached_property
    def _paragraphs(self) -> ParagraphLayout:
        itemiser = Itemiser(self.stylesheet, FontLibrary())
        return ParagraphLayout(self.stylesheet, Typesetter(self.stylesheet, self.breaker, itemiser))

    @property
    def typesetter(self) -> Typesetter:
        """Return what sets words. Raises WritingError for a font that is not installed, when it is used."""
        return self._paragraphs.typesetter

    def column_widths(self, table: Table, width: float) -> list[float] | None:
        """Return a table's column widths in points; None where a font to measure with is missing."""
        try:
            content = ContentWidths.of(table, self.stylesheet, self._paragraphs)
            return column_widths(table, self.stylesheet.table[table.style], width, content)
        except WritingError:
            return None

    def width(self, paragraph: Paragraph, style: ParagraphStyle) -> float:
        """Return the width of a paragraph on one line, in points; a guess where the font is missing."""
        try:
            typesetter = self._paragraphs.typesetter
            return typesetter.measured(paragraph.inlines, style, paragraph.language, paragraph.origin)[1]
        except WritingError:
            letters = sum(len(each.text) for each in paragraph.inlines if isinstance(each, Run))
            return letters * style.size * _LETTER
