"""`planreports messages suggest`: what is not translated yet gets words from what is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from planreports.cli.printing import in_words, say
from planreports.cli.told_option import ToldOption
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.files.resources import resource
from planreports.i18n.glossary import LANGUAGE, Glossary
from planreports.told import Grouped, told
from planreports.translation.catalog_files import (
    CatalogFile,
    CatalogMessage,
    Change,
    catalog_files,
    read_catalog,
)
from planreports.translation.checking.terms import Terms
from planreports.translation.glossary_files import glossary_of
from planreports.translation.memory import TranslationMemory
from planreports.translation.own_catalogs import write_changes
from planreports.translation.suggestions import (
    LEAST,
    LEAST_WRITTEN,
    Suggesting,
    Suggestion,
    change_of,
    is_wanting,
)


@click.command("suggest")
@click.argument("ids", nargs=-1, metavar="[ID…]")
@catalog_options
@click.option(
    "--from",
    "others",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another PO file to learn from; may be given several times.",
)
@click.option("--most", type=click.IntRange(1, 20), default=3, show_default=True, help="How many a message.")
@click.option(
    "--least",
    type=click.IntRange(0, 100),
    default=LEAST,
    show_default=True,
    help="How alike the English must be, in percent.",
)
@click.option(
    "--write",
    is_flag=True,
    cls=ToldOption,
    help=told("Write the best of at least {least}% as drafts.", least=LEAST_WRITTEN),
)
def command(
    *,
    ids: tuple[str, ...],
    catalogs: CatalogChoice,
    others: tuple[Path, ...],
    most: int,
    least: int,
    write: bool,
) -> None:
    """Suggest translations of what is missing, or changed in English, from what is translated already.

    With IDs, of these messages only. What is reviewed or official is never changed.
    """
    files = catalogs.files()
    _require_known(ids, files)
    for language in dict.fromkeys(each.language for each in files):
        own = [each for each in files if each.language == language]
        suggesting = _suggesting(own, language, others, catalogs)
        for catalog in own:
            wanted = [each for each in catalog.messages if (each.id in ids if ids else is_wanting(each))]
            found = {each.id: suggesting.of(each, most, least) for each in wanted}
            if write:
                _write(catalog, wanted, found, catalogs.folders)
            else:
                for each in wanted:
                    for line in _lines(each, found[each.id], suggesting):
                        click.echo(line)


def _suggesting(
    own: Sequence[CatalogFile], language: str, others: Sequence[Path], catalogs: CatalogChoice
) -> Suggesting:
    """Return what suggests: all catalogs of a language, those that ship among them, and the glossary."""
    shipped = [] if resource("locales") in catalogs.folders else catalog_files([resource("locales")])
    known = [each for each in shipped if each.language == language]
    memory = TranslationMemory.of([*own, *known, *map(read_catalog, others)])
    glossary = glossary_of(catalogs.folders) if language == LANGUAGE else Glossary(())
    return Suggesting(memory, Terms.of(glossary))


def _write(
    catalog: CatalogFile,
    wanted: Sequence[CatalogMessage],
    found: dict[str, list[Suggestion]],
    folders: Sequence[Path],
) -> None:
    changes: dict[str, Change] = {}
    for message in wanted:
        if change := change_of(message, found[message.id]):
            changes[message.id] = change
    write_changes([(catalog, changes)], folders)
    say(
        told(
            "{catalog}: {number} of {total} written as drafts",
            catalog=catalog.name,
            number=Grouped(len(changes)),
            total=Grouped(len(wanted)),
        )
    )


def _lines(
    message: CatalogMessage, suggestions: Sequence[Suggestion], suggesting: Suggesting
) -> Iterator[str]:
    """Yield a message and what is suggested for it."""
    yield f"{message.domain} {message.id}  {message.source}"
    for each in suggestions:
        yield f"  {each.score:>3}%  {each.words}"
        yield f"        {each.match.remembered.where}: {each.match.remembered.source}"
        if each.filled:
            filled = ", ".join(f"{before} → {after}" for before, after in each.filled)
            yield f"        {in_words(told('filled in: {words}', words=filled))}"
    if not suggestions:
        terms = suggesting.words_of_terms(message)
        known = ", ".join(f"{term} = {words}" for term, words in terms)
        nothing = told("nothing alike; terms: {terms}", terms=known) if known else told("nothing alike")
        yield f"        {in_words(nothing)}"
    yield ""


def _require_known(ids: Sequence[str], files: Sequence[CatalogFile]) -> None:
    """Raise PlanReportsError for ids that no message has, with the nearest."""
    known = [message.id for each in files for message in each.messages]
    if unknown := [each for each in ids if each not in known]:
        raise PlanReportsError(
            Problem(told("there is no message `{id}`", id=each), hint=did_you_mean(each, known))
            for each in unknown
        )
