"""`planreports messages update`: templates and catalogs keep up with what there is to translate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from planreports.cli.printing import say
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.cli.translators.sources import domains_of, target_languages
from planreports.errors import PlanReportsError, Problem
from planreports.told import Told, listed, told
from planreports.translation.extraction import FileUpdate, file_updates, write_updates


@click.command("update")
@click.option(
    "--add", "added", multiple=True, metavar="CODE", help="A language to begin catalogs in, such as ja."
)
@click.option(
    "--check", "is_check", is_flag=True, help="Write nothing; exit status 1 if anything is not up to date."
)
@catalog_options
def command(*, catalogs: CatalogChoice, added: tuple[str, ...], is_check: bool) -> None:
    """Bring templates and catalogs up to date with what there is to translate.

    A catalog that is up to date stays byte for byte as it is. Where the English changed, the translation is
    kept as a draft; `planreports messages diff` shows what is different. What is gone from the English is
    kept at the end of the file, and comes back when the English does.
    """
    folder = catalogs.own_folder
    languages = target_languages(catalogs, added)
    updates = file_updates(folder, domains_of(catalogs), languages)
    if is_check:
        _require_up_to_date(updates)
    write_updates(updates)
    for each in updates:
        if each.is_needed:
            say(told("{path}: {news}", path=each.path.as_posix(), news=listed(_news(each))))
    if not languages:
        say(told("There is no language to translate into yet: `--add lo` begins one."))
    elif not any(each.is_needed for each in updates):
        say(told("Everything is up to date."))
    if any(each.update and each.update.changed for each in updates):
        say(told("`{command}` shows what changed in the English.", command="planreports messages diff"))


def _require_up_to_date(updates: Sequence[FileUpdate]) -> None:
    problems = [
        Problem(
            told("is not up to date"),
            each.path.as_posix(),
            hint=told("run `{command}`", command="planreports messages update"),
        )
        for each in updates
        if each.is_needed
    ]
    if problems:
        raise PlanReportsError(problems)


def _news(each: FileUpdate) -> Iterator[Told]:
    yield told("{count} messages", count=each.messages)
    if (update := each.update) is not None and each.before:
        if update.added:
            yield told("{count} new", count=len(update.added))
        if update.changed:
            yield told("{count} changed and drafts now", count=len(update.changed))
        if update.removed:
            yield told("{count} gone", count=len(update.removed))
