"""What every step from markup to tree needs: languages, the stylesheet, and a place for problems."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import NamedTuple, Self

from planreports.document.pictures import PictureFolders
from planreports.document.styles import Stylesheet
from planreports.errors import Problem, did_you_mean
from planreports.i18n.text import Text
from planreports.layout.anchors import Anchors
from planreports.layout.charts import ChartWords
from planreports.layout.markup import Element
from planreports.layout.prompts import Prompts
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.layout.tracing import Trace
from planreports.told import Told, told

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\"<>\\]+", re.IGNORECASE)


class Notes(Enum):
    """In which languages the footnotes of a text are: its own, all where they share it, or left out."""

    OWN = auto()
    ALL = auto()
    NONE = auto()


class Labels(NamedTuple):
    """Words of the catalog that the tree itself needs: after a text that has no translation, above the
    repeated head of a table that goes on, those with which charts are told, those that ask for answers."""

    missing: Text
    continued: Text
    charts: ChartWords = ChartWords.of(Text.of)
    prompts: Prompts = Prompts.of(Text.of)


@dataclass(frozen=True, slots=True)
class Building:
    """The making of one tree.

    `is_running` says that a running head or foot is made: only there do page numbers stand.
    `words_language` is the language of the layout's own words, where a `lang` attribute names it;
    `fields` are those of forms, by name. With a `trace`, blocks can be found again by their messages.
    """

    choice: LanguageChoice
    stylesheet: Stylesheet
    labels: Labels
    problems: list[Problem] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)
    pictures: PictureFolders = field(default_factory=PictureFolders)
    is_running: bool = False
    notes: Notes = Notes.OWN
    footnotes: list[Element] = field(default_factory=list)
    words_language: str | None = None
    fields: dict[str, Element] = field(default_factory=dict)
    trace: Trace | None = None
    _inside: dict[str | None, Self] = field(default_factory=dict, init=False)

    def inside(self, element: Element) -> Self:
        """Return this building for what stands in an element: its words are in the element's language."""
        language = element.attributes.get("lang", self.words_language)
        if language == self.words_language:
            return self
        if language not in self._inside:
            self._inside[language] = replace(self, words_language=language)
        return self._inside[language]

    def running(self) -> Self:
        """Return this building for running heads and feet."""
        return replace(self.stacked(), is_running=True)

    def stacked(self) -> Self:
        """Return this building for narrow places, where languages stand one under the other."""
        return replace(self, choice=replace(self.choice, arrangement=Arrangement.STACKED))

    def problem(self, element: Element, message: Told, hint: Told | None = None) -> None:
        """Note a mistake of an element, once."""
        origin = element.origin
        found = Problem(message, origin.layout, origin.line, origin.column, hint)
        if found not in self.problems:
            self.problems.append(found)

    def style_name(self, element: Element, known: Mapping[str, object] | Collection[str]) -> str | None:
        """Return an element's class if the stylesheet knows it; note a problem if it does not."""
        name = element.attributes.get("class")
        if name is None or name in known:
            return name
        self.problem(
            element,
            told('unknown class "{name}" of <{element}>', name=name, element=element.name),
            did_you_mean(name, known),
        )
        return None

    def address(self, element: Element) -> str | None:
        """Return where a link leads: an http, https or mailto address, or `#` and an id of this layout."""
        address = element.attributes.get("href", "")
        if address.startswith("#"):
            return f"#{target}" if (target := self.target(element)) else None
        if _ADDRESS.fullmatch(address):
            return address
        self.problem(
            element,
            told('href="{address}" is no address', address=address[:60]),
            told("expected https://…, http://…, mailto:… or #id"),
        )
        return None

    def target(self, element: Element) -> str | None:
        """Return the id that an element's `href` leads to; note a problem if nothing has it."""
        address = element.attributes.get("href", "")
        if not address.startswith("#"):
            self.problem(
                element,
                told('href="{address}" leads to no page here', address=address[:60]),
                told("expected # and an id"),
            )
            return None
        if unknown := self.anchors.unknown(address[1:]):
            self.problem(element, unknown.message, unknown.hint)
            return None
        return address[1:]

    def count(self, element: Element, name: str) -> int:
        """Return a whole-number attribute from 1 to 1000; 1 where it is absent."""
        value = element.attributes.get(name)
        if value is None:
            return 1
        if value.isascii() and value.isdigit() and 1 <= int(value[:5]) <= 1000:
            return int(value)
        self.problem(
            element,
            told('{name}="{value}" of <{element}>', name=name, value=value[:20], element=element.name),
            told("expected a whole number from 1 to 1000"),
        )
        return 1
