"""Paragraphs and headings become slabs: a line each, kept together as their style asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from planreports.document.nodes import Footnote, Heading, Inline, Mark, Paragraph, Run
from planreports.document.styles import Alignment, ParagraphStyle, Stylesheet
from planreports.document.styles import Line as RuleStyle
from planreports.document.traces import is_trace
from planreports.writers.pdf.alike import AlikeWords
from planreports.writers.pdf.breaking import Line
from planreports.writers.pdf.chips import chips_on, frame
from planreports.writers.pdf.drawing import Anchor, Box, Drawing, Frame, SetLine, TextBlock, TextLine
from planreports.writers.pdf.lines import Typesetter, footnote_anchor
from planreports.writers.pdf.numbers import number
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import Slab
from planreports.writers.pdf.structure import StructureElement
from planreports.writers.pdf.tokens import aligned, plain_lines

_NOTE_INDENT = 8.0
"""How far the words of a footnote stand from its number's left edge, in points."""

_DESCRIPTION = 120
"""How many characters of a paragraph say where a link leads."""


@dataclass(init=False, eq=False, slots=True)
class SetBlock:
    """A paragraph's lines together: their height, and the operators that show them from their top left.

    `frames` are those of its chips.
    """

    height: float
    operators: str
    frames: tuple[Frame, ...] = ()

    def __init__(self, height: float, operators: str, frames: tuple[Frame, ...] = ()) -> None:
        self.height = height
        self.operators = operators
        self.frames = frames


class _Setting(NamedTuple):
    """All that a paragraph's lines depend on; equal paragraphs are set once."""

    inlines: tuple[Inline, ...]
    style: str
    language: str
    width: float
    align: Alignment | None


