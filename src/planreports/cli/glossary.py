"""`planreports glossary`: terms, names and agencies, with the paragraphs of the plan that use them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import click

from planreports.cli.output import Rendition, write_renditions
from planreports.cli.plan import workspace_or_plan
from planreports.cli.rendering_options import audience_option, codes, rendering_options
from planreports.cli.report_command import ReportCommand
from planreports.reports.glossary_entries import KINDS
from planreports.writers.options import MissingGlyphs


@click.command("glossary", cls=ReportCommand, report="glossary")
@click.option(
    "--kinds",
    metavar="LIST",
    callback=lambda _, __, words: codes(words),
    help=f"Kinds of entries, with commas between: {', '.join(KINDS)}. Default: all.",
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
def command(  # noqa: PLR0913 - an option each
    *,
    kinds: tuple[str, ...],
    sort: str | None,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    arrangement: str,
    missing_glyphs: MissingGlyphs,
    date: datetime.date | None,
    layout: str | None,
    layout_options: Mapping[str, object],
    folder: Path | None,
    name: str | None,
    audience: str,
) -> None:
    """Write the glossary: terms, names in the plan, agencies and abbreviations, sorted in each language."""
    workspace = workspace_or_plan(folder, name)
    write_renditions(
        [
            Rendition(
                "glossary",
                workspace.plan.id,
                languages or workspace.configuration.languages,
                format_,
                arrangement,
                audience,
                missing_glyphs,
                date,
                edition="-".join(kinds),
                options={"kinds": kinds, "sort": sort},
                layout=layout,
                layout_options=layout_options,
            )
            for format_ in formats
        ],
        workspace,
        output,
    )
