"""`Plan`: the whole plan, and the questions that scripts ask of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from planreports.errors import Problem, UnknownIdError, did_you_mean
from planreports.i18n.text import Text
from planreports.lao import folded
from planreports.plan.models import (
    Area,
    Clause,
    ClauseType,
    Paragraph,
    Party,
    PlanDetails,
    RegisterEntry,
    Section,
    Statement,
)
from planreports.told import Told, told

Value = TypeVar("Value")

Part = Area | Section | Paragraph | Statement | Clause

Translate = Callable[[str, Text], Text]
"""Returns a text with its translations; the first argument is the message's context, such as an id."""


@dataclass(frozen=True)
class Register:
    """Everything that clauses refer to; `register["rcep-agreement"]` is one entry."""

    entries: tuple[RegisterEntry, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, RegisterEntry]:
        return {entry.id: entry for entry in self.entries}

    def __getitem__(self, id_: str) -> RegisterEntry:
        return _found(id_, self._by_id, told("register entry"))

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def __iter__(self) -> Iterator[RegisterEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def named(self, name: str) -> tuple[RegisterEntry, ...]:
        """Return the entries that have a name, acronym or id, whatever its case."""
        wanted = folded(name)
        return tuple(entry for entry in self.entries if wanted in map(folded, (entry.id, *entry.all_names)))


@dataclass(frozen=True)
class Plan:
    """An action plan: `plan["3.1"]` is a section, `plan["3.1.2b"]` a statement."""

    id: str
    title: Text
    parties: tuple[Party, ...]
    areas: tuple[Area, ...]
    register: Register
    details: PlanDetails = field(default_factory=PlanDetails)

    @cached_property
    def fingerprint(self) -> str:
        """Return 12 hexadecimal digits that are the same for the same words of the source (SHA-256)."""
        titles = [self.title, *(each.title for each in self.areas), *(each.title for each in self.sections())]
        words = "\n".join([*map(str, titles), *(paragraph.text for paragraph in self.paragraphs())])
        return hashlib.sha256(words.encode()).hexdigest()[:12]

    @cached_property
    def _by_id(self) -> Mapping[str, Part]:
        """Return every part by its id; a clause that has its statement's id is reached by `commitment`."""
        parts: dict[str, Part] = {clause.id: clause for clause in self.clauses()}
        wholes: Iterable[Part] = chain(self.areas, self.sections(), self.paragraphs(), self.statements())
        parts.update((each.id, each) for each in wholes)
        return parts

    @cached_property
    def _clauses_by_id(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.clauses()}

    def __getitem__(self, id_: str) -> Part:
        """Return what an id stands for. Raises UnknownIdError, naming the nearest id."""
        return _found(id_, self._by_id, told("part of the plan"))

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def area(self, id_: str | int) -> Area:
        """Return an area. Raises UnknownIdError."""
        return _found(str(id_), {area.id: area for area in self.areas}, told("area"))

    def section(self, id_: str) -> Section:
        """Return a section. Raises UnknownIdError."""
        return _found(id_, {section.id: section for section in self.sections()}, told("section"))

    def commitment(self, id_: str) -> Clause:
        """Return a commitment. Raises UnknownIdError, also for a clause that commits nobody."""
        return _found(
            id_,
            {key: clause for key, clause in self._clauses_by_id.items() if clause.is_commitment},
            told("commitment"),
        )

    def party(self, id_: str) -> Party:
        """Return a party. Raises UnknownIdError."""
        return _found(id_, {party.id: party for party in self.parties}, told("party"))

    def sections(self) -> tuple[Section, ...]:
        """Return all sections, in the plan's order."""
        return tuple(section for area in self.areas for section in area.sections)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return all paragraphs, in the plan's order."""
        return tuple(paragraph for section in self.sections() for paragraph in section.paragraphs)

    def statements(self) -> tuple[Statement, ...]:
        """Return all statements, in the plan's order."""
        return tuple(statement for paragraph in self.paragraphs() for statement in paragraph.statements)

    def clauses(self) -> tuple[Clause, ...]:
        """Return all clauses, in the plan's order."""
        return tuple(clause for statement in self.statements() for clause in statement.clauses)

    def commitments(
        self,
        *,
        by: str | None = None,
        area: str | int | None = None,
        section: str | None = None,
        type: ClauseType | str | None = None,  # noqa: A002 - the plan's own word
    ) -> tuple[Clause, ...]:
        """Return the commitments of a party, area, section or type; of all where none is named.

        Raises UnknownIdError for a party, area or section that the plan does not have.

        >>> import planreports
        >>> [clause.id for clause in planreports.load_plan().commitments(by="japan", section="2.4")]
        ['2.4.1a']
        """
        if by is not None:
            self.party(by)
        prefix = self._prefix(area, section)
        return tuple(
            clause
            for clause in self.clauses()
            if clause.is_commitment
            and (by is None or by in clause.by)
            and (type is None or clause.type == type)
            and clause.id.startswith(prefix)
        )

    def _prefix(self, area: str | int | None, section: str | None) -> str:
        if section is not None:
            return self.section(section).id + "."
        return self.area(area).id + "." if area is not None else ""

    def mentioning(self, name: str) -> tuple[Statement, ...]:
        """Return the statements that refer to a register's entry (by id or any name), or hold the words.

        Case, the two ways to write Lao's ຳ, and U+200B make no difference.
        """
        ids = {entry.id for entry in self.register.named(name)}
        wanted = folded(name)
        return tuple(
            statement
            for statement in self.statements()
            if any(ids.intersection(clause.refers_to) for clause in statement.clauses)
            or any(wanted in folded(each.text) for each in statement.text.translations)
        )

    def localized(self, translate: Translate) -> Plan:
        """Return this plan with translations in its texts.

        Contexts: `title` for the plan's title, the id for areas, sections and statements,
        `party:<id>` and `register:<id>` for names.
        """
        return replace(
            self,
            title=translate("title", self.title),
            parties=tuple(
                each.model_copy(update={"name": translate(f"party:{each.id}", each.name)})
                for each in self.parties
            ),
            areas=tuple(_localized_area(area, translate) for area in self.areas),
            register=Register(
                tuple(
                    each.model_copy(update={"name": translate(f"register:{each.id}", each.name)})
                    for each in self.register
                )
            ),
        )


def _found(id_: str, known: Mapping[str, Value], what: Told) -> Value:
    if id_ in known:
        return known[id_]
    raise UnknownIdError(
        Problem(told("there is no {what} `{id}`", what=what, id=id_), hint=did_you_mean(id_, known))
    )


def _localized_area(area: Area, translate: Translate) -> Area:
    sections = tuple(_localized_section(section, translate) for section in area.sections)
    return area.model_copy(update={"title": translate(area.id, area.title), "sections": sections})


def _localized_section(section: Section, translate: Translate) -> Section:
    paragraphs = tuple(
        paragraph.model_copy(
            update={
                "statements": tuple(
                    each.model_copy(update={"text": translate(each.id, each.text)})
                    for each in paragraph.statements
                )
            }
        )
        for paragraph in section.paragraphs
    )
    return section.model_copy(
        update={"title": translate(section.id, section.title), "paragraphs": paragraphs}
    )
