"""Bookmarks, and the fields that lead to them (ISO/IEC 29500-1, 17.13.6 and 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.errors import WritingError
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.docx.xml import Xml, element, text_element
from planreports.writers.pdf.composition import Composition, composed_bodies
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter

_LONGEST_NAME = 40


@dataclass
class References:
    """The anchors of one document as Word's bookmarks, and the pages that fields show until Word counts anew.

    The numbers are those of our own PDF of the same document, so that nothing has to be updated on opening.
    """

    document: Document
    stylesheet: Stylesheet
    breaker: LineBreaker
    _numbers: dict[str, int] = field(default_factory=dict)

    @cached_property
    def _composition(self) -> Composition | None:
        """Return the document as our PDF has it; None where a font to measure with is missing."""
        typesetter = Typesetter(self.stylesheet, self.breaker, Itemiser(self.stylesheet, FontLibrary()))
        try:
            return composed_bodies(self.document, typesetter)
        except WritingError:
            return None

    @cached_property
    def _pages(self) -> dict[str, int]:
        return self._composition.anchors() if self._composition else {}

    def page(self, anchor: str) -> int | None:
        """Return the number of an anchor's page; None where a font to measure with is missing."""
        return self._pages.get(anchor)

    @property
    def page_count(self) -> int:
        """Return the number of pages, where they are known: Word counts them when it lays them out.

        They are known if a reference to one was written before; nothing is laid out for the count alone.
        """
        if "_composition" in self.__dict__ and self._composition:
            return len(self._composition.pages)
        return 1

    def name(self, anchor: str) -> str:
        """Return an anchor's bookmark: letters, digits and underscores, hidden from Word's own list."""
        number = self._number(anchor)
        return f"_Ref{number}_{re.sub('[^A-Za-z0-9]', '_', anchor)}"[:_LONGEST_NAME]

    def bookmarked(self, anchor: str | None, content: Xml) -> Xml:
        """Return a paragraph's content inside the bookmark of its anchor, if it has one."""
        if anchor is None:
            return content
        number = self._number(anchor)
        start = element("bookmarkStart", id=number, name=self.name(anchor))
        return f"{start}{content}{element('bookmarkEnd', id=number)}"

    def linked(self, target: str, content: Xml) -> Xml:
        """Return content as a link to an anchor."""
        return element("hyperlink", content, anchor=self.name(target), history=1)

    def page_field(self, target: str, shown: Xml) -> Xml:
        """Return the number of an anchor's page; Word works it out on opening where we could not."""
        return complex_field(f" PAGEREF {self.name(target)} \\h ", shown, dirty=self.page(target) is None)

    def _number(self, anchor: str) -> int:
        return self._numbers.setdefault(anchor, len(self._numbers) + 1)


def complex_field(instruction: str, shown: Xml, *, dirty: bool = False) -> Xml:
    """Return a field with the runs that it shows (17.16.18); what is `dirty` Word works out on opening."""
    return field_begin(instruction, dirty=dirty) + shown + field_end()


def field_begin(instruction: str, *, dirty: bool = False) -> Xml:
    """Return what stands before a field's result."""
    return (
        element("r", element("fldChar", fldCharType="begin", dirty=1 if dirty else None))
        + element("r", text_element("instrText", instruction))
        + element("r", element("fldChar", fldCharType="separate"))
    )


def field_end() -> Xml:
    """Return what stands after a field's result."""
    return element("r", element("fldChar", fldCharType="end"))
