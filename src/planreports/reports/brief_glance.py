"""What became of the plan, at a glance: counts, what is late, and what changed since the last meeting."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from planreports.document.charts import Series, StackedBars
from planreports.i18n.messages import message
from planreports.i18n.text import Text
from planreports.reports.matrix_groups import Share, share
from planreports.reports.selection import status_at
from planreports.reports.tracking import TrackedCommitment, Tracking
from planreports.workspace.meetings import Meeting
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StatusTotal:
    """How many commitments have a status."""

    status: Status
    total: int


@dataclass(frozen=True, slots=True)
class Change:
    """A commitment whose status became another."""

    id: str
    citation: str
    title: Text
    was: Status
    now: Status


@dataclass(frozen=True, slots=True)
class Late:
    """A commitment whose day has passed, and since when."""

    id: str
    citation: str
    title: Text
    due: datetime.date
    status: Status


@dataclass(frozen=True, slots=True)
class Glance:
    """The plan at a glance; `since` is the day of the last meeting, None where none is known.

    `chart` shows how many commitments of each area have each status.
    """

    as_of: datetime.date
    share: Share
    totals: tuple[StatusTotal, ...]
    late: tuple[Late, ...]
    late_steps: int
    since: datetime.date | None
    changes: tuple[Change, ...]
    chart: StackedBars[Text]


def glance(workspace: Workspace, tracked: Tracking, since: datetime.date | None) -> Glance | None:
    """Return the plan at a glance; None where its readers know of no report."""
    if not any(each.entries for each in tracked):
        return None
    return Glance(
        as_of=tracked.as_of,
        share=share(tracked),
        totals=tuple(StatusTotal(status, total) for status, total in tracked.counts()),
        late=tuple(
            Late(each.id, each.statement.citation, each.section.title, each.due, each.status)
            for each in tracked
            if each.is_overdue and each.due
        ),
        late_steps=sum(len(each.overdue_steps) for each in tracked),
        since=since,
        changes=tuple(_changes(tracked, since)) if since else (),
        chart=status_by_area(workspace, tracked),
    )


def status_by_area(workspace: Workspace, tracked: Tracking) -> StackedBars[Text]:
    """Return the chart of how many commitments of each area have each status; one that none has is not
    drawn."""
    areas = [
        (area.title, dict(tracked.counts(each for each in tracked if each.area.id == area.id)))
        for area in workspace.plan.areas
    ]
    return StackedBars(
        title=workspace.catalogs.text(message("Commitments by status and area")),
        categories=tuple(title for title, _ in areas),
        series=tuple(
            Series(status.label, tuple(counts[status] for _, counts in areas), status.style, status.symbol)
            for status, total in tracked.counts()
            if total
        ),
    )


def _changes(tracked: Tracking, since: datetime.date) -> list[Change]:
    before = [(each, status_at(each, since, tracked)) for each in tracked]
    return [_change(each, was) for each, was in before if was.id != each.status.id]


def _change(tracked: TrackedCommitment, was: Status) -> Change:
    return Change(tracked.id, tracked.statement.citation, tracked.section.title, was, tracked.status)


def last_meeting(meeting: Meeting, workspace: Workspace) -> datetime.date | None:
    """Return the day of the meeting before, of those in the workspace; None where it is the first.

    Titles, dates and places of meetings are for everyone.
    """
    return max((each.date for each in workspace.meetings if each.date < meeting.date), default=None)
