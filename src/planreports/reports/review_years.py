"""A year's review as its forms and its report share it: its days, and each party's fiscal year."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from planreports.errors import PlanReportsError, Problem
from planreports.i18n.text import Text
from planreports.plan.models import Party
from planreports.told import told
from planreports.workspace.calendars import Period, day_of
from planreports.workspace.content import Audience
from planreports.workspace.reviews import EARLIEST_YEAR, LATEST_YEAR, Review
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A party's fiscal year: amounts of money are of it."""

    party: Text
    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class ReviewYear:
    """A review and its days. `deadline` is when reports should be in; None where nobody has said.

    Forms show what was `known` on a day, that on which they were `issued` if it is given; the report is
    `as_of` another.
    """

    year: int
    period: Period
    issued: datetime.date | None
    known: datetime.date
    deadline: datetime.date | None
    as_of: datetime.date
    is_draft: bool
    fiscal_years: tuple[FiscalYear, ...]


def review_year(workspace: Workspace, year: int | None, perspective: str | None = None) -> ReviewYear:
    """Return the review of a year, with the fiscal years of the own side first.

    Raises PlanReportsError when no year is named, or one that is far from any plan's.
    """
    if year is None:
        years = ", ".join(map(str, sorted(workspace.records.reviews)))
        hint = told("there are: {years}", years=years) if years else told("such as 2026")
        raise PlanReportsError(Problem(told("a review is of a year; name one"), hint=hint))
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        hint = told(
            "expected one from {first} to {last}",
            first=EARLIEST_YEAR,
            last=LATEST_YEAR,
        )
        raise PlanReportsError(Problem(told("there is no review of the year {year}", year=year), hint=hint))
    file = review_file(workspace, year)
    calendar, usual = workspace.configuration.calendar, workspace.configuration.review.deadline
    period = calendar.review_period(year)
    return ReviewYear(
        year=year,
        period=period,
        issued=file.issued,
        known=file.issued or period.last,
        deadline=file.deadline or (day_of(usual, year) if usual else None),
        as_of=file.as_of or period.last,
        is_draft=file.status == "draft",
        fiscal_years=tuple(_fiscal_year(workspace, party, year) for party in parties(workspace, perspective)),
    )


def review_file(workspace: Workspace, year: int) -> Review:
    """Return what the workspace says of a year's review, for all audiences; nothing where it has no file."""
    return workspace.records.reviews.get(year) or Review(year=year)


def _fiscal_year(workspace: Workspace, party: Party, year: int) -> FiscalYear:
    period = workspace.configuration.calendar.fiscal_year(party, year)
    return FiscalYear(party.name, period.first, period.last)


def parties(workspace: Workspace, perspective: str | None = None) -> Sequence[Party]:
    """Return the plan's parties, that whose copy it is first (the *alternat*)."""
    own = perspective or workspace.configuration.perspective
    return sorted(workspace.plan.parties, key=lambda party: party.id != own)


def audience_of(workspace: Workspace, party: str, asked: Audience = Audience.INTERNAL) -> Audience:
    """Return who may see what is printed for the agencies of a party: the own side's are internal readers,
    the other's partners; never more than what was asked for."""
    widest = Audience.INTERNAL if party == workspace.configuration.perspective else Audience.PARTNER
    return widest if asked.sees(widest) else asked
