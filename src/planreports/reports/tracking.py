"""What became of each commitment, as of a date and for one audience: the common ground of the reports.

What the audience may not see is taken away before anything is worked out: a status, a count or a "no
report" says nothing of entries that its readers were never given.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from planreports.plan.models import Area, Clause, Section, Statement
from planreports.workspace.agencies import Agencies, Agency
from planreports.workspace.assignments import Assignment
from planreports.workspace.content import Audience, PartContent
from planreports.workspace.progress import NextStep, ProgressEntry, SecretariatAssessment
from planreports.workspace.statuses import Status, StatusScale
from planreports.workspace.workspace import Workspace

_PARTS = ("achievements", "result", "difficulties", "reason", "lessons", "support_requested", "assessment")
_LISTS = ("budget", "next_steps", "evidence")


@dataclass(frozen=True)
class TrackedCommitment:
    """A commitment of the plan, who is to do it, and what became of it, as its readers may know it.

    `entries` are in the order of their dates; `status` is that of the latest within the year before
    `as_of`, or of the latest of all where that is final, or "no report". `last` is the latest of all,
    however old.
    """

    area: Area
    section: Section
    statement: Statement
    clause: Clause
    as_of: datetime.date
    assignment: Assignment | None
    leads: tuple[Agency, ...]
    supporting: tuple[Agency, ...]
    entries: tuple[ProgressEntry, ...]
    status: Status

    @property
    def id(self) -> str:
        """Return the id of its clause."""
        return self.clause.id

    @property
    def last(self) -> ProgressEntry | None:
        """Return its latest entry, however old; None where there is none."""
        return self.entries[-1] if self.entries else None

    @property
    def due(self) -> datetime.date | None:
        """Return the last day on which it is in time; None where it goes on, or nobody has said."""
        return self.assignment.timeframe.due if self.assignment else None

    @property
    def is_overdue(self) -> bool:
        """Return whether its day has passed and it is not finished."""
        return self.due is not None and self.due < self.as_of and not self.status.is_final

    @property
    def open_steps(self) -> tuple[NextStep, ...]:
        """Return the next steps of its latest entry that are not done."""
        steps = self.last.next_steps if self.last else ()
        return tuple(step for step in steps if step.done is None or step.done > self.as_of)

    @property
    def overdue_steps(self) -> tuple[NextStep, ...]:
        """Return the next steps of its latest entry whose day has passed."""
        return tuple(step for step in self.open_steps if step.is_overdue(self.as_of))


@dataclass(frozen=True)
class Tracking:
    """All commitments of a plan, in its order, as of a date and for an audience."""

    as_of: datetime.date
    audience: Audience
    statuses: StatusScale
    commitments: tuple[TrackedCommitment, ...]

    def __iter__(self) -> Iterator[TrackedCommitment]:
        return iter(self.commitments)

    def __getitem__(self, id_: str) -> TrackedCommitment:
        return self._by_id[id_]

    @cached_property
    def _by_id(self) -> dict[str, TrackedCommitment]:
        return {each.id: each for each in self.commitments}

    def counts(self, among: Iterable[TrackedCommitment] | None = None) -> tuple[tuple[Status, int], ...]:
        """Return how many commitments have each status, the computed one last; all of them unless given."""
        chosen = [each.status.id for each in (self.commitments if among is None else among)]
        return tuple((each, chosen.count(each.id)) for each in (*self.statuses, self.statuses.no_report))


def tracking(
    workspace: Workspace, audience: Audience = Audience.INTERNAL, as_of: datetime.date | None = None
) -> Tracking:
    """Return what became of every commitment, as of a date; without one, of the latest that anyone reported.

    The clock is never asked. Where nobody has reported anything, the date is the plan's, or 1 January 2000.

    >>> import planreports
    >>> workspace = planreports.open_workspace(planreports.example_workspace())
    >>> len(tracking(workspace).commitments)
    44
    """
    visible = visible_progress(workspace, audience)
    date = as_of or _latest(visible) or workspace.plan.details.date or datetime.date(2000, 1, 1)
    of_commitments: dict[str, list[ProgressEntry]] = {}
    for entry in visible:
        if entry.as_of <= date:
            of_commitments.setdefault(entry.commitment, []).append(entry)
    tracked = (
        _tracked(workspace, audience, date, place, tuple(of_commitments.get(place[3].id, ())))
        for place in _commitments(workspace)
    )
    return Tracking(date, audience, workspace.statuses, tuple(tracked))


def visible_progress(workspace: Workspace, audience: Audience) -> list[ProgressEntry]:
    """Return the entries that an audience may see, without the parts of them that it may not, by date."""
    entries = workspace.records.progress
    return [reduced(entry, audience) for entry in entries if audience.sees(entry.audience)]


def reduced(entry: ProgressEntry, audience: Audience) -> ProgressEntry:
    """Return an entry without the parts of it that an audience may not see."""
    if audience is Audience.INTERNAL:
        return entry
    changes: dict[str, object] = {}
    for name in _PARTS:
        changes[name] = _part(getattr(entry, name), entry.audience, audience)
    for name in _LISTS:
        changes[name] = seen(getattr(entry, name), entry.audience, audience)
    changes["secretariat"] = _secretariat(entry.secretariat, audience)
    return entry.model_copy(update=changes)


def _part(part: PartContent | None, whole: Audience, audience: Audience) -> PartContent | None:
    return part if part is not None and audience.sees(whole.narrowed(part.audience)) else None


def _secretariat(found: SecretariatAssessment | None, audience: Audience) -> SecretariatAssessment | None:
    if found is None or not audience.sees(found.audience):
        return None
    return found.model_copy(update={"note": _part(found.note, found.audience, audience)})


class _Narrowing(Protocol):
    @property
    def audience(self) -> Audience | None: ...


Piece = TypeVar("Piece", bound=_Narrowing)


def seen(pieces: Sequence[Piece], whole: Audience, audience: Audience) -> tuple[Piece, ...]:
    """Return the pieces of a record for the audience `whole` that another may see."""
    return tuple(each for each in pieces if audience.sees(whole.narrowed(each.audience)))


def _latest(entries: Sequence[ProgressEntry]) -> datetime.date | None:
    return max((entry.as_of for entry in entries), default=None)


_Place = tuple[Area, Section, Statement, Clause]


def _commitments(workspace: Workspace) -> Iterator[_Place]:
    for area in workspace.plan.areas:
        for section in area.sections:
            for paragraph in section.paragraphs:
                for statement in paragraph.statements:
                    for clause in statement.commitments:
                        yield area, section, statement, clause


def _tracked(
    workspace: Workspace,
    audience: Audience,
    date: datetime.date,
    place: _Place,
    entries: tuple[ProgressEntry, ...],
) -> TrackedCommitment:
    assignment = _assignment(workspace.records.assignments.get(place[3].id), audience)
    agencies = workspace.records.agencies
    return TrackedCommitment(
        *place,
        as_of=date,
        assignment=assignment,
        leads=_named(assignment.lead if assignment else (), agencies, date, audience),
        supporting=_named(assignment.supporting if assignment else (), agencies, date, audience),
        entries=entries,
        status=status_on(date, entries, workspace.statuses),
    )


def _assignment(found: Assignment | None, audience: Audience) -> Assignment | None:
    if found is None or not audience.sees(found.audience):
        return None
    return found.model_copy(
        update={
            "activities": seen(found.activities, found.audience, audience),
            "remarks": seen(found.remarks, found.audience, audience),
        }
    )


def _named(
    ids: Sequence[str], agencies: Agencies, date: datetime.date, audience: Audience
) -> tuple[Agency, ...]:
    """Return the agencies of some ids as they are on a date, each once."""
    found = {agency.id: agency for id_ in ids for agency in agencies.on(id_, date)}
    return tuple(reduced_agency(agency, audience) for agency in found.values())


def reduced_agency(agency: Agency, audience: Audience) -> Agency:
    """Return an agency without the focal points that an audience may not see."""
    visible = tuple(each for each in agency.focal_points if audience.sees(each.audience))
    return agency.model_copy(update={"focal_points": visible})


def status_on(date: datetime.date, entries: Sequence[ProgressEntry], statuses: StatusScale) -> Status:
    """Return the status that entries give on a date: the latest's, if it is final or not a year old."""
    if not entries:
        return statuses.no_report
    last = entries[-1]
    status = statuses[last.status]
    return status if status.is_final or last.as_of > a_year_before(date) else statuses.no_report


def a_year_before(date: datetime.date) -> datetime.date:
    """Return the same day of the year before; for 29 February, the 28th."""
    day = 28 if (date.month, date.day) == (2, 29) else date.day
    return date.replace(year=date.year - 1, day=day)
