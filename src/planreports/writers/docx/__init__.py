"""The document tree becomes a Word file: styles from the stylesheet, blocks into the body, sections' pages.

`write` is the whole of it: `styles` are made of the stylesheet, `runs`, `blocks` and `tables` of the tree,
`numbering` of its lists, `sections` of its pages; `package` holds the parts and saves them the same way
every time. Every part is text (`xml`).
"""

from __future__ import annotations

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.docx.blocks import Shared
from planreports.writers.docx.controls import Controls
from planreports.writers.docx.footnotes import footnote_properties, write_footnotes
from planreports.writers.docx.heading_numbers import heading_numbers
from planreports.writers.docx.measures import Measures
from planreports.writers.docx.numbering import Numbering
from planreports.writers.docx.package import WordPackage, settings
from planreports.writers.docx.pictures import Pictures
from planreports.writers.docx.reference.parts import referenced_parts, stylesheet_with
from planreports.writers.docx.reference.source import Reference, read_reference
from planreports.writers.docx.references import References
from planreports.writers.docx.sections import SectionWriter
from planreports.writers.docx.styles import Styles
from planreports.writers.docx.theme import font_table, theme
from planreports.writers.docx.word_breaks import with_marked_breaks
from planreports.writers.docx.xml import element, root
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions


def write(
    document: Document,
    stylesheet: Stylesheet,
    breaker: LineBreaker,
    options: WritingOptions = DEFAULT_OPTIONS,
) -> bytes:
    """Return a document as a Word file.

    Word breaks Lao lines itself: `breaker` is asked for pages, and for marks where the stylesheet wants them.

    With a house's own Word file (`options.reference`) its styles, pages, heads and feet are used.

    Raises WritingError for characters that a Word file cannot hold, DataError for a reference that is none.
    """
    if stylesheet.word_breaks == "zwsp":
        document = with_marked_breaks(document, breaker)
    package = WordPackage()
    reference = read_reference(options.reference, options.reference_name) if options.reference else None
    if reference is not None:
        stylesheet = stylesheet_with(reference, stylesheet, document.metadata.languages)
    shared = _shared(document, stylesheet, breaker)
    sections = SectionWriter(package, stylesheet, shared, reference.page if reference else None)
    package.main.content = root("document", element("body", *sections.body(document.sections)))
    if shared.footnotes:
        write_footnotes(shared.footnotes, package, stylesheet, shared)
    _add_settings(package, shared, reference)
    if reference is None:
        package.add("styles", shared.styles.part())
        package.add("theme", theme(stylesheet, shared.styles.complex_language))
        package.add("fontTable", font_table(stylesheet))
    else:
        _add_referenced(package, reference, shared, sections, options)
    package.add("numbering", shared.numbering.part())
    package.describe(document.metadata)
    return package.saved()


def _shared(document: Document, stylesheet: Stylesheet, breaker: LineBreaker) -> Shared:
    headings = heading_numbers(document)
    return Shared(
        Styles(stylesheet, document.metadata.languages, headings),
        Numbering(stylesheet.list, headings),
        References(document, stylesheet, breaker),
        Pictures(breaker),
        Measures(stylesheet, breaker),
        [],
        Controls(),
    )


def _add_settings(package: WordPackage, shared: Shared, reference: Reference | None) -> None:
    notes = footnote_properties() if shared.footnotes else None
    even = bool(reference and reference.page and reference.page.has_even_pages)
    languages = shared.styles.latin_language, shared.styles.complex_language
    is_form = shared.controls.count > 0
    package.add("settings", settings(*languages, notes, even_pages=even, is_form=is_form))


def _add_referenced(
    package: WordPackage,
    reference: Reference,
    shared: Shared,
    sections: SectionWriter,
    options: WritingOptions,
) -> None:
    """Add the styles, theme and fonts of a house's own Word file; what is missing in it is a warning."""
    parts = referenced_parts(reference, shared.styles, shared.pictures, package.texts(), sections.running)
    for warning in parts.warnings:
        options.warn(warning)
    package.add("styles", parts.styles)
    package.add("theme", parts.theme)
    package.add("fontTable", parts.fonts)
