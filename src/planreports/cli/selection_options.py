"""The filters of commitments as options of commands, and as parts of the names of files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import click

from planreports.cli.days import day
from planreports.cli.told_option import ToldOption
from planreports.told import told

Command = TypeVar("Command", bound=Callable[..., Any])

_LISTS = {
    "area": told("Only this area: 3."),
    "section": told("Only this section: 3.1."),
    "agency": told("Only what this agency leads or supports."),
    "party": told("Only what this party is to do."),
    "status": told("Only what has this status."),
    "type": told("Only what is of this type: action or continuing."),
}
_DAYS = {
    "due_before": told("Only what is due before this day."),
    "changed_since": told("Only what was reported on, or changed its status, after this day."),
}


def selection_options(*names: str) -> Callable[[Command], Command]:
    """Return what gives a command's function the filters of these names; of `Selection`'s, by their names.

    Those in lists may be given several times: one of the values must be met.
    """

    def with_options(command: Command) -> Command:
        for name in reversed(names):
            command = _option(name)(command)
        return command

    return with_options


def _option(name: str) -> Callable[[Command], Command]:
    flag = "--" + name.replace("_", "-")
    if name in _LISTS:
        return click.option(
            flag,
            multiple=True,
            metavar="ID",
            cls=ToldOption,
            help=told("{filter} May be given several times.", filter=_LISTS[name]),
        )
    if name in _DAYS:
        return click.option(flag, metavar="YYYY-MM-DD", callback=day, help=_DAYS[name])
    return click.option(flag, is_flag=True, help="Only what is overdue, or has a next step that is.")


def selection_words(options: Mapping[str, Any]) -> Iterator[str]:
    """Yield what sets a file with these filters apart, as names of files have it.

    >>> list(selection_words({"agency": ("moic",), "overdue": True, "due_before": None}))
    ['moic', 'overdue']
    """
    for name in _LISTS:
        yield from options.get(name) or ()
    if options.get("overdue"):
        yield "overdue"
    for name in _DAYS:
        if options.get(name):
            yield f"{name.replace('_', '-')}-{options[name]}"
