"""A value of a message becomes words of a language: texts in its words, dates with months, numbers."""

from __future__ import annotations

import datetime
from decimal import Decimal

from planreports.i18n.formats import long_date, number, partial_date
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.told import Grouped


def in_words(value: object, language: str) -> str:
    """Return a value as a language writes it.

    >>> in_words(datetime.date(2026, 10, 22), "lo"), in_words(Grouped(1234), "lo"), in_words("a", "lo")
    ('22 ຕຸລາ 2026', '1.234', 'a')
    """
    match value:
        case Text():
            return value.translation(language).text
        case datetime.date():
            return long_date(value, language)
        case PartialDate():
            return partial_date(value, language)
        case Grouped():
            return number(Decimal(value), language)
        case _:
            return str(value)
