"""`planreports review-template`: the form that an agency fills in for a year's review, or all of them."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.cli.output import write_renditions
from planreports.cli.rendering_options import Wishes, rendering_options, workspace_option
from planreports.cli.report_command import ReportCommand
from planreports.errors import PlanReportsError, Problem
from planreports.reports.review_template import reporting_agencies
from planreports.told import told
from planreports.workspace.reviews import EARLIEST_YEAR, LATEST_YEAR
from planreports.workspace.workspace import Workspace, open_workspace

ALL = "all"


@click.command("review-template", cls=ReportCommand, report="review-template")
@click.option(
    "--agency",
    required=True,
    metavar="ID",
    help="The agency that fills the form in, by its id in agencies.yaml; `all`: a form each.",
)
@click.option(
    "--year", required=True, type=click.IntRange(EARLIEST_YEAR, LATEST_YEAR), help="The year under review."
)
@rendering_options
@workspace_option
def command(
    *,
    agency: str,
    year: int,
    wishes: Wishes,
    folder: Path,
) -> None:
    """Write the form that an agency fills in for the review of a year.

    Agencies of the own side get what is internal on their forms, the other party's what partners may see.
    """
    workspace = open_workspace(folder)
    renditions = [
        rendition
        for each in _agencies(workspace, agency, year)
        for rendition in wishes.renditions(
            workspace, "review-template", f"{year}-{each}", {"agency": each, "year": year}
        )
    ]
    write_renditions(renditions, workspace, wishes.output)


def _agencies(workspace: Workspace, asked: str, year: int) -> tuple[str, ...]:
    """Return the ids of the agencies that are meant. Raises PlanReportsError if all are asked and none is."""
    if asked != ALL:
        return (asked,)
    found = reporting_agencies(workspace, year)
    if not found:
        hint = told("commitments.yaml names no `lead`, or all that is led is finished")
        raise PlanReportsError(
            Problem(told("no agency has anything to report for {year}", year=year), hint=hint)
        )
    return found
