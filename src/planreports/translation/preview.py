"""A message becomes a picture of where it stands: its block of a report, set by the PDF engine, alone.

A statement is shown as the plan's text has it, a word of the interface in the first report that prints it: in
the row of its table, in its notice, at the head of its page. What no report prints is shown by itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pypdfium2
from PIL import Image, ImageChops

from planreports.document.excerpts import excerpt
from planreports.document.nodes import (
    Document,
    Mark,
    Metadata,
    Origin,
    Paragraph,
    Parallel,
    ParallelRow,
    Run,
    Section,
)
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import MessageKey, Text, TranslationState
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.rendering import write
from planreports.translation.documents import MessageDocument, traced
from planreports.workspace.workspace import Workspace

FORMATS = ("png", "pdf")

_SCALE = 2.0
"""Pixels a point of a PNG: 144 to the inch."""

_MARGIN = 12.0
"""How much paper is left above and below what is shown, in points."""

_BY_ITSELF = Origin("no layout", 1, 1)


@dataclass(frozen=True, slots=True)
class Preview:
    """A message and the excerpt that shows it; `document` is where it stands, None where no report has it."""

    key: MessageKey
    document: MessageDocument | None
    excerpt: Document


def previews(
    keys: Sequence[MessageKey],
    workspace: Workspace,
    choice: LanguageChoice,
    among: Iterable[MessageDocument],
) -> list[Preview]:
    """Return the previews of messages, in their order, from the first documents that print them.

    Raises PlanReportsError as `planreports.render` does.
    """
    found: dict[MessageKey, Preview] = {}
    for document in among:
        wanted = [key for key in keys if key not in found]
        if not wanted:
            break
        made = traced(document, workspace, choice)
        for key in wanted:
            if anchors := made.trace.first_place(key, len(choice.languages)):
                found[key] = Preview(key, document, excerpt(made.tree, anchors))
    return [found.get(key) or _by_itself(key, workspace.catalogs, choice) for key in keys]


def preview_file(made: Sequence[Preview], workspace: Workspace, format_: str) -> bytes:
    """Return previews as one file, `png` or `pdf`, each on as much paper as it takes.

    Raises WritingError for characters that no font has, and fonts that are not there.
    """
    first, *_ = made
    sections = tuple(section for each in made for section in each.excerpt.sections)
    whole = write(replace(first.excerpt, sections=sections), "pdf", workspace.stylesheet)
    with pypdfium2.PdfDocument(whole) as document:
        return _picture(document) if format_ == "png" else _trimmed(document)


def _picture(document: pypdfium2.PdfDocument) -> bytes:
    """Return pages as one picture, one under the other, each without the paper below its words."""
    parts = []
    for page in document:
        image = page.render(scale=_SCALE).to_pil().convert("RGB")
        top, bottom = _extent(image)
        parts.append(image.crop((0, top, image.width, bottom)))
    size = max(each.width for each in parts), sum(each.height for each in parts)
    whole, y = Image.new("RGB", size, "white"), 0
    for part in parts:
        whole.paste(part, (0, y))
        y += part.height
    out = io.BytesIO()
    whole.save(out, "PNG", dpi=(72 * _SCALE, 72 * _SCALE))
    return out.getvalue()


def _trimmed(document: pypdfium2.PdfDocument) -> bytes:
    """Return pages as a PDF file whose paper ends where the words do."""
    for page in document:
        width, height = page.get_size()
        top, bottom = (each / _SCALE for each in _extent(page.render(scale=_SCALE).to_pil().convert("RGB")))
        page.set_mediabox(0, height - bottom, width, height - top)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _extent(image: Image.Image) -> tuple[int, int]:
    """Return from where to where, in pixels from the top, a page is not white, with some paper around."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    _, top, _, bottom = box or (0, 0, 0, 0)
    margin = round(_MARGIN * _SCALE)
    return max(0, top - margin), min(image.height, bottom + margin)


def _by_itself(key: MessageKey, catalogs: Catalogs, choice: LanguageChoice) -> Preview:
    """Return the preview of a message that no report prints: as a text of a report would be."""
    context, source = key
    text = catalogs.text(source, context)
    cells = tuple((_paragraph(text, language),) for language in choice.languages)
    if len(cells) > 1 and choice.arrangement is Arrangement.SIDE_BY_SIDE:
        blocks: tuple[Parallel | Paragraph, ...] = (
            Parallel((ParallelRow(cells, _BY_ITSELF),), choice.languages, _BY_ITSELF),
        )
    else:
        blocks = tuple(block for cell in cells for block in cell)
    metadata = Metadata(source, choice.languages)
    return Preview(key, None, Document((Section(blocks, _BY_ITSELF),), metadata))


def _paragraph(text: Text, language: str) -> Paragraph:
    words = text.translation(language)
    marks: dict[TranslationState, Mark] = {
        TranslationState.DRAFT: "draft",
        TranslationState.MISSING: "missing",
    }
    return Paragraph((Run(words.text, words.language),), language, "body", _BY_ITSELF, marks.get(words.state))
