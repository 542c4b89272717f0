"""Lists' numbering definitions (ISO/IEC 29500-1, 17.9): bullets, and a numbering for every ordered list."""

from __future__ import annotations

from dataclasses import dataclass, field

from planreports.document.nodes import List
from planreports.document.styles import ListStyle
from planreports.writers.docx.xml import Xml, element, root, twips

_LEVELS = 9
_BULLETS = 0


@dataclass
class Numbering:
    """The numbering of one document.

    Every ordered list has an abstract definition of its own: instances of one share their counter, and
    lists of two languages side by side are interleaved.
    """

    style: ListStyle
    _starts: list[int] = field(default_factory=list)

    def number_id(self, block: List) -> int:
        """Return the number instance of a list: one for all bullets, one for each ordered list."""
        if not block.ordered:
            return 1
        self._starts.append(block.start)
        return len(self._starts) + 1

    def part(self) -> Xml:
        """Return the whole numbering part: abstract definitions before their instances."""
        ids = range(len(self._starts) + 1)
        abstracts = (self._abstract(id_) for id_ in ids)
        instances = (element("num", element("abstractNumId", val=id_), numId=id_ + 1) for id_ in ids)
        return root("numbering", *abstracts, *instances)

    def _abstract(self, id_: int) -> Xml:
        levels = (self._level(level, id_) for level in range(_LEVELS))
        kind = element("multiLevelType", val="hybridMultilevel")
        return element("abstractNum", kind, *levels, abstractNumId=id_)

    def _level(self, level: int, id_: int) -> Xml:
        indent = twips(self.style.indent)
        is_bullet = id_ == _BULLETS
        return element(
            "lvl",
            element("start", val=1 if is_bullet else self._starts[id_ - 1]),
            element("numFmt", val="bullet" if is_bullet else "decimal"),
            element("lvlText", val=self.style.bullet if is_bullet else f"%{level + 1}."),
            element("lvlJc", val="left"),
            element("pPr", element("ind", left=indent * (level + 1), hanging=indent)),
            ilvl=level,
        )
