"""Words of the command line become a day."""

from __future__ import annotations

import datetime

import click

from planreports.cli.printing import in_words
from planreports.told import told

_LENGTH = len("2026-10-12")


def day(context: click.Context, parameter: click.Parameter, words: str | None) -> datetime.date | None:
    """Return the day of an option, written YYYY-MM-DD. Raises click.BadParameter for what is none."""
    if words is None:
        return None
    try:
        if len(words) == _LENGTH:
            return datetime.date.fromisoformat(words)
    except ValueError:
        pass
    message = told("`{words}` is no day; expected one such as 2026-10-12", words=words)
    raise click.BadParameter(in_words(message), context, parameter)


def day_or_today(
    context: click.Context, parameter: click.Parameter, words: str | None
) -> datetime.date | None:
    """Return the day of an option, as `day` does; the word `today` is the day on which it is asked."""
    return datetime.date.today() if words == "today" else day(context, parameter, words)
