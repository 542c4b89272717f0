"""`planreports brief`: a meeting's brief, in the languages and formats asked for."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import get_args

import click

from planreports.cli.days import day
from planreports.cli.output import BriefRendition, write_renditions
from planreports.layout.rendition import Arrangement
from planreports.moments import VARIABLE
from planreports.workspace.models import Audience
from planreports.workspace.workspace import open_workspace
from planreports.writers import FORMATS
from planreports.writers.options import MissingGlyphs


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
@click.option(
    "--missing-glyphs",
    type=click.Choice(get_args(MissingGlyphs)),
    default=get_args(MissingGlyphs)[0],
    show_default=True,
    help="What becomes of a character that no font has: an error, or a visible mark and a warning.",
)
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=day,
    help="When the files say they were made; the pages do not change. "
    f"Default: the environment's {VARIABLE}, else the brief's own date, never the clock.",
)
def command(  # noqa: PLR0913 - an option each
    *,
    meeting: str,
    languages: str | None,
    formats: tuple[str, ...],
    output: Path,
    folder: Path,
    arrangement: str,
    audience: str,
    missing_glyphs: MissingGlyphs,
    date: datetime.date | None,
) -> None:
    """Render the brief of MEETING (the id of a file in meetings/)."""
    workspace = open_workspace(folder)
    chosen = _codes(languages) or workspace.configuration.languages
    write_renditions(
        [
            BriefRendition(meeting, chosen, format_, arrangement, audience, missing_glyphs, date)
            for format_ in formats or tuple(FORMATS)
        ],
        workspace,
        output,
    )


def _codes(languages: str | None) -> tuple[str, ...]:
    return tuple(code.strip() for code in (languages or "").split(",") if code.strip())
