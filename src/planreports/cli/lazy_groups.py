"""Groups that know their commands' names and help without importing them, so that help is quick."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from planreports.errors import did_you_mean

Commands = Mapping[str, tuple[str, str]]
"""Each command's module (whose `command` it is) and line of help, in the order of help."""


class LazyGroup(click.Group):
    """A group whose commands' modules are imported when they are run."""

    def __init__(self, *arguments: Any, lazy_commands: Commands, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._lazy = lazy_commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of help."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module; None where there is none of that name."""
        if cmd_name not in self._lazy:
            return None
        command: click.Command = importlib.import_module(self._lazy[cmd_name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name. Raises UsageError with the nearest to an unknown."""
        if args and args[0] not in self._lazy and not args[0].startswith("-"):
            raise click.UsageError(
                f"There is no command `{args[0]}`: {did_you_mean(args[0], self._lazy)}", ctx
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands' names and lines of help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self._lazy.items()])
