"""`planreports status`: what became of commitments, on the terminal."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from planreports.cli.listing import Listing, listing_options, print_json
from planreports.cli.record_values import commitments_value
from planreports.cli.selection_options import selection_options
from planreports.cli.tables import Cell, Column, print_table
from planreports.i18n.messages import message
from planreports.reports.tracking import TrackedCommitment
from planreports.told import Told, listed, told
from planreports.workspace.content import PartContent
from planreports.workspace.progress import NextStep, ProgressEntry, SecretariatAssessment

_REF, _STATUS, _AS_OF, _DUE = message("Ref."), message("Status"), message("As of"), message("Due")
_AGENCY, _NEXT_STEP = message("Agency"), message("Next step")
_EVIDENCE, _VIEW = message("Evidence"), message("The secretariat’s view")
_PARTS = (
    ("achievements", message("Progress")),
    ("result", message("Result against target")),
    ("difficulties", message("Difficulties")),
    ("reason", message("Reason")),
)


@click.command("status")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@selection_options("area", "section", "agency", "party", "status", "overdue", "changed_since")
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
    """List what became of commitments: of all, or of those in ID (an area, a section, … of the plan).

    For a single commitment, as 3.1.2b, its reports are shown one after the other.
    """
    listing = Listing.of(folder, audience, as_of, language)
    chosen = listing.chosen(ids, filters)
    if as_json:
        print_json(commitments_value(listing.tracking, chosen))
    elif len(chosen) == 1 and chosen[0].id in ids:
        click.echo("\n".join(_history(chosen[0], listing)))
    else:
        _print_statuses(chosen, listing)


def _print_statuses(chosen: Sequence[TrackedCommitment], listing: Listing) -> None:
    columns = [Column(listing.message(each)) for each in (_REF, _STATUS, _AS_OF, _AGENCY, _DUE)]
    print_table(
        [*columns, Column(listing.message(_NEXT_STEP), wide=True)], [_row(each, listing) for each in chosen]
    )
    listing.print_sum(_sum(chosen, listing))


def _sum(chosen: Sequence[TrackedCommitment], listing: Listing) -> Told:
    counts = [
        told("{number} {status}", number=count, status=status.label)
        for status, count in listing.tracking.counts(chosen)
        if count
    ]
    values = {
        "number": len(chosen),
        "total": len(listing.tracking.commitments),
        "date": listing.tracking.as_of,
        "overdue": sum(each.is_overdue for each in chosen),
    }
    if not counts:
        return told("{number} of {total} commitments as of {date}; {overdue} overdue.", **values)
    return told(
        "{number} of {total} commitments as of {date}: {counts}; {overdue} overdue.",
        counts=listed(counts),
        **values,
    )


def _row(commitment: TrackedCommitment, listing: Listing) -> list[str | Cell]:
    last = commitment.last
    return [
        commitment.id,
        listing.status(commitment.status),
        str(last.as_of) if last else "",
        listing.agency(last.agency) if last else "",
        listing.due(commitment),
        "; ".join(_step(step, commitment, listing) for step in commitment.open_steps),
    ]


def _step(step: NextStep, commitment: TrackedCommitment, listing: Listing) -> str:
    """Return a next step with who is to take it, until when."""
    known = ", ".join(filter(None, (listing.agency(step.owner), str(step.due or ""))))
    mark = f" {listing.overdue}" if step.is_overdue(commitment.as_of) else ""
    return listing.words(step.step) + (f" – {known}" if known else "") + mark


def _history(commitment: TrackedCommitment, listing: Listing) -> Iterator[str]:
    """Yield a commitment's words, who is to do it, and its reports, the latest first."""
    yield f"{commitment.id}  ({commitment.statement.citation})"
    yield f"  {listing.text_of(commitment)}\n"
    facts = (
        (_STATUS, listing.status(commitment.status).words),
        (message("Lead agency"), listing.names(commitment.leads)),
        (message("Supporting agency"), listing.names(commitment.supporting)),
        (_DUE, listing.due(commitment).words),
    )
    for label, words in facts:
        if words:
            yield f"  {listing.message(label)}: {words}"
    for entry in reversed(commitment.entries):
        yield ""
        yield from _report(entry, commitment, listing)


def _report(entry: ProgressEntry, commitment: TrackedCommitment, listing: Listing) -> Iterator[str]:
    status = listing.workspace.statuses[entry.status]
    yield f"  {entry.as_of}  {listing.agency(entry.agency)}: {listing.status(status).words}"
    for key, label in _PARTS:
        part: PartContent | None = getattr(entry, key)
        if part is not None:
            yield f"    {listing.message(label)}: {' '.join(listing.words(part.text).split())}"
    for step in entry.next_steps:
        done = f" (✓ {step.done})" if step.done else ""
        yield f"    {listing.message(_NEXT_STEP)}: {_step(step, commitment, listing)}{done}"
    for evidence in entry.evidence:
        known = ", ".join(filter(None, (str(evidence.date or ""), evidence.link)))
        title = listing.words(evidence.title)
        yield f"    {listing.message(_EVIDENCE)}: {title}" + (f" ({known})" if known else "")
    if entry.secretariat is not None:
        yield f"    {listing.message(_VIEW)}: {_view(entry.secretariat, listing)}"


def _view(view: SecretariatAssessment, listing: Listing) -> str:
    """Return the secretariat's own status and note."""
    status = listing.status(listing.workspace.statuses[view.status]).words if view.status else ""
    note = " ".join(listing.words(view.note.text).split()) if view.note else ""
    return " – ".join(filter(None, (status, note)))
