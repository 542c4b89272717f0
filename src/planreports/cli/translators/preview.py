"""`planreports messages preview`: messages as the page shows them, again and again while they are changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from planreports.cli.printing import in_words, print_problems, print_written, say, speech_of
from planreports.cli.rendering_options import codes
from planreports.cli.translators.document_options import chosen_documents, folder_to_show, report_option
from planreports.document.stylesheets import load_stylesheet
from planreports.errors import PlanReportsError
from planreports.files.atomic import write_atomically
from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.layout.rendition import Arrangement
from planreports.rendering import language_choice, shipped_breaker
from planreports.told import told
from planreports.translation.message_names import message_id, named_messages
from planreports.translation.preview import FORMATS, Preview, preview_file, previews
from planreports.translation.watching import changes
from planreports.workspace.pseudo import in_languages
from planreports.workspace.workspace import open_workspace, workspace_folder


def _named_by_its_format(context: click.Context, parameter: click.Parameter, path: Path) -> Path:
    if path.suffix.lower().lstrip(".") not in FORMATS:
        words = in_words(told("`{path}` ends in neither .png nor .pdf", path=path))
        raise click.BadParameter(words, context, parameter)
    return path


@click.command("preview")
@click.argument("ids", nargs=-1, metavar="ID…", required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("preview.png"),
    show_default=True,
    callback=_named_by_its_format,
    help="The file: .png or .pdf.",
)
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
    help="Languages, the first leading: en, lo or en,lo. Default: the workspace's.",
)
@click.option(
    "--arrangement",
    type=click.Choice([each.value for each in Arrangement]),
    default=Arrangement.SIDE_BY_SIDE.value,
    show_default=True,
    help="How several languages stand together.",
)
@report_option
@click.option(
    "--watch", is_flag=True, help="Render again whenever a catalog, the glossary or a layout is saved."
)
def command(
    *,
    ids: tuple[str, ...],
    output: Path,
    folder: Path | None,
    languages: tuple[str, ...],
    arrangement: str,
    report: str | None,
    watch: bool,
) -> None:
    """Render only what messages stand in, as their report has it: the row of a statement, the head of a
    table, a heading, a label. They are named by their ids (3.1.2b, m-920e413c) or by their English words.
    """
    wish = _Wish(ids, output, folder_to_show(folder), languages, arrangement, report)
    made = wish.written()
    if watch:
        _keep_up(wish, made)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be shown, and where it is written."""

    names: Sequence[str]
    output: Path
    folder: Path
    languages: Sequence[str]
    arrangement: str
    report: str | None

    def written(self, before: Sequence[Preview] = ()) -> Sequence[Preview]:
        """Write the file and say what it shows; look first in the documents that had the messages before.

        Raises PlanReportsError with every mistake of the workspace, and for names that no message has.
        """
        workspace = in_languages(open_workspace(self.folder), self.languages)
        choice = language_choice(workspace, self.languages or None, self.arrangement)
        keys = named_messages(self.names, workspace.catalogs)
        known = [each.document for each in before if each.document]
        documents = known if before else chosen_documents(workspace, self.report)
        found = previews(keys, workspace, choice, documents)
        write_atomically(self.output, preview_file(found, workspace, self.output.suffix.lower()[1:]))
        _tell(found, self.output)
        return found


def _tell(found: Sequence[Preview], output: Path) -> None:
    """Print what a file shows, and where that stands."""
    for each in found:
        id_ = message_id(each.key)
        if each.document:
            say(told("{id} in {document}", id=id_, document=each.document.name))
        else:
            say(told("{id} by itself: no report here prints it", id=id_))
    print_written(output)


def _keep_up(wish: _Wish, found: Sequence[Preview]) -> None:
    """Write the file again whenever something that it may depend on is saved; mistakes are told meanwhile."""
    folders = (workspace_folder(wish.folder), resource("locales"), resource("templates"))
    say(told("Watching catalogs, glossary and layouts; Ctrl-C ends it."))
    own = wish.output.resolve()
    for changed in changes(folders):
        if all(path.resolve() == own for path in changed):
            continue
        Glossary.read.cache_clear()
        shipped_breaker.cache_clear()
        load_stylesheet.cache_clear()
        try:
            found = wish.written(found)
        except PlanReportsError as error:
            print_problems(error.problems, speech_of(click.get_current_context()))
