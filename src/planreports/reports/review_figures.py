"""The figures of a year's review: who reported, what changed, and money, each with what it is a part of.

All of them are worked out of what the audience may see; amounts of different currencies are never added.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planreports.i18n.text import Text
from planreports.plan.models import Party
from planreports.reports.review_years import ReviewYear
from planreports.reports.tracking import TrackedCommitment, Tracking, status_on
from planreports.workspace.agencies import Agencies, Agency
from planreports.workspace.progress import Budget, ProgressEntry
from planreports.workspace.statuses import Status


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; a percentage is never printed without both."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Return the part in percent of the whole, rounded half up; 0 of nothing is 0."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole else 0


@dataclass(frozen=True, slots=True)
class Response:
    """How many reports were asked for, and how many came in: in time, late or not at all."""

    expected: int
    in_time: int
    late: int

    @property
    def missing(self) -> int:
        """Return how many reports did not come in."""
        return self.expected - self.in_time - self.late

    @property
    def received(self) -> Share:
        """Return how many came in, in time or late, of those that were asked for."""
        return Share(self.in_time + self.late, self.expected)


@dataclass(frozen=True, slots=True)
class AgencyResponse:
    """How an agency answered."""

    agency: Text
    party: str
    response: Response


def is_asked(commitment: TrackedCommitment, review: ReviewYear) -> bool:
    """Return whether a commitment was to be reported on: not if it was finished before the year began."""
    before = [entry for entry in commitment.entries if entry.as_of < review.period.first]
    return not (before and commitment.status.is_final and commitment.last is before[-1])


def entries_of(commitment: TrackedCommitment, review: ReviewYear) -> tuple[ProgressEntry, ...]:
    """Return the entries of the year under review: of each agency the latest, in the order of dates."""
    latest = {entry.agency: entry for entry in commitment.entries if entry.as_of in review.period}
    return tuple(sorted(latest.values(), key=lambda entry: entry.as_of))


def responses(tracked: Tracking, review: ReviewYear, agencies: Agencies) -> tuple[AgencyResponse, ...]:
    """Return how each agency answered that leads something, in the order of `agencies.yaml`."""
    found: dict[str, list[str]] = {}
    for commitment in tracked:
        if is_asked(commitment, review):
            for agency in commitment.leads:
                answer = _answer(commitment, agency, review, agencies)
                found.setdefault(agency.id, []).append(answer)
    return tuple(
        AgencyResponse(
            agency.name,
            agency.party,
            Response(len(answers), answers.count("in time"), answers.count("late")),
        )
        for agency in agencies
        if (answers := found.get(agency.id))
    )


def total_response(parts: Iterable[AgencyResponse]) -> Response:
    """Return how all agencies answered together."""
    given = [each.response for each in parts]
    return Response(
        sum(each.expected for each in given),
        sum(each.in_time for each in given),
        sum(each.late for each in given),
    )


def _answer(commitment: TrackedCommitment, agency: Agency, review: ReviewYear, agencies: Agencies) -> str:
    """Return `in time`, `late` or `missing`. What came from who was there before counts as the agency's."""
    days = [
        entry.received or entry.as_of
        for entry in commitment.entries
        if entry.as_of in review.period
        and agency.id in {each.id for each in agencies.on(entry.agency, review.as_of)}
    ]
    if not days:
        return "missing"
    return "in time" if review.deadline is None or min(days) <= review.deadline else "late"


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many commitments have a status now, and how many had it before the year began."""

    status: Status
    now: Share
    before: Share


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of the commitments that had a status before: how many have each of the statuses now."""

    before: Status
    now: tuple[int, ...]

    @property
    def total(self) -> int:
        """Return how many had that status."""
        return sum(self.now)


@dataclass(frozen=True, slots=True)
class Change:
    """Old statuses by new ones: `rows` are the old, their numbers in the order of `statuses`."""

    statuses: tuple[Status, ...]
    rows: tuple[ChangeRow, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """Return how many commitments have each of the statuses now."""
        return tuple(sum(row.now[number] for row in self.rows) for number in range(len(self.statuses)))

    @property
    def counts(self) -> tuple[StatusCount, ...]:
        """Return how many have each of the statuses, and how many had it."""
        whole = sum(self.totals)
        return tuple(
            StatusCount(row.before, Share(now, whole), Share(row.total, whole))
            for row, now in zip(self.rows, self.totals, strict=True)
        )


def change_of(commitments: Iterable[TrackedCommitment], tracked: Tracking, review: ReviewYear) -> Change:
    """Return how statuses changed from the day before the year under review to the day of the report."""
    statuses = (*tracked.statuses, tracked.statuses.no_report)
    pairs = [(status_before(each, tracked, review).id, each.status.id) for each in commitments]
    rows = tuple(ChangeRow(old, tuple(pairs.count((old.id, new.id)) for new in statuses)) for old in statuses)
    return Change(statuses, rows)


def status_before(commitment: TrackedCommitment, tracked: Tracking, review: ReviewYear) -> Status:
    """Return the status that a commitment had on the day before the year under review."""
    day = review.period.first - datetime.timedelta(days=1)
    known = [entry for entry in commitment.entries if entry.as_of <= day]
    return status_on(day, known, tracked.statuses)


@dataclass(frozen=True, slots=True)
class Money:
    """What the agencies of a party planned and spent in one currency, by how many reports.

    A sum is None where none of them gives it. `spent_percent` compares the two where all give both.
    """

    party: Text
    currency: str
    planned: Decimal | None
    spent: Decimal | None
    spent_percent: int | None
    reports: int


def money_of(
    commitments: Iterable[TrackedCommitment], review: ReviewYear, agencies: Agencies, parties: Sequence[Party]
) -> tuple[Money, ...]:
    """Return the money of the year's reports by party and currency.

    Both parties may report the same money: they are not added, nor are currencies.
    """
    found: dict[tuple[str, str], list[Budget]] = {}
    for commitment in commitments:
        for entry in entries_of(commitment, review):
            for budget in entry.budget:
                key = agencies[entry.agency].party, budget.currency
                found.setdefault(key, []).append(budget)
    return tuple(
        _money(party.name, currency, budgets)
        for party in parties
        for (party_id, currency), budgets in sorted(found.items())
        if party_id == party.id
    )


def _money(party: Text, currency: str, budgets: Sequence[Budget]) -> Money:
    planned, spent = _sum(each.planned for each in budgets), _sum(each.spent for each in budgets)
    is_whole = all(each.planned is not None and each.spent is not None for each in budgets)
    percent = int((spent * 100 / planned).to_integral_value()) if is_whole and planned and spent else None
    return Money(party, currency, planned, spent, percent, len(budgets))


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [each for each in amounts if each is not None]
    return sum(known, Decimal(0)) if known else None
