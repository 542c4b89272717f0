"""A tracked commitment becomes a row of the matrix: everything that its columns may show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import RichText, Text
from planreports.plan.models import ClauseType
from planreports.reports.selection import own_side_first
from planreports.reports.tracking import TrackedCommitment
from planreports.reports.words import TYPES
from planreports.workspace.agencies import Agency
from planreports.workspace.assignments import Assignment, Timeframe
from planreports.workspace.content import PartContent
from planreports.workspace.progress import Evidence, NextStep, ProgressEntry
from planreports.workspace.statuses import Status, StatusScale
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RowActivity:
    """An activity or project: under which scheme, with how much money of one currency."""

    name: Text
    scheme: Text | None
    amount: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class RowStep:
    """A next step: by whom, until when; `is_overdue` if that day has passed."""

    step: Text
    owner: Text | None
    due: datetime.date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class RowStatus:
    """A commitment's status and its date; `secretariats` is the other view where it differs.

    `last` is what the latest entry said where that is too old to hold, and `as_of` is then its date.
    """

    status: Status
    as_of: datetime.date | None
    last: Status | None
    secretariats: Status | None
    secretariats_note: RichText | None


@dataclass(frozen=True, slots=True)
class RowProgress:
    """What the latest entry said."""

    achievements: RichText | None
    result: RichText | None
    difficulties: RichText | None
    reason: RichText | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A commitment. `quote` are its own words where its sentence holds other commitments too.

    `is_continuing` is of the plan's own words: something that goes on, for which nobody need name an end.
    """

    id: str
    citation: str
    area: Text
    section: Text
    text: Text
    quote: str | None
    type: Text
    is_continuing: bool
    leads: tuple[Text, ...]
    supporting: tuple[Text, ...]
    activities: tuple[RowActivity, ...]
    start: PartialDate | None
    due: PartialDate | None
    is_overdue: bool
    indicator: Text | None
    baseline: Text | None
    target: Text | None
    verification: Text | None
    status: RowStatus
    progress: RowProgress | None
    steps: tuple[RowStep, ...]
    evidence: tuple[Evidence, ...]
    remarks: tuple[RichText, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of a workspace's commitments."""

    workspace: Workspace

    def row(self, tracked: TrackedCommitment) -> MatrixRow:
        """Return the row of a commitment."""
        assignment = tracked.assignment or _NOBODYS
        several = len(tracked.statement.commitments) > 1
        last = tracked.last
        return MatrixRow(
            id=tracked.id,
            citation=tracked.statement.citation,
            area=tracked.area.title,
            section=tracked.section.title,
            text=tracked.statement.text,
            quote=tracked.clause.quote if several else None,
            type=self.workspace.catalogs.text(TYPES[tracked.clause.type]),
            is_continuing=tracked.clause.type is ClauseType.CONTINUING,
            leads=self._names(tracked.leads),
            supporting=self._names(tracked.supporting),
            activities=tuple(
                RowActivity(each.name, each.scheme, each.amount, each.currency)
                for each in assignment.activities
            ),
            start=assignment.timeframe.start,
            due=assignment.timeframe.end,
            is_overdue=tracked.is_overdue,
            indicator=assignment.indicator,
            baseline=assignment.baseline,
            target=assignment.target,
            verification=assignment.verification,
            status=row_status(tracked, self.workspace.statuses),
            progress=_progress(last) if last else None,
            steps=tuple(self.step(each, tracked.as_of) for each in tracked.open_steps),
            evidence=last.evidence if last else (),
            remarks=tuple(each.text for each in assignment.remarks),
        )

    def _names(self, agencies: tuple[Agency, ...]) -> tuple[Text, ...]:
        perspective = self.workspace.configuration.perspective
        return tuple(agency.name for agency in own_side_first(agencies, perspective))

    def step(self, step: NextStep, date: datetime.date) -> RowStep:
        """Return a next step, its owner called as it is on a date."""
        agencies = self.workspace.records.agencies
        owners = agencies.on(step.owner, date) if step.owner and step.owner in agencies else ()
        return RowStep(step.step, owners[0].name if owners else None, step.due, step.is_overdue(date))


_NOBODYS = Assignment(id="1.1.1a", timeframe=Timeframe())
"""What is said of a commitment that nobody has assigned: nothing."""


def row_status(tracked: TrackedCommitment, statuses: StatusScale) -> RowStatus:
    """Return a commitment's status and its date, with the secretariat's where that differs."""
    last = tracked.last
    if last is None:
        return RowStatus(tracked.status, None, None, None, None)
    said = statuses[last.status]
    view = last.secretariat
    other = statuses[view.status] if view and view.status else None
    return RowStatus(
        status=tracked.status,
        as_of=last.as_of,
        last=None if said.id == tracked.status.id else said,
        secretariats=None if other is None or other.id == said.id else other,
        secretariats_note=view.note.text if view and view.note else None,
    )


def _progress(entry: ProgressEntry) -> RowProgress:
    return RowProgress(
        _words(entry.achievements), _words(entry.result), _words(entry.difficulties), _words(entry.reason)
    )


def _words(part: PartContent | None) -> RichText | None:
    return part.text if part else None
