"""Dates become Lao words, as official documents write them; month and day names are CLDR's, through Babel."""

from __future__ import annotations

import datetime
from functools import cache

from babel import Locale
from babel.dates import format_date

_LOCALE = "lo"


def long_date(date: datetime.date) -> str:
    """Return a date in words.

    >>> long_date(datetime.date(2026, 3, 5))
    '5 ມີນາ 2026'
    """
    return _formatted(date, "d MMMM y")


def dated(date: datetime.date) -> str:
    """Return a date as it stands below a document's place, or in a sentence.

    >>> dated(datetime.date(2011, 12, 21))
    'ວັນທີ 21 ທັນວາ 2011'
    """
    return f"ວັນທີ {long_date(date)}"


def weekday_date(date: datetime.date) -> str:
    """Return a date with its day of the week.

    >>> weekday_date(datetime.date(2026, 10, 22))
    'ວັນພະຫັດ ທີ 22 ຕຸລາ 2026'
    """
    return _formatted(date, "EEEE 'ທີ' d MMMM y")


def month(date: datetime.date) -> str:
    """Return the month of a date, with its year.

    >>> month(datetime.date(2020, 8, 1))
    'ສິງຫາ 2020'
    """
    return _formatted(date, "MMMM y")


def year(number: int | str) -> str:
    """Return a year, or several, in words.

    >>> year(2030), year("2021–2025")
    ('ປີ 2030', 'ປີ 2021–2025')
    """
    return f"ປີ {number}"


def _formatted(date: datetime.date, pattern: str) -> str:
    return format_date(date, pattern, _locale())


@cache
def _locale() -> Locale:
    return Locale(_LOCALE)


@cache
def month_numbers() -> dict[str, int]:
    """Return the numbers of the months by their names."""
    return {name: number for number, name in _locale().months["format"]["wide"].items()}


@cache
def weekday_numbers() -> dict[str, int]:
    """Return the numbers of the days of the week by their names: 0 is Monday."""
    return {name: number for number, name in _locale().days["format"]["wide"].items()}
