"""`planreports messages`: the list of its commands."""

from __future__ import annotations

import click

from planreports.cli.lazy_groups import LazyGroup

_COMMANDS: dict[str, tuple[str, str]] = {
    "update": (
        "planreports.cli.translators.update",
        "Bring catalogs up to date with code, layouts and plan.",
    ),
    "check": (
        "planreports.cli.translators.check",
        "Find mistakes in translations: numbers, terms, signs, widths.",
    ),
}


@click.group("messages", cls=LazyGroup, lazy_commands=_COMMANDS)
def command() -> None:
    """Keep the translations: take messages out, check them, hand them to translators, take them back."""
