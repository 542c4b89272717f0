"""The document tree becomes a Word file: styles from the stylesheet, blocks into the body, sections' pages.

`write` is the whole of it: `styles` are made of the stylesheet, `runs`, `blocks` and `tables` of the tree,
`numbering` of its lists; `package` holds the parts and saves them the same way every time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.part import Part
from docx.section import Section as WordSection
from docx.section import _BaseHeaderFooter
from docx.shared import Mm, Twips

from planreports.document.nodes import Block, Document, Section
from planreports.document.styles import Stylesheet
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.languages import language as language_of
from planreports.i18n.line_breaks import LineBreaker
from planreports.writers.docx.blocks import BlockWriter
from planreports.writers.docx.numbering import Numbering
from planreports.writers.docx.package import (
    NUMBERING,
    SETTINGS,
    STYLES,
    describe,
    empty_package,
    replace_part,
    saved,
    settings,
)
from planreports.writers.docx.place import Place
from planreports.writers.docx.running import running_height
from planreports.writers.docx.styles import Styles
from planreports.writers.docx.xml import Element

_POINT_MM = 25.4 / 72


def write(document: Document, stylesheet: Stylesheet, breaker: LineBreaker) -> bytes:
    """Return a document as a Word file. Word breaks Lao lines itself, so `breaker` is not asked.

    Raises WritingError for characters that a Word file cannot hold.
    """
    word = empty_package()
    styles = Styles(stylesheet, document.metadata.languages)
    numbering = Numbering(stylesheet.list)
    for number, section in enumerate(document.sections):
        page = word.sections[0] if number == 0 else word.add_section(WD_SECTION.NEW_PAGE)
        _set_page(page, section, stylesheet)
        place = Place(_text_width(page))

        def writer(part: Part) -> BlockWriter:
            return BlockWriter(stylesheet, styles, numbering, part)

        _append(word, writer(word.part).content(section.blocks, place))
        _running(page, section, writer, place)
    replace_part(word, STYLES, styles.part())
    replace_part(word, NUMBERING, numbering.part())
    main = next(
        (found for code in document.metadata.languages if not (found := language_of(code)).is_complex_script),
        language_of(SOURCE_LANGUAGE),
    )
    replace_part(word, SETTINGS, settings(main, styles.complex_language))
    describe(word, document.metadata)
    return saved(word)


def _set_page(page: WordSection, section: Section, stylesheet: Stylesheet) -> None:
    style = stylesheet.page
    width, height = sorted((style.width_mm, style.height_mm), reverse=section.orientation == "landscape")
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.orientation = WD_ORIENT.LANDSCAPE if section.orientation == "landscape" else WD_ORIENT.PORTRAIT
    margins = style.margins
    page.top_margin, page.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    page.left_margin, page.right_margin = Mm(margins.left), Mm(margins.right)
    page.header_distance, page.footer_distance = Mm(margins.top), Mm(margins.bottom)
    head = _tallest(stylesheet, section.header, section.first_header)
    foot = _tallest(stylesheet, section.footer, section.first_footer)
    if head:
        page.top_margin = Mm(margins.top + (head + style.header_gap) * _POINT_MM)
    if foot:
        page.bottom_margin = Mm(margins.bottom + (foot + style.footer_gap) * _POINT_MM)


def _tallest(stylesheet: Stylesheet, *running: tuple[Block, ...] | None) -> float:
    """Return the height of the tallest of some running heads or feet, in points."""
    return max(running_height(blocks or (), stylesheet) for blocks in running)


def _text_width(page: WordSection) -> int:
    """Return the width between a page's margins, in twips."""
    width = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    return round(width / Twips(1))


def _append(word: WordDocument, content: Sequence[Element]) -> None:
    """Put content at the end of the body, before the properties of its last section."""
    last = word.element.body[-1]
    for each in content:
        last.addprevious(each)


def _running(
    page: WordSection, section: Section, writer: Callable[[Part], BlockWriter], place: Place
) -> None:
    """Write what stands at the head and foot of a section's pages."""
    first = section.first_header is not None or section.first_footer is not None
    page.different_first_page_header_footer = first
    parts: list[tuple[_BaseHeaderFooter, tuple[Block, ...]]] = [
        (page.header, section.header),
        (page.footer, section.footer),
    ]
    if first:
        parts += [
            (page.first_page_header, _or(section.first_header, section.header)),
            (page.first_page_footer, _or(section.first_footer, section.footer)),
        ]
    for target, blocks in parts:
        target.is_linked_to_previous = False
        root = target._element
        for child in list(root):
            root.remove(child)
        for each in writer(target.part).content(blocks, place):
            root.append(each)


def _or(first: tuple[Block, ...] | None, other: tuple[Block, ...]) -> tuple[Block, ...]:
    return other if first is None else first
