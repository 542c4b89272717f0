"""`planreports messages diff`: what changed in the English since it was translated, word by word."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from planreports.cli.listing import print_json
from planreports.cli.printing import in_words, say
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.cli.translators.message_ids import chosen_messages
from planreports.told import counted, told
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.word_changes import Fate, word_changes

_LOOK = {Fate.KEPT: ("", "", ""), Fate.REMOVED: ("[-", "-]", "red"), Fate.ADDED: ("{+", "+}", "green")}
"""What stands before and after words, and their colour on a terminal, which says nothing that they do not."""


@dataclass(frozen=True, slots=True)
class _Changed:
    """A message whose English changed, and the catalog that it stands in."""

    catalog: CatalogFile
    message: CatalogMessage

    @property
    def previous(self) -> str:
        return self.message.previous_source or self.message.source


@click.command("diff")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--json", "as_json", is_flag=True, help="Everything, for scripts.")
@catalog_options
def command(*, ids: tuple[str, ...], catalogs: CatalogChoice, as_json: bool) -> None:
    """Show what changed in the English of messages since they were translated.

    Of all messages, or of those with an ID, such as 3.1.2b or "3.1.*". What went stands in [-…-], what came
    in {+…+}.
    """
    found = [
        _Changed(file, message)
        for file, message in chosen_messages(ids, catalogs.files())
        if message.previous_source is not None
    ]
    if as_json:
        print_json({"messages": [_value(each) for each in found]})
        return
    console = Console(file=sys.stdout, highlight=False, soft_wrap=not sys.stdout.isatty())
    for each in found:
        _print(each, console)
    say(
        counted(
            len(found),
            "{number} message whose English has changed since it was translated.",
            "{number} messages whose English has changed since they were translated.",
        )
    )


def _print(each: _Changed, console: Console) -> None:
    message = each.message
    console.print(Text(f"{each.catalog.name}:{message.line}: {message.id}", style="bold"))
    if message.previous_context != message.context:
        moved = told("was {old}", old=message.previous_context or "–")
        console.print(Text(f"  {in_words(moved)}"))
    english = Text("  ")
    for change in word_changes(each.previous, message.source):
        before, after, colour = _LOOK[change.fate]
        english.append(f"{before}{change.words}{after}", style=colour)
    console.print(english)
    console.print(Text(f"  {message.words}\n"))


def _value(each: _Changed) -> dict[str, Any]:
    message = each.message
    return {
        "id": message.id,
        "file": each.catalog.name,
        "line": message.line,
        "language": each.catalog.language,
        "domain": each.catalog.domain,
        "context": message.context,
        "previous_context": message.previous_context,
        "previous": message.previous_source,
        "source": message.source,
        "translation": message.words,
        "changes": [
            {"fate": change.fate.value, "words": change.words}
            for change in word_changes(each.previous, message.source)
        ],
    }
