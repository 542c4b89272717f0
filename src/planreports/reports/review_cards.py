"""What is known of a commitment becomes its card on a form: locked, for its agency to go on from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.reports.review_years import ReviewYear
from planreports.reports.tracking import TrackedCommitment
from planreports.workspace.progress import NextStep
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PromisedStep:
    """What was to be done next when the commitment was last reported on."""

    step: Text
    owner: Text | None
    due: datetime.date | None


@dataclass(frozen=True, slots=True)
class FormCommitment:
    """A commitment on a form, with what is known of it; `quote` are the words that are meant, in the source's
    language, where its sentence says several things."""

    id: str
    citation: str
    title: Text
    text: Text
    quote: str | None
    leads: tuple[Text, ...]
    supporting: tuple[Text, ...]
    status: Status
    reported: datetime.date | None
    steps: tuple[PromisedStep, ...]
    indicator: Text | None
    baseline: Text | None
    target: Text | None
    due: PartialDate | None

    @property
    def anchor(self) -> str:
        """Return the name that links lead to."""
        return f"commitment-{self.id}"


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes of tracked commitments what a form says of them."""

    workspace: Workspace
    review: ReviewYear

    def of(self, commitments: Iterable[TrackedCommitment]) -> tuple[FormCommitment, ...]:
        """Return a card each, in their order."""
        return tuple(self._one(each) for each in commitments)

    def _one(self, each: TrackedCommitment) -> FormCommitment:
        assignment = each.assignment
        last = each.last
        return FormCommitment(
            id=each.id,
            citation=each.section.citation,
            title=each.section.title,
            text=each.statement.text,
            quote=each.clause.quote if len(each.statement.clauses) > 1 else None,
            leads=tuple(agency.name for agency in each.leads),
            supporting=tuple(agency.name for agency in each.supporting),
            status=self.workspace.statuses[last.status] if last else self.workspace.statuses.no_report,
            reported=last.as_of if last else None,
            steps=tuple(self._step(step) for step in each.open_steps),
            indicator=assignment.indicator if assignment else None,
            baseline=assignment.baseline if assignment else None,
            target=assignment.target if assignment else None,
            due=assignment.timeframe.end if assignment else None,
        )

    def _step(self, step: NextStep) -> PromisedStep:
        agencies = self.workspace.records.agencies
        owner = agencies.on(step.owner, self.review.known) if step.owner else ()
        return PromisedStep(step.step, owner[0].name if owner else None, step.due)
