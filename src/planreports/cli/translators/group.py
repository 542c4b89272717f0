"""`planreports messages`: the list of its commands."""

from __future__ import annotations

import click

from planreports.cli.lazy_groups import LazyGroup

_COMMANDS: dict[str, tuple[str, str]] = {
    "extract": ("planreports.cli.translators.extract", "Write what there is to translate into templates."),
    "update": (
        "planreports.cli.translators.update",
        "Bring catalogs up to date with what there is to translate.",
    ),
    "check": (
        "planreports.cli.translators.check",
        "Find mistakes in translations: numbers, terms, signs, widths.",
    ),
    "diff": ("planreports.cli.translators.diff", "Show what changed in the English since it was translated."),
    "stats": ("planreports.cli.translators.stats", "Count translations by how far they are."),
    "review": ("planreports.cli.translators.review", "Say who has approved translations, and when."),
    "preview": ("planreports.cli.translators.preview", "Render what messages stand in, while they change."),
    "pages": ("planreports.cli.translators.pages", "List the pages on which messages stand."),
    "suggest": (
        "planreports.cli.translators.suggest",
        "Propose translations from those that there are.",
    ),
    "export": (
        "planreports.cli.translators.export",
        "Write review sheets for Word, Excel and programs of translators.",
    ),
    "import": (
        "planreports.cli.translators.take_in",
        "Take in what reviewers wrote into sheets.",
    ),
}


@click.group("messages", cls=LazyGroup, lazy_commands=_COMMANDS)
def command() -> None:
    """Keep the translations: take messages out, check them, hand them to translators, take them back."""
