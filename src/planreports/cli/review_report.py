"""`planreports review-report`: the report of a year's review, the internal edition or that of both sides."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import click

from planreports.cli.output import Rendition, write_renditions
from planreports.cli.rendering_options import rendering_options
from planreports.cli.report_command import ReportCommand
from planreports.reports.review_report import EDITIONS
from planreports.workspace.reviews import EARLIEST_YEAR, LATEST_YEAR
from planreports.workspace.workspace import open_workspace
from planreports.writers.options import MissingGlyphs


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
@click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The workspace's folder. Default: this folder or one above it.",
)
def command(  # noqa: PLR0913 - an option each
    *,
    year: int,
    edition: str,
    perspective: str | None,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    folder: Path,
    arrangement: str,
    missing_glyphs: MissingGlyphs,
    date: datetime.date | None,
    layout: str | None,
    layout_options: Mapping[str, object],
) -> None:
    """Render the report of the review of a year."""
    workspace = open_workspace(folder)
    marks = [edition] if edition != EDITIONS[0] else []
    marks += [f"copy-of-{perspective}"] if perspective else []
    renditions = [
        Rendition(
            "review-report",
            str(year),
            languages or workspace.configuration.languages,
            format_,
            arrangement,
            missing_glyphs=missing_glyphs,
            date=date,
            edition="-".join(marks),
            options={"year": year, "edition": edition, "perspective": perspective},
            layout=layout,
            layout_options=layout_options,
        )
        for format_ in formats
    ]
    write_renditions(renditions, workspace, output)
