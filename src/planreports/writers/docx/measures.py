"""Words are measured as our PDF sets them, for columns as wide as their content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from planreports.document.nodes import Table
from planreports.document.styles import Stylesheet
from planreports.errors import WritingError
from planreports.i18n.line_breaks import LineBreaker
from planreports.writers.pdf.columns import column_widths
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.paragraphs import ParagraphLayout


@dataclass
class Measures:
    """Measures with the stylesheet's fonts; they are loaded when something is first measured."""

    stylesheet: Stylesheet
    breaker: LineBreaker

    @cached_property
    def _paragraphs(self) -> ParagraphLayout:
        itemiser = Itemiser(self.stylesheet, FontLibrary())
        return ParagraphLayout(self.stylesheet, Typesetter(self.stylesheet, self.breaker, itemiser))

    def column_widths(self, table: Table, width: float) -> list[float] | None:
        """Return a table's column widths in points; None where a font to measure with is missing."""
        try:
            return column_widths(table, self.stylesheet.table[table.style], width, self._paragraphs)
        except WritingError:
            return None
