"""`planreports check`: every problem of a workspace, with its place, and what is legal but odd."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from planreports.building.table_checks import require_fit_tables
from planreports.building.tables import planned_files
from planreports.cli.days import day_or_today
from planreports.cli.printing import in_words, print_warnings, say
from planreports.cli.told_option import ToldOption
from planreports.files.validation import Problems
from planreports.judgement import absent_fonts, require_usable_reference
from planreports.oddities import groups, oddities, placed
from planreports.rendering import require_readable_layouts
from planreports.told import Grouped, Told, counted, listed, told
from planreports.workspace.workspace import Workspace, open_workspace, workspace_folder

_TOLD = 3
"""How many warnings of a kind are told, unless all are asked for."""


@click.command("check")
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[DIR]")
@click.option("-w", "--workspace", type=click.Path(path_type=Path), help="The same as DIR.")
@click.option(
    "--all",
    "is_all",
    is_flag=True,
    cls=ToldOption,
    help=told("Every warning. Default: {number} of each kind.", number=_TOLD),
)
@click.option(
    "--as-of",
    metavar="YYYY-MM-DD",
    callback=day_or_today,
    help="Warn of what is old or overdue on this day. Default: today.",
)
@click.option("--strict", is_flag=True, help="Leave with exit status 1 if there are warnings.")
@click.pass_context
def command(
    context: click.Context,
    *,
    folder: Path,
    workspace: Path | None,
    is_all: bool,
    as_of: datetime.date | None,
    strict: bool,
) -> None:
    """Report every problem in all files of the workspace in DIR (default: this folder or one above it).

    Warnings are of what is legal but odd; they stop nothing.
    """
    found = _checked(workspace_folder(workspace or folder))
    odd = oddities(found, as_of or datetime.date.today(), is_today=as_of is None)
    fonts = list(absent_fonts(found))
    print_warnings(fonts)
    for warnings, more in groups(odd, None if is_all else _TOLD):
        print_warnings(placed(found, warnings))
        if more:
            alike = counted(
                len(warnings),
                "… and {more} more like this (--all)",
                "… and {more} more like these (--all)",
                more=more,
            )
            click.echo(f"         {in_words(alike)}", err=True)
    count = len(fonts) + len(odd)
    say(_judgement(found, count))
    if strict and count:
        context.exit(1)


def _checked(folder: Path) -> Workspace:
    """Return the workspace of a folder. Raises DataError with the mistakes of all its files at once."""
    problems, found = Problems(), None
    with problems.collecting():
        found = open_workspace(folder)
    with problems.collecting():
        require_usable_reference(folder)
    with problems.collecting():
        require_fit_tables(folder)
    with problems.collecting():
        if found is not None and found.configuration.build:
            planned_files(found)
    with problems.collecting():
        require_readable_layouts(folder)
    problems.raise_if_any()
    if found is None:
        raise AssertionError("what is not there has left a problem")
    return found


def _judgement(workspace: Workspace, warnings: int) -> Told:
    folder, extent = workspace.folder, listed(_extent(workspace))
    if not warnings:
        return told("{folder}: no problems ({extent}).", folder=folder, extent=extent)
    return told(
        "{folder}: no problems, {warnings} ({extent}).",
        folder=folder,
        warnings=counted(Grouped(warnings), "{number} warning", "{number} warnings"),
        extent=extent,
    )


def _extent(workspace: Workspace) -> Iterator[Told]:
    """Yield what the workspace holds."""
    records = workspace.records
    yield told("plan {plan}", plan=workspace.plan.id)
    yield counted(Grouped(len(workspace.meetings)), "{number} meeting", "{number} meetings")
    if records.assignments:
        yield counted(Grouped(len(records.assignments)), "{number} assignment", "{number} assignments")
    if records.progress:
        yield counted(Grouped(len(records.progress)), "{number} report", "{number} reports")
