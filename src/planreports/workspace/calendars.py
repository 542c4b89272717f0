"""`[calendar]` of `planreports.toml` as typed data: on which days the years of reviews and budgets begin.

A year is called after the one in which it begins: Japan's fiscal year 2026 is from April 2026 to March 2027.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from planreports.files.validation import refused
from planreports.plan.models import Party
from planreports.told import told
from planreports.workspace.content import Id, WorkspaceModel

_FIRST_OF_JANUARY = "01-01"
_FISCAL_YEARS: Mapping[str, str] = {"JP": "04-01"}
"""The first days of fiscal years that do not begin in January, by ISO 3166 country (Japan: Public Finance
Act, Article 11)."""


def _that_every_year_has(value: str) -> str:
    try:
        _day(value, 2001)
    except ValueError as error:
        words = told("expected a day that every year has, such as 04-01")
        raise refused("month_day", words) from error
    return value


MonthDay = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{2}-[0-9]{2}$"),
    AfterValidator(_that_every_year_has),
    Field(description=told("a month and a day such as 04-01")),
]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both of them in it.

    >>> datetime.date(2027, 3, 31) in year_from("04-01", 2026)
    True
    """

    first: datetime.date
    last: datetime.date

    def __contains__(self, date: datetime.date) -> bool:
        return self.first <= date <= self.last


class CalendarSettings(WorkspaceModel):
    """The first days of years: of the review's own, and of each party's fiscal year, by the party's id.

    Where nothing is said, a review's year begins in January, and a fiscal year as it does in the party's
    country.
    """

    review_year: MonthDay = _FIRST_OF_JANUARY
    fiscal_years: dict[Id, MonthDay] = Field(default_factory=dict)

    def review_period(self, year: int) -> Period:
        """Return the days that a review of a year is about."""
        return year_from(self.review_year, year)

    def fiscal_year(self, party: Party, year: int) -> Period:
        """Return a party's fiscal year."""
        first = self.fiscal_years.get(party.id) or _FISCAL_YEARS.get(party.country, _FIRST_OF_JANUARY)
        return year_from(first, year)


def year_from(first: str, year: int) -> Period:
    """Return the twelve months from a day such as `04-01` of a year.

    >>> year_from("04-01", 2026).last
    datetime.date(2027, 3, 31)
    """
    return Period(_day(first, year), _day(first, year + 1) - datetime.timedelta(days=1))


def day_of(value: str, year: int) -> datetime.date:
    """Return the day of a year that a month and a day mean."""
    return _day(value, year)


def _day(value: str, year: int) -> datetime.date:
    return datetime.date.fromisoformat(f"{year:04}-{value}")
