"""A cell's date or number becomes a number of Excel's, and a format that shows it as its words do."""

from __future__ import annotations

import datetime
import locale
import re
from decimal import Decimal
from typing import NamedTuple

from planreports.document.nodes import CellValue, DateValue
from planreports.i18n.formats import decimal_part, partial_date
from planreports.i18n.languages import language
from planreports.i18n.partial_date import PartialDate

_FIRST_DAY = datetime.date(1900, 3, 1)
"""Before it Excel counts a 29th of February 1900 that never was (ISO/IEC 29500-1, 18.17.4.1)."""

_NUMBER = re.compile(r"[0-9](?:[0-9., \u00a0\u202f]*[0-9])?")
_LONGEST_UNIT = 20
_DATES = {"day": "d mmmm yyyy", "month": "mmmm yyyy", "year": "yyyy"}
_WORDS_OF_DATES = {("lo", "year"): '"ປີ "yyyy'}
_COUNTRIES = {name.replace("_", "-"): number for number, name in locale.windows_locale.items()}


class Typed(NamedTuple):
    """What Excel reckons with, and the format that shows it."""

    value: datetime.date | float
    number_format: str


def typed(value: CellValue, words: str, code: str) -> Typed | None:
    """Return a cell's value; None for one that a sheet cannot hold exactly, or cannot show as its words do.

    `words` are how the document prints it, in the language with the `code`.

    >>> typed(Decimal("1234.50"), "JPY 1,234.50", "en")
    Typed(value=1234.5, number_format='"JPY "#,##0.00')
    >>> typed(Decimal("0.45"), "45 %", "en")
    Typed(value=0.45, number_format='0" "%')
    """
    if isinstance(value, DateValue):
        return _date(value, words, code)
    return _number(value, words, code)


def _date(value: DateValue, words: str, code: str) -> Typed | None:
    if value.first < _FIRST_DAY:
        return None
    if words.strip() == value.first.isoformat():
        return Typed(value.first, "yyyy-mm-dd")
    precision = _precision(value, words.strip(), code)
    pattern = _WORDS_OF_DATES.get((code, precision), _DATES[precision])
    country = _COUNTRIES.get(language(code).word_tag)
    return Typed(value.first, f"[$-{country:X}]{pattern}" if country else pattern)


def _precision(value: DateValue, words: str, code: str) -> str:
    """Return how precise a date's words are: a day may be said by its month or year, as due dates are."""
    day = value.first.isoformat()
    for precision, notation in (("year", day[:4]), ("month", day[:7])):
        if words == partial_date(PartialDate(notation), code):
            return precision
    return value.precision


def _number(value: Decimal, words: str, code: str) -> Typed | None:
    number = float(value)
    found = _NUMBER.search(words)
    if Decimal(repr(number)) != value:
        return None
    if found is None:
        return Typed(number, "General")
    before, after = words[: found.start()].lstrip("-−+"), words[found.end() :]
    if max(len(before), len(after)) > _LONGEST_UNIT or not (before + after).isprintable() or '"' in words:
        return None
    part = decimal_part(found[0], code)
    whole, decimals = found[0].removesuffix(part), _digits(part)
    grouped = "#,##0" if len(whole) > len(_digits(whole)) else "0"
    pattern = grouped + (f".{'0' * len(decimals)}" if decimals else "")
    is_percent = after.strip() == "%" and Decimal(f"{_digits(whole)}.{decimals or 0}") == abs(value) * 100
    unit = _quoted(after[: after.index("%")]) + "%" if is_percent else _quoted(after)
    return Typed(number, _quoted(before) + pattern + unit)


def _digits(words: str) -> str:
    return "".join(filter(str.isdecimal, words))


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
