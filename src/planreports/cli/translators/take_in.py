"""`planreports messages import`: what reviewers wrote goes into the catalogs, and nothing silently."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from planreports.cli.days import day_or_today
from planreports.cli.printing import in_words, print_written, say, speech_of
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.errors import PlanReportsError, Problem
from planreports.files.atomic import write_atomically
from planreports.files.office_package import MAXIMUM_BYTES
from planreports.files.reading import read_bytes
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.glossary import FILE, LANGUAGE
from planreports.i18n.text import TranslationState
from planreports.told import Grouped, Told, counted, told
from planreports.translation.glossary_files import (
    GlossaryMerge,
    glossary_of,
    merge_terms,
    own_glossary,
    with_changes,
)
from planreports.translation.own_catalogs import write_changes
from planreports.translation.sheets.merging import Merge, Preference, Reviewing, merge
from planreports.translation.sheets.receiving import returned_sheet
from planreports.translation.tbx import is_tbx, read_tbx


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@catalog_options
@click.option(
    "--prefer",
    type=click.Choice([each.value for each in Preference]),
    help="Whose version counts where the catalog was changed too. Default: nothing is written then.",
)
@click.option("--by", "reviewer", metavar="NAME", help="Who reviewed. Default: the name in the sheet.")
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=day_or_today,
    help="The day on which it was reviewed. Default: today.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be changed.")
@click.pass_context
def command(
    context: click.Context,
    *,
    files: tuple[Path, ...],
    catalogs: CatalogChoice,
    prefer: str | None,
    reviewer: str | None,
    date: datetime.date | None,
    dry_run: bool,
) -> None:
    """Take in FILEs that came back: .xlsx, .docx and XLIFF that `planreports messages export` made, and TBX.

    Of a file with mistakes or conflicts nothing is taken in; all of them are told. Taking a file in twice
    changes nothing.
    """
    reviewing = Reviewing(
        Catalogs.load([resource("locales"), *catalogs.folders]),
        date or datetime.date.today(),
        reviewer,
        Preference(prefer) if prefer else None,
    )
    refused = [file for file in files if not _take_in(file, catalogs, reviewing, is_rehearsal=dry_run)]
    if refused:
        context.exit(1)


def _take_in(file: Path, catalogs: CatalogChoice, reviewing: Reviewing, *, is_rehearsal: bool) -> bool:
    """Take in one file, and say what became of it; return whether it was in order."""
    has_conflicts = False
    try:
        data = read_bytes(file, file.as_posix(), MAXIMUM_BYTES)
        if is_tbx(data, file.as_posix()):
            terms = _terms(data, file, catalogs, reviewing.preference)
            problems = [*terms.problems]
            has_conflicts = any(each.is_of_approved for each in terms.changes)
            if not problems:
                _write_terms(terms, file, catalogs.folders[-1], is_rehearsal=is_rehearsal)
        else:
            merged = merge(returned_sheet(data, file.as_posix()), catalogs.files(), reviewing)
            problems, has_conflicts = merged.refusals, bool(merged.conflicts)
            if not problems:
                _write(merged, catalogs.folders, is_rehearsal=is_rehearsal)
    except PlanReportsError as error:
        problems = list(error.problems)
    if problems:
        _refuse(file, problems, has_conflicts=has_conflicts)
    return not problems


def _terms(data: bytes, file: Path, catalogs: CatalogChoice, preference: Preference | None) -> GlossaryMerge:
    received = read_tbx(data, file.as_posix(), LANGUAGE)
    return merge_terms(glossary_of(catalogs.folders), received, file.as_posix(), preference)


def _write_terms(terms: GlossaryMerge, file: Path, folder: Path, *, is_rehearsal: bool) -> None:
    """Write the changed terms into a folder's glossary, and say each of them."""
    say(told("{file}: {change}", file=file, change=_change_of_terms(len(terms.changes), is_rehearsal)))
    for each in terms.changes:
        click.echo(f"  {each}")
    if terms.changes and not is_rehearsal:
        path = folder / FILE
        write_atomically(path, with_changes(own_glossary(folder), terms.changes).encode())
        print_written(path)


def _write(merged: Merge, folders: Sequence[Path], *, is_rehearsal: bool) -> None:
    """Write what changed, and say so."""
    written = write_changes(merged.changes(), folders, is_rehearsal=is_rehearsal)
    for line in _summary(merged, is_rehearsal=is_rehearsal):
        click.echo(line)
    for path in written:
        print_written(path)


def _refuse(file: Path, problems: Sequence[Problem], *, has_conflicts: bool) -> None:
    for problem in problems:
        click.echo(problem.spoken(speech_of(click.get_current_context())), err=True)
    said = in_words(
        counted(
            len(problems),
            "{file}: {number} problem; nothing of it was taken in.",
            "{file}: {number} problems; nothing of it was taken in.",
            file=file,
        )
    )
    hint = told("--prefer sheet or --prefer catalog decides conflicts.")
    click.echo(f"\n{said} {in_words(hint)}" if has_conflicts else f"\n{said}", err=True)


def _change_of_terms(number: int, is_rehearsal: bool) -> Told:
    if is_rehearsal:
        return counted(Grouped(number), "{number} term would be changed", "{number} terms would be changed")
    return counted(Grouped(number), "{number} term changed", "{number} terms changed")


def _summary(merged: Merge, *, is_rehearsal: bool) -> Iterator[str]:
    """Yield what was changed: a line for the file, and one for each kind of change."""
    number, rows = Grouped(len(merged.merged)), Grouped(merged.rows)
    yield in_words(
        told("{file}: {rows} messages, {number} would be changed", file=merged.name, rows=rows, number=number)
        if is_rehearsal
        else told("{file}: {rows} messages, {number} changed", file=merged.name, rows=rows, number=number)
    )
    kinds: Counter[Told] = Counter()
    for each in merged.merged:
        change, message = each.change, each.message
        if change.words is not None and change.words != message.words:
            kinds[told("translation") if change.words else told("translation taken away")] += 1
        if change.state is not None and change.state is not message.state:
            kinds[told("now {state}", state=change.state.value)] += 1
        if change.state in (TranslationState.REVIEWED, TranslationState.OFFICIAL):
            kinds[told("approved by {name}", name=change.reviewer)] += 1
        if change.note is not None:
            kinds[told("comment")] += 1
    for kind, of_kind in kinds.items():
        yield f"  {of_kind:,} {in_words(kind)}"
