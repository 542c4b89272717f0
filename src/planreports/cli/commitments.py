"""`planreports commitments`: who is to do what of the plan, until when, on the terminal."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from planreports.cli.listing import Listing, listing_options, print_json
from planreports.cli.record_values import commitments_value
from planreports.cli.selection_options import selection_options
from planreports.cli.tables import Cell, Column, print_table
from planreports.i18n.messages import message
from planreports.reports.tracking import TrackedCommitment
from planreports.reports.words import TYPES
from planreports.told import told

_HEADS = (
    message("Ref."),
    message("Type"),
    message("Party to act"),
    message("Lead agency"),
    message("Supporting agency"),
    message("Due"),
    message("Status"),
    message("Commitment"),
)
_WIDE = ("Supporting agency", "Commitment")
_SPARE = ("Type", "Party to act", "Supporting agency")


@click.command("commitments")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@selection_options(
    "area", "section", "agency", "party", "status", "type", "overdue", "due_before", "changed_since"
)
@listing_options
def command(
    *,
    ids: tuple[str, ...],
    folder: Path,
    audience: str,
    as_of: datetime.date | None,
    language: str | None,
    as_json: bool,
    **filters: Any,
) -> None:
    """List the plan's commitments and who is to do them: all, or those in ID (an area, a section, …)."""
    listing = Listing.of(folder, audience, as_of, language)
    chosen = listing.chosen(ids, filters)
    if as_json:
        print_json(commitments_value(listing.tracking, chosen))
        return
    columns = [Column(listing.message(head), head in _WIDE, head in _SPARE) for head in _HEADS]
    print_table(columns, [_row(each, listing) for each in chosen])
    total = len(listing.tracking.commitments)
    listing.print_sum(
        told(
            "{number} of {total} commitments as of {date}.",
            number=len(chosen),
            total=total,
            date=listing.tracking.as_of,
        )
    )


def _row(commitment: TrackedCommitment, listing: Listing) -> list[str | Cell]:
    plan = listing.workspace.plan
    return [
        commitment.id,
        listing.message(TYPES[commitment.clause.type]),
        ", ".join(listing.words(plan.party(each).name) for each in commitment.clause.by),
        listing.names(commitment.leads),
        listing.names(commitment.supporting),
        listing.due(commitment),
        listing.status(commitment.status),
        listing.text_of(commitment),
    ]
