"""The options of every command that renders a report, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from planreports.cli.days import day
from planreports.layout.rendition import Arrangement
from planreports.moments import VARIABLE
from planreports.workspace.content import Audience
from planreports.writers import DOCUMENT_FORMATS, FORMATS
from planreports.writers.options import MissingGlyphs

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "-l",
        "--languages",
        metavar="LIST",
        callback=lambda _, __, words: codes(words),
        help="Languages, the first leading: en, lo or en,lo. Default: the workspace's.",
    ),
    click.option(
        "-f",
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(list(FORMATS)),
        callback=lambda _, __, chosen: chosen or DOCUMENT_FORMATS,
        help="A format; may be given several times; xlsx holds the tables only. "
        f"Default: {', '.join(DOCUMENT_FORMATS)}.",
    ),
    click.option(
        "-o",
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("out"),
        show_default=True,
        help="The folder for the files.",
    ),
    click.option(
        "--arrangement",
        type=click.Choice([each.value for each in Arrangement]),
        default=Arrangement.SIDE_BY_SIDE.value,
        show_default=True,
        help="How several languages stand together.",
    ),
    click.option(
        "--missing-glyphs",
        type=click.Choice(get_args(MissingGlyphs)),
        default=get_args(MissingGlyphs)[0],
        show_default=True,
        help="What becomes of a character that no font has: an error, or a visible mark and a warning.",
    ),
    click.option(
        "--layout",
        metavar="NAME",
        help="Another layout than the report's own: one of the workspace's, or a built-in one.",
    ),
    click.option(
        "--date",
        metavar="YYYY-MM-DD",
        callback=day,
        help="When the files say they were made; the pages do not change. "
        f"Default: the environment's {VARIABLE}, else the document's own date, never the clock.",
    ),
)


def rendering_options(command: Command) -> Command:
    """Return a command's function with the options `languages` (codes, maybe none), `formats`, `output`,
    `arrangement`, `missing_glyphs`, `layout` and `date`.

    Those that the layout itself declares come with the class of the command, `ReportCommand`.
    """
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


workspace_option = click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The workspace's folder. Default: this folder or one above it.",
)
"""Gives a command's function the option `folder`."""

audience_option = click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.INTERNAL.value,
    show_default=True,
    help="Who will read this copy; what they may not see is left out.",
)
"""Gives a command's function the option `audience`."""


def codes(languages: str | None) -> tuple[str, ...]:
    """Return the codes of a list of languages with commas between.

    >>> codes("en, lo")
    ('en', 'lo')
    """
    return tuple(code.strip() for code in (languages or "").split(",") if code.strip())
