"""The names that links and page references lead to: given by a layout, or a heading's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from planreports.document.nodes import ContentsEntry, Heading, Inline, LineBreak, Run
from planreports.errors import Problem, did_you_mean
from planreports.layout.markup import Element
from planreports.told import Told, told

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")


@dataclass(slots=True)
class Anchors:
    """The elements of a layout that have an `id`, and the headings that have been made so far.

    In several languages an element becomes several blocks, of which the first has the anchor.
    """

    names: set[str] = field(default_factory=set)
    headings: list[Heading] = field(default_factory=list)
    _given: set[str] = field(default_factory=set)

    def of(self, element: Element) -> str | None:
        """Return the anchor of an element's first block, and None for its others."""
        name = element.attributes.get("id")
        if name is None or name in self._given:
            return None
        self._given.add(name)
        return name

    def of_heading(self, element: Element) -> str:
        """Return the anchor of a heading: the contents and bookmarks lead to every one."""
        return self.of(element) or f"heading:{len(self.headings) + 1}"

    def unknown(self, target: str) -> Problem | None:
        """Return what is wrong with a link to `target`, without its place; None if there is such an id."""
        if target in self.names:
            return None
        return Problem(
            told('nothing here has id="{target}"', target=target[:60]),
            hint=did_you_mean(target, sorted(self.names)),
        )

    def entries(self, levels: Iterable[int]) -> tuple[ContentsEntry, ...]:
        """Return the headings of some levels as entries of the contents."""
        wanted = set(levels)
        return tuple(
            ContentsEntry(each.level, _words_only(each.inlines), each.language, each.anchor)
            for each in self.headings
            if each.level in wanted and each.anchor
        )


def _words_only(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return a heading's words: without footnotes, and on one line."""
    return tuple(
        Run(" ", "en") if isinstance(each, LineBreak) else each
        for each in inlines
        if isinstance(each, Run | LineBreak)
    )


def named_elements(elements: Iterable[Element], problems: list[Problem]) -> Anchors:
    """Return the names of elements that have an `id`; note those that are twice, or that cannot be names."""
    anchors = Anchors()
    for element in elements:
        name = element.attributes["id"]
        if not _NAME.fullmatch(name):
            problems.append(
                _problem(
                    element,
                    told('id="{name}" is no name', name=name[:40]),
                    told("expected letters, digits, . - and _"),
                )
            )
        elif name in anchors.names:
            problems.append(
                _problem(
                    element, told('id="{name}" is there twice', name=name), told("an id names one place")
                )
            )
        anchors.names.add(name)
    return anchors


def _problem(element: Element, message: Told, hint: Told) -> Problem:
    origin = element.origin
    return Problem(message, origin.layout, origin.line, origin.column, hint)
