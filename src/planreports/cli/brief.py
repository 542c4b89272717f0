"""`planreports brief`: a meeting's brief, in the form, languages and formats asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import click

from planreports.cli.days import day
from planreports.cli.output import write_renditions
from planreports.cli.rendering_options import Wishes, audience_option, rendering_options, workspace_option
from planreports.cli.report_command import ReportCommand
from planreports.cli.selection_options import selection_options, selection_words
from planreports.reports import AskedOptions
from planreports.reports.brief_options import LAYOUTS, TOPICS
from planreports.workspace.workspace import open_workspace


@click.command("brief", cls=ReportCommand, report="brief")
@click.argument("meeting")
@click.option(
    "--form",
    type=click.Choice(list(LAYOUTS)),
    default="full",
    show_default=True,
    help="Everything, or what one needs in the room, on two pages.",
)
@click.option("--copy", type=int, metavar="NUMBER", help="The number of this copy: Copy 3 of 12.")
@click.option(
    "--topics",
    type=click.Choice(TOPICS),
    default="meeting",
    show_default=True,
    help="The meeting's topics, or also other sections of the plan that are as the filters ask.",
)
@selection_options("section", "agency", "party", "status", "overdue", "changed_since")
@click.option(
    "--as-of",
    metavar="YYYY-MM-DD",
    callback=day,
    help="What was known on this day. Default: the day on which the brief is issued.",
)
@rendering_options
@workspace_option
@audience_option
def command(
    *,
    meeting: str,
    wishes: Wishes,
    folder: Path,
    audience: str,
    **options: Any,
) -> None:
    """Render the brief of MEETING (the id of a file in meetings/). Filters choose its topics."""
    workspace = open_workspace(folder)
    asked = cast("AskedOptions", options | {"meeting": meeting})
    renditions = wishes.renditions(workspace, "brief", meeting, asked, audience, _edition(options))
    write_renditions(renditions, workspace, wishes.output)


def _edition(options: Mapping[str, Any]) -> str:
    """Return what sets a brief with these options apart, as names of files have it."""
    parts = [
        options["form"] if options["form"] != "full" else "",
        f"copy-{options['copy']}" if options["copy"] else "",
        "plan-topics" if options["topics"] == "plan" else "",
        f"as-of-{options['as_of']}" if options["as_of"] else "",
        *selection_words(options),
    ]
    return "-".join(filter(None, parts))
