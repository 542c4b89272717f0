"""The document tree becomes a PDF file: blocks to slabs, slabs to pages, pages to contents, to a file.

`write` is the whole of it. Text is itemised (`itemise`), shaped (`shaping`) and broken (`lines`); blocks
(`blocks`, `paragraphs`, `tables`) become slabs; `filling` and `pages` stack them; `content` draws them,
tagged; `embedding`, `tree` and `file` write objects. All of it tagged for PDF/UA-1 and PDF/A-2a.
"""

from __future__ import annotations

from dataclasses import replace

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.i18n.line_breaks import LineBreaker
from planreports.writers.pdf.blocks import BlockLayout
from planreports.writers.pdf.content import PageContent
from planreports.writers.pdf.file import pdf_file
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.pages import Paginator
from planreports.writers.pdf.structure import StructureElement


def write(document: Document, stylesheet: Stylesheet, breaker: LineBreaker) -> bytes:
    """Return a document as a PDF file.

    Raises WritingError with every character that no font has, and for a font that is not installed.
    """
    library = FontLibrary()
    itemiser = Itemiser(stylesheet, library)
    typesetter = Typesetter(stylesheet, breaker, itemiser)
    paginator = Paginator(BlockLayout.of(stylesheet, typesetter), document.language)
    root = StructureElement("Document")
    pages = [page for section in document.sections for page in paginator.pages(section, root)]
    contents = []
    for number, page in enumerate(pages):
        content = PageContent(number, page.box.height)
        numbered = replace(typesetter, fields=(str(number + 1), str(len(pages))))
        head, foot = Paginator(BlockLayout.of(stylesheet, numbered), document.language).running(page)
        content.draw([*head, *page.body, *foot])
        contents.append((content, (page.box.width, page.box.height)))
    itemiser.raise_if_missing()
    return pdf_file(contents, list(library.faces.values()), root, document.metadata)
