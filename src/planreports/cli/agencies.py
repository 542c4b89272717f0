"""`planreports agencies`: ministries and bodies, what they lead, and when they last reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from planreports.cli.listing import Listing, listing_options, print_json
from planreports.cli.record_values import agencies_value, last_report, led_by, supported_by
from planreports.cli.selection_options import selection_options
from planreports.cli.tables import Column, print_table
from planreports.errors import PlanReportsError, Problem
from planreports.i18n.messages import message
from planreports.reports.selection import unknown_id
from planreports.reports.tracking import reduced_agency
from planreports.told import Told, told
from planreports.workspace.agencies import Agency

_HEADS = (
    message("ID"),
    message("Name"),
    message("Party"),
    message("Leads"),
    message("Supports"),
    message("Last report"),
    message("Existed"),
    message("Successors"),
)


@click.command("agencies")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@selection_options("party")
@listing_options
def command(
    *,
    ids: tuple[str, ...],
    party: tuple[str, ...],
    folder: Path,
    audience: str,
    as_of: datetime.date | None,
    language: str | None,
    as_json: bool,
) -> None:
    """List the agencies: all, or those with an ID; how many commitments they lead and support."""
    listing = Listing.of(folder, audience, as_of, language)
    chosen = _chosen(listing, ids, party)
    if as_json:
        print_json(agencies_value(listing.tracking, chosen))
        return
    columns = [Column(listing.message(head), head in ("Name", "Successors")) for head in _HEADS]
    print_table(columns, [_row(each, listing) for each in chosen])
    total = len(listing.workspace.records.agencies)
    listing.print_sum(
        told(
            "{number} of {total} agencies as of {date}.",
            number=len(chosen),
            total=total,
            date=listing.tracking.as_of,
        )
    )


def _chosen(listing: Listing, ids: Sequence[str], parties: Sequence[str]) -> list[Agency]:
    """Return the agencies that were asked for, as the audience may know them."""
    agencies = listing.workspace.records.agencies
    problems = [
        *_unknown(told("agency"), ids, [each.id for each in agencies]),
        *_unknown(told("party"), parties, [each.id for each in listing.workspace.plan.parties]),
    ]
    if problems:
        raise PlanReportsError(problems)
    return [
        reduced_agency(each, listing.tracking.audience)
        for each in agencies
        if (not ids or each.id in ids) and (not parties or each.party in parties)
    ]


def _unknown(what: Told, asked: Sequence[str], known: Sequence[str]) -> Iterator[Problem]:
    for id_ in asked:
        if id_ not in known:
            yield unknown_id(what, id_, known)


def _row(agency: Agency, listing: Listing) -> list[str]:
    name = listing.words(agency.name)
    return [
        agency.id,
        f"{name} ({agency.acronym})" if agency.acronym else name,
        listing.words(listing.workspace.plan.party(agency.party).name),
        _count(led_by(agency, listing.tracking)),
        _count(supported_by(agency, listing.tracking)),
        str(last_report(agency, listing.tracking) or ""),
        f"{agency.valid_from or ''} – {agency.valid_to or ''}"
        if agency.valid_from or agency.valid_to
        else "",
        ", ".join(agency.successors),
    ]


def _count(ids: Sequence[str]) -> str:
    return str(len(ids)) if ids else ""
