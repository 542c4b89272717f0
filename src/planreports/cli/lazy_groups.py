"""Groups that know their commands' names and help without importing them, so that help is quick."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from planreports.cli.printing import speech_of
from planreports.collector import collector_paused
from planreports.errors import did_you_mean
from planreports.told import ENGLISH, Speech, spoken, told

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
        with collector_paused():
            command: click.Command = importlib.import_module(self._lazy[cmd_name][0]).command
        return in_language(command, speech_of(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name. Raises UsageError with the nearest to an unknown."""
        if args and args[0] not in self._lazy and not args[0].startswith("-"):
            hint = did_you_mean(args[0], self._lazy)
            message = (
                told("There is no command `{name}`: {hint}", name=args[0], hint=hint)
                if hint
                else told("There is no command `{name}`.", name=args[0])
            )
            raise click.UsageError(spoken(message, speech_of(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands' names and lines of help."""
        speech = speech_of(ctx)
        with formatter.section(speech.template("Commands")):
            formatter.write_dl([(name, speech.template(text)) for name, (_, text) in self._lazy.items()])


def in_language(command: click.Command, speech: Speech) -> click.Command:
    """Return a command whose help is in a language: itself, or a copy for another than English."""
    if speech is ENGLISH:
        return command
    spoken: click.Command = importlib.import_module("planreports.cli.spoken_help").spoken_command(
        command, speech
    )
    return spoken
