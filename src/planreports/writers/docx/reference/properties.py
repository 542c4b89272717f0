"""A style of a Word file becomes the properties that it comes to: its own, its bases', the defaults'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from planreports.files.word_file import W

_DEEPEST = 40
"""How many styles may be based on each other; Word allows no more than ten or so, and no circles."""


def style_name(style: etree._Element) -> str:
    """Return a style's name; Word's own are the same in every language, but for their case."""
    element = style.find(f"{W}name")
    return (element.get(f"{W}val", "") if element is not None else "").strip()


@dataclass(frozen=True)
class StyleProperties:
    """The styles of one part (17.7), to be asked for what they come to."""

    root: etree._Element

    @cached_property
    def by_name(self) -> dict[tuple[str, str], etree._Element]:
        """Return the styles by their type and their name in small letters; the first of each counts."""
        found: dict[tuple[str, str], etree._Element] = {}
        for style in self.root.findall(f"{W}style"):
            found.setdefault((style.get(f"{W}type", ""), style_name(style).casefold()), style)
        return found

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        found: dict[str, etree._Element] = {}
        for style in self.root.findall(f"{W}style"):
            found.setdefault(style.get(f"{W}styleId", ""), style)
        return found

    def like(self, kind: str, other: etree._Element) -> etree._Element | None:
        """Return the style of a type that has another style's name; of several the one with its id too."""
        name, id_ = style_name(other).casefold(), other.get(f"{W}styleId", "")
        same = self._by_id.get(id_)
        if same is not None and same.get(f"{W}type") == kind and style_name(same).casefold() == name:
            return same
        return self.by_name.get((kind, name))

    def name_of(self, id_: str) -> str:
        """Return the name, in small letters, of the style with an id; "" if there is none."""
        style = self._by_id.get(id_)
        return "" if style is None else style_name(style).casefold()

    def chain(self, style: etree._Element) -> Iterator[etree._Element]:
        """Yield a style, the style that it is based on, and so on."""
        current: etree._Element | None = style
        for _ in range(_DEEPEST):
            if current is None:
                return
            yield current
            base = current.find(f"{W}basedOn")
            current = self._by_id.get(base.get(f"{W}val", "")) if base is not None else None

    def own(self, style: etree._Element, path: str, attribute: str) -> str | None:
        """Return an attribute of a property such as `rPr/sz`, from a style or the nearest base with it."""
        for each in self.chain(style):
            if (found := _attribute(each, path, attribute)) is not None:
                return found
        return None

    def value(self, style: etree._Element, path: str, attribute: str) -> str | None:
        """Return an attribute of a property from a style, its bases, or the document's defaults."""
        found = self.own(style, path, attribute)
        return self.default(path, attribute) if found is None else found

    def default(self, path: str, attribute: str) -> str | None:
        """Return an attribute of a property from the document's defaults (17.7.5)."""
        defaults = self.root.find(f"{W}docDefaults/{W}{path.partition('/')[0]}Default")
        return None if defaults is None else _attribute(defaults, path, attribute)


def _attribute(element: etree._Element, path: str, attribute: str) -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    if found is None:
        return None
    return found.get(f"{W}{attribute}", "1" if attribute == "val" else None)
