"""What every command prints alike: problems, and the files that were written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from planreports.errors import Problem
from planreports.told import ENGLISH, Speech, Told, counted, spoken, told

if TYPE_CHECKING:
    from planreports.i18n.text import Text


def speech_of(context: click.Context | None) -> Speech:
    """Return the language that the command speaks; English outside of a command."""
    speech: Speech | None = context.obj if context else None
    return speech or ENGLISH


def said_in(text: Text, speech: Speech) -> str:
    """Return what a layout says of itself in a language: its own words, else the catalog's."""
    own = text.translation(speech.language)
    return own.text if own.language == speech.language else speech.template(str(text))


def in_words(message: str) -> str:
    """Return a message in the language that the command at work speaks."""
    return spoken(message, speech_of(click.get_current_context(silent=True)))


def say(message: Told, speech: Speech | None = None, *, err: bool = False) -> None:
    """Print a message on a line of its own, in a language, or in that of the command at work."""
    click.echo(spoken(message, speech) if speech else in_words(message), err=err)


def print_problems(problems: Sequence[Problem], speech: Speech) -> None:
    """Print every problem on a line of its own, and how many there are, to standard error."""
    for problem in problems:
        click.echo(problem.spoken(speech), err=True)
    message = counted(
        len(problems),
        "{number} problem; nothing was written.",
        "{number} problems; nothing was written.",
    )
    click.echo(f"\n{spoken(message, speech)}", err=True)


def print_warnings(problems: Iterable[Problem]) -> None:
    """Print on standard error what the user should know although files were written."""
    speech = speech_of(click.get_current_context(silent=True))
    for problem in problems:
        mark = click.style(spoken(told("warning:"), speech), fg="yellow")
        click.echo(f"{mark} {problem.spoken(speech)}", err=True)


def print_written(path: Path) -> None:
    """Print the path of a file that was written."""
    say(told("wrote {path}", path=path))
