"""What a plan's files must agree on, beyond their form: ids, quotes, dates' words, and references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planreports.errors import Problem, did_you_mean
from planreports.files.source import Source, ValuePath
from planreports.plan.models import Area, Clause, Paragraph, PlanFile, RegisterFile, Section, Statement
from planreports.told import Told, told

GAP = " … "
"""What stands in a quote for words that it leaves out."""


def check_register(register: RegisterFile, source: Source) -> Iterator[Problem]:
    """Yield a problem for every id that stands twice, and every acronym without its expansion."""
    seen: set[str] = set()
    for number, entry in enumerate(register.entries):
        path: ValuePath = ("entries", number)
        if entry.id in seen:
            yield source.problem(
                (*path, "id"), told("the id `{id}` stands twice in the register", id=entry.id)
            )
        seen.add(entry.id)
        if (entry.acronym is None) != (entry.expansion is None):
            yield source.problem(
                path, told("`{id}` needs both an acronym and its expansion, or neither", id=entry.id)
            )


def check_areas(
    areas: Sequence[tuple[Area, Source]], file: PlanFile, register: RegisterFile
) -> list[Problem]:
    """Return the problems of ids, quotes, dates and references in all areas."""
    checks = _Checks(
        {party.id for party in file.parties}, {entry.id for entry in register.entries}, set(file.retired)
    )
    for area, source in areas:
        checks.area(area, source)
    return checks.problems


@dataclass
class _Checks:
    """Walks areas and gathers problems; `seen` holds every id met so far."""

    parties: set[str]
    entries: set[str]
    retired: set[str]
    seen: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def area(self, area: Area, source: Source) -> None:
        self._unique(area.id, source, ())
        for number, section in enumerate(area.sections):
            path: ValuePath = ("sections", number)
            self._child(section.id, f"{area.id}.{number + 1}", source, path)
            self._section(section, source, path)

    def _section(self, section: Section, source: Source, path: ValuePath) -> None:
        for number, paragraph in enumerate(section.paragraphs):
            inner = (*path, "paragraphs", number)
            self._child(paragraph.id, f"{section.id}.{number + 1}", source, inner)
            self._paragraph(paragraph, source, inner)

    def _paragraph(self, paragraph: Paragraph, source: Source, path: ValuePath) -> None:
        for number, statement in enumerate(paragraph.statements):
            inner = (*path, "statements", number)
            self._child(statement.id, paragraph.id + chr(ord("a") + number), source, inner)
            self._statement(statement, source, inner)

    def _statement(self, statement: Statement, source: Source, path: ValuePath) -> None:
        for number, blemish in enumerate(statement.blemishes):
            self._quoted(blemish.words, statement, source, (*path, "blemishes", number, "words"))
        several = len(statement.clauses) > 1
        for number, clause in enumerate(statement.clauses):
            expected = f"{statement.id}-{number + 1}" if several else statement.id
            inner = (*path, "clauses", number)
            if clause.id != expected:
                self.problems.append(
                    source.problem(
                        (*inner, "id"),
                        told("the id `{id}`", id=clause.id),
                        told("expected `{expected}`", expected=expected),
                    )
                )
            if several:
                self._unique(clause.id, source, inner)
            self._clause(clause, statement, source, inner)

    def _clause(self, clause: Clause, statement: Statement, source: Source, path: ValuePath) -> None:
        self._quoted(clause.quote, statement, source, (*path, "quote"))
        for number, date in enumerate(clause.dates):
            self._quoted(date.words, statement, source, (*path, "dates", number, "words"))
        if clause.is_commitment and not clause.by:
            self.problems.append(
                source.problem(
                    path,
                    told("the commitment `{id}` says nobody who must act", id=clause.id),
                    told("add by: [party]"),
                )
            )
        if clause.by and not clause.is_commitment:
            message = told("`{id}` is of type {type}, which commits nobody", id=clause.id, type=clause.type)
            self.problems.append(source.problem((*path, "by"), message, told("remove by:"), at_key=True))
        self._known(clause.by, self.parties, told("party"), source, (*path, "by"))
        self._known(clause.refers_to, self.entries, told("register entry"), source, (*path, "refers_to"))

    def _child(self, id_: str, expected: str, source: Source, path: ValuePath) -> None:
        """Note an id that is not the next one below its parent."""
        if id_ != expected:
            self.problems.append(
                source.problem(
                    (*path, "id"),
                    told("the id `{id}`", id=id_),
                    told("expected `{expected}`", expected=expected),
                )
            )
        self._unique(id_, source, path)

    def _unique(self, id_: str, source: Source, path: ValuePath) -> None:
        if id_ in self.seen:
            self.problems.append(source.problem((*path, "id"), told("the id `{id}` stands twice", id=id_)))
        if id_ in self.retired:
            message = told("the id `{id}` is retired and cannot be used again", id=id_)
            self.problems.append(source.problem((*path, "id"), message))
        self.seen.add(id_)

    def _quoted(self, quote: str, statement: Statement, source: Source, path: ValuePath) -> None:
        """Note a quote whose words, between its gaps, do not stand in the statement in this order."""
        text, end = str(statement.text), 0
        for fragment in quote.split(GAP):
            start = text.find(fragment, end)
            if start < 0:
                message = told(
                    "the words `{fragment}` are not in statement {id}",
                    fragment=_cut(fragment),
                    id=statement.id,
                )
                self.problems.append(source.problem(path, message, _nearest_words(fragment, text)))
                return
            end = start + len(fragment)

    def _known(
        self, ids: Sequence[str], known: set[str], what: Told, source: Source, path: ValuePath
    ) -> None:
        for number, id_ in enumerate(ids):
            if id_ not in known:
                message = told("there is no {what} `{id}`", what=what, id=id_)
                self.problems.append(
                    source.problem((*path, number), message, did_you_mean(id_, sorted(known)))
                )


def _cut(words: str) -> str:
    return words if len(words) <= 60 else words[:60] + "…"


def _nearest_words(fragment: str, text: str) -> Told:
    """Return the hint that says up to where a quote agrees with its statement."""
    length = next((n for n in range(len(fragment), 0, -1) if fragment[:n] in text), 0)
    if length < 8:
        return told("quote the statement's own words")
    return told("it agrees up to “{fragment}”", fragment=fragment[max(0, length - 30) : length])
