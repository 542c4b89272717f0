"""A document is composed: its pages laid out and drawn, until the page numbers in its text are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planreports.document.nodes import Document, Inline
from planreports.writers.pdf.blocks import BlockLayout
from planreports.writers.pdf.content import PageContent
from planreports.writers.pdf.lines import Fields, Typesetter
from planreports.writers.pdf.pages import Page, Paginator
from planreports.writers.pdf.structure import StructureElement
from planreports.writers.pdf.watermark import watermark_operators

_MOST_PASSES = 4
"""A number that grows by a digit can move what it stands before; that settles at once, or never."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The pages of a document with their contents, and its structure."""

    pages: tuple[tuple[Page, PageContent], ...]
    root: StructureElement

    def anchors(self) -> dict[str, int]:
        """Return the number of the page, from 1, on which each anchor stands."""
        return {
            each.anchor.name: content.number + 1 for _, content in self.pages for each in content.destinations
        }


def composed(document: Document, typesetter: Typesetter) -> Composition:
    """Return a document's pages, with their running heads and feet."""
    composition = composed_bodies(document, typesetter)
    _draw_running(composition, document.metadata.languages, typesetter)
    return composition


def composed_bodies(document: Document, typesetter: Typesetter) -> Composition:
    """Return a document's pages without running heads: laid out until page references are right."""
    known: dict[str, int] = {}
    for _ in range(_MOST_PASSES):
        fields = Fields(anchors=known)
        composition = _bodies(document, replace(typesetter, fields=fields))
        found = composition.anchors()
        if all(found.get(anchor) == known.get(anchor) for anchor in fields.asked):
            break
        known = found
    return composition


def _bodies(document: Document, typesetter: Typesetter) -> Composition:
    paginator = Paginator(BlockLayout.of(typesetter, document.metadata.languages), document.language)
    root = StructureElement("Document")
    pages = [page for section in document.sections for page in paginator.pages(section, root)]
    drawn = []
    for number, page in enumerate(pages):
        content = PageContent(number, page.box.height)
        content.draw(page.body)
        drawn.append((page, content))
    return Composition(tuple(drawn), root)


def _draw_running(composition: Composition, languages: Sequence[str], typesetter: Typesetter) -> None:
    latest: dict[int, tuple[Inline, ...]] = {}
    anchors = composition.anchors()
    for page, content in composition.pages:
        headings = _headings(content)
        titles = {**latest, **dict(reversed(headings))}
        latest.update(headings)
        fields = Fields(str(content.number + 1), str(len(composition.pages)), anchors, titles)
        layout = BlockLayout.of(replace(typesetter, fields=fields), languages)
        head, foot = Paginator(layout, languages[0]).running(page)
        content.draw_head(head)
        content.draw_foot(foot)
        if page.section.watermark:
            words = page.section.watermark
            drawn = watermark_operators(words, page.box, typesetter.stylesheet, typesetter.itemiser)
            content.operators.insert(0, drawn)


def _headings(content: PageContent) -> list[tuple[int, tuple[Inline, ...]]]:
    """Return level and words of the headings on a page, in their order.

    A running title is the first of them, or the last before the page, as Word's STYLEREF has it (ISO/IEC
    29500-1, 17.16.5.59).
    """
    headings = (destination.anchor.heading for destination in content.destinations)
    return [(each.level, each.inlines) for each in headings if each is not None]
