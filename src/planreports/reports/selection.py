"""Filters choose commitments: by where they stand, who is to act, what became of them, and since when."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.messages import message
from planreports.i18n.text import Text, joined
from planreports.plan.models import ClauseType
from planreports.reports.tracking import TrackedCommitment, Tracking, status_on
from planreports.reports.words import TYPES
from planreports.told import Told, told
from planreports.workspace.agencies import Agency
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace

_LISTED_BY = {"agency": "planreports agencies", "section": "planreports plan show"}
"""The commands that list what there may be too many of for a hint."""


def unknown_id(what: Told, id_: str, known: Collection[str]) -> Problem:
    """Return what is said of an id, of an agency or another thing, that stands for nothing here."""
    hint = did_you_mean(id_, known)
    if not known:
        hint = told("there are none")
    elif hint is None and what in _LISTED_BY:
        hint = told("`{command}` lists them", command=_LISTED_BY[what])
    return Problem(told("there is no {what} `{id}`", what=what, id=id_), hint=hint)


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; a commitment must meet all of it, and one of the values where several are given.

    `agency` leads or supports, under any of its names; `party` must act. `overdue` are commitments whose
    day has passed, or a next step of theirs has; `due_before` a day is their own. Since `changed_since`
    something was reported, or the status became another.
    """

    area: Sequence[str] = ()
    section: Sequence[str] = ()
    agency: Sequence[str] = ()
    party: Sequence[str] = ()
    status: Sequence[str] = ()
    type: Sequence[str] = ()
    overdue: bool = False
    due_before: datetime.date | None = None
    changed_since: datetime.date | None = None

    def __bool__(self) -> bool:
        return self != Selection()

    def check(self, workspace: Workspace) -> None:
        """Raise PlanReportsError with every value that stands for nothing here, each with the nearest."""
        if problems := list(self.problems(workspace)):
            raise PlanReportsError(problems)

    def problems(self, workspace: Workspace) -> Iterator[Problem]:
        """Yield a problem for every value that stands for nothing here, each with the nearest that does."""
        plan, statuses = workspace.plan, workspace.statuses
        known: dict[Told, tuple[Sequence[str], Collection[str]]] = {
            told("area"): (self.area, [each.id for each in plan.areas]),
            told("section"): (self.section, [each.id for each in plan.sections()]),
            told("agency"): (self.agency, [each.id for each in workspace.records.agencies]),
            told("party"): (self.party, [each.id for each in plan.parties]),
            told("status"): (self.status, [*statuses.ids, statuses.no_report.id]),
            told("type"): (self.type, [each.value for each in TYPES if each in _COMMITMENTS]),
        }
        for what, (asked, ids) in known.items():
            for id_ in asked:
                if id_ not in ids:
                    yield unknown_id(what, id_, ids)

    def of(self, tracking: Tracking) -> tuple[TrackedCommitment, ...]:
        """Return the commitments that were asked for, in the plan's order."""
        tests = list(self._tests(tracking))
        return tuple(each for each in tracking if all(test(each) for test in tests))

    def _tests(self, tracking: Tracking) -> Iterator[Callable[[TrackedCommitment], bool]]:
        """Yield a test for each wish."""
        if self.area:
            yield lambda each: each.area.id in self.area
        if self.section:
            yield lambda each: each.section.id in self.section
        if self.agency:
            yield lambda each: not ids_of_agencies(each).isdisjoint(self.agency)
        if self.party:
            yield lambda each: not set(each.clause.by).isdisjoint(self.party)
        if self.status:
            yield lambda each: each.status.id in self.status
        if self.type:
            yield lambda each: each.clause.type.value in self.type
        if self.overdue:
            yield lambda each: each.is_overdue or bool(each.overdue_steps)
        if (day := self.due_before) is not None:
            yield lambda each: each.due is not None and each.due < day
        if (since := self.changed_since) is not None:
            yield lambda each: has_changed(each, since, tracking)


_COMMITMENTS = (ClauseType.ACTION, ClauseType.CONTINUING)


def ids_of_agencies(commitment: TrackedCommitment) -> set[str]:
    """Return the ids of who leads or supports a commitment, as assigned and as they are called now."""
    assignment = commitment.assignment
    given = (*assignment.lead, *assignment.supporting) if assignment else ()
    return {*given, *(agency.id for agency in (*commitment.leads, *commitment.supporting))}


def status_at(commitment: TrackedCommitment, date: datetime.date, tracking: Tracking) -> Status:
    """Return the status that a commitment had at the end of a day, as far as its readers may know."""
    known = [entry for entry in commitment.entries if entry.as_of <= date]
    return status_on(date, known, tracking.statuses)


def has_changed(commitment: TrackedCommitment, since: datetime.date, tracking: Tracking) -> bool:
    """Return whether anything was reported after a day, or the status became another."""
    last = commitment.last
    is_reported = last is not None and last.as_of > since
    return is_reported or status_at(commitment, since, tracking).id != commitment.status.id


def own_side_first(agencies: Iterable[Agency], perspective: str) -> tuple[Agency, ...]:
    """Return agencies with those of the own side first (the *alternat*), else in their order."""
    return tuple(sorted(agencies, key=lambda agency: agency.party != perspective))


@dataclass(frozen=True, slots=True)
class Wish:
    """A filter as a document names it: what it is about, and what was asked."""

    label: Text
    value: Text | datetime.date


def wishes(selection: Selection, workspace: Workspace) -> tuple[Wish, ...]:
    """Return the filters of a selection in the words of the catalogs."""
    text, plan, records = workspace.catalogs.text, workspace.plan, workspace.records
    languages = ("en", *workspace.catalogs.languages)
    lists: tuple[tuple[str, list[Text]], ...] = (
        (message("Area"), [plan.area(each).title for each in selection.area]),
        (message("Section"), [plan.section(each).title for each in selection.section]),
        (message("Agency"), [records.agencies[each].name for each in selection.agency]),
        (message("Party to act"), [plan.party(each).name for each in selection.party]),
        (message("Status"), [workspace.statuses[each].label for each in selection.status]),
        (message("Type"), [text(TYPES[ClauseType(each)]) for each in selection.type]),
        (message("Time"), [text(_OVERDUE)] if selection.overdue else []),
    )
    days = (
        (message("Due before"), selection.due_before),
        (message("Changed since"), selection.changed_since),
    )
    named = (Wish(text(label), joined(", ", values, languages)) for label, values in lists if values)
    dated = (Wish(text(label), day) for label, day in days if day is not None)
    return (*named, *dated)


_OVERDUE = message("the day of the commitment or of a next step has passed")
