"""Agencies that ceased to exist or that nobody names."""

from __future__ import annotations

from collections.abc import Iterator

from planreports.oddities.oddity import Kind, Oddity, Spot, View
from planreports.told import Told, both, told
from planreports.workspace.agencies import Agency


def agency_oddities(view: View) -> Iterator[Oddity]:
    """Yield an oddity for every agency that is there on the day and that no record names."""
    records = view.workspace.records
    if not records.assignments and not records.progress:
        return
    named = {id_ for each in records.assignments.values() for id_ in (*each.lead, *each.supporting)}
    named |= {entry.agency for entry in records.progress}
    named |= {step.owner for entry in records.progress for step in entry.next_steps if step.owner}
    named |= {id_ for agency in view.agencies for id_ in agency.successors}
    for agency in view.agencies:
        if agency.id not in named and agency.exists_on(view.date):
            message = told("no commitment, report or agency names `{id}`", id=agency.id)
            yield Oddity(Kind.UNNAMED_AGENCY, view.spot_of_agency(agency), message)


def ceased(view: View, agency: Agency, spot: Spot, what: Told) -> Iterator[Oddity]:
    """Yield an oddity for an agency that is gone on the day; `what` is what it is named for: `leads 3.1`."""
    if not agency.has_ceased_by(view.date):
        return
    successors = [f"`{each.id}`" for each in view.now(agency.id)]
    hint = (
        told("documents name {names} in its place", names=both(successors))
        if successors
        else told("no agency that is there took over: name one in `successors`")
    )
    message = told(
        "`{id}` {what}, and ceased to exist ({valid_to})", id=agency.id, what=what, valid_to=agency.valid_to
    )
    yield Oddity(Kind.CEASED_AGENCY, spot, message, hint)
