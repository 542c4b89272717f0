"""Dates, times and digits as each language writes them (CLDR, through Babel).

Years are Gregorian and digits Arabic, as Lao government documents have them. How Lao has them is said in
`planreports.lao.dates`.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_decimal_symbol

from planreports.i18n.partial_date import PartialDate
from planreports.lao import dates as lao_dates

_LONG = {"en": "d MMMM y"}
_WITH_WEEKDAY = {"en": "EEEE d MMMM y"}
LAO = "lo"
_NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_YEAR = len("2030")


def long_date(date: datetime.date, language: str) -> str:
    """Return a date in words; ISO 8601 for a language that CLDR does not know.

    >>> long_date(datetime.date(2026, 10, 22), "en"), long_date(datetime.date(2026, 10, 22), "lo")
    ('22 October 2026', '22 ຕຸລາ 2026')
    """
    if language == LAO:
        return lao_dates.long_date(date)
    return _formatted(date, language, _LONG.get(language, "long"))


def weekday_date(date: datetime.date, language: str) -> str:
    """Return a date with its day of the week.

    >>> weekday_date(datetime.date(2026, 10, 22), "en"), weekday_date(datetime.date(2026, 10, 22), "lo")
    ('Thursday 22 October 2026', 'ວັນພະຫັດ ທີ 22 ຕຸລາ 2026')
    """
    if language == LAO:
        return lao_dates.weekday_date(date)
    return _formatted(date, language, _WITH_WEEKDAY.get(language, "full"))


def partial_date(date: PartialDate, language: str) -> str:
    """Return a date as precise as it is: a year, a month, a day, or an interval with an en dash.

    >>> [partial_date(PartialDate(each), "en") for each in ("2030", "2020-08", "2020-08-01", "2021/2025")]
    ['2030', 'August 2020', '1 August 2020', '2021–2025']
    >>> [partial_date(PartialDate(each), "lo") for each in ("2030", "2020-08", "2021/2025")]
    ['ປີ 2030', 'ສິງຫາ 2020', 'ປີ 2021–2025']
    >>> [partial_date(PartialDate(each), "ja") for each in ("2030", "2020-08", "2021/2025")]
    ['2030年', '2020年8月', '2021年–2025年']
    """
    first, _, last = date.value.partition("/")
    words = _part_of_date(first, language)
    if not last:
        return words
    is_years = len(first) == len(last) == _YEAR
    end = last if language == LAO and is_years else _part_of_date(last, language)
    return f"{words}–{end}" if is_years else f"{words} – {end}"


def _part_of_date(notation: str, language: str) -> str:
    """Return a year, month or day in words; as it is written for a language that CLDR does not know."""
    date = PartialDate(notation).earliest
    if len(notation) == _YEAR:
        return lao_dates.year(notation) if language == LAO else _by_skeleton(date, language, "y") or notation
    if len(notation) == len("2030-01"):
        return lao_dates.month(date) if language == LAO else _by_skeleton(date, language, "yMMMM") or notation
    return long_date(date, language)


def _by_skeleton(date: datetime.date, language: str, skeleton: str) -> str | None:
    """Return those parts of a date that a skeleton names, as CLDR has them in a language; None for others."""
    try:
        return format_skeleton(skeleton, date, locale=Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError, KeyError):
        return None


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


def number(value: Decimal, language: str) -> str:
    """Return a number grouped in thousands; its digits with a point for a language that CLDR does not know.

    >>> number(Decimal("1234567.5"), "en"), number(Decimal("850000.00"), "lo")
    ('1,234,567.5', '850.000')
    """
    try:
        return str(format_decimal(value, locale=Locale.parse(language, sep="-"), decimal_quantization=False))
    except (UnknownLocaleError, ValueError):
        return f"{value:f}"


def decimal_part(number: str, language: str) -> str:
    """Return what stands in a number from its decimal mark on: its unit too; "" where its digits end it.

    The mark is the language's, but for a number that cannot be meant so: in "1,234.5" it is the point,
    whatever the language.

    >>> decimal_part("1,234.50", "en"), decimal_part("1.234,5 %", "lo"), decimal_part("12", "en")
    ('.50', ',5 %', '')
    >>> decimal_part("1,234.5", "lo"), decimal_part("1.234", "lo"), decimal_part("0.125", "lo")
    ('.5', '', '.125')
    >>> decimal_part("12 km", "en")
    ' km'
    """
    found = _NUMBER.search(number)
    if found is None:
        return ""
    place = _decimal_mark(found.group(), _mark_of(language))
    return number[found.end() if place is None else found.start() + place :]


def _mark_of(language: str) -> str:
    try:
        return get_decimal_symbol(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "."


def _decimal_mark(number: str, mark: str) -> int | None:
    """Return where a number has its decimal mark, if any: a sign that only groups has digits in threes."""
    kinds = {each for each in number if each in ".,"}
    if not kinds:
        return None
    place = max(number.rfind(each) for each in kinds)
    sign = number[place]
    if number.count(sign) > 1:
        return None
    grouped = _GROUPED.fullmatch(number) is not None
    return None if len(kinds) == 1 and sign != mark and grouped else place


def machine_notation(value: datetime.date | PartialDate | Decimal | int) -> str:
    """Return a date or number as `<time>` and `<data>` want it.

    Raises TypeError for anything else.

    >>> machine_notation(datetime.date(2026, 8, 31)), machine_notation(Decimal("1234.50"))
    ('2026-08-31', '1234.50')
    """
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, PartialDate):
        return value.value
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    raise TypeError(f"`machine` is for dates and numbers, not for a {type(value).__name__}")
