"""`planreports messages extract`: what there is to translate becomes templates."""

from __future__ import annotations

import click

from planreports.cli.printing import say
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.cli.translators.sources import domains_of, target_languages
from planreports.told import told
from planreports.translation.extraction import file_updates, write_updates


@click.command("extract")
@catalog_options
def command(*, catalogs: CatalogChoice) -> None:
    """Write what there is to translate into templates (.pot), and no catalog.

    Poedit and Weblate begin and update catalogs from them. `planreports messages update` does both at once.
    """
    folder = catalogs.own_folder
    languages = target_languages(catalogs, ())
    updates = file_updates(folder, domains_of(catalogs), languages, only_templates=True)
    write_updates(updates)
    for each in updates:
        say(told("{path}: {count} messages", path=each.path.as_posix(), count=each.messages))
    if not updates:
        say(told("There is nothing to translate: everything is said in every language where it stands."))