@dataclass
class ParagraphLayout:
    """Lays paragraphs out with one stylesheet and typesetter."""

    stylesheet: Stylesheet
    typesetter: Typesetter
    _styles: dict[tuple[str, str], ParagraphStyle] = field(default_factory=dict)
    _set: dict[_Setting, tuple[SetLine, ...]] = field(default_factory=dict)
    _baselines: dict[tuple[str, str], float] = field(default_factory=dict)

    def paragraph_slabs(self, block: Paragraph | Heading, place: Place) -> Sequence[Slab]:
        """Return the slabs of a paragraph or heading: in a cell only one, parted if its row has to be."""
        if isinstance(block, Heading):
            return self.slabs(block, f"H{block.level}", place)
        style = self.style(block.style, block.language)
        if not place.is_cell or block.anchor or style.rule_above or style.rule_below or _has_links(block):
            return self.slabs(block, "P", place)
        column = self.column(block, style, place)
        element = place.parent and place.parent.child("P", own_language(block.language, place.language))
        return (self.cell_slab(block, style, column, _together(self._lines(block, style, column)), element),)

    def cell_slab(
        self,
        block: Paragraph,
        style: ParagraphStyle,
        column: Place,
        made: SetBlock,
        element: StructureElement | None,
    ) -> Slab:
        """Return the slab of a cell's paragraph that has been set, with its draft's bar."""
        height = made.height
        drawings: tuple[Drawing, ...] = (TextBlock(column.x, 0.0, made.operators, element),)
        if made.frames:
            drawings = (*(replace(each, x=column.x + each.x) for each in made.frames), *drawings)
        if block.mark:
            drawings = (self._bar(block.mark, column.x, height), *drawings)
        parts = _CellLines(self, block, style, column, element)
        before, after = style.space_before, style.space_after
        return Slab(height, drawings, before, after, style.keep_with_next, parts=parts)

    def cell_lines(
        self, block: Paragraph, style: ParagraphStyle, column: Place, element: StructureElement | None
    ) -> list[Slab]:
        """Return the lines of a cell's paragraph that has to be parted."""
        return self._line_slabs(block, self._lines(block, style, column), style, column.x, element)

    def set_words(
        self, block: Paragraph, text: str, words: AlikeWords | None, style: ParagraphStyle, column: Place
    ) -> SetBlock:
        """Return the lines together of a paragraph of one run; most begin at the left, in one font.

        `words` makes tokens of what is no chip.
        """
        if words is not None:
            lines = self.typesetter.lines_of(words, text, style, column.width, block.origin)
        else:
            lines = self.typesetter.lines(block.inlines, style, block.language, column.width, block.origin)
        if (column.align or style.align) == "left":
            setting, shown = plain_lines([line.tokens for line in lines])
            if setting is not None:
                height = style.line_height * style.size
                first = _move(0.0, -self._first_baseline(block, style))
                strings = f" {_move(0.0, -height)} ".join(shown)
                operators = f"{first} {setting.operators} {strings}{setting.closing}"
                return SetBlock(height * len(lines), operators)
        return _together(self._set_lines(lines, block, style, column))

    def slabs(self, block: Paragraph | Heading, tag: str, place: Place, overhang: float = 0.0) -> list[Slab]:
        """Return a paragraph's lines as slabs; `overhang` is how far left of the column its mark stands."""
        style, outer = self.style(block.style, block.language), place
        place = self.column(block, style, place).below(tag, block.language)
        lines = self._lines(block, style, place)
        slabs = self._line_slabs(block, lines, style, place.x, place.parent, overhang)
        if block.anchor and (place.parent or is_trace(block.anchor)):
            anchor = _anchor(block, block.anchor, place.x)
            slabs[0] = replace(slabs[0], drawings=(anchor, *slabs[0].drawings))
        if place.foot and outer.parent and any(isinstance(each, Footnote) for each in block.inlines):
            slabs = list(self._with_notes(slabs, lines, block, outer))
        return self._ruled(slabs, style, place)

    def column(self, block: Paragraph | Heading, style: ParagraphStyle, place: Place) -> Place:
        """Return the column of a paragraph's words: in a cell, the bar of a draft stands in it too."""
        if place.is_cell and isinstance(block, Paragraph) and block.mark:
            look = self.stylesheet.mark[block.mark]
            place = place.inset(look.width + look.gap)
        return place.inset(style.indent) if style.indent else place

    def _line_slabs(
        self,
        block: Paragraph | Heading,
        lines: Sequence[SetLine],
        style: ParagraphStyle,
        x: float,
        element: StructureElement | None,
        overhang: float = 0.0,
    ) -> list[Slab]:
        """Return a slab a line, with the bar of a draft; none is left alone on a page, nor part of a word."""
        slabs = [
            Slab(line.height, (TextLine(x + line.x, line.baseline, line.segments, element),))
            for line in lines
        ]
        if any(line.frames for line in lines):
            slabs = [_framed(slab, line, x) for slab, line in zip(slabs, lines, strict=True)]
        if isinstance(block, Paragraph) and (mark := block.mark):
            slabs = [
                replace(slab, drawings=(self._bar(mark, x - overhang, slab.height), *slab.drawings))
                for slab in slabs
            ]
        slabs = _kept_together(slabs, style)
        for place, line in enumerate(lines):
            if line.divided:
                slabs[place] = replace(slabs[place], keep_with_next=True)
        return slabs

    def _with_notes(
        self, slabs: Sequence[Slab], lines: Sequence[SetLine], block: Paragraph | Heading, place: Place
    ) -> Iterator[Slab]:
        """Yield a paragraph's lines with their footnotes, which stand after it for a screen reader."""
        notes = {footnote_anchor(each.number): each for each in block.inlines if isinstance(each, Footnote)}
        for slab, line in zip(slabs, lines, strict=True):
            addresses = dict.fromkeys(segment.href[1:] for segment in line.segments if segment.href)
            found = [notes.pop(each) for each in addresses if each in notes]
            yield replace(slab, notes=tuple(part for note in found for part in self._note(note, place)))

    def _note(self, note: Footnote, place: Place) -> list[Slab]:
        """Return a footnote's lines, its number before them (ISO 14289-1, 7.9: a Note has an ID)."""
        x, width = place.foot or (place.x, place.width)
        inner = Place(x, width, place.parent, place.language).below("Note", note.paragraph.language)
        anchor = footnote_anchor(note.number)
        if inner.parent is not None:
            inner.parent.identifier = anchor
        number = Run(str(note.number), note.paragraph.language, "superscript")
        label = replace(note.paragraph, inlines=(number,))
        (mark, *_), body = (
            self.slabs(label, "Lbl", inner),
            self.slabs(replace(note.paragraph, anchor=anchor), "P", inner.inset(_NOTE_INDENT)),
        )
        body[0] = replace(body[0], drawings=(*mark.drawings, *body[0].drawings))
        return body

    def style(self, name: str, language: str) -> ParagraphStyle:
        """Return a paragraph style as it is in a language."""
        style = self._styles.get((name, language))
        if style is None:
            style = self._styles[name, language] = self.stylesheet.paragraph_style(name, language)
        return style

    def _lines(self, block: Paragraph | Heading, style: ParagraphStyle, place: Place) -> tuple[SetLine, ...]:
        setting = _Setting(block.inlines, block.style, block.language, place.width, place.align)
        lines = self._set.get(setting)
        if lines is None:
            made = self.typesetter.lines(block.inlines, style, block.language, place.width, block.origin)
            lines = self._set[setting] = self._set_lines(made, block, style, place)
        return lines

    def _set_lines(
        self, lines: Iterable[Line], block: Paragraph | Heading, style: ParagraphStyle, place: Place
    ) -> tuple[SetLine, ...]:
        made: list[SetLine] = []
        is_mixed = len(block.inlines) > 1 and _is_mixed(block)
        height, baseline = style.line_height * style.size, self._first_baseline(block, style)
        align = place.align or style.align
        has_chips = self.typesetter.has_chips(block.inlines)
        if has_chips and align == "justify":
            align = "left"
        for line in lines:
            if is_mixed:
                height = self._mixed_height(line, style, block)
            x, words = aligned(line.tokens, line.width, align, place.width, is_last=line.is_last)
            chips = chips_on(line.tokens) if has_chips else ()
            frames = tuple(frame(each, x, baseline) for each in chips)
            made.append(SetLine(x, baseline, height, words, line.divided, frames))
        return tuple(made)

    def _first_baseline(self, block: Paragraph | Heading, style: ParagraphStyle) -> float:
        key = block.style, block.language
        baseline = self._baselines.get(key)
        if baseline is None:
            baseline = self._baselines[key] = self._baseline(*key, style)
        return baseline

    def _mixed_height(self, line: Line, style: ParagraphStyle, block: Paragraph | Heading) -> float:
        """Return a line's height: as tall as the language in it needs that needs the most."""
        languages = {fragment.look.language for token in line.tokens for fragment in token.words}
        others = (self.style(block.style, other) for other in languages)
        return max((style.line_height, *(each.line_height for each in others))) * style.size

    def _baseline(self, name: str, language: str, style: ParagraphStyle) -> float:
        """Return how far baselines are below the tops of their lines, in points.

        The Latin face stands in the middle of the style's own line height (CSS 2.2, 10.8.1). What a language
        needs more is below, so that paragraphs of several languages side by side begin on one baseline.
        """
        own = self.stylesheet.paragraph[name]
        variant = own.variants.get(language)
        height = ((variant and variant.line_height) or own.line_height) * style.size
        face = self.typesetter.itemiser.latin_face(style.bold, style.italic)
        return (height - (face.ascent + face.descent) * style.size) / 2 + face.ascent * style.size

    def _bar(self, mark: Mark, right: float, height: float) -> Box:
        """Return the bar of a translation's state, which ends `gap` left of the text."""
        look = self.stylesheet.mark[mark]
        return Box(right - look.gap - look.width, 0, look.width, height, self.stylesheet.colour(look.colour))

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


