"""How things stand at the end of a year: counts, responses, money and charts, of what readers may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planreports.document.charts import StackedBars, StackedColumns, Timeline
from planreports.i18n.text import Text
from planreports.plan.models import Area
from planreports.reports.review_charts import chart_by_area, chart_of_due_dates, chart_over_years
from planreports.reports.review_figures import (
    AgencyResponse,
    Change,
    Money,
    Response,
    Share,
    change_of,
    money_of,
    responses,
    total_response,
)
from planreports.reports.review_years import ReviewYear, parties
from planreports.reports.tracking import TrackedCommitment, Tracking
from planreports.workspace.statuses import Counting, Status
from planreports.workspace.workspace import Workspace

_GOOD = (Counting.GOOD, Counting.DONE)


@dataclass(frozen=True, slots=True)
class PartyResponse:
    """How a party's agencies answered, each and all of them."""

    party: Text
    agencies: tuple[AgencyResponse, ...]
    response: Response


@dataclass(frozen=True, slots=True)
class AreaCounts:
    """How many of an area's commitments have each status, in the scale's order, and how many are good."""

    area: Text
    number: str
    counts: tuple[int, ...]
    good: Share


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures of a year; those who are `good` are on track or completed."""

    good: Share
    good_before: Share
    statuses: tuple[Status, ...]
    responses: tuple[PartyResponse, ...]
    change: Change
    areas: tuple[AreaCounts, ...]
    money: tuple[Money, ...]
    by_area: StackedBars[Text]
    over_years: StackedColumns[Text] | None
    due_dates: Timeline[Text] | None


def standing(workspace: Workspace, tracked: Tracking, review: ReviewYear) -> Standing:
    """Return the figures of a year, the own side's first where they are by party."""
    change = change_of(tracked, tracked, review)
    areas = tuple(_area_counts(area, tracked) for area in workspace.plan.areas)
    counts = [(each.area, each.counts) for each in areas]
    next_year = workspace.configuration.calendar.review_period(review.year + 1)
    return Standing(
        good=good_share(tracked),
        good_before=_good_before(change),
        statuses=change.statuses,
        responses=_responses(workspace, tracked, review),
        change=change,
        areas=areas,
        money=money_of(tracked, review, workspace.records.agencies, parties(workspace)),
        by_area=chart_by_area(counts, change.statuses, workspace.catalogs),
        over_years=chart_over_years(tracked, review, workspace),
        due_dates=chart_of_due_dates(tracked, review, next_year, workspace),
    )


def good_share(commitments: Iterable[TrackedCommitment]) -> Share:
    """Return how many of some commitments are on track or completed."""
    statuses = [each.status for each in commitments]
    return Share(sum(status.counts_as in _GOOD for status in statuses), len(statuses))


def of_area(area: Area, tracked: Tracking) -> list[TrackedCommitment]:
    """Return the commitments of an area."""
    return [each for each in tracked if each.area.id == area.id]


def _good_before(change: Change) -> Share:
    good = sum(each.before.part for each in change.counts if each.status.counts_as in _GOOD)
    return Share(good, sum(change.totals))


def _area_counts(area: Area, tracked: Tracking) -> AreaCounts:
    commitments = of_area(area, tracked)
    counts = tuple(count for _, count in tracked.counts(commitments))
    return AreaCounts(area.title, area.id, counts, good_share(commitments))


def _responses(workspace: Workspace, tracked: Tracking, review: ReviewYear) -> tuple[PartyResponse, ...]:
    answered = responses(tracked, review, workspace.records.agencies)
    return tuple(
        PartyResponse(party.name, found, total_response(found))
        for party in parties(workspace)
        if (found := tuple(each for each in answered if each.party == party.id))
    )
