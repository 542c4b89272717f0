"""`planreports messages export`: catalogs become review sheets for people without PO tools."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import click

from planreports.cli.days import day
from planreports.cli.printing import in_words, print_written
from planreports.cli.told_option import ToldOption
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.files.atomic import write_atomically
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.glossary import LANGUAGE as GLOSSARY_LANGUAGE
from planreports.i18n.text import Text, TranslationState
from planreports.lao.line_breaks import LineBreaker
from planreports.moments import VARIABLE, moment_of
from planreports.plan.loader import load_plan
from planreports.told import Grouped, Told, counted, told
from planreports.translation.catalog_files import CatalogFile
from planreports.translation.glossary_files import glossary_of
from planreports.translation.report_files import files_of_report
from planreports.translation.sheets.document import ReviewDocument
from planreports.translation.sheets.exporting import SHEET_FORMATS
from planreports.translation.sheets.rows import Choice, is_below, review_sheet
from planreports.translation.sheets.words import SheetWords
from planreports.translation.tbx import write_tbx
from planreports.workspace.appearance import shipped_style
from planreports.workspace.workspace import open_workspace

_TBX = "tbx"


@click.command("export")
@catalog_options
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([*SHEET_FORMATS, _TBX]),
    default=("xlsx",),
    show_default=True,
    help="A format; may be given several times. `tbx` is the glossary; XLIFF needs `planreports[xliff]`.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="The folder for the files.",
)
@click.option("--overwrite", is_flag=True, help="Replace files that are there already.")
@click.option("--domain", "domains", multiple=True, help="A catalog, such as plan; may be given often.")
@click.option(
    "--section",
    "--area",
    "sections",
    metavar="ID",
    multiple=True,
    help="An area or section of the plan, such as 3 or 3.1; may be given several times.",
)
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([each.value for each in TranslationState]),
    help="Messages in this state; may be given several times.",
)
@click.option("--changed", is_flag=True, help="Messages whose English changed since they were translated.")
@click.option("--report", metavar="NAME", help="Words that this report may print, such as brief.")
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=day,
    cls=ToldOption,
    help=told(
        "When the files say they were made. Default: the environment's {variable}, else nothing.",
        variable=VARIABLE,
    ),
)
def command(  # noqa: PLR0913 - a wish each
    *,
    catalogs: CatalogChoice,
    formats: tuple[str, ...],
    output: Path,
    overwrite: bool,
    domains: tuple[str, ...],
    sections: tuple[str, ...],
    states: tuple[str, ...],
    changed: bool,
    report: str | None,
    date: datetime.date | None,
) -> None:
    """Write review sheets: English locked, translations, states and comments to fill in.

    They come back with `planreports messages import FILE`.
    """
    files = catalogs.files()
    formats = tuple(dict.fromkeys(formats))
    choice = Choice(
        frozenset(domains),
        sections,
        frozenset(map(TranslationState, states)),
        changed,
        files_of_report(report) if report else None,
    )
    _require_known(choice, files)
    sending = _Sending(catalogs, files, choice, moment_of(date, os.environ))
    made = [each for language in _languages(files) for each in sending.files(language, formats)]
    _require_free([output / each.name for each in made], overwrite)
    for each in made:
        write_atomically(output / each.name, each.data)
        print_written(output / each.name)
        click.echo(f"  {in_words(each.extent)}")


class _Made(NamedTuple):
    """A file: its name, its bytes, and in words what it holds."""

    name: str
    data: bytes
    extent: Told


@dataclass(frozen=True, slots=True)
class _Sending:
    """Makes the files of a language."""

    catalogs: CatalogChoice
    found: Sequence[CatalogFile]
    choice: Choice
    written: datetime.datetime | None

    def files(self, language: str, formats: Sequence[str]) -> Iterator[_Made]:
        """Yield the files of a language. Raises PlanReportsError where no message is chosen."""
        if sheets := [each for each in formats if each != _TBX]:
            yield from self._sheets(language, sheets)
        if _TBX in formats:
            if language != GLOSSARY_LANGUAGE:
                message = told("the glossary has no words in the language `{language}`", language=language)
                raise PlanReportsError(
                    Problem(
                        message,
                        hint=told("expected `-l {code}`", code=GLOSSARY_LANGUAGE),
                    )
                )
            glossary = glossary_of(self.catalogs.folders)
            extent = told("{number} terms", number=Grouped(len(glossary.entries)))
            yield _Made(f"glossary-{language}.tbx", write_tbx(glossary, language), extent)

    def _sheets(self, language: str, formats: Iterable[str]) -> Iterator[_Made]:
        sheet = review_sheet(self.found, language, self.choice)
        if not sheet.rows:
            raise PlanReportsError(
                Problem(told("no message in the language `{language}` is as asked for", language=language))
            )
        words = SheetWords(Catalogs.load([resource("locales"), *self.catalogs.folders]), language)
        workspace = open_workspace(self.catalogs.workspace) if self.catalogs.workspace else None
        subject = workspace.plan.title if workspace else _shipped_title(words.catalogs)
        made = ReviewDocument(sheet, words, subject, self.written)
        stylesheet = workspace.stylesheet if workspace else shipped_style()
        breaker = LineBreaker(glossary_of(self.catalogs.folders).whole_words())
        extent = counted(Grouped(len(sheet.rows)), "{number} message", "{number} messages")
        for each in formats:
            format_ = SHEET_FORMATS[each]
            yield _Made(format_.file_name(language), format_.write(made, stylesheet, breaker), extent)


def _shipped_title(catalogs: Catalogs) -> Text:
    return catalogs.completed(load_plan("lao-japan").title, "title")


def _languages(files: Sequence[CatalogFile]) -> list[str]:
    return list(dict.fromkeys(each.language for each in files))


def _require_known(choice: Choice, files: Sequence[CatalogFile]) -> None:
    """Raise PlanReportsError for catalogs and sections that are not there, with the nearest."""
    problems = []
    domains = sorted({each.domain for each in files})
    for domain in choice.domains - set(domains):
        problems.append(
            Problem(told("there is no catalog `{domain}`", domain=domain), hint=did_you_mean(domain, domains))
        )
    messages = [message for each in files for message in each.messages]
    contexts = [each.context for each in messages if each.context and each.domain == "plan"]
    for section in choice.sections:
        if not any(is_below(each, section) for each in messages):
            hint = did_you_mean(section, contexts)
            problems.append(
                Problem(told("the plan has no area or section `{section}`", section=section), hint=hint)
            )
    if problems:
        raise PlanReportsError(problems)


def _require_free(paths: Sequence[Path], overwrite: bool) -> None:
    """Raise PlanReportsError for files that are there: somebody may have filled them in."""
    if not overwrite and (taken := [each for each in paths if each.exists()]):
        hint = told("give another folder with -o, or --overwrite")
        raise PlanReportsError(
            Problem(told("this file is there already"), str(each), hint=hint) for each in taken
        )
