"""Sections' pages: paper, margins, and running heads and feet in parts of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planreports.document.nodes import Block, Section
from planreports.document.styles import PageStyle, Stylesheet
from planreports.writers.docx.blocks import BlockWriter, Shared, space
from planreports.writers.docx.package import WordPackage
from planreports.writers.docx.place import Place
from planreports.writers.docx.running import running_height
from planreports.writers.docx.watermark import watermark_runs
from planreports.writers.docx.xml import Xml, element, root

_TWIPS = 1440 / 25.4
_PARTS = {"header": "hdr", "footer": "ftr"}


@dataclass(slots=True)
class SectionWriter:
    """Writes sections into a package."""

    package: WordPackage
    stylesheet: Stylesheet
    shared: Shared
    _running_parts: int = 0

    def body(self, sections: tuple[Section, ...]) -> Iterator[Xml]:
        """Yield the main part's body: every section's blocks and, after them, its pages' properties.

        Those of the last section end the body; the others stand in a paragraph (17.6.18).
        """
        writer = BlockWriter.of(self.stylesheet, self.shared, self.package.main)
        for number, section in enumerate(sections, 1):
            page = _Page.of(section, self.stylesheet)
            yield from writer.content(section.blocks, Place(page.text_width))
            properties = self._properties(section, page)
            if number == len(sections):
                yield properties
            else:
                style = element("pStyle", val="TableGap")
                yield element("p", element("pPr", style, properties))

    def _properties(self, section: Section, page: _Page) -> Xml:
        """Return a section's properties, in the schema's order (17.6.17)."""
        first = section.first_header is not None or section.first_footer is not None
        return element(
            "sectPr",
            *self._running("header", section, page),
            *self._running("footer", section, page),
            element("type", val="nextPage"),
            element("pgSz", w=page.width, h=page.height, orient=section.orientation),
            element(
                "pgMar",
                top=page.top,
                right=page.right,
                bottom=page.bottom,
                left=page.left,
                header=page.header,
                footer=page.footer,
                gutter=0,
            ),
            element("titlePg") if first else None,
        )

    def _running(self, kind: str, section: Section, page: _Page) -> Iterator[Xml]:
        """Yield references to the parts of a running head or foot: the section's, and its first page's."""
        blocks, first = section.header, section.first_header
        if kind == "footer":
            blocks, first = section.footer, section.first_footer
        watermark = section.watermark if kind == "header" else ()
        yield self._reference(kind, "default", blocks, watermark, page)
        yield self._reference(kind, "first", blocks if first is None else first, watermark, page)

    def _reference(
        self, kind: str, place: str, blocks: tuple[Block, ...], watermark: tuple[Block, ...], page: _Page
    ) -> Xml:
        self._running_parts += 1
        part, id_ = self.package.add(kind, number=self._running_parts)
        writer = BlockWriter.of(self.stylesheet, self.shared, part)
        content = writer.content(blocks, Place(page.text_width))
        content = _apart_from_body(kind, content, bool(blocks), self.stylesheet.page)
        if shapes := watermark_runs(
            watermark, self.stylesheet, (page.width / 20, page.height / 20), self._running_parts
        ):
            content.append(space(1, shapes))
        part.content = root(_PARTS[kind], *content)
        return element(f"{kind}Reference", type=place, r_id=id_)


@dataclass(frozen=True, slots=True)
class _Page:
    """A section's paper and margins, in twips; margins keep the text clear of running heads and feet."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @classmethod
    def of(cls, section: Section, stylesheet: Stylesheet) -> _Page:
        style, margins = stylesheet.page, stylesheet.page.margins
        is_landscape = section.orientation == "landscape"
        width, height = sorted((style.width_mm, style.height_mm), reverse=is_landscape)
        head = _shortest(stylesheet, section.header, section.first_header)
        foot = _shortest(stylesheet, section.footer, section.first_footer)
        return cls(
            width=round(width * _TWIPS),
            height=round(height * _TWIPS),
            top=round(margins.top * _TWIPS + (head + style.header_gap if head else 0) * 20),
            right=round(margins.right * _TWIPS),
            bottom=round(margins.bottom * _TWIPS + (foot + style.footer_gap if foot else 0) * 20),
            left=round(margins.left * _TWIPS),
            header=round(margins.top * _TWIPS),
            footer=round(margins.bottom * _TWIPS),
        )

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.width - self.left - self.right


def _shortest(stylesheet: Stylesheet, running: tuple[Block, ...], first: tuple[Block, ...] | None) -> float:
    """Return the height of the shorter of a running head and that of the first page, in points.

    A taller one pushes the text away on its pages (17.6.11: `top` and `bottom` are the least), as in the PDF.
    """
    height = running_height(running, stylesheet)
    return height if first is None else min(height, running_height(first, stylesheet))


def _apart_from_body(kind: str, content: list[Xml], filled: bool, page: PageStyle) -> list[Xml]:
    """Return a running head or foot with the space that parts it from the text."""
    if not filled:
        return content
    return [*content, space(page.header_gap)] if kind == "header" else [space(page.footer_gap), *content]
