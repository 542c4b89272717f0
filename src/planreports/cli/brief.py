"""`planreports brief`: a meeting's brief, in the languages and formats asked for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import click

from planreports.cli.output import Rendition, write_renditions
from planreports.cli.rendering_options import audience_option, rendering_options, workspace_option
from planreports.cli.report_command import ReportCommand
from planreports.workspace.workspace import open_workspace
from planreports.writers.options import MissingGlyphs


@click.command("brief", cls=ReportCommand, report="brief")
@click.argument("meeting")
@rendering_options
@workspace_option
@audience_option
def command(  # noqa: PLR0913 - an option each
    *,
    meeting: str,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    folder: Path,
    arrangement: str,
    audience: str,
    missing_glyphs: MissingGlyphs,
    date: datetime.date | None,
    layout: str | None,
    layout_options: Mapping[str, object],
) -> None:
    """Render the brief of MEETING (the id of a file in meetings/)."""
    workspace = open_workspace(folder)
    chosen = languages or workspace.configuration.languages
    write_renditions(
        [
            Rendition(
                "brief",
                meeting,
                chosen,
                format_,
                arrangement,
                audience,
                missing_glyphs,
                date,
                options={"meeting": meeting},
                layout=layout,
                layout_options=layout_options,
            )
            for format_ in formats
        ],
        workspace,
        output,
    )
