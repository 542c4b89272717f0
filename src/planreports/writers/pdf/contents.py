"""Contents become lines that lead to pages: words, dots, and the page's number, all of it one link."""

from __future__ import annotations

from dataclasses import replace

from planreports.document.nodes import Contents, ContentsEntry, Inline, Origin, PageReference, Paragraph, Run
from planreports.writers.pdf.drawing import Dots, TextLine
from planreports.writers.pdf.paragraphs import ParagraphLayout
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.slabs import Slab

_NUMBER_ROOM = 26.0
_DOTS_GAP = 4.0


def contents_slabs(block: Contents, place: Place, layout: ParagraphLayout) -> list[Slab]:
    """Return the lines of contents, tagged TOC, TOCI and Reference (ISO 32000-1, 14.8.4.2 and 14.8.4.4)."""
    listed = place.below("TOC", block.language)
    return [slab for entry in block.entries for slab in _entry(entry, block.origin, listed, layout)]


def _entry(entry: ContentsEntry, origin: Origin, place: Place, layout: ParagraphLayout) -> list[Slab]:
    """Return an entry's lines; the number of its page stands at the end of the last."""
    inner = place.below("TOCI", entry.language)
    title = Paragraph(
        (*(_linked(each, entry.target) for each in entry.inlines), _linked(_space(entry), entry.target)),
        entry.language,
        f"contents-{entry.level}",
        origin,
    )
    slabs = layout.slabs(title, "Reference", inner.inset(0, _NUMBER_ROOM))
    page = replace(title, inlines=(PageReference(entry.target, entry.language),))
    (number,) = layout.slabs(page, "Reference", place._replace(parent=None, align="right"))
    colour = layout.stylesheet.paragraph[title.style].colour
    slabs[-1] = _with_number(slabs[-1], number, layout.stylesheet.colour(colour))
    return slabs


def _space(entry: ContentsEntry) -> Run:
    """Return what parts an entry's words from the number where a reader sees dots."""
    return Run(" ", entry.language)


def _linked(inline: Inline, target: str) -> Inline:
    return replace(inline, href=f"#{target}") if isinstance(inline, Run) else inline


def _with_number(slab: Slab, number: Slab, colour: str) -> Slab:
    """Return an entry's last line with dots and the number, which belong to the line's own element."""
    words = next(each for each in slab.drawings if isinstance(each, TextLine))
    figures = next(each for each in number.drawings if isinstance(each, TextLine))
    end = words.x + sum(segment.width for segment in words.segments) + _DOTS_GAP
    dots = Dots(end, words.y, max(figures.x - _DOTS_GAP - end, 0.0), colour)
    own = replace(figures, y=words.y, element=words.element)
    return replace(slab, drawings=(*slab.drawings, dots, own))
