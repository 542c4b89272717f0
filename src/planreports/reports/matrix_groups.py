"""Commitments become groups, each with a heading: by area, lead agency, status or day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from planreports.i18n.messages import message
from planreports.i18n.text import Text
from planreports.reports.selection import own_side_first
from planreports.reports.tracking import TrackedCommitment
from planreports.workspace.statuses import Counting, Status
from planreports.workspace.workspace import Workspace

_NO_LEAD = message("No lead agency named")
_OVERDUE = message("Overdue")
_DUE_IN = message("Due in {year}")
_NO_DAY = message("No due date: continuing, or not set")
_ALL = message("All commitments")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a number of commitments are on track or completed; `percent` is None of none."""

    good: int
    total: int

    @property
    def percent(self) -> int | None:
        """Return the share in whole per cent, never 100 nor 0 unless it is all or none."""
        if not self.total:
            return None
        rounded = round(100 * self.good / self.total)
        is_between = 0 < self.good < self.total
        return min(max(rounded, 1), 99) if is_between else rounded


def share(commitments: Iterable[TrackedCommitment]) -> Share:
    """Return how many of some commitments are on track or completed."""
    good = [each.status.counts_as in (Counting.GOOD, Counting.DONE) for each in commitments]
    return Share(sum(good), len(good))


@dataclass(frozen=True, slots=True)
class Heading:
    """What a group is called, and where it stands among the others; `number` is an area's, `status` a
    status's own."""

    order: tuple[int, int]
    title: Text
    number: str | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Commitments under one heading, in the plan's order."""

    heading: Heading
    commitments: tuple[TrackedCommitment, ...]


def grouped(commitments: Iterable[TrackedCommitment], by: str, workspace: Workspace) -> tuple[Group, ...]:
    """Return commitments in groups, the groups in order; `by` is a key of `GROUPINGS`."""
    heading_of = GROUPINGS[by]
    found: dict[Heading, list[TrackedCommitment]] = {}
    for each in commitments:
        found.setdefault(heading_of(each, workspace), []).append(each)
    return tuple(
        Group(heading, tuple(found[heading])) for heading in sorted(found, key=lambda each: each.order)
    )


def _by_area(tracked: TrackedCommitment, workspace: Workspace) -> Heading:
    return Heading((int(tracked.area.id), 0), tracked.area.title, number=tracked.area.id)


def _by_agency(tracked: TrackedCommitment, workspace: Workspace) -> Heading:
    """Return the heading of the agency that leads for the own side, else of the other side's."""
    leads = own_side_first(tracked.leads, workspace.configuration.perspective)
    if not leads:
        return Heading((2, 0), workspace.catalogs.text(_NO_LEAD))
    ids = [agency.id for agency in workspace.records.agencies]
    is_other = leads[0].party != workspace.configuration.perspective
    return Heading((int(is_other), ids.index(leads[0].id)), leads[0].name)


def _by_status(tracked: TrackedCommitment, workspace: Workspace) -> Heading:
    ids = [*workspace.statuses.ids, workspace.statuses.no_report.id]
    return Heading((ids.index(tracked.status.id), 0), tracked.status.label, status=tracked.status)


def _by_due(tracked: TrackedCommitment, workspace: Workspace) -> Heading:
    text = workspace.catalogs.text
    if tracked.is_overdue:
        return Heading((0, 0), text(_OVERDUE))
    if tracked.due is None:
        return Heading((2, 0), text(_NO_DAY))
    return Heading((1, tracked.due.year), text(_DUE_IN).format(year=tracked.due.year))


def _all(tracked: TrackedCommitment, workspace: Workspace) -> Heading:
    return Heading((0, 0), workspace.catalogs.text(_ALL))


GROUPINGS: Mapping[str, Callable[[TrackedCommitment, Workspace], Heading]] = {
    "area": _by_area,
    "agency": _by_agency,
    "status": _by_status,
    "due": _by_due,
    "none": _all,
}
"""How commitments can be grouped: the heading of each."""
