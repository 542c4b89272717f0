"""`planreports progress add`: what became of a commitment is written into the workspace's files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from planreports.cli.entry_options import BUDGETS, EVIDENCE, LABELS, STEPS, WORDS, EntryOptions, Parts
from planreports.cli.printing import in_words, say
from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.told import Told, told
from planreports.workspace.new_entries import checked_entry, plain_entry
from planreports.workspace.recording import Recorded, Recorder
from planreports.workspace.workspace import Workspace, open_workspace

Command = TypeVar("Command", bound=Callable[..., Any])

_WORDS_HELP: Mapping[str, Told] = {
    "achievements": told("What was done, in CommonMark. Again for each language: --achievements lo=WORDS."),
    "result": told("The result against the target; languages as above, here and below."),
    "difficulties": told("What made it hard."),
    "reason": told("Why it is late or given up; some statuses need it."),
    "lessons": told("What was learnt."),
    "support_requested": told("What is asked of others."),
    "assessment": told("Why the agency chose this status."),
}


@click.group("progress")
def command() -> None:
    """Record what became of commitments."""


def _word_options(function: Command) -> Command:
    for key in reversed(WORDS):
        option = click.option(LABELS[key], key, multiple=True, metavar="WORDS", help=_WORDS_HELP[key])
        function = option(function)
    return function


def _part_option(parts: Parts, help_: Told) -> Callable[[Command], Command]:
    metavar = "|".join(name.upper() for name in parts.names)
    return click.option(parts.option, parts.key, multiple=True, metavar=f"'{metavar}'", help=help_)


@command.command("add")
@click.argument("commitment")
@click.option("--status", metavar="STATUS", help="A status of the scale: on-track, delayed, … (needed).")
@click.option("--agency", metavar="ID", help="The agency that reports: an id of agencies.yaml (needed).")
@click.option("--as-of", metavar="YYYY-MM-DD", help="The day of which the report speaks. Default: today.")
@click.option("--received", metavar="YYYY-MM-DD", help="The day on which the report came in, if another.")
@_word_options
@_part_option(
    STEPS,
    told("What comes next, by whom, by when; owner and date may be left out. Add |lo=WORDS, |done=DATE."),
)
@_part_option(EVIDENCE, told("What shows it; date and link may be left out. Add |lo=WORDS."))
@_part_option(BUDGETS, told("Money planned and spent: 'JPY|5000000|1200000'."))
@click.option("--recommendation", metavar="WORD", help="continue, amend or close.")
@click.option("--secretariat-status", metavar="STATUS", help="The secretariat's own view (internal).")
@click.option("--secretariat-note", multiple=True, metavar="WORDS", help="Why (internal).")
@click.option(
    "--audience",
    metavar="WORD",
    help="Who may see the entry: internal, partner or public. Default: internal.",
)
@click.option(
    "--language", default=SOURCE_LANGUAGE, show_default=True, help="The language of words without a code."
)
@click.option(
    "--into",
    metavar="NAME",
    help="The file, progress/NAME.yaml. Default: the year, or the corrected entry's.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be added; write nothing.")
@click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The workspace's folder. Default: this folder or one above it.",
)
def add(*, folder: Path, into: str | None, dry_run: bool, language: str, **given: Any) -> None:
    """Add what became of COMMITMENT to the workspace's progress.

    The entry is checked as its file is: every mistake is reported at once, and nothing is written. One of the
    same commitment, agency and day as an earlier one corrects that.
    """
    workspace = open_workspace(folder)
    languages = [SOURCE_LANGUAGE, *workspace.catalogs.languages]
    options = EntryOptions(languages, language)
    if language not in languages:
        options.problems.append(
            Problem(
                told("unknown language `{code}`", code=language),
                "--language",
                hint=did_you_mean(language, languages),
            )
        )
    wish = plain_entry(_wish(given, options))
    if options.problems:
        _raise_all(options.problems, wish, workspace)
    recorded = Recorder(workspace).record(wish, into=into, labels=LABELS, dry=dry_run)
    _report(recorded, dry_run)


def _wish(given: Mapping[str, Any], options: EntryOptions) -> dict[str, object]:
    """Return the entry that the options ask for; what was not given is None."""
    wish: dict[str, object] = {
        key: given[key]
        for key in ("commitment", "received", "agency", "status", "recommendation", "audience")
    }
    wish["as_of"] = given["as_of"] or datetime.date.today().isoformat()
    for key in WORDS:
        wish[key] = options.words(LABELS[key], given[key])
    for parts in (BUDGETS, STEPS, EVIDENCE):
        wish[parts.key] = options.parts(parts, given[parts.key])
    note = options.words("--secretariat-note", given["secretariat_note"])
    wish["secretariat"] = {"status": given["secretariat_status"], "note": note}
    return wish


def _raise_all(problems: Sequence[Problem], wish: Mapping[str, object], workspace: Workspace) -> None:
    """Raise what is wrong with the options themselves, and what is wrong with the entry as well."""
    found = list(problems)
    try:
        checked_entry(workspace, wish, LABELS)
    except PlanReportsError as error:
        named = {problem.file for problem in problems}
        found += [each for each in error.problems if each.file not in named]
    raise PlanReportsError(found)


def _report(recorded: Recorded, dry_run: bool) -> None:
    entry = recorded.entry
    if dry_run:
        said = in_words(told("would be added to {path}:", path=recorded.path))
        click.echo(f"{said}\n\n{recorded.text}", nl=False)
        return
    said = in_words(told("wrote {path}", path=recorded.path))
    click.echo(f"{said}: {entry.commitment}, {entry.agency}, {entry.as_of}: {entry.status}")
    if recorded.is_correction:
        say(told("It corrects the earlier entry of the same day, which stays in the file above it."))
