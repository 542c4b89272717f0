"""Progress entries that are old, late, without proof, or at odds with what else is known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planreports.i18n.text import Text
from planreports.oddities.agencies import ceased
from planreports.oddities.audiences import audience_oddities
from planreports.oddities.oddity import Kind, Oddity, View
from planreports.reports.tracking import TrackedCommitment
from planreports.told import Told, both, told
from planreports.workspace.progress import ProgressEntry

_PARTS = (
    *("achievements", "result", "difficulties", "reason", "lessons", "support_requested", "assessment"),
    *("budget", "next_steps", "evidence"),
)


_LONGEST = 60
"""How much of a text a warning quotes, in characters."""


def entry_oddities(view: View) -> Iterator[Oddity]:
    """Yield everything that is odd about progress up to the day."""
    for commitment in view.tracking:
        for entry in commitment.entries:
            yield from _reporter(view, commitment, entry)
            yield from _evidence(view, entry)
            yield from _budget(view, entry)
            parts = {key: getattr(entry, key) for key in _PARTS}
            yield from audience_oddities(
                entry, parts, told("the entry"), lambda *path, entry=entry: view.spot_of_entry(entry, *path)
            )
        yield from _course(view, commitment)
        if commitment.last is not None:
            yield from _latest(view, commitment, commitment.last)


def later_entries(view: View) -> Iterator[Oddity]:
    """Yield an oddity for every entry that speaks of a later day."""
    for entry in view.workspace.records.progress:
        if entry.as_of > view.date:
            message = told(
                "the report on {commitment} is of {as_of}, which is still to come",
                commitment=entry.commitment,
                as_of=entry.as_of,
            )
            yield Oddity(Kind.LATER_REPORT, view.spot_of_entry(entry, "as_of"), message)


def _reporter(view: View, commitment: TrackedCommitment, entry: ProgressEntry) -> Iterator[Oddity]:
    agency = view.agencies[entry.agency]
    if not agency.exists_on(entry.as_of):
        has_ceased = agency.has_ceased_by(entry.as_of)
        life = (
            told("ceased to exist ({valid_to})", valid_to=agency.valid_to)
            if has_ceased
            else told("was founded later ({valid_from})", valid_from=agency.valid_from)
        )
        message = told(
            "`{id}` reports on {commitment} as of {as_of}, and {life}",
            id=agency.id,
            commitment=entry.commitment,
            as_of=entry.as_of,
            life=life,
        )
        names = [f"`{each.id}`" for each in view.agencies.on(agency.id, entry.as_of) if each.id != agency.id]
        hint = told("{names} took over", names=both(names)) if names else None
        yield Oddity(Kind.REPORTER_NOT_THERE, view.spot_of_entry(entry, "agency"), message, hint)
    assignment = commitment.assignment
    if assignment is None:
        return
    reporter = view.today(entry.agency)
    if all(reporter.isdisjoint(view.today(id_)) for id_ in (*assignment.lead, *assignment.supporting)):
        message = told(
            "`{id}` reports on {commitment}, and neither leads nor supports it",
            id=agency.id,
            commitment=entry.commitment,
        )
        yield Oddity(Kind.REPORTER_NOT_ASSIGNED, view.spot_of_entry(entry, "agency"), message)


def _evidence(view: View, entry: ProgressEntry) -> Iterator[Oddity]:
    for number, evidence in enumerate(entry.evidence):
        if evidence.date is None:
            message = told(
                "the evidence {title} of {commitment} has no date",
                title=_quoted(evidence.title),
                commitment=entry.commitment,
            )
            yield Oddity(Kind.EVIDENCE_WITHOUT_DATE, view.spot_of_entry(entry, "evidence", number), message)


def _budget(view: View, entry: ProgressEntry) -> Iterator[Oddity]:
    if not entry.budget:
        return
    found = [budget.currency for budget in entry.budget]
    currencies, spot = dict.fromkeys(found), view.spot_of_entry(entry, "budget")
    if len(currencies) > 1:
        message = told(
            "the budget of {commitment} as of {as_of} is in {names}",
            commitment=entry.commitment,
            as_of=entry.as_of,
            names=both(currencies),
        )
        yield Oddity(
            Kind.CURRENCIES, spot, message, told("they are never added: each has a total of its own")
        )
    for currency in currencies:
        if found.count(currency) > 1:
            message = told(
                "{currency} stands twice in the budget of {commitment} as of {as_of}",
                currency=currency,
                commitment=entry.commitment,
                as_of=entry.as_of,
            )
            yield Oddity(Kind.CURRENCIES, spot, message, told("both are added"))


def _course(view: View, commitment: TrackedCommitment) -> Iterator[Oddity]:
    """Yield an oddity where what was finished goes on."""
    statuses = view.workspace.statuses
    for before, after in pairwise(commitment.entries):
        old, new = statuses[before.status], statuses[after.status]
        if old.is_final and not new.is_final and after.as_of > before.as_of:
            message = told(
                "{id} was {before} as of {as_of}, and is {after} again",
                id=commitment.id,
                before=old.label,
                as_of=before.as_of,
                after=new.label,
            )
            yield Oddity(Kind.STATUS_GOES_BACK, view.spot_of_entry(after, "status"), message)


def _latest(view: View, commitment: TrackedCommitment, last: ProgressEntry) -> Iterator[Oddity]:
    statuses = view.workspace.statuses
    if commitment.status.id == statuses.no_report.id:
        message = told("the latest report on {id} is of {as_of}", id=commitment.id, as_of=last.as_of)
        hint = told("a status holds for a year: documents say {label}", label=statuses.no_report.label)
        yield Oddity(Kind.OLD_STATUS, view.spot_of_entry(last, "as_of"), message, hint)
    if commitment.assignment is None and view.is_assigned:
        message = told(
            "`{agency}` reports on {id}, which is assigned to nobody", agency=last.agency, id=commitment.id
        )
        yield Oddity(Kind.REPORTER_NOT_ASSIGNED, view.spot_of_entry(last, "commitment"), message)
    yield from _steps(view, last)
    other = last.secretariat
    if other is not None and other.status not in (None, last.status) and other.note is None:
        theirs, ours = statuses[last.status].label, statuses[str(other.status)].label
        message = told(
            "the secretariat says {ours} of {id}, the agency {theirs}, and no note says why",
            ours=ours,
            id=commitment.id,
            theirs=theirs,
        )
        yield Oddity(Kind.ASSESSMENTS_DIFFER, view.spot_of_entry(last, "secretariat", "status"), message)


def _steps(view: View, last: ProgressEntry) -> Iterator[Oddity]:
    for number, step in enumerate(last.next_steps):
        if step.done is not None and step.done <= view.date:
            continue
        if step.is_overdue(view.date):
            message = told(
                "the next step {step} of {commitment} was due on {due}",
                step=_quoted(step.step),
                commitment=last.commitment,
                due=step.due,
            )
            spot = view.spot_of_entry(last, "next_steps", number, "due")
            yield Oddity(Kind.OVERDUE_STEP, spot, message, told("say `done:` and the day, or report anew"))
        if step.owner is not None:
            spot = view.spot_of_entry(last, "next_steps", number, "owner")
            what = told("is to take a next step of {commitment}", commitment=last.commitment)
            yield from ceased(view, view.agencies[step.owner], spot, what)


def _quoted(text: Text) -> Told:
    """Return a text in backquotes, in the language in which it is told."""
    return Told("`{words}`", {"words": text.map(_cut)})


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