@dataclass(init=False, eq=False, slots=True)
class _CellLines:
    """Returns the lines of a cell's paragraph, if it has to be parted."""

    layout: ParagraphLayout
    block: Paragraph
    style: ParagraphStyle
    column: Place
    element: StructureElement | None

    def __init__(
        self,
        layout: ParagraphLayout,
        block: Paragraph,
        style: ParagraphStyle,
        column: Place,
        element: StructureElement | None,
    ) -> None:
        self.layout = layout
        self.block = block
        self.style = style
        self.column = column
        self.element = element

    def __call__(self) -> list[Slab]:
        return self.layout.cell_lines(self.block, self.style, self.column, self.element)


def _together(lines: Sequence[SetLine]) -> SetBlock:
    """Return lines one under the other; each moves on from where the one before began (9.4.2, Td)."""
    operators: list[str] = []
    frames: list[Frame] = []
    x = y = height = 0.0
    for line in lines:
        baseline = height + line.baseline
        frames += (replace(each, y=height + each.y) for each in line.frames)
        for segment in line.segments:
            operators += _move(line.x - x, y - baseline), segment.operators
            x, y = line.x, baseline
        height += line.height
    return SetBlock(height, " ".join(operators), tuple(frames))


def _framed(slab: Slab, line: SetLine, x: float) -> Slab:
    """Return the slab of a line whose column starts at `x`, with the frames of its chips."""
    frames = (replace(each, x=x + each.x) for each in line.frames)
    return replace(slab, drawings=(*frames, *slab.drawings))


@lru_cache(maxsize=1024)
def _move(across: float, up: float) -> str:
    return f"{number(across)} {number(up)} Td"


def _has_links(block: Paragraph) -> bool:
    """Return whether some of a paragraph's words are links, as page references and footnotes are too."""
    return any(not isinstance(each, Run) or each.href is not None for each in block.inlines)


def _is_mixed(block: Paragraph | Heading) -> bool:
    return any(isinstance(each, Run) and each.language != block.language for each in block.inlines)


def own_language(language: str, around: str) -> str | None:
    """Return a language where it differs from the one around."""
    return language if language != around else None


def _anchor(block: Paragraph | Heading, name: str, x: float) -> Anchor:
    words = " ".join(each.text for each in block.inlines if isinstance(each, Run))
    return Anchor(x, 0, name, words[:_DESCRIPTION], block if isinstance(block, Heading) else None)


def lowered(drawings: Sequence[Drawing], depth: float) -> tuple[Drawing, ...]:
    """Return drawings moved down by `depth` points."""
    return tuple(replace(drawing, y=drawing.y + depth) for drawing in drawings)


def _kept_together(slabs: list[Slab], style: ParagraphStyle) -> list[Slab]:
    """Return a paragraph's lines with its space around them, and no line left alone on a page."""
    last = len(slabs) - 1
    if last == 0:
        only = slabs[0]
        return [Slab(only.height, only.drawings, style.space_before, style.space_after, style.keep_with_next)]
    first, end = slabs[0], slabs[-1]
    slabs[0] = Slab(first.height, first.drawings, before=style.space_before, keep_with_next=True)
    slabs[-1] = Slab(end.height, end.drawings, after=style.space_after, keep_with_next=style.keep_with_next)
    if last > 1:
        slabs[-2] = Slab(slabs[-2].height, slabs[-2].drawings, keep_with_next=True)
    return slabs
