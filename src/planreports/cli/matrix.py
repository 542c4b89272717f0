"""`planreports matrix`: the matrix of commitments, its columns, filters and groups as asked for."""

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
from planreports.cli.told_option import ToldOption
from planreports.reports import AskedOptions
from planreports.reports.matrix_groups import GROUPINGS
from planreports.reports.matrix_options import DETAILS, FIELDS, PROFILES
from planreports.told import told
from planreports.workspace.workspace import open_workspace


def _names(context: click.Context, parameter: click.Parameter, words: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (words or "").split(",") if name.strip())


@click.command("matrix", cls=ReportCommand, report="matrix")
@click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default="short",
    show_default=True,
    help="Which columns: the six that a meeting needs, or everything, in two lines a commitment.",
)
@click.option(
    "--columns",
    metavar="LIST",
    callback=_names,
    cls=ToldOption,
    help=told(
        "Your own columns, with commas between; + has two share one: reference,text,progress+next. "
        "There are: {names}.",
        names=", ".join(FIELDS),
    ),
)
@click.option(
    "--details",
    metavar="LIST",
    callback=_names,
    cls=ToldOption,
    help=told("What stands on a line below your columns: {names}.", names=", ".join(DETAILS)),
)
@click.option("--apart", is_flag=True, help="A column for every field, as in spreadsheets.")
@click.option("--group-by", type=click.Choice(list(GROUPINGS)), default="area", show_default=True)
@click.option(
    "--as-of",
    metavar="YYYY-MM-DD",
    callback=day,
    help="What was known on this day. Default: the day of the latest report.",
)
@selection_options(
    "area", "section", "agency", "party", "status", "type", "overdue", "due_before", "changed_since"
)
@rendering_options
@workspace_option
@audience_option
def command(
    *,
    wishes: Wishes,
    folder: Path,
    audience: str,
    **options: Any,
) -> None:
    """Render the matrix of commitments: what each is, who is to do it, and what became of it."""
    workspace = open_workspace(folder)
    asked = cast("AskedOptions", {name: value for name, value in options.items() if name != "apart" or value})
    subject, edition = workspace.plan.id, _edition(options)
    renditions = wishes.renditions(workspace, "matrix", subject, asked, audience, edition)
    write_renditions(renditions, workspace, wishes.output)


def _edition(options: Mapping[str, Any]) -> str:
    """Return what sets a matrix with these options apart, as names of files have it."""
    is_own = options["columns"] or options["details"]
    parts = [
        "own-columns" if is_own else options["profile"] if options["profile"] != "short" else "",
        f"by-{options['group_by']}" if options["group_by"] != "area" else "",
        f"as-of-{options['as_of']}" if options["as_of"] else "",
        *selection_words(options),
    ]
    return "-".join(filter(None, parts))
