"""A form's fields become content controls (ISO/IEC 29500-1, 17.5.2), each inside a bookmark of its own.

A control has the field's name as its tag. Some programs keep bookmarks when they save, and lose tags: so who
reads a form back looks for either.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import assert_never

from planreports.document.forms import FormField
from planreports.document.nodes import Block, Cell, Column, Paragraph, Row, Table
from planreports.i18n.languages import language as language_of
from planreports.writers.docx.xml import Xml, element, quoted

_LONGEST_TITLE = 64
"""Characters that Word takes of a control's title and tag (MS-OI29500, 2.1.417)."""

_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_REPEATING = f'<w15:repeatingSection xmlns:w15="{_WORD_2012}"/>'
_REPEATED = f'<w15:repeatingSectionItem xmlns:w15="{_WORD_2012}"/>'

_FIRST_BOOKMARK = 100_000
"""The number of the first field's bookmark; those of anchors, which are fewer, have smaller ones."""

_BOX = "field"
"""The table style of a field."""

_TICKED, _NOT_TICKED = "2612", "2610"
_DATE_FORMAT = "d MMMM yyyy"


def bookmark_of(name: str) -> str:
    """Return the bookmark of a field: 37 letters, digits and underscores, whatever its name is."""
    return f"field{hashlib.sha256(name.encode()).hexdigest()[:32]}"


def boxed(block: Block) -> Block:
    """Return a choice as a field in a box, which a list drops down from; every other block as it is."""
    if not isinstance(block, Paragraph) or block.choice is None:
        return block
    row = Row((Cell((), block.origin, field=block.choice),), block.origin)
    return Table((Column(100, "*"),), (), (row,), _BOX, block.language, block.origin, presentation=True)


@dataclass
class Controls:
    """Makes the controls of one document, and counts them."""

    count: int = 0

    def field(self, field: FormField, prompts: Xml, language: str) -> Xml:
        """Return the control of a field; `prompts` are the runs that stand in it until it is filled in."""
        return self._control(field.name, field.label, _kind(field, language), prompts, is_prompt=True)

    def square(self, name: str, value: str, content: Xml) -> Xml:
        """Return a square to tick, which `content` draws; those of one choice have the same name."""
        state = (
            _word_2010("checked", val=0)
            + _word_2010("checkedState", val=_TICKED, font="MS Gothic")
            + _word_2010("uncheckedState", val=_NOT_TICKED, font="MS Gothic")
        )
        kind = f'<w14:checkbox xmlns:w14="{_WORD_2010}">{state}</w14:checkbox>'
        full = f"{name}={value}" if value else name
        return self._control(full, value or name, kind, content, is_prompt=False)

    def entries(self, name: str, rows: list[Xml]) -> Xml:
        """Return the rows of a list, after which whoever fills it in may add more (MS-DOCX, 2.5.4.5)."""
        items = "".join(
            element(
                "sdt",
                element("sdtPr", self._id(), _REPEATED),
                element("sdtContent", row),
            )
            for row in rows
        )
        properties = element("sdtPr", element("tag", val=name), self._id(), _REPEATING)
        return element("sdt", properties, element("sdtContent", items))

    def _control(self, name: str, title: str, kind: Xml, content: Xml, *, is_prompt: bool) -> Xml:
        properties = element(
            "sdtPr",
            element("alias", val=title[:_LONGEST_TITLE]) if title else None,
            element("tag", val=name[:_LONGEST_TITLE]),
            self._id(),
            element("lock", val="sdtLocked"),
            element("showingPlcHdr") if is_prompt else None,
            kind,
        )
        number = _FIRST_BOOKMARK + self.count
        start = element("bookmarkStart", id=number, name=bookmark_of(name))
        control = element("sdt", properties, element("sdtContent", content))
        return f"{start}{control}{element('bookmarkEnd', id=number)}"

    def _id(self) -> Xml:
        """Return a control's number; each has its own (17.5.2.18)."""
        self.count += 1
        return element("id", val=self.count)


def _word_2010(tag: str, **attributes: str | int) -> Xml:
    written = "".join(f" w14:{name}={quoted(str(value))}" for name, value in attributes.items())
    return f"<w14:{tag}{written}/>"


def _kind(field: FormField, language: str) -> Xml:
    match field.kind:
        case "text" | "lines":
            return element("richText")
        case "date":
            return element(
                "date",
                element("dateFormat", val=_DATE_FORMAT),
                element("lid", val=language_of(language).word_tag),
                element("storeMappedDataAs", val="date"),
                element("calendar", val="gregorian"),
            )
        case "choice":
            items = (
                element("listItem", displayText=option.words, value=option.value) for option in field.options
            )
            return element("dropDownList", *items)
        case _:
            assert_never(field.kind)
