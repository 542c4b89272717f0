"""`planreports review-report`: the report of a year's review, the internal edition or that of both sides."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.cli.output import write_renditions
from planreports.cli.rendering_options import Wishes, rendering_options, workspace_option
from planreports.cli.report_command import ReportCommand
from planreports.reports import AskedOptions
from planreports.reports.review_report import EDITIONS
from planreports.workspace.reviews import EARLIEST_YEAR, LATEST_YEAR
from planreports.workspace.workspace import open_workspace


@click.command("review-report", cls=ReportCommand, report="review-report")
@click.option(
    "--year", required=True, type=click.IntRange(EARLIEST_YEAR, LATEST_YEAR), help="The year under review."
)
@click.option(
    "--edition",
    type=click.Choice(EDITIONS),
    default=EDITIONS[0],
    show_default=True,
    help="The own side's, or the one that both sides sign: it holds what partners may see.",
)
@click.option(
    "--perspective",
    metavar="PARTY",
    help="Whose copy of the joint edition it is: that side stands and signs first. Default: the own side's.",
)
@rendering_options
@workspace_option
def command(
    *,
    year: int,
    edition: str,
    perspective: str | None,
    wishes: Wishes,
    folder: Path,
) -> None:
    """Render the report of the review of a year."""
    workspace = open_workspace(folder)
    marks = [edition] if edition != EDITIONS[0] else []
    marks += [f"copy-of-{perspective}"] if perspective else []
    asked: AskedOptions = {"year": year, "edition": edition, "perspective": perspective}
    renditions = wishes.renditions(workspace, "review-report", str(year), asked, edition="-".join(marks))
    write_renditions(renditions, workspace, wishes.output)
