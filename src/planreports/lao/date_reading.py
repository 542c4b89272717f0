"""Lao words become dates, as precise as they are; what could be two dates is told and not guessed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from planreports.errors import DataError, Problem
from planreports.lao.dates import long_date, month_numbers, weekday_date, weekday_numbers
from planreports.lao.digits import arabic_digits
from planreports.told import Told, told

_BUDDHIST_ERA = 543
"""How many years it is ahead of the common era; Lao official documents use the common era."""

_BUDDHIST_YEARS = range(2400, 2700)
"""Years that are of the Buddhist era if they are of any that a document speaks of: 1857 to 2156."""

_ERA = r"(?:ພ\.?\s?ສ\.?|ຄ\.?\s?ສ\.?)"
_EXPECTED = "5 ມີນາ 2026, 05/03/2026, ມີນາ 2026"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, in code points, and what it means in the notation of ISO 8601.

    The notation is a year (`2030`), a month (`2020-08`) or a day (`2020-08-01`).
    """

    start: int
    end: int
    notation: str


def parse_date(text: str) -> str:
    """Return the notation of ISO 8601 that a date means: `2026-03-05`, or `2026-03` or `2026`.

    Digits may be Lao or Arabic; days stand before months. Raises DataError for anything else: a day that does
    not exist, or is another day of the week, a year of the Buddhist era or of two digits.

    >>> [parse_date(each) for each in ("ວັນທີ 21 ທັນວາ 2011", "໐໕/໐໓/໒໐໒໖", "ເດືອນສິງຫາ 2020", "ປີ 2030")]
    ['2011-12-21', '2026-03-05', '2020-08', '2030']
    >>> parse_date("ວັນທີ 5 ມີນາ 2569")
    Traceback (most recent call last):
    planreports.errors.DataError: 2569 is a year of the Buddhist era: write 2026, the year of the common era
    """
    match = _pattern().fullmatch(arabic_digits(text).strip())
    if not match:
        raise DataError(Problem(told("`{text}` is not a date", text=text), hint=_expected()))
    return _notation(match)


def dates_in(text: str) -> list[FoundDate]:
    """Return the dates of a text, in order; what only looks like one is left out.

    A year by itself is one behind ປີ only: a number of four digits may be anything.

    >>> dates_in("ລົງວັນທີ 9 ກໍລະກົດ 2020 ແລະ ປີ 2030")
    [FoundDate(start=3, end=23, notation='2020-07-09'), FoundDate(start=28, end=35, notation='2030')]
    """
    return list(_found(arabic_digits(text)))


def _found(text: str) -> Iterator[FoundDate]:
    for match in _pattern().finditer(text):
        try:
            yield FoundDate(*match.span(), _notation(match))
        except DataError:
            continue


@cache
def _pattern() -> re.Pattern[str]:
    """Return what dates look like, with Arabic digits."""
    months, weekdays = ("|".join(names) for names in (month_numbers(), weekday_numbers()))
    year = rf"(?:ປີ\s?)?(?:{_ERA})?\s?(?P<{{}}>[0-9]+)"
    day = rf"(?:(?P<weekday>{weekdays})\s?,?\s?)?(?:(?:ວັນ)?ທີ\s?)?(?P<day>[0-9]{{1,2}})"
    forms = (
        rf"{day}\s(?:ເດືອນ\s?)?(?P<month>{months})\s{year.format('year')}",
        r"(?:(?:ວັນ)?ທີ\s?)?(?P<d>[0-9]{1,2})(?P<sign>[/.-])(?P<m>[0-9]{1,2})(?P=sign)(?P<y>[0-9]+)",
        r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})",
        rf"(?:ເດືອນ\s?)?(?P<month_alone>{months})\s{year.format('month_year')}",
        rf"ປີ\s?(?:{_ERA})?\s?(?P<year_alone>[0-9]+)",
    )
    return re.compile(rf"(?<![0-9/.-])(?:{'|'.join(forms)})(?![0-9]|[/.-][0-9])")


def _notation(match: re.Match[str]) -> str:
    """Return what a date means. Raises DataError if it cannot be meant."""
    part = match.groupdict()
    if part["iso"]:
        return _day(*map(int, part["iso"].split("-")))
    year = _year(part["year"] or part["y"] or part["month_year"] or part["year_alone"])
    if part["month_alone"]:
        return f"{year}-{month_numbers()[part['month_alone']]:02}"
    if part["year_alone"]:
        return str(year)
    month = month_numbers()[part["month"]] if part["month"] else int(part["m"])
    notation = _day(year, month, int(part["day"] or part["d"]))
    if part["weekday"]:
        _require_weekday(part["weekday"], datetime.date.fromisoformat(notation))
    return notation


def _year(digits: str) -> int:
    """Return a year of the common era. Raises DataError for one of another era, or of no century."""
    number = int(digits) if len(digits) == 4 else 0
    if number in _BUDDHIST_YEARS:
        message = told("{year} is a year of the Buddhist era", year=number)
        hint = told("write {year}, the year of the common era", year=number - _BUDDHIST_ERA)
        raise DataError(Problem(message, hint=hint))
    if number < 1000:
        message = told("the year `{year}` is not of four digits", year=digits[:20])
        raise DataError(Problem(message, hint=_expected()))
    return number


def _day(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError as error:
        message = told("there is no day {day}/{month}/{year}", day=day, month=month, year=year)
        raise DataError(Problem(message, hint=_expected())) from error


def _require_weekday(name: str, date: datetime.date) -> None:
    if weekday_numbers()[name] != date.weekday():
        message = told("{date} is no {weekday}", date=long_date(date), weekday=name)
        raise DataError(Problem(message, hint=told("expected {what}", what=weekday_date(date))))


def _expected() -> Told:
    return told("expected a date such as {example}", example=_EXPECTED)
