"""The matrix: tracked commitments, chosen, grouped and counted, become the context of `matrix.html.jinja`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from planreports.i18n.messages import message
from planreports.i18n.text import Text
from planreports.plan.models import Area, ClauseType
from planreports.reports.matrix_groups import Group, Heading, Share, grouped, share
from planreports.reports.matrix_options import MatrixOptions, require_possible
from planreports.reports.matrix_rows import MatrixRow, Rows
from planreports.reports.report import Report, ReportKind
from planreports.reports.selection import Wish, wishes
from planreports.reports.tracking import TrackedCommitment, Tracking, tracking
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace

LAYOUT = "matrix.html.jinja"


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

    `as_of` is None where nobody has reported anything and no day was asked for; `is_apart` says that a cell
    holds one thing.
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
    is_apart: bool
    counts: Counts
    groups: tuple[MatrixGroup, ...]


def matrix_report(workspace: Workspace, options: MatrixOptions) -> Report:
    """Return the matrix of a workspace's commitments.

    Raises PlanReportsError for a column, profile, grouping, agency, status … that does not exist.
    """
    require_possible(options, workspace)
    made = matrix_context(workspace, options)
    return Report(
        layout=LAYOUT,
        context={"matrix": made},
        title=made.title,
        subject=made.plan_title,
        author=made.organisation,
        date=made.as_of,
    )


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
        is_apart=options.apart,
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


REPORT = ReportKind(MatrixOptions, matrix_report)
