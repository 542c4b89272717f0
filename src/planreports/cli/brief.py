"""`planreports brief`: a meeting's brief, in the languages and formats asked for."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.cli.output import BriefRendition, write_renditions
from planreports.layout.rendition import Arrangement
from planreports.workspace.models import Audience
from planreports.workspace.workspace import open_workspace
from planreports.writers import FORMATS


@click.command("brief")
@click.argument("meeting")
@click.option(
    "-l",
    "--languages",
    metavar="LIST",
    help="Languages, the first leading: en, lo or en,lo. Default: the workspace's.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="A format; may be given several times. Default: all.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="The folder for the files.",
)
@click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The workspace's folder. Default: this folder or one above it.",
)
@click.option(
    "--arrangement",
    type=click.Choice([each.value for each in Arrangement]),
    default=Arrangement.SIDE_BY_SIDE.value,
    show_default=True,
    help="How several languages stand together.",
)
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.INTERNAL.value,
    show_default=True,
    help="Who will read this copy; what they may not see is left out.",
)
def command(
    meeting: str,
    languages: str | None,
    formats: tuple[str, ...],
    output: Path,
    folder: Path,
    arrangement: str,
    audience: str,
) -> None:
    """Render the brief of MEETING (the id of a file in meetings/)."""
    workspace = open_workspace(folder)
    chosen = _codes(languages) or workspace.configuration.languages
    write_renditions(
        [
            BriefRendition(meeting, chosen, format_, arrangement, audience)
            for format_ in formats or tuple(FORMATS)
        ],
        workspace,
        output,
    )


def _codes(languages: str | None) -> tuple[str, ...]:
    return tuple(code.strip() for code in (languages or "").split(",") if code.strip())
