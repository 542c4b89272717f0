"""The matrix: tracked commitments, chosen, grouped and counted, become the context of `matrix.html.jinja`."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.messages import message
from planreports.i18n.text import Text
from planreports.plan.models import Area, ClauseType
from planreports.reports.matrix_groups import GROUPINGS, Group, Heading, Share, grouped, share
from planreports.reports.matrix_rows import MatrixRow, Rows
from planreports.reports.report import Report, ReportOptions
from planreports.reports.selection import Selection, Wish, wishes
from planreports.reports.tracking import TrackedCommitment, Tracking, tracking
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace

LAYOUT = "matrix.html.jinja"

FIELDS = (
    "reference", "text", "type", "lead", "supporting", "activity", "timeframe", "due", "indicator",
    "baseline", "target", "verification", "status", "progress", "evidence", "next", "remarks",
)  # fmt: skip
"""What a column can show, by the names that columns are chosen by."""

DETAILS = (
    "supporting", "activity", "indicator", "baseline", "target", "verification", "evidence", "remarks",
)  # fmt: skip
"""What can also stand on a line across the columns, below them."""


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
        return Profile(tuple(dict.fromkeys(fields)))


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """A band of the matrix and its rows; `share` counts them."""

    heading: Heading
    share: Share
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many commitments have a status: in each area, and in all."""

    status: Status
    by_area: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Commitments counted by status and area; `positions` and `acknowledgements` of the plan are not."""

    areas: tuple[Area, ...]
    statuses: tuple[StatusCount, ...]
    shares: tuple[Share, ...]
    share: Share
    overdue: int
    positions: int
    acknowledgements: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Everything that the matrix's layout may show, already reduced to what its audience may see.

    `as_of` is None where nobody has reported anything and no day was asked for.
    """

    title: Text
    plan_title: Text
    source_language: str
    organisation: Text
    department: Text | None
    own_party: Text
    audience: str
    is_example: bool
    as_of: datetime.date | None
    wishes: tuple[Wish, ...]
    columns: tuple[tuple[str, ...], ...]
    details: tuple[str, ...]
    counts: Counts
    groups: tuple[MatrixGroup, ...]


def matrix_report(workspace: Workspace, options: MatrixOptions) -> Report:
    """Return the matrix of a workspace's commitments.

    Raises PlanReportsError for a column, profile, grouping, agency, status … that does not exist.
    """
    _check(options, workspace)
    made = matrix_context(workspace, options)
    return Report(
        layout=LAYOUT,
        context={"matrix": made},
        title=made.title,
        subject=made.plan_title,
        author=made.organisation,
        date=made.as_of,
    )


def _check(options: MatrixOptions, workspace: Workspace) -> None:
    problems = list(_problems(options))
    try:
        options.selection.check(workspace)
    except PlanReportsError as error:
        problems += error.problems
    if problems:
        raise PlanReportsError(problems)


def _problems(options: MatrixOptions) -> Iterator[Problem]:
    for column in options.columns:
        for field in column.split("+"):
            yield from _unknown("column", field, FIELDS)
    for field in options.details:
        yield from _unknown("detail", field, DETAILS)
    yield from _unknown("profile", options.profile, PROFILES)
    yield from _unknown("grouping", options.group_by, GROUPINGS)


def _unknown(what: str, name: str, known: Collection[str]) -> Iterator[Problem]:
    if name not in known:
        hint = did_you_mean(name, known) or f"expected one of {', '.join(known)}"
        yield Problem(f"the matrix has no {what} `{name}`", hint=hint)


def matrix_context(workspace: Workspace, options: MatrixOptions) -> Matrix:
    """Return the context of the matrix, with what its audience may see and nothing else."""
    configuration, plan = workspace.configuration, workspace.plan
    tracked = tracking(workspace, options.audience, options.as_of)
    chosen = options.selection.of(tracked)
    is_dated = options.as_of is not None or any(each.entries for each in tracked)
    return Matrix(
        title=workspace.catalogs.text(message("Matrix of commitments")),
        plan_title=plan.title,
        source_language=plan.title.source.language,
        organisation=configuration.organisation.name,
        department=configuration.organisation.department,
        own_party=plan.party(configuration.perspective).name,
        audience=options.audience.value,
        is_example=configuration.example,
        as_of=tracked.as_of if is_dated else None,
        wishes=wishes(options.selection, workspace),
        columns=tuple(tuple(column.split("+")) for column in options.shown.columns),
        details=options.shown.details,
        counts=_counts(chosen, tracked, workspace),
        groups=tuple(_group(each, workspace) for each in grouped(chosen, options.group_by, workspace)),
    )


def _group(group: Group, workspace: Workspace) -> MatrixGroup:
    rows = Rows(workspace)
    return MatrixGroup(
        group.heading, share(group.commitments), tuple(rows.row(each) for each in group.commitments)
    )


def _counts(chosen: Sequence[TrackedCommitment], tracked: Tracking, workspace: Workspace) -> Counts:
    areas = grouped(chosen, "area", workspace)
    of_areas = [dict(tracked.counts(area.commitments)) for area in areas]
    types = [clause.type for clause in workspace.plan.clauses()]
    return Counts(
        areas=tuple(each.commitments[0].area for each in areas),
        statuses=tuple(
            StatusCount(status, tuple(counts[status] for counts in of_areas), total)
            for status, total in tracked.counts(chosen)
        ),
        shares=tuple(share(each.commitments) for each in areas),
        share=share(chosen),
        overdue=sum(each.is_overdue for each in chosen),
        positions=types.count(ClauseType.POSITION),
        acknowledgements=types.count(ClauseType.ACKNOWLEDGEMENT),
    )
