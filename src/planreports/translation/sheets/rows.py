"""Catalogs become review sheets: the chosen messages, in parts and groups, with what is around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.sheets.words import PLAN_NAMES

_PLAN = "plan"
_Identity = tuple[str, str | None, str]
"""A message's domain, context and words."""

_CITED = re.compile(r"(?P<citation>[0-9]+ ?\([0-9]+\)(?: ¶[0-9]+)?) · ")
"""How the comment of a statement begins: how the plan itself counts, then its area and section."""

_NEIGHBOUR = re.compile(r"The sentence (?:before|after), (?P<id>[^ :]+): ")
"""What such a comment says before a sentence that stands beside the statement."""

_FULL = 90
"""Characters at which a line of a comment has no room for one more word (PO files of ours have 100)."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A message in a sheet; `beside` are the lines that help to understand it, from its source.

    `citation` is how the plan itself counts, such as `1 (2) ¶3`.
    """

    message: CatalogMessage
    beside: tuple[str, ...] = ()
    citation: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of one section of the plan, or of one file; `title` and `translation` stand above them."""

    title: str
    translation: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """The groups of one catalog."""

    domain: str
    groups: tuple[RowGroup, ...]

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """Return all rows, in order."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """What goes to a reviewer: messages of one language's catalogs."""

    language: str
    parts: tuple[SheetPart, ...]

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """Return all rows, in order."""
        return tuple(row for part in self.parts for row in part.rows)

    def count(self, state: TranslationState) -> int:
        """Return how many messages are in a state."""
        return sum(row.message.state is state for row in self.rows)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which messages go into a sheet; what is empty chooses all.

    `sections` are ids of areas and sections of the plan; `changed` chooses those whose English changed since
    they were translated; `report` those that stand in files of the report's layout and code.
    """

    domains: frozenset[str] = frozenset()
    sections: tuple[str, ...] = ()
    states: frozenset[TranslationState] = frozenset()
    changed: bool = False
    files: frozenset[str] | None = None

    def has(self, message: CatalogMessage) -> bool:
        """Return whether a message is chosen."""
        return (
            (not self.domains or message.domain in self.domains)
            and (not self.sections or any(is_below(message, each) for each in self.sections))
            and (not self.states or message.state in self.states)
            and (not self.changed or message.previous_source is not None)
            and (self.files is None or message.domain == _PLAN or self._is_in_files(message))
        )

    def _is_in_files(self, message: CatalogMessage) -> bool:
        return any(file in (self.files or ()) for file, _ in message.places)


def is_below(message: CatalogMessage, section: str) -> bool:
    """Return whether a message is of an area or section of the plan.

    >>> statement = CatalogMessage("plan", "…", "", TranslationState.MISSING, context="3.10.1b")
    >>> is_below(statement, "3"), is_below(statement, "3.10"), is_below(statement, "3.1")
    (True, True, False)
    """
    context = message.context or ""
    return message.domain == _PLAN and (context == section or context.startswith(f"{section}."))


def review_sheet(catalogs: Sequence[CatalogFile], language: str, choice: Choice) -> ReviewSheet:
    """Return the sheet of the chosen messages in one language's catalogs.

    A message that several catalogs have is that of the last.
    """
    own = [each for each in catalogs if each.language == language]
    parts = []
    for number, catalog in enumerate(own):
        later = {
            (each.domain, each.context, each.source) for other in own[number + 1 :] for each in other.messages
        }
        if groups := tuple(_groups(catalog, choice, later)):
            parts.append(SheetPart(catalog.domain, groups))
    return ReviewSheet(language, tuple(parts))


def _groups(catalog: CatalogFile, choice: Choice, without: AbstractSet[_Identity]) -> Iterator[RowGroup]:
    """Yield the groups of a catalog that have chosen messages, in its order."""
    titles = _titles(catalog)
    chosen = [
        each
        for each in catalog.messages
        if choice.has(each) and (each.domain, each.context, each.source) not in without
    ]
    around = list(zip([None, *chosen], [*chosen[1:], None], strict=False))
    rows = [_row(message, *each) for message, each in zip(chosen, around, strict=False)]
    for key, group in groupby(rows, lambda row: _group_key(row.message)):
        title = titles.get(key)
        name = f"{key} {title.source}" if title else key
        yield RowGroup(name, title.words if title else "", tuple(group))


def _titles(catalog: CatalogFile) -> Mapping[str, CatalogMessage]:
    """Return the titles of the plan's areas and sections, by their ids."""
    return {
        each.context: each
        for each in catalog.messages
        if catalog.domain == _PLAN and each.context and each.context.replace(".", "").isdigit()
    }


def _group_key(message: CatalogMessage) -> str:
    """Return the section of a message of the plan, what it is, or the file that it stands in first."""
    if message.domain == _PLAN:
        context = message.context or ""
        steps = context.split(".")
        return ".".join(steps[:2]) if steps[0].isdigit() else PLAN_NAMES.get(context.partition(":")[0], "")
    return message.places[0][0] if message.places else ""


def _row(message: CatalogMessage, before: CatalogMessage | None, after: CatalogMessage | None) -> SheetRow:
    """Return a message's row; a neighbour that is in the sheet right above or below is not repeated."""
    shown = {each.context for each in (before, after) if each is not None}
    lines: list[str] = []
    citation = ""
    for line in _unwrapped(message.comment):
        neighbour = _NEIGHBOUR.match(line)
        if cited := _CITED.match(line):
            citation = cited["citation"]
        elif neighbour is None or neighbour["id"] not in shown:
            lines.append(line)
    return SheetRow(message, tuple(lines), citation)


def _unwrapped(comment: str) -> Iterator[str]:
    """Yield a comment's lines as they were before PO wrapped them: one that was full goes on in the next."""
    kept = last = ""
    for line in comment.splitlines():
        if last and len(last) + len(line.split(" ")[0]) + 1 > _FULL:
            kept = f"{kept} {line.strip()}"
        else:
            yield from filter(None, [kept])
            kept = line.strip()
        last = line
    yield from filter(None, [kept])
