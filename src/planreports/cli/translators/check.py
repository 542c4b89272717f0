"""`planreports messages check`: mistakes in translations, all at once, for people and for programs."""

from __future__ import annotations

import click

from planreports.cli.printing import in_words, say, speech_of
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.cli.translators.finding_formats import FORMATS
from planreports.told import counted, told
from planreports.translation.checking.finding import Severity
from planreports.translation.checking.reading import Checked, checked
from planreports.translation.checking.registry import CHECKS


@click.command("check")
@catalog_options
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    help="How findings are printed: for people, as annotations of GitHub, or as JSON. Default: text.",
)
@click.option("--strict", is_flag=True, help="Leave with exit status 1 if there are warnings.")
@click.option("--list", "is_list", is_flag=True, help="List the checks instead, and what each finds.")
@click.pass_context
def command(
    context: click.Context, *, catalogs: CatalogChoice, format_name: str, strict: bool, is_list: bool
) -> None:
    """Report every mistake that the checks find in translations, with file and line.

    Errors leave with exit status 1. A translator allows what is meant, in a comment of the message: # allow:
    CHECK REASON. docs/translators.md explains each check.
    """
    if is_list:
        _list_checks()
        return
    found = checked(catalogs.paths(), catalogs.glossary())
    speech = speech_of(context)
    if printed := FORMATS[format_name](found, speech):
        click.echo(printed)
    errors = sum(each.severity is Severity.ERROR for each in found.findings)
    warnings = len(found.findings) - errors
    _sum_up(found, errors, warnings)
    if errors or (strict and warnings):
        context.exit(1)


def _sum_up(found: Checked, errors: int, warnings: int) -> None:
    say(
        told(
            "{errors}, {warnings} in {messages} of {catalogs}.",
            errors=counted(errors, "{number} error", "{number} errors"),
            warnings=counted(warnings, "{number} warning", "{number} warnings"),
            messages=counted(found.messages, "{number} message", "{number} messages"),
            catalogs=counted(found.catalogs, "{number} catalog", "{number} catalogs"),
        ),
        err=True,
    )


def _list_checks() -> None:
    width = max(len(check.name) for check in CHECKS)
    for check in CHECKS:
        click.echo(f"{check.name:{width}}  {check.severity:7}  {in_words(check.finds)}")
