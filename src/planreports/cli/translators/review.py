"""`planreports messages review`: somebody approves translations, or takes an approval back."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import click

from planreports.cli.days import day
from planreports.cli.printing import in_words, say
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.cli.translators.message_ids import Found, chosen_messages
from planreports.errors import PlanReportsError, Problem
from planreports.i18n.text import TranslationState
from planreports.told import counted, told
from planreports.translation.catalog_files import CatalogFile, Change, write_changed
from planreports.translation.checking import Finding, Severity, findings

_STATES = (TranslationState.REVIEWED, TranslationState.OFFICIAL, TranslationState.DRAFT)


@click.command("review")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--by", "reviewer", metavar="NAME", help="Who has reviewed the words.")
@click.option(
    "--state",
    type=click.Choice([each.value for each in _STATES]),
    default=TranslationState.REVIEWED.value,
    show_default=True,
    help="What the words are from now on; draft takes an approval back.",
)
@click.option(
    "--date", metavar="YYYY-MM-DD", callback=day, help="The day on which they were reviewed. Default: today."
)
@catalog_options
def command(
    *,
    ids: tuple[str, ...],
    reviewer: str | None,
    state: str,
    date: datetime.date | None,
    catalogs: CatalogChoice,
) -> None:
    """Say that somebody has approved the translations of messages, and when.

    An ID is a message's, such as 3.1.2b, or a pattern for several, such as "3.1.*". Words in which
    `planreports messages check` finds errors cannot be approved.
    """
    wanted = TranslationState(state)
    if (reviewer is None) != (wanted is TranslationState.DRAFT):
        message = told("say who has reviewed the words (--by NAME), or take it back (--state draft)")
        raise click.UsageError(in_words(message))
    own = replace(catalogs, folders=(catalogs.own_folder,))
    files = own.files()
    chosen = chosen_messages(ids, files)
    _require_ready(chosen, findings(files, own.glossary()), wanted)
    change = Change(state=wanted, reviewer=reviewer, reviewed=date or datetime.date.today())
    for file, messages in _by_file(chosen).items():
        write_changed(file, dict.fromkeys(messages, change))
    say(
        counted(
            len(chosen),
            "{number} message is {state} now.",
            "{number} messages are {state} now.",
            state=_said(wanted),
        )
    )


def _said(state: TranslationState) -> str:
    match state:
        case TranslationState.OFFICIAL:
            return told("official")
        case TranslationState.REVIEWED:
            return told("reviewed")
        case _:
            return told("a draft")


def _by_file(chosen: Iterable[Found]) -> dict[CatalogFile, list[str]]:
    found: defaultdict[CatalogFile, list[str]] = defaultdict(list)
    for file, message in chosen:
        found[file].append(message.id)
    return found


def _require_ready(chosen: Sequence[Found], found: Sequence[Finding], state: TranslationState) -> None:
    """Raise PlanReportsError for messages without words, and for those that have mistakes."""
    problems = list(_without_words(chosen))
    if state is not TranslationState.DRAFT:
        approved = {(file.name, message.line) for file, message in chosen}
        problems += [
            each.problem
            for each in found
            if each.severity is Severity.ERROR and (each.problem.file, each.problem.line) in approved
        ]
    if problems:
        raise PlanReportsError(problems)


def _without_words(chosen: Iterable[Found]) -> Iterator[Problem]:
    for file, message in chosen:
        if not message.words:
            yield Problem(told("`{id}` is not translated", id=message.id), file.name, message.line)
