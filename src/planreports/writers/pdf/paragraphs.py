"""Paragraphs and headings become slabs: a line each, kept together as their style asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planreports.document.nodes import Heading, Mark, Paragraph
from planreports.document.styles import Line as RuleStyle
from planreports.document.styles import ParagraphStyle, Stylesheet
from planreports.writers.pdf.drawing import Box, Drawing, TextLine
from planreports.writers.pdf.lines import Line, Typesetter, aligned
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import Slab


@dataclass(frozen=True, slots=True)
class ParagraphLayout:
    """Lays paragraphs out with one stylesheet and typesetter."""

    stylesheet: Stylesheet
    typesetter: Typesetter

    def slabs(self, block: Paragraph | Heading, tag: str, place: Place, overhang: float = 0.0) -> list[Slab]:
        """Return a paragraph's lines as slabs; `overhang` is how far left of the column its mark stands."""
        style = self.stylesheet.paragraph_style(block.style, block.language)
        mark = block.mark if isinstance(block, Paragraph) else None
        if mark and place.is_cell:
            look = self.stylesheet.mark[mark]
            place = place.inset(look.width + look.gap)
        place = place.below(tag, block.language)
        lines = self.typesetter.lines(block.inlines, style, block.language, place.width, block.origin)
        heights = [self._line_height(line, style, block) for line in lines]
        slabs = [self._slab(line, height, style, place) for line, height in zip(lines, heights, strict=True)]
        if mark:
            slabs = [self._marked(slab, mark, place.x - overhang) for slab in slabs]
        return self._ruled(_kept_together(slabs, style), style, place)

    def _slab(self, line: Line, height: float, style: ParagraphStyle, place: Place) -> Slab:
        x, spans = aligned(line, place.align or style.align, place.width)
        text = TextLine(place.x + x, self._baseline(height, style), spans, place.parent)
        return Slab(height, (text,) if spans else ())

    def _line_height(self, line: Line, style: ParagraphStyle, block: Paragraph | Heading) -> float:
        """Return a line's height: as tall as the language in it needs that needs the most."""
        others = {fragment.look.language for fragment in line.fragments} - {block.language}
        styles = (self.stylesheet.paragraph_style(block.style, other) for other in others)
        return max((style.line_height, *(each.line_height for each in styles))) * style.size

    def _baseline(self, height: float, style: ParagraphStyle) -> float:
        """Return a line's baseline below its top: the Latin face in the middle (CSS 2.2, 10.8.1)."""
        face = self.typesetter.itemiser.latin_face(style.bold, style.italic)
        return (height - (face.ascent + face.descent) * style.size) / 2 + face.ascent * style.size

    def _marked(self, slab: Slab, mark: Mark, right: float) -> Slab:
        """Return a line with the bar of its translation's state, which ends `gap` left of the text."""
        look = self.stylesheet.mark[mark]
        bar = Box(
            right - look.gap - look.width, 0, look.width, slab.height, self.stylesheet.colour(look.colour)
        )
        return replace(slab, drawings=(bar, *slab.drawings))

    def _ruled(self, slabs: list[Slab], style: ParagraphStyle, place: Place) -> list[Slab]:
        """Return a paragraph's lines with the rules above and below it."""
        if style.rule_above:
            slabs[0] = self._ruled_above(slabs[0], style.rule_above, style.rule_gap, place)
        if style.rule_below:
            slabs[-1] = self._ruled_below(slabs[-1], style.rule_below, style.rule_gap, place)
        return slabs

    def _ruled_above(self, slab: Slab, rule: RuleStyle, gap: float, place: Place) -> Slab:
        depth = rule.width + gap
        box = Box(place.x, 0, place.width, rule.width, self.stylesheet.colour(rule.colour))
        return replace(slab, height=slab.height + depth, drawings=(box, *lowered(slab.drawings, depth)))

    def _ruled_below(self, slab: Slab, rule: RuleStyle, gap: float, place: Place) -> Slab:
        box = Box(place.x, slab.height + gap, place.width, rule.width, self.stylesheet.colour(rule.colour))
        return replace(slab, height=slab.height + gap + rule.width, drawings=(*slab.drawings, box))


def lowered(drawings: Sequence[Drawing], depth: float) -> tuple[Drawing, ...]:
    """Return drawings moved down by `depth` points."""
    return tuple(replace(drawing, y=drawing.y + depth) for drawing in drawings)


def _kept_together(slabs: list[Slab], style: ParagraphStyle) -> list[Slab]:
    """Return a paragraph's lines with its space around them, and no line left alone on a page."""
    last = len(slabs) - 1
    return [
        replace(
            slab,
            before=style.space_before if number == 0 else 0.0,
            after=style.space_after if number == last else 0.0,
            keep_with_next=style.keep_with_next if number == last else number in (0, last - 1),
        )
        for number, slab in enumerate(slabs)
    ]
