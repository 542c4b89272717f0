"""Bookmarks, and the fields that lead to them (ISO/IEC 29500-1, 17.13.6 and 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.errors import WritingError
from planreports.i18n.line_breaks import LineBreaker
from planreports.writers.docx.xml import Xml, element, text_element
from planreports.writers.pdf import anchor_pages

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
    def pages(self) -> dict[str, int]:
        """Return the number of each anchor's page; none of them where a font to measure with is missing."""
        try:
            return anchor_pages(self.document, self.stylesheet, self.breaker)
        except WritingError:
            return {}

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

    def page_field(self, target: str, properties: Xml | None) -> Xml:
        """Return the number of an anchor's page; Word works it out on opening where we could not."""
        page = self.pages.get(target)
        instruction = f" PAGEREF {self.name(target)} \\h "
        return complex_field(instruction, str(page or ""), properties, dirty=page is None)

    def _number(self, anchor: str) -> int:
        return self._numbers.setdefault(anchor, len(self._numbers) + 1)


def complex_field(
    instruction: str, result: str, properties: Xml | None = None, *, dirty: bool = False
) -> Xml:
    """Return a field with its result (17.16.18); what is `dirty` Word works out when it opens the file."""
    return (
        field_begin(instruction, dirty=dirty)
        + element("r", properties, text_element("t", result))
        + field_end()
    )


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
