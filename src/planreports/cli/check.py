"""`planreports check`: every problem of a workspace, with its place."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.building.tables import planned_files
from planreports.cli.messages import print_warnings
from planreports.judgement import absent_fonts, require_usable_reference
from planreports.rendering import require_readable_layouts
from planreports.workspace.workspace import open_workspace


@click.command("check")
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[DIR]")
@click.option("-w", "--workspace", type=click.Path(path_type=Path), help="The same as DIR.")
def command(folder: Path, workspace: Path | None) -> None:
    """Report every problem in all files of the workspace in DIR (default: this folder or one above it)."""
    found = open_workspace(workspace or folder)
    require_usable_reference(found)
    require_readable_layouts(found)
    if found.configuration.build:
        planned_files(found)
    print_warnings(absent_fonts(found))
    plan, meetings = found.plan, len(found.meetings)
    click.echo(
        f"{found.folder}: no problems (plan {plan.id}, {meetings} meeting{'' if meetings == 1 else 's'})."
    )
