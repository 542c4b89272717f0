"""`planreports demo`: the brief of the example's latest meeting, in every language choice and format."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.cli.output import Rendition, write_renditions
from planreports.workspace.example import example_workspace
from planreports.workspace.workspace import open_workspace
from planreports.writers import DOCUMENT_FORMATS

_CHOICES = (
    (("en",), "side-by-side"),
    (("lo",), "side-by-side"),
    (("en", "lo"), "side-by-side"),
    (("en", "lo"), "stacked"),
)


@click.command("demo")
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), metavar="[DIR]"
)
def command(folder: Path) -> None:
    """Render the example workspace's brief into DIR (default: out), in English, Lao and both."""
    workspace = open_workspace(example_workspace())
    latest = max(workspace.meetings, key=lambda meeting: meeting.date).id
    renditions = [
        Rendition("brief", latest, languages, format_, arrangement, options={"meeting": latest})
        for languages, arrangement in _CHOICES
        for format_ in DOCUMENT_FORMATS
    ]
    write_renditions(renditions, workspace, folder)
