"""Contents become a field that is already filled: a linked paragraph an entry, each with its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planreports.document.nodes import Contents, ContentsEntry, Origin, PageReference, Paragraph
from planreports.document.styles import contents_levels
from planreports.writers.docx.paragraph_properties import contents_width
from planreports.writers.docx.place import Place, positions
from planreports.writers.docx.references import field_begin, field_end
from planreports.writers.docx.xml import Xml, element

if TYPE_CHECKING:
    from planreports.writers.docx.blocks import BlockWriter


def contents(block: Contents, place: Place, writer: BlockWriter) -> Iterator[Xml]:
    """Yield the paragraphs of a contents field (17.16.5.68): it begins in the first and ends in the last."""
    levels = contents_levels(writer.stylesheet)
    begin = field_begin(f' TOC \\o "{min(levels)}-{max(levels)}" \\h \\z \\u ') if levels else ""
    last = len(block.entries) - 1
    if place.width != contents_width(writer.stylesheet):
        place = place._replace(page_tab=place.width)
    for number, entry in enumerate(block.entries):
        made = _entry(entry, block.origin, writer)
        content = (begin if number == 0 else "") + made + (field_end() if number == last else "")
        yield writer.paragraph_of(_paragraph(entry, block.origin), content, place)
        place = positions(place).middle


def _entry(entry: ContentsEntry, origin: Origin, writer: BlockWriter) -> Xml:
    line = _paragraph(entry, origin)
    words = "".join(writer.run_writer.runs(line))
    number = replace(line, inlines=(PageReference(entry.target, entry.language),))
    page = "".join(writer.run_writer.runs(number))
    return writer.run_writer.references.linked(entry.target, words + element("r", element("tab")) + page)


def _paragraph(entry: ContentsEntry, origin: Origin) -> Paragraph:
    return Paragraph(entry.inlines, entry.language, f"contents-{entry.level}", origin)
