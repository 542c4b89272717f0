"""`planreports messages pages`: on which pages of which reports messages stand."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from planreports.cli.printing import in_words
from planreports.cli.rendering_options import codes
from planreports.cli.tables import Column, print_table
from planreports.cli.translators.document_options import chosen_documents, report_option, workspace_to_show
from planreports.i18n.text import MessageKey
from planreports.plan.export import inert
from planreports.told import told
from planreports.translation.message_names import message_id, named_messages
from planreports.translation.pages import PageList, page_ranges, pages

_HEAD = ("id", "document", "pages", "english")


@click.command("pages")
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    help="A workspace's folder. Default: this folder or one above it, else the example that ships.",
)
@click.option(
    "-l",
    "--languages",
    metavar="LIST",
    callback=lambda _, __, words: codes(words),
    help="The languages of the documents, such as en,lo. Default: the workspace's.",
)
@report_option
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
)
def command(
    *, ids: tuple[str, ...], folder: Path | None, languages: tuple[str, ...], report: str | None, format_: str
) -> None:
    """List the pages on which messages stand, of every report of a workspace; all messages unless some
    are named, by their ids (3.1.2b, m-920e413c) or by their English words.

    A page is listed where words begin on it; the heads of tables and of pages are there on every page that
    repeats them.
    """
    workspace = workspace_to_show(folder)
    asked = named_messages(ids, workspace.catalogs)
    found = pages(workspace, languages or None, chosen_documents(workspace, report))
    _PRINTED[format_](found, asked or list(found))


def _print_table(found: PageList, asked: Sequence[MessageKey]) -> None:
    heads = map(in_words, (told("ID"), told("Document"), told("Pages"), told("English")))
    id_, document, numbers_, english = heads
    columns = (Column(id_), Column(document), Column(numbers_), Column(english, wide=True))
    rows = (
        (message_id(key), document, page_ranges(numbers), key[1])
        for key in asked
        for document, numbers in _documents(found, key).items()
    )
    print_table(columns, rows)


def _documents(found: PageList, key: MessageKey) -> Mapping[str, Sequence[int]]:
    """Return where a message stands; one that was asked for and stands nowhere has a line that says so."""
    return found.get(key) or {in_words(told("on no page")): ()}


def _print_csv(found: PageList, asked: Sequence[MessageKey]) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEAD)
    for key in asked:
        for document, numbers in found.get(key, {}).items():
            writer.writerow([message_id(key), document, " ".join(map(str, numbers)), inert(key[1])])
    click.echo(out.getvalue(), nl=False)


def _print_json(found: PageList, asked: Sequence[MessageKey]) -> None:
    click.echo(json.dumps(list(_records(found, asked)), ensure_ascii=False, indent=1))


def _records(found: PageList, asked: Sequence[MessageKey]) -> Iterator[Mapping[str, object]]:
    for key in asked:
        context, source = key
        yield {
            "id": message_id(key),
            "context": context,
            "english": source,
            "pages": {document: list(numbers) for document, numbers in found.get(key, {}).items()},
        }


_PRINTED: Mapping[str, Callable[[PageList, Sequence[MessageKey]], None]] = {
    "table": _print_table,
    "csv": _print_csv,
    "json": _print_json,
}
