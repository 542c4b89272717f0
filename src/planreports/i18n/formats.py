"""Dates, times and digits as each language writes them (CLDR, through Babel).

Years are Gregorian and digits Arabic, as Lao government documents have them.
"""

from __future__ import annotations

import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import get_decimal_symbol

_LONG = {"en": "d MMMM y", "lo": "d MMMM y"}
_WITH_WEEKDAY = {"en": "EEEE d MMMM y", "lo": "EEEE 'ທີ' d MMMM y"}
_LAO_DIGITS = str.maketrans("0123456789", "໐໑໒໓໔໕໖໗໘໙")


def long_date(date: datetime.date, language: str) -> str:
    """Return a date in words; ISO 8601 for a language that CLDR does not know.

    >>> long_date(datetime.date(2026, 10, 22), "en"), long_date(datetime.date(2026, 10, 22), "lo")
    ('22 October 2026', '22 ຕຸລາ 2026')
    """
    return _formatted(date, language, _LONG.get(language, "long"))


def weekday_date(date: datetime.date, language: str) -> str:
    """Return a date with its day of the week.

    >>> weekday_date(datetime.date(2026, 10, 22), "en"), weekday_date(datetime.date(2026, 10, 22), "lo")
    ('Thursday 22 October 2026', 'ວັນພະຫັດ ທີ 22 ຕຸລາ 2026')
    """
    return _formatted(date, language, _WITH_WEEKDAY.get(language, "full"))


def _formatted(date: datetime.date, language: str, pattern: str) -> str:
    try:
        return format_date(date, pattern, Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return date.isoformat()


def time_range(start: str, end: str) -> str:
    """Return two times of day with an en dash between.

    >>> time_range("09:00", "11:30")
    '09:00–11:30'
    """
    return f"{start}–{end}"


def decimal_part(number: str, language: str) -> str:
    """Return what stands in a number from its decimal mark on, as a language writes it; "" without a mark.

    >>> decimal_part("1,234.50", "en"), decimal_part("1.234,5 %", "lo"), decimal_part("12", "en")
    ('.50', ',5 %', '')
    """
    try:
        mark = get_decimal_symbol(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        mark = "."
    return "".join(number.rpartition(mark)[1:]) if mark in number else ""


def lao_digits(text: str) -> str:
    """Return text with Lao digits instead of Arabic ones.

    >>> lao_digits("2026")
    '໒໐໒໖'
    """
    return text.translate(_LAO_DIGITS)
