"""What every command prints alike: problems, and the files that were written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from planreports.errors import Problem


def print_problems(problems: Sequence[Problem]) -> None:
    """Print every problem on a line of its own, and how many there are, to standard error."""
    for problem in problems:
        click.echo(str(problem), err=True)
    count = len(problems)
    click.echo(f"\n{count} problem{'' if count == 1 else 's'}; nothing was written.", err=True)


def print_warnings(problems: Iterable[Problem]) -> None:
    """Print on standard error what the user should know although files were written."""
    for problem in problems:
        click.echo(f"{click.style('warning:', fg='yellow')} {problem}", err=True)


def print_written(path: Path) -> None:
    """Print the path of a file that was written."""
    click.echo(f"wrote {path}")
