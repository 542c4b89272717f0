"""Numbering definitions (ISO/IEC 29500-1, 17.9): of list styles, of headings, and of each numbered list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from planreports.document.nodes import List
from planreports.document.styles import ListStyle
from planreports.writers.docx.heading_numbers import HeadingNumbers
from planreports.writers.docx.style_names import ListRole, list_style_id, style_id
from planreports.writers.docx.xml import Xml, element, root, twips

LEVELS = 9
"""How deep a list can be (17.9.6); what is deeper stands on the last level."""

STYLED_LEVELS = 5
"""How many levels have styles that Word knows by name."""

STYLE_NUMBERS: dict[ListRole, int] = {"bullet": 1, "number": 2}
"""The numbering instances that the list styles are linked to; a numbered list of a document has its own."""

HEADING_NUMBER = 3
"""The numbering instance that headings' styles are linked to, where they count."""


@dataclass
class Numbering:
    """The numbering of one document; `headings` are the levels of headings that count.

    Every numbered list has an abstract definition of its own: instances of one share their counter, and
    lists of two languages side by side are interleaved.
    """

    style: ListStyle
    headings: HeadingNumbers
    _starts: list[int] = field(default_factory=list)

    def number_id(self, block: List) -> int | None:
        """Return the number instance of a list; None for bullets, whose style has it."""
        if not block.ordered:
            return None
        self._starts.append(block.start)
        return len(STYLE_NUMBERS) + bool(self.headings.texts) + len(self._starts)

    def part(self) -> Xml:
        """Return the whole numbering part: abstract definitions before their instances."""
        abstracts = [self._list(id_, role, 1, linked=True) for role, id_ in STYLE_NUMBERS.items()]
        if self.headings.texts:
            abstracts.append(_abstract(HEADING_NUMBER, self._heading_levels()))
        first = len(abstracts) + 1
        abstracts += [self._list(id_, "number", start) for id_, start in enumerate(self._starts, first)]
        ids = range(1, len(abstracts) + 1)
        instances = (element("num", element("abstractNumId", val=id_), numId=id_) for id_ in ids)
        return root("numbering", *abstracts, *instances)

    def _heading_levels(self) -> Iterator[Xml]:
        """Yield the levels of headings' numbers; the space after them is part of them."""
        for position, (level, text) in enumerate(self.headings.texts.items()):
            yield element(
                "lvl",
                element("start", val=1),
                element("numFmt", val="decimal"),
                element("pStyle", val=style_id(f"heading-{level}"))
                if level in self.headings.by_style
                else None,
                element("suff", val="nothing"),
                element("lvlText", val=text),
                element("lvlJc", val="left"),
                element("pPr", element("ind", left=0, firstLine=0)),
                ilvl=position,
            )

    def _list(self, id_: int, role: ListRole, start: int, *, linked: bool = False) -> Xml:
        return _abstract(id_, (self._level(level, role, start, linked) for level in range(LEVELS)))

    def _level(self, level: int, role: ListRole, start: int, linked: bool) -> Xml:
        """Return a level; one that is `linked` to a style counts that style's paragraphs."""
        indent = twips(self.style.indent)
        is_bullet = role == "bullet"
        return element(
            "lvl",
            element("start", val=start),
            element("numFmt", val="bullet" if is_bullet else "decimal"),
            element("pStyle", val=list_style_id(role, level)) if linked and level < STYLED_LEVELS else None,
            element("lvlText", val=self.style.bullet if is_bullet else f"%{level + 1}."),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left=indent * (level + 1), hanging=indent)),
            ilvl=level,
        )


def _abstract(id_: int, levels: Iterable[Xml]) -> Xml:
    name = element("nsid", val=f"{id_:08X}")
    return element(
        "abstractNum", name, element("multiLevelType", val="multilevel"), *levels, abstractNumId=id_
    )


def heading_numbering(position: int) -> Xml:
    """Return the numbering of a heading, or of its style; `position` is its level's among those counted."""
    return element("numPr", element("ilvl", val=position), element("numId", val=HEADING_NUMBER))
