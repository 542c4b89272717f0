"""The document tree becomes a PDF file: blocks to slabs, slabs to pages, pages to contents, to a file.

`write` is the whole of it. Text is itemised (`itemise`), shaped (`shaping`) and broken (`lines`); blocks
(`blocks`, `paragraphs`, `tables`) become slabs; `filling` and `pages` stack them; `composition` draws them
with `content`, tagged for PDF/UA-1 and PDF/A-2a; `embedding`, `tree`, `outline` and `file` write objects.
"""

from __future__ import annotations

from planreports.document.nodes import Document, Paragraph
from planreports.document.styles import Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions
from planreports.writers.pdf.composition import composed, composed_bodies
from planreports.writers.pdf.file import pdf_file
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import TornWord, Typesetter


def write(
    document: Document,
    stylesheet: Stylesheet,
    breaker: LineBreaker,
    options: WritingOptions = DEFAULT_OPTIONS,
) -> bytes:
    """Return a document as a PDF file.

    Raises WritingError with every character that no font has, and for a font that is not installed.
    """
    library = FontLibrary()
    itemiser = Itemiser(stylesheet, library, options)
    composition = composed(document, Typesetter(stylesheet, breaker, itemiser))
    itemiser.report_missing()
    pages = [(content, (page.box.width, page.box.height)) for page, content in composition.pages]
    return pdf_file(pages, list(library.all_faces()), composition.root, document.metadata)


def anchor_pages(document: Document, stylesheet: Stylesheet, breaker: LineBreaker) -> dict[str, int]:
    """Return the number of the page, from 1, on which each anchor of a document stands in its PDF.

    Raises WritingError for a font that is not installed.
    """
    typesetter = Typesetter(stylesheet, breaker, Itemiser(stylesheet, FontLibrary()))
    return composed_bodies(document, typesetter).anchors()


def traced_pages(document: Document, stylesheet: Stylesheet, breaker: LineBreaker) -> dict[str, list[int]]:
    """Return the numbers of the pages, from 1, on which the blocks with anchors begin in a document's PDF.

    What stands at the head or foot of pages, or is repeated, as the head of a table is, has several.
    Raises WritingError for a font that is not installed.
    """
    typesetter = Typesetter(stylesheet, breaker, Itemiser(stylesheet, FontLibrary()))
    found: dict[str, list[int]] = {}
    for page, content in composed(document, typesetter).pages:
        behind = [each.anchor for each in page.section.watermark if isinstance(each, Paragraph)]
        for anchor in dict.fromkeys((*(each.anchor.name for each in content.destinations), *behind)):
            if anchor is not None:
                found.setdefault(anchor, []).append(content.number + 1)
    return found


def torn_words(document: Document, stylesheet: Stylesheet, breaker: LineBreaker) -> list[TornWord]:
    """Return the words that do not fit their columns in a document's PDF, each once.

    They are parted where no language parts them, or stand out of their cells. Raises WritingError for a font
    that is not installed.
    """
    typesetter = Typesetter(stylesheet, breaker, Itemiser(stylesheet, FontLibrary()))
    composed(document, typesetter)
    return list(dict.fromkeys(typesetter.torn))
