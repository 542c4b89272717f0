"""Lists' numbering definitions (ISO/IEC 29500-1, 17.9): the list styles' own, and a numbered list's each."""

from __future__ import annotations

from dataclasses import dataclass, field

from planreports.document.nodes import List
from planreports.document.styles import ListStyle
from planreports.writers.docx.style_names import ListRole, list_style_id
from planreports.writers.docx.xml import Xml, element, root, twips

LEVELS = 9
"""How deep a list can be (17.9.6); what is deeper stands on the last level."""

STYLED_LEVELS = 5
"""How many levels have styles that Word knows by name."""

STYLE_NUMBERS: dict[ListRole, int] = {"bullet": 1, "number": 2}
"""The numbering instances that the list styles are linked to; a numbered list of a document has its own."""


@dataclass
class Numbering:
    """The numbering of one document.

    Every numbered list has an abstract definition of its own: instances of one share their counter, and
    lists of two languages side by side are interleaved.
    """

    style: ListStyle
    _starts: list[int] = field(default_factory=list)

    def number_id(self, block: List) -> int | None:
        """Return the number instance of a list; None for bullets, whose style has it."""
        if not block.ordered:
            return None
        self._starts.append(block.start)
        return len(STYLE_NUMBERS) + len(self._starts)

    def part(self) -> Xml:
        """Return the whole numbering part: abstract definitions before their instances."""
        roles: list[ListRole] = ["bullet", "number"]
        abstracts = [
            *(self._abstract(id_, role, 1, linked=True) for id_, role in enumerate(roles, 1)),
            *(self._abstract(id_, "number", start) for id_, start in enumerate(self._starts, len(roles) + 1)),
        ]
        ids = range(1, len(abstracts) + 1)
        instances = (element("num", element("abstractNumId", val=id_), numId=id_) for id_ in ids)
        return root("numbering", *abstracts, *instances)

    def _abstract(self, id_: int, role: ListRole, start: int, *, linked: bool = False) -> Xml:
        levels = (self._level(level, role, start, linked) for level in range(LEVELS))
        name = element("nsid", val=f"{id_:08X}")
        return element(
            "abstractNum", name, element("multiLevelType", val="multilevel"), *levels, abstractNumId=id_
        )

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
