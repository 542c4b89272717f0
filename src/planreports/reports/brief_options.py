"""What a brief can be asked for, and whether a meeting has it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.reports.report import ReportOptions
from planreports.reports.selection import Selection
from planreports.told import Told, told
from planreports.workspace.meetings import Meeting
from planreports.workspace.workspace import Workspace

LAYOUTS: Mapping[str, str] = {"full": "brief.html.jinja", "short": "brief-short.html.jinja"}
"""The layout of each form: with everything, or on two pages."""

TOPICS = ("meeting", "plan")
"""Whose topics: those that the meeting lists, or also the sections of the plan that are as asked for."""


@dataclass(frozen=True, slots=True)
class BriefOptions(ReportOptions):
    """What a brief is asked for: `meeting` is the id of the meeting that it is for.

    `form` is one of `LAYOUTS`, `topics` one of `TOPICS`; `copy` is the number of this copy. The filters of
    `Selection` choose topics; what is known is that of `as_of`, else of the day on which the brief is issued.
    """

    meeting: str | None = None
    form: str = "full"
    copy: int | None = None
    topics: str = "meeting"
    as_of: datetime.date | None = None
    section: Sequence[str] = ()
    agency: Sequence[str] = ()
    party: Sequence[str] = ()
    status: Sequence[str] = ()
    overdue: bool = False
    changed_since: datetime.date | None = None

    @property
    def selection(self) -> Selection:
        """Return the filters of topics."""
        return Selection(
            section=self.section,
            agency=self.agency,
            party=self.party,
            status=self.status,
            overdue=self.overdue,
            changed_since=self.changed_since,
        )


def require_possible(options: BriefOptions, meeting: Meeting, workspace: Workspace) -> None:
    """Raise PlanReportsError with every wish that cannot be met, each with what can."""
    problems = [*_problems(options, meeting), *options.selection.problems(workspace)]
    if problems:
        raise PlanReportsError(problems)


def _problems(options: BriefOptions, meeting: Meeting) -> Iterator[Problem]:
    yield from _unknown(told("form"), options.form, LAYOUTS)
    yield from _unknown(told("choice of topics"), options.topics, TOPICS)
    if options.copy is None:
        return
    if meeting.copies is None:
        hint = told(
            "say `copies: {number}` in meetings/{id}.yaml", number=max(options.copy, 1), id=meeting.id
        )
        yield Problem(told("the brief `{id}` has no number of copies", id=meeting.id), hint=hint)
    elif not 1 <= options.copy <= meeting.copies:
        hint = told("expected a number from 1 to {copies}", copies=meeting.copies)
        yield Problem(
            told("the brief `{id}` has no copy {copy}", id=meeting.id, copy=options.copy), hint=hint
        )


def _unknown(what: Told, name: str, known: Collection[str]) -> Iterator[Problem]:
    if name not in known:
        yield Problem(
            told("a brief has no {what} `{name}`", what=what, name=name), hint=did_you_mean(name, known)
        )
