"""`planreports build`: everything that `[[build]]` tables list, as far as it has changed."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from planreports.building.build import Build, BuiltFile, Outcome, build
from planreports.building.build import Progress as Listener
from planreports.cli.days import day
from planreports.cli.output_folder import OutputFolder
from planreports.cli.printing import in_words, print_warnings, print_written, say, speech_of
from planreports.cli.rendering_options import workspace_option
from planreports.cli.told_option import ToldOption
from planreports.errors import Problem
from planreports.moments import VARIABLE
from planreports.told import Told, counted, listed, told
from planreports.writers.options import MissingGlyphs

_EXIT_PROBLEMS = 1


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@click.command("build")
@workspace_option
@click.option(
    "-o",
    "--output",
    type=OutputFolder(),
    default=Path("out"),
    show_default=True,
    help="The folder for the files; what is known of them stands in it, in a hidden file.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    default=_processors,
    help="How many processes make files. Default: as many as there are processors.",
)
@click.option("--force", is_flag=True, help="Make every file, and write over those that somebody has edited.")
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
    cls=ToldOption,
    help=told(
        "When the files say they were made. "
        "Default: the environment's {variable}, else each document's own date, never the clock.",
        variable=VARIABLE,
    ),
)
def command(
    *,
    folder: Path,
    output: Path,
    jobs: int,
    force: bool,
    missing_glyphs: MissingGlyphs,
    date: datetime.date | None,
) -> None:
    """Make every file that the [[build]] tables of planreports.toml list, and that has changed.

    A file that cannot be made does not stop the others: all problems are told at the end.
    """
    with _progress_bar() as progress:
        built = build(
            folder,
            output,
            jobs=jobs,
            force=force,
            date=date,
            missing_glyphs=missing_glyphs,
            progress=progress,
        )
    _report(built)
    if built.problems:
        raise click.exceptions.Exit(_EXIT_PROBLEMS)


@contextmanager
def _progress_bar() -> Iterator[Listener]:
    """Show on standard error how far the build is, where that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(in_words(told("building")), total=None)

        def listen(_: BuiltFile, total: int) -> None:
            bar.update(task, advance=1, total=total)

        yield listen


def _report(built: Build) -> None:
    """Print the files that were written, then warnings and problems, then how many there are of each."""
    for file in built.files:
        if file.outcome is Outcome.WRITTEN:
            print_written(file.path)
    print_warnings(dict.fromkeys(warning for file in built.files for warning in file.warnings))
    for path in built.forgotten:
        print_warnings([Problem(told("no [[build]] table lists this file any more"), path.as_posix())])
    for problem in built.problems:
        files = [file.path.as_posix() for file in built.files if problem in file.problems]
        click.echo(problem.spoken(speech_of(click.get_current_context())), err=True)
        click.echo(f"    {in_words(_not_made(files))}", err=True)
    say(_summary(built), err=True)


def _not_made(files: Sequence[str]) -> Told:
    if len(files) == 1:
        return told("so this was not made: {file}", file=files[0])
    return told("so this was not made: {file} and {number} more", file=files[0], number=len(files) - 1)


def _summary(built: Build) -> Told:
    counts = [_counted(each, count) for each in Outcome if (count := built.count(each))]
    files = len(built.files)
    if not counts:
        return counted(files, "{number} file: ", "{number} files: ")
    return counted(files, "{number} file: {counts}", "{number} files: {counts}", counts=listed(counts))


def _counted(outcome: Outcome, count: int) -> Told:
    match outcome:
        case Outcome.WRITTEN:
            return told("{number} written", number=count)
        case Outcome.UNCHANGED:
            return told("{number} as before", number=count)
        case Outcome.KEPT:
            return told("{number} kept as edited", number=count)
        case _:
            return told("{number} not made", number=count)
