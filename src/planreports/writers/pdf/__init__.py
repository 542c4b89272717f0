"""The document tree becomes a PDF file: blocks to slabs, slabs to pages, pages to contents, to a file.

`write` is the whole of it. Text is itemised (`itemise`), shaped (`shaping`) and broken (`lines`); blocks
(`blocks`, `paragraphs`, `tables`) become slabs; `filling` and `pages` stack them; `composition` draws them
with `content`, tagged for PDF/UA-1 and PDF/A-2a; `embedding`, `tree`, `outline` and `file` write objects.
"""

from __future__ import annotations

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions
from planreports.writers.pdf.composition import composed, composed_bodies
from planreports.writers.pdf.file import pdf_file
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter


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
