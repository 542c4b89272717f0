"""`planreports glossary`: terms, names and agencies, with the paragraphs of the plan that use them."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.cli.output import write_renditions
from planreports.cli.plan import workspace_or_plan
from planreports.cli.rendering_options import Wishes, audience_option, codes, rendering_options
from planreports.cli.report_command import ReportCommand
from planreports.cli.told_option import ToldOption
from planreports.reports import AskedOptions
from planreports.reports.glossary_entries import KINDS
from planreports.told import told


@click.command("glossary", cls=ReportCommand, report="glossary")
@click.option(
    "--kinds",
    metavar="LIST",
    callback=lambda _, __, words: codes(words),
    cls=ToldOption,
    help=told("Kinds of entries, with commas between: {names}. Default: all.", names=", ".join(KINDS)),
)
@click.option(
    "--sort", metavar="CODE", help="The language to sort by. Default: the one that leads the document."
)
@rendering_options
@click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    help="A workspace's folder, for its agencies, plan, translations and look. Default: this folder or one "
    "above it; where there is none, a plan by itself.",
)
@click.option("--plan", "name", help="A plan's name, or its folder, by itself. Default: lao-japan.")
@audience_option
def command(
    *,
    kinds: tuple[str, ...],
    sort: str | None,
    wishes: Wishes,
    folder: Path | None,
    name: str | None,
    audience: str,
) -> None:
    """Write the glossary: terms, names in the plan, agencies and abbreviations, sorted in each language."""
    workspace = workspace_or_plan(folder, name)
    asked: AskedOptions = {"kinds": kinds, "sort": sort}
    subject, edition = workspace.plan.id, "-".join(kinds)
    renditions = wishes.renditions(workspace, "glossary", subject, asked, audience, edition)
    write_renditions(renditions, workspace, wishes.output)
