"""Sections become stretches of the body that end in their pages' properties, and parts for heads and feet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planreports.document.nodes import Block, Heading, Inline, Section
from planreports.document.styles import Stylesheet
from planreports.writers.docx.blocks import BlockWriter, Shared
from planreports.writers.docx.package import TextPart, WordPackage
from planreports.writers.docx.page import Page
from planreports.writers.docx.place import Place
from planreports.writers.docx.reference.letterhead import RunningPart
from planreports.writers.docx.reference.source import PageSetup, RunningPlace
from planreports.writers.docx.runs import Titles
from planreports.writers.docx.watermark import watermark_runs
from planreports.writers.docx.xml import Xml, element, root

_PARTS = {"header": "hdr", "footer": "ftr"}


@dataclass(slots=True)
class SectionWriter:
    """Writes sections into a package; `running` are the heads and feet that have been written.

    `setup` are a house's own pages, where it has some.
    """

    package: WordPackage
    stylesheet: Stylesheet
    shared: Shared
    setup: PageSetup | None = None
    running: list[RunningPart] = field(default_factory=list)

    def body(self, sections: tuple[Section, ...]) -> Iterator[Xml]:
        """Yield the main part's body: every section's blocks, with its pages' properties after them.

        Those of the last section end the body; the others stand in the section's last paragraph (17.6.18).
        """
        writer = BlockWriter.of(self.stylesheet, self.shared, self.package.main)
        titles: Titles = {}
        for number, section in enumerate(sections, 1):
            page = Page.of(section, self.stylesheet, self.setup)
            made = writer.content(section.blocks, Place(page.text_width, before=0.0))
            titles = {**titles, **first_titles(section.blocks)}
            properties = self._properties(section, page, titles, is_first=number == 1)
            yield from made[:-1]
            if number == len(sections):
                yield from (made[-1], properties)
            else:
                yield made[-1].replace("</w:pPr>", f"{properties}</w:pPr>", 1)

    def _properties(self, section: Section, page: Page, titles: Titles, *, is_first: bool) -> Xml:
        """Return a section's properties, in the schema's order (17.6.17)."""
        first = section.first_header is not None or section.first_footer is not None
        first = first or (is_first and self.setup is not None and self.setup.has_first_page)
        return element(
            "sectPr",
            *self._running("header", section, page, titles, is_first),
            *self._running("footer", section, page, titles, is_first),
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
                gutter=page.gutter,
            ),
            element("titlePg") if first else None,
        )

    def _running(
        self, kind: str, section: Section, page: Page, titles: Titles, is_first: bool
    ) -> Iterator[Xml]:
        """Yield references to the parts of a running head or foot: the section's, and its first page's."""
        blocks, first = section.header, section.first_header
        if kind == "footer":
            blocks, first = section.footer, section.first_footer
        watermark = section.watermark if kind == "header" else ()
        choices = {"default": blocks, "first": blocks if first is None else first}
        if self.setup is not None and self.setup.has_even_pages:
            choices["even"] = blocks
        for pages, chosen in choices.items():
            place = RunningPlace(kind, pages)
            part, reference = self._reference(place, chosen, watermark, page, titles)
            self.running.append(RunningPart(place, part, is_first))
            yield reference

    def _reference(
        self,
        place: RunningPlace,
        blocks: tuple[Block, ...],
        watermark: tuple[Block, ...],
        page: Page,
        titles: Titles,
    ) -> tuple[TextPart, Xml]:
        kind, number = place.kind, len(self.running) + 1
        part, id_ = self.package.add(kind, number=number)
        writer = BlockWriter.of(self.stylesheet, self.shared, part, titles)
        content = writer.content(blocks, self._running_place(kind, blocks, page))
        paper = page.width / 20, page.height / 20
        if shapes := watermark_runs(watermark, self.stylesheet, paper, number, self.shared.measures):
            content[-1] = content[-1].removesuffix("</w:p>") + shapes + "</w:p>"
        part.content = root(_PARTS[kind], *content)
        return part, element(f"{kind}Reference", type=place.pages, r_id=id_)

    def _running_place(self, kind: str, blocks: tuple[Block, ...], page: Page) -> Place:
        """Return the place of a running head or foot: its edge has the space that parts it from the text."""
        place = Place(page.text_width)
        if not blocks:
            return place
        if kind == "header":
            return place._replace(before=0.0, after=self.stylesheet.page.header_gap)
        return place._replace(before=self.stylesheet.page.footer_gap, after=0.0)


def first_titles(blocks: Sequence[Block]) -> Titles:
    """Return the words of the first heading of each level: what running titles show at first."""
    titles: dict[int, tuple[Inline, ...]] = {}
    for block in blocks:
        if isinstance(block, Heading):
            titles.setdefault(block.level, block.inlines)
    return titles
