"""The options of every command that renders a report, and what becomes of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any, get_args

import click

from planreports.building.renditions import Rendition, options_in
from planreports.cli.days import day
from planreports.cli.output_folder import OutputFolder
from planreports.cli.told_option import ToldOption
from planreports.layout.rendition import Arrangement
from planreports.moments import VARIABLE
from planreports.rendering import REQUIRED_STATES
from planreports.reports import AskedOptions
from planreports.told import told
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace
from planreports.writers import DOCUMENT_FORMATS, FORMATS
from planreports.writers.options import MissingGlyphs

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
        cls=ToldOption,
        help=told(
            "A format; may be given several times; xlsx holds the tables only. Default: {names}.",
            names=", ".join(DOCUMENT_FORMATS),
        ),
    ),
    click.option(
        "-o",
        "--output",
        type=OutputFolder(),
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
        "--require",
        type=click.Choice(REQUIRED_STATES),
        help="The state that every translation must have at least; draft: none is missing. "
        "Default: any; the first page counts what is not reviewed.",
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
        cls=ToldOption,
        help=told(
            "When the files say they were made; the pages do not change. "
            "Default: the environment's {variable}, else the document's own date, never the clock.",
            variable=VARIABLE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What every command that renders a report is asked for, beside the report's own options.

    `layout_options` are those that the layout declares: they come with the command's class, `ReportCommand`.
    """

    languages: tuple[str, ...]
    formats: tuple[str, ...]
    output: Path
    arrangement: str
    missing_glyphs: MissingGlyphs
    date: datetime.date | None
    require: str | None
    layout: str | None
    layout_options: Mapping[str, object]

    def renditions(
        self,
        workspace: Workspace,
        report: str,
        subject: str,
        options: AskedOptions,
        audience: str = Audience.INTERNAL.value,
        edition: str = "",
    ) -> list[Rendition]:
        """Return the files of a report: one in each format, in the workspace's languages unless asked."""
        return [
            Rendition(
                report,
                subject,
                self.languages or workspace.configuration.languages,
                format_,
                self.arrangement,
                audience,
                self.missing_glyphs,
                self.date,
                edition,
                options_in(format_, report, options),
                self.layout,
                self.layout_options,
                self.require,
            )
            for format_ in self.formats
        ]


def rendering_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command's function with the options of every report, which it gets as `wishes`."""

    @wraps(command)
    def with_wishes(**given: Any) -> Any:
        wishes = Wishes(**{each.name: given.pop(each.name) for each in fields(Wishes)})
        return command(wishes=wishes, **given)

    for option in reversed(_OPTIONS):
        with_wishes = option(with_wishes)
    return with_wishes


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
    """Return the codes of a list of languages with commas between, each once.

    >>> codes("en, lo,en")
    ('en', 'lo')
    """
    return tuple(dict.fromkeys(code.strip() for code in (languages or "").split(",") if code.strip()))
