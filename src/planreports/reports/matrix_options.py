"""What a matrix can be asked for: profiles, columns by name, groups and filters."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.reports.matrix_groups import GROUPINGS
from planreports.reports.report import ReportOptions
from planreports.reports.selection import Selection
from planreports.told import Told, listed, told
from planreports.workspace.workspace import Workspace

FIELDS = (
    "reference", "area", "section", "text", "type", "lead", "supporting", "activity", "amount", "currency",
    "timeframe", "start", "due", "overdue", "indicator", "baseline", "target", "verification", "status",
    "reported", "secretariat", "progress", "evidence", "next", "remarks",
)  # fmt: skip
"""What a column can show, by the names that columns are chosen by."""

DETAILS = (
    "supporting", "activity", "indicator", "baseline", "target", "verification", "evidence", "remarks",
)  # fmt: skip
"""What can also stand on a line across the columns, below them."""


APART: Mapping[str, tuple[str, ...]] = {
    "reference": ("reference", "area", "section"),
    "activity": ("activity", "amount", "currency"),
    "timeframe": ("start", "due", "overdue"),
    "due": ("due", "overdue"),
    "status": ("status", "reported", "secretariat"),
}
"""The columns of fields that hold several things, where each has a column of its own; there are no bands
then, so that a spreadsheet can filter and sort."""


class Profile(NamedTuple):
    """Columns, and what stands on a line below them; fields with `+` between share a column."""

    columns: tuple[str, ...]
    details: tuple[str, ...] = ()


PROFILES: Mapping[str, Profile] = {
    "short": Profile(("reference", "text", "lead", "due", "status", "progress+next")),
    "full": Profile(("reference+type", "text", "lead", "timeframe", "status", "progress+next"), DETAILS),
}
"""What each profile shows; the full one has two lines a commitment, so that A4 holds it in a legible size."""


@dataclass(frozen=True, slots=True)
class MatrixOptions(ReportOptions):
    """What a matrix is asked for.

    `columns` are names of `FIELDS`, or several with `+` between, and `details` names of `DETAILS`, instead
    of those of the `profile`; with `apart` every field has a column of its own. The others are those of
    `Selection`.
    """

    profile: str = "short"
    columns: Sequence[str] = ()
    details: Sequence[str] = ()
    apart: bool = False
    group_by: str = "area"
    as_of: datetime.date | None = None
    area: Sequence[str] = ()
    section: Sequence[str] = ()
    agency: Sequence[str] = ()
    party: Sequence[str] = ()
    status: Sequence[str] = ()
    type: Sequence[str] = ()
    overdue: bool = False
    due_before: datetime.date | None = None
    changed_since: datetime.date | None = None

    @property
    def selection(self) -> Selection:
        """Return the filters."""
        return Selection(
            area=self.area,
            section=self.section,
            agency=self.agency,
            party=self.party,
            status=self.status,
            type=self.type,
            overdue=self.overdue,
            due_before=self.due_before,
            changed_since=self.changed_since,
        )

    @property
    def shown(self) -> Profile:
        """Return the columns and details that were asked for."""
        if self.columns or self.details:
            columns = tuple(self.columns) or PROFILES["short"].columns
            return self._parted(Profile(columns, tuple(self.details)))
        return self._parted(PROFILES[self.profile])

    def _parted(self, profile: Profile) -> Profile:
        if not self.apart:
            return profile
        fields = [field for column in (*profile.columns, *profile.details) for field in column.split("+")]
        return Profile(tuple(dict.fromkeys(part for field in fields for part in APART.get(field, (field,)))))


def require_possible(options: MatrixOptions, workspace: Workspace) -> None:
    """Raise PlanReportsError with every wish that cannot be met, each with what can."""
    problems = [*_problems(options), *options.selection.problems(workspace)]
    if problems:
        raise PlanReportsError(problems)


def _problems(options: MatrixOptions) -> Iterator[Problem]:
    for column in options.columns:
        for field in column.split("+"):
            yield from _unknown(told("column"), field, FIELDS)
    for field in options.details:
        yield from _unknown(told("detail"), field, DETAILS)
    yield from _unknown(told("profile"), options.profile, PROFILES)
    yield from _unknown(told("grouping"), options.group_by, GROUPINGS)


def _unknown(what: Told, name: str, known: Collection[str]) -> Iterator[Problem]:
    if name not in known:
        hint = did_you_mean(name, known) or told("expected one of {names}", names=listed(known))
        yield Problem(told("the matrix has no {what} `{name}`", what=what, name=name), hint=hint)
