"""`planreports messages stats`: how far translations are, by domain, by area of the plan, by report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any, assert_never

import click

from planreports.cli.listing import print_json
from planreports.cli.printing import in_words, speech_of
from planreports.cli.tables import Column, print_table
from planreports.cli.translators.catalog_options import CatalogChoice, catalog_options
from planreports.cli.translators.document_options import workspace_to_show
from planreports.i18n.text import MessageKey
from planreports.told import Told, as_it_is, told
from planreports.translation.counts import Counts, Messages, by_area, by_domain, by_report, messages_of
from planreports.translation.printed import printed_messages


class Grouping(StrEnum):
    """What messages are counted by."""

    DOMAIN = "domain"
    AREA = "area"
    REPORT = "report"


Groups = Mapping[Grouping, Mapping[str, Counts]]


@click.command("stats")
@click.option(
    "--by",
    "groupings",
    multiple=True,
    type=click.Choice([each.value for each in Grouping]),
    help="What to count by; may be given several times. Default: by all.",
)
@click.option("--json", "as_json", is_flag=True, help="Everything, for scripts.")
@catalog_options
def command(*, catalogs: CatalogChoice, groupings: tuple[str, ...], as_json: bool) -> None:
    """Count messages by how far their translations are.

    By domain, each a PO file; by area of the plan; and by report: the messages that it prints, of a workspace
    or of the example. Changed are those drafts whose English is not any more what was translated.
    """
    files = catalogs.files()
    wanted = [each for each in Grouping if not groupings or each in groupings]
    is_by_report = Grouping.REPORT in wanted
    printed = printed_messages(workspace_to_show(catalogs.workspace)) if is_by_report else {}
    found: dict[str, Groups] = {}
    titles: dict[str, str] = {}
    for code in dict.fromkeys(file.language for file in files):
        messages = messages_of(files, code)
        found[code] = {each: _counts(each, messages, printed) for each in wanted}
        titles |= _titles(messages, code)
    if as_json:
        print_json({code: _value(groups) for code, groups in found.items()})
    else:
        tables = [(code, *each) for code, groups in found.items() for each in groups.items() if each[1]]
        for number, (code, grouping, counts) in enumerate(tables):
            if number:
                click.echo()
            _print(code, grouping, counts, titles)


def _titles(messages: Messages, code: str) -> dict[str, str]:
    """Return what contexts stand for: in the language that the command speaks, where that is translated."""
    is_spoken = speech_of(click.get_current_context()).language == code
    return {
        context: (is_spoken and message.words) or words
        for (context, words), message in messages.items()
        if context
    }


def _counts(
    grouping: Grouping, messages: Messages, printed: Mapping[str, Sequence[MessageKey]]
) -> Mapping[str, Counts]:
    match grouping:
        case Grouping.DOMAIN:
            return by_domain(messages)
        case Grouping.AREA:
            return by_area(messages)
        case Grouping.REPORT:
            return by_report(messages, printed)
        case _:
            assert_never(grouping)


def _print(code: str, grouping: Grouping, counts: Mapping[str, Counts], titles: Mapping[str, str]) -> None:
    states = (told("official"), told("reviewed"), told("draft"), told("changed"), told("missing"))
    heads = (_head(grouping), told("messages"), *states)
    rows = [_row(_name(name, titles), each) for name, each in counts.items()]
    if len(rows) > 1 and grouping is not Grouping.REPORT:
        rows.append(_row(told("all"), Counts.sum(counts.values())))
    columns = [Column(in_words(each)) for each in heads]
    columns[0] = Column(f"{columns[0].head} ({code})")
    print_table(columns, rows)


def _head(grouping: Grouping) -> Told:
    match grouping:
        case Grouping.DOMAIN:
            return told("Domain")
        case Grouping.AREA:
            return told("Area of the plan")
        case Grouping.REPORT:
            return told("Report")
        case _:
            assert_never(grouping)


def _name(name: str, titles: Mapping[str, str]) -> Told:
    """Return what a row is called: a domain as it is, an area with its title."""
    match name:
        case "title":
            return told("title of the plan")
        case "party":
            return told("names of parties")
        case "register":
            return told("names that it mentions")
        case _:
            return as_it_is(f"{name} {titles.get(name, '')}".rstrip())


def _row(name: Told, counts: Counts) -> list[str]:
    states = (counts.official, counts.reviewed, counts.draft, counts.changed, counts.missing)
    return [in_words(name), str(counts.total), *(str(each or "–") for each in states)]


def _value(groups: Groups) -> dict[str, Any]:
    return {
        grouping.value: {name: {"messages": each.total, **asdict(each)} for name, each in counts.items()}
        for grouping, counts in groups.items()
    }
