"""What agencies wrote in a year's reports, gathered area by area and by what it is about."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from planreports.i18n.text import RichText, Text
from planreports.reports.review_figures import Share, entries_of, is_asked
from planreports.reports.review_years import ReviewYear
from planreports.reports.tracking import TrackedCommitment
from planreports.workspace.content import PartContent
from planreports.workspace.progress import NextStep, ProgressEntry
from planreports.workspace.statuses import Counting, Status
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Cited:
    """A commitment as the report names it."""

    id: str
    citation: str
    title: Text
    text: Text
    leads: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What one agency wrote of a commitment, on one question."""

    commitment: Cited
    agency: Text
    as_of: datetime.date
    text: RichText


@dataclass(frozen=True, slots=True)
class Achievement:
    """What one agency achieved in the year, and against which target."""

    commitment: Cited
    status: Status
    agency: Text
    as_of: datetime.date
    achievements: RichText | None
    result: RichText | None
    target: Text | None


@dataclass(frozen=True, slots=True)
class AreaStory:
    """An area's year: what the secretariat says of it, how it stands, and what agencies achieved."""

    id: str
    title: Text
    good: Share
    counts: tuple[tuple[Status, int], ...]
    notes: tuple[RichText, ...]
    achievements: tuple[Achievement, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A commitment that is not as planned, and why, as its agency has it; `reason` may not be for all."""

    commitment: Cited
    status: Status
    as_of: datetime.date | None
    reason: RichText | None
    due: datetime.date | None


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What needs a look: in trouble or given up, past its day, and not reported on at all."""

    troubled: tuple[Trouble, ...]
    overdue: tuple[Trouble, ...]
    unreported: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class ComingStep:
    """A step that agencies announced for the year after."""

    commitment: Cited
    step: Text
    owner: Text | None
    due: datetime.date


@dataclass(frozen=True, slots=True)
class Stories:
    """Gathers what was written; `review` says of which year."""

    workspace: Workspace
    review: ReviewYear

    def cited(self, commitment: TrackedCommitment) -> Cited:
        """Return a commitment as the report names it, who leads it for the own side first."""
        own = self.workspace.configuration.perspective
        leads = sorted(commitment.leads, key=lambda agency: agency.party != own)
        return Cited(
            commitment.id,
            commitment.section.citation,
            commitment.section.title,
            commitment.statement.text,
            tuple(agency.name for agency in leads),
        )

    def achievements(self, commitments: Iterable[TrackedCommitment]) -> Iterator[Achievement]:
        """Yield what was achieved, in the order of commitments."""
        for commitment, entry in self._entries(commitments):
            if entry.achievements or entry.result:
                yield Achievement(
                    self.cited(commitment),
                    self.workspace.statuses[entry.status],
                    self._agency(entry.agency),
                    entry.as_of,
                    _words(entry.achievements),
                    _words(entry.result),
                    commitment.assignment.target if commitment.assignment else None,
                )

    def told(
        self,
        commitments: Iterable[TrackedCommitment],
        part: Callable[[ProgressEntry], PartContent | None],
    ) -> tuple[Told, ...]:
        """Return what agencies wrote on one question, which `part` takes from an entry."""
        return tuple(
            Told(self.cited(commitment), self._agency(entry.agency), entry.as_of, found.text)
            for commitment, entry in self._entries(commitments)
            if (found := part(entry)) is not None
        )

    def exceptions(self, commitments: Sequence[TrackedCommitment]) -> Exceptions:
        """Return the commitments that need a look."""
        return Exceptions(
            troubled=tuple(self._trouble(each) for each in commitments if self._is_troubled(each)),
            overdue=tuple(self._trouble(each) for each in commitments if each.is_overdue),
            unreported=tuple(
                self._trouble(each)
                for each in commitments
                if is_asked(each, self.review) and not entries_of(each, self.review)
            ),
        )

    def coming_steps(
        self, commitments: Iterable[TrackedCommitment], first: datetime.date, last: datetime.date
    ) -> tuple[ComingStep, ...]:
        """Return the steps that are not done and due from one day to another, in the order of their days."""
        found = [
            ComingStep(self.cited(commitment), step.step, self._owner(step), step.due)
            for commitment in commitments
            for step in commitment.open_steps
            if step.due is not None and first <= step.due <= last
        ]
        return tuple(sorted(found, key=lambda each: each.due))

    def due(
        self, commitments: Iterable[TrackedCommitment], first: datetime.date, last: datetime.date
    ) -> tuple[Trouble, ...]:
        """Return the commitments that are not finished and due from one day to another, by their days."""
        found = [
            self._trouble(each)
            for each in commitments
            if each.due is not None and first <= each.due <= last and not each.status.is_final
        ]
        return tuple(sorted(found, key=lambda each: each.due or last))

    def _entries(
        self, commitments: Iterable[TrackedCommitment]
    ) -> Iterator[tuple[TrackedCommitment, ProgressEntry]]:
        for commitment in commitments:
            for entry in entries_of(commitment, self.review):
                yield commitment, entry

    def _is_troubled(self, commitment: TrackedCommitment) -> bool:
        """Return whether a commitment is in trouble, or was given up in the year."""
        counting = commitment.status.counts_as
        given_up = counting is Counting.DROPPED and bool(entries_of(commitment, self.review))
        return counting is Counting.TROUBLE or given_up

    def _trouble(self, commitment: TrackedCommitment) -> Trouble:
        last = commitment.last
        return Trouble(
            self.cited(commitment),
            self.workspace.statuses[last.status] if last else commitment.status,
            last.as_of if last else None,
            _words(last.reason) if last else None,
            commitment.due,
        )

    def _owner(self, step: NextStep) -> Text | None:
        return self._agency(step.owner) if step.owner else None

    def _agency(self, id_: str) -> Text:
        """Return what an agency is called on the day of the report; its first successor, if it is gone."""
        return self.workspace.records.agencies.on(id_, self.review.as_of)[0].name


def _words(part: PartContent | None) -> RichText | None:
    return part.text if part else None
