"""Assignments that are missing, out of date or at odds with themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planreports.oddities.agencies import ceased
from planreports.oddities.audiences import Narrowing, audience_oddities
from planreports.oddities.oddity import Kind, Oddity, View
from planreports.reports.tracking import TrackedCommitment
from planreports.told import both, told
from planreports.workspace.assignments import Assignment


def assignment_oddities(view: View) -> Iterator[Oddity]:
    """Yield everything that is odd about who is to do what, until when, with which means."""
    for commitment in view.tracking:
        if commitment.assignment is not None:
            yield from _of_assignment(view, commitment, commitment.assignment)
        elif view.is_assigned:
            message = told("nobody is assigned to {id}", id=commitment.id)
            yield Oddity(Kind.WITHOUT_ASSIGNMENT, view.spot_of_assignments, message)


def _of_assignment(view: View, commitment: TrackedCommitment, assignment: Assignment) -> Iterator[Oddity]:
    for key, deed, ids in (
        ("lead", told("leads {id}", id=assignment.id), assignment.lead),
        ("supporting", told("supports {id}", id=assignment.id), assignment.supporting),
    ):
        for number, id_ in enumerate(ids):
            spot = view.spot_of_assignment(assignment, key, number)
            yield from ceased(view, view.agencies[id_], spot, deed)
    yield from _leads(view, commitment, assignment)
    yield from _due(view, commitment, assignment)
    currencies = dict.fromkeys(each.currency for each in assignment.activities if each.currency)
    if len(currencies) > 1:
        message = told("the activities of {id} are in {names}", id=assignment.id, names=both(currencies))
        spot = view.spot_of_assignment(assignment, "activities")
        yield Oddity(
            Kind.CURRENCIES, spot, message, told("they are never added: each has a total of its own")
        )
    parts: dict[str, Sequence[Narrowing]] = {
        "activities": assignment.activities,
        "remarks": assignment.remarks,
    }
    yield from audience_oddities(
        assignment, parts, told("the assignment"), lambda *path: view.spot_of_assignment(assignment, *path)
    )


def _leads(view: View, commitment: TrackedCommitment, assignment: Assignment) -> Iterator[Oddity]:
    plan, own = view.workspace.plan, view.workspace.configuration.perspective
    spot = view.spot_of_assignment(assignment, "lead")
    if not assignment.lead:
        yield Oddity(Kind.WITHOUT_LEAD, spot, told("nobody leads {id}", id=assignment.id))
    elif own in commitment.clause.by and all(view.agencies[id_].party != own for id_ in assignment.lead):
        message = told(
            "{name} is to act on {id}, and none of its agencies leads",
            name=plan.party(own).name,
            id=assignment.id,
        )
        yield Oddity(Kind.WITHOUT_LEAD, spot, message)
    for number, id_ in enumerate(assignment.supporting):
        if id_ in assignment.lead:
            spot_of_both = view.spot_of_assignment(assignment, "supporting", number)
            yield Oddity(
                Kind.LEADS_AND_SUPPORTS,
                spot_of_both,
                told("`{agency}` both leads and supports {id}", agency=id_, id=assignment.id),
            )


def _due(view: View, commitment: TrackedCommitment, assignment: Assignment) -> Iterator[Oddity]:
    if commitment.is_overdue:
        message = told(
            "{id} was due by {due}: {label}",
            id=assignment.id,
            due=commitment.due,
            label=commitment.status.label,
        )
        spot = view.spot_of_assignment(assignment, "timeframe", "to")
        yield Oddity(Kind.OVERDUE_COMMITMENT, spot, message)
