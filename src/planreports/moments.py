"""A date asked for, or the environment's, becomes the moment at which a file says it was made."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from planreports.errors import PlanReportsError, Problem
from planreports.told import told

VARIABLE = "SOURCE_DATE_EPOCH"

_LATEST = 253402300799
"""The last second of the year 9999."""


def moment_of(date: datetime.date | None, environment: Mapping[str, str]) -> datetime.datetime | None:
    """Return the moment, in UTC, at which a file says it was made; None leaves it to the document's date.

    `date` wins (a day is its midnight, a time without a zone is UTC's), then the variable SOURCE_DATE_EPOCH:
    seconds since 1970, as https://reproducible-builds.org/specs/source-date-epoch/ defines it. The clock is
    never asked.

    Raises PlanReportsError for a variable that is no such number.

    >>> print(moment_of(None, {"SOURCE_DATE_EPOCH": "1792800000"}))
    2026-10-24 00:00:00+00:00
    """
    if isinstance(date, datetime.datetime):
        aware = date if date.tzinfo else date.replace(tzinfo=datetime.UTC)
        return aware.astimezone(datetime.UTC)
    if date is not None:
        return datetime.datetime.combine(date, datetime.time(), datetime.UTC)
    seconds = environment.get(VARIABLE)
    return None if seconds is None else _since_1970(seconds)


def _since_1970(seconds: str) -> datetime.datetime:
    if not re.fullmatch("[0-9]{1,12}", seconds) or int(seconds) > _LATEST:
        message = told("the environment's {variable} is `{seconds}`", variable=VARIABLE, seconds=seconds[:40])
        raise PlanReportsError(Problem(message, hint=told("expected seconds since 1970, such as 1792800000")))
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
