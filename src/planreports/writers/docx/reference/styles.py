"""A reference's styles and ours become one part: theirs where both have one of a name, ours for the rest.

Our ids stay, since the document is written with them: a style of theirs that has the name of one of ours
takes its id, and one that has only its id takes another.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from lxml import etree

from planreports.files.word_file import W
from planreports.i18n.languages import Language
from planreports.writers.docx.reference.cleaning import without_traces
from planreports.writers.docx.reference.fitting import base_of, fallback, set_languages, take_numbering
from planreports.writers.docx.reference.properties import StyleProperties, style_name
from planreports.writers.docx.xml import Xml

_USED = re.compile('<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"')

_KINDS = ("paragraph", "character", "table")
"""The types of styles that are merged; those of numberings stay behind with the numberings."""

_REFERRING = ("basedOn", "next", "link")
"""The elements by which styles name each other."""


@dataclass
class MergedStyles:
    """The styles of a document with a reference.

    `ids` leads from the reference's ids to the document's; `missing` are the names, by id, of the styles
    that the reference does not have.
    """

    theirs: etree._Element
    ours: etree._Element
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own = StyleProperties(self.ours)
        self._given = given = StyleProperties(self.theirs)
        pairs = {key: given.like(key[0], style) for key, style in own.by_name.items()}
        pairs |= _defaults(own, given)
        self._taken = {_key(theirs): own.by_name[key] for key, theirs in pairs.items() if theirs is not None}
        self._name_ids()
        self.missing = {
            style.get(f"{W}styleId", ""): style_name(style)
            for key, style in own.by_name.items()
            if pairs[key] is None
        }

    def _name_ids(self) -> None:
        used = {each.get(f"{W}styleId", "").casefold() for each in self.ours.findall(f"{W}style")}
        for style in self._their_styles():
            key = _key(style)
            if (ours := self._taken.get(key)) is not None:
                self.ids[key] = ours.get(f"{W}styleId", "")
            elif key not in self.ids:
                self.ids[key] = _free(key[1], used)
                used.add(self.ids[key].casefold())

    def _their_styles(self) -> Iterator[etree._Element]:
        """Yield the styles that are merged, one of each name; the others cannot be told apart in Word."""
        names = {(key[0], self._given.name_of(key[1])): key for key in self._taken}
        for style in self.theirs.findall(f"{W}style"):
            key = _key(style)
            name = style_name(style).casefold()
            if key[0] in _KINDS and name and names.setdefault((key[0], name), key) == key:
                yield style

    def part(self, latin: Language, complex_language: Language | None, family: str) -> Xml:
        """Return the whole styles part.

        The document's languages are those that words are in; `family` is the font of complex script where
        the reference chose none.
        """
        root = copy.deepcopy(self.theirs)
        for style in root.findall(f"{W}style"):
            root.remove(style)
        without_traces(root)
        set_languages(root, latin, complex_language, family)
        root.extend(self._styles())
        words: str = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
        return words

    def _styles(self) -> Iterator[etree._Element]:
        seen: set[str] = set()
        for style in self._their_styles():
            made = self._renamed(style)
            if made.get(f"{W}styleId") not in seen:
                seen.add(made.get(f"{W}styleId", ""))
                yield made
        resting = {ours.get(f"{W}styleId") for ours in self._taken.values() if not ours.get(f"{W}default")}
        indented = self._normal_is_indented()
        for style in self.ours.findall(f"{W}style"):
            if style.get(f"{W}styleId") not in seen:
                yield fallback(style, resting, indented=indented)
                if base_of(style) in resting:
                    resting.add(style.get(f"{W}styleId"))

    def _renamed(self, style: etree._Element) -> etree._Element:
        made = without_traces(copy.deepcopy(style))
        key = _key(style)
        made.set(f"{W}styleId", self.ids[key])
        for name in _REFERRING:
            for each in made.findall(f"{W}{name}"):
                target = self.id_of(each.get(f"{W}val", ""), key[0] if name != "link" else None)
                if target is None:
                    made.remove(each)
                else:
                    each.set(f"{W}val", target)
        if (ours := self._taken.get(key)) is not None:
            take_numbering(made, ours)
        return made

    def id_of(self, id_: str, kind: str | None = None) -> str | None:
        """Return what a style's id of the reference is in the document; None for a style that is left out."""
        kinds = (kind,) if kind else _KINDS
        return next((self.ids[each, id_] for each in kinds if (each, id_) in self.ids), None)

    def _normal_is_indented(self) -> bool:
        given = StyleProperties(self.theirs)
        normal = given.by_name.get(("paragraph", "normal"))
        return normal is not None and any(
            given.own(normal, "pPr/ind", side) not in (None, "0")
            for side in ("left", "start", "right", "end", "firstLine", "hanging")
        )


def used_styles(content: Xml) -> list[str]:
    """Return the ids of the styles that a part of ours uses, in their order."""
    return _USED.findall(content)


def origin(id_: str) -> str:
    """Return the id of the style that a variant of ours goes back to: one without a hyphen in its id."""
    return id_.partition("-")[0]


def _key(style: etree._Element) -> tuple[str, str]:
    """Return what tells a style from others in its part: its type and id."""
    return style.get(f"{W}type", ""), style.get(f"{W}styleId", "")


def _free(id_: str, used: Collection[str]) -> str:
    """Return an id that is not used yet; ids that differ only in case are the same to some programs."""
    while not id_ or id_.casefold() in used:
        id_ += "Own"
    return id_


def _defaults(own: StyleProperties, given: StyleProperties) -> dict[tuple[str, str], etree._Element | None]:
    """Return, for our default style of each type, theirs, whatever its name."""
    found: dict[tuple[str, str], etree._Element | None] = {}
    for key, style in own.by_name.items():
        if style.get(f"{W}default"):
            theirs = [
                each
                for (kind, _), each in given.by_name.items()
                if kind == key[0] and each.get(f"{W}default") in ("1", "true", "on")
            ]
            found[key] = theirs[-1] if theirs else given.by_name.get(key)
    return found
