"""Blocks become the paragraphs and tables of a part: the body, a header, or a footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from docx.opc.part import Part

from planreports.document.nodes import (
    Aside,
    Block,
    Contents,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    PageBreak,
    Paragraph,
    Parallel,
    Rule,
    Table,
)
from planreports.document.styles import Stylesheet
from planreports.writers.docx import parallel, tables
from planreports.writers.docx.contents import contents
from planreports.writers.docx.controls import Controls, boxed
from planreports.writers.docx.figures import figure
from planreports.writers.docx.lists import listed
from planreports.writers.docx.measures import Measures
from planreports.writers.docx.numbering import Numbering
from planreports.writers.docx.paragraph_properties import heading_properties, paragraph_properties
from planreports.writers.docx.pictures import Pictures
from planreports.writers.docx.place import Place, positions
from planreports.writers.docx.references import References
from planreports.writers.docx.runs import RunWriter, Titles
from planreports.writers.docx.spaces import space_of
from planreports.writers.docx.style_names import RULE_STYLE, ListRole, StyleKey
from planreports.writers.docx.styles import Styles
from planreports.writers.docx.xml import Xml, element


class Shared(NamedTuple):
    """What all parts of one package share."""

    styles: Styles
    numbering: Numbering
    references: References
    pictures: Pictures
    measures: Measures
    footnotes: list[Footnote]
    controls: Controls


class _Look(NamedTuple):
    """All that a paragraph's properties depend on; `number` is its list's numbering instance."""

    style: str
    language: str
    mark: Mark | None
    place: Place
    role: ListRole | None
    number: int | None


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks into one part of the package."""

    stylesheet: Stylesheet
    shared: Shared
    run_writer: RunWriter
    _properties: dict[_Look, Xml] = field(default_factory=dict)
    _is_second: bool = False

    @classmethod
    def of(
        cls, stylesheet: Stylesheet, shared: Shared, part: Part, titles: Titles | None = None
    ) -> BlockWriter:
        """Return the writer of a part; `titles` are the words that its running titles show."""
        runs = RunWriter(
            stylesheet,
            part,
            shared.styles,
            shared.references,
            shared.footnotes,
            titles if titles else {},
            shared.controls,
        )
        return cls(stylesheet, shared, runs)

    # Sequences of blocks -----------------------------------------------------------------------------

    def content(self, blocks: Sequence[Block], place: Place) -> list[Xml]:
        """Return blocks as what a cell or the body holds: a paragraph at the end, whatever comes before."""
        blocks = [boxed(block) for block in blocks]
        if len(blocks) == 1 and isinstance(block := blocks[0], Paragraph):
            return [self.paragraph(block, place)]
        made = list(self.blocks(blocks, place))
        if not made or _is_table(made[-1]):
            starts_page = place.starts_page and not made
            made.append(self.gap(place.after or 0.0, starts_page=starts_page))
        return made

    def blocks(self, blocks: Sequence[Block], place: Place) -> Iterator[Xml]:
        """Yield blocks as paragraphs and tables; tables are parted.

        A table has no space around it in Word: what follows it has.
        """
        blocks = [boxed(block) for block in blocks]
        first, middle, last = positions(place)
        previous: Block | None = None
        is_broken = False
        for number, block in enumerate(blocks, 1):
            if isinstance(block, PageBreak):
                is_broken = True
                continue
            here = middle if number < len(blocks) else last
            if previous is None:
                here = place if number == len(blocks) else first
            yield from self._after(previous, block, here._replace(starts_page=True) if is_broken else here)
            previous, is_broken = block, False

    def _after(self, previous: Block | None, block: Block, place: Place) -> Iterator[Xml]:
        """Yield a block that stands after another, with the larger of the spaces that the two ask for."""
        below = space_of((previous,), self.stylesheet).after if previous else 0.0
        above = 0.0 if place.starts_page else space_of((block,), self.stylesheet).before
        if isinstance(block, Table | Parallel) and isinstance(previous, Table | Parallel):
            yield self.gap(max(below, above))
            place = place._replace(before=0.0)
        elif place.starts_page and previous:
            place = place._replace(before=0.0)
        elif isinstance(block, Parallel) and previous:
            place = place._replace(before=max(above - below, 0.0))
        elif isinstance(previous, Table | Parallel):
            place = place._replace(before=max(below, above))
        elif isinstance(block, Aside) and isinstance(previous, Aside):
            place = place._replace(is_second=not self._is_second)
        yield from self.block(block, place)
        self._is_second = isinstance(block, Aside) and place.is_second

    def block(self, block: Block, place: Place) -> Iterator[Xml]:
        """Yield a block."""
        match block:
            case Paragraph() | Heading():
                yield self.paragraph(block, place)
            case List():
                yield from listed(block, place, self)
            case Table():
                yield tables.table(block, place, self)
            case Figure():
                yield from figure(block, place, self)
            case Contents():
                yield from contents(block, place, self)
            case Aside():
                yield from self.blocks(block.blocks, place._replace(aside=block.style))
            case Parallel():
                yield parallel.parallel(block, place, self)
            case Rule():
                yield element("p", element("pPr", element("pStyle", val=RULE_STYLE)))
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def gap(self, before: float = 0.0, *, starts_page: bool = False) -> Xml:
        """Return the paragraph, a point high, that Word asks for between tables and after the last one.

        `before` is the space that it makes, in points, with its own height.
        """
        style = self.shared.styles.gap(max(before - 1, 0.0))
        properties = element(
            "pPr",
            element("pStyle", val=style),
            element("pageBreakBefore") if starts_page else None,
        )
        return element("p", properties)

    # Paragraphs --------------------------------------------------------------------------------------

    def paragraph(self, block: Paragraph | Heading, place: Place) -> Xml:
        """Return a paragraph in its language's variant of its style.

        Lines with words of another script are as high as that script's font: Word never cuts them.
        """
        words = self.shared.numbering.headings.without_number(block) if isinstance(block, Heading) else block
        return self.paragraph_of(block, "".join(self.run_writer.runs(words)), place)

    def paragraph_of(
        self,
        block: Paragraph | Heading,
        content: Xml,
        place: Place,
        role: ListRole | None = None,
        number: int | None = None,
    ) -> Xml:
        """Return a paragraph that looks as `block` does and holds `content`."""
        if block.anchor is not None:
            content = self.run_writer.references.bookmarked(block.anchor, content)
        mark = block.mark if isinstance(block, Paragraph) else None
        if isinstance(block, Heading):
            number = self._heading_position(block)
        look = _Look(block.style, block.language, mark, place, role, number)
        properties = self._properties.get(look)
        if properties is None:
            properties = self._properties[look] = self._made_properties(look, block)
        return f"<w:p>{properties}{content}</w:p>"

    def _heading_position(self, block: Heading) -> int | None:
        """Return where a heading counts by itself: it has a number, and its style does not count."""
        numbers = self.shared.numbering.headings
        if block.level in numbers.by_style or not numbers.number(block.level, block.inlines):
            return None
        return numbers.position(block.level)

    def _made_properties(self, look: _Look, block: Paragraph | Heading) -> Xml:
        place, styles = look.place, self.shared.styles
        own = self.stylesheet.paragraph_style(look.style, look.language)
        around = self.stylesheet.aside[place.aside] if place.aside else own
        before = None if place.before == around.space_before else place.before
        after = None if place.after == around.space_after else place.after
        if isinstance(block, Heading) and not place.aside:
            return heading_properties(block.style, own, place, before, after, look.number)
        key = StyleKey(
            look.style,
            look.language,
            look.mark,
            place.in_cell,
            place.aside,
            None if place.align == own.align else place.align,
            place.kept and not own.keep_with_next,
            look.role,
            max(place.level, 0),
            before,
            after,
            place.is_inset,
            place.is_second,
        )
        indent = styles.paragraphs.numbered_indent(key)
        return paragraph_properties(styles.paragraph(key), place, look.number, indent)


def _is_table(made: Xml) -> bool:
    return made.startswith("<w:tbl>")
