"""What `<time>` and `<data>` say to programs: the date or number of a cell that holds nothing else."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from planreports.document.nodes import CellValue, DateValue
from planreports.i18n.partial_date import PartialDate
from planreports.layout.building import Building
from planreports.layout.markup import Element
from planreports.told import told

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_AROUND = ("p", "span", "strong", "em")
"""What may stand around the one date or number of a cell."""


def value_of(element: Element, building: Building) -> CellValue | None:
    """Return the date of a `<time>` or the number of a `<data>`; None for a span of dates.

    Notes a problem for an attribute that is absent or is neither.
    """
    if element.name == "time":
        return _date(element, building)
    value = element.attributes.get("value", "")
    if not _NUMBER.fullmatch(value):
        building.problem(
            element,
            told('value="{value}" of <data>', value=value[:40]),
            told("expected a number such as -1234.5"),
        )
        return None
    return Decimal(value)


def _date(element: Element, building: Building) -> DateValue | None:
    value = element.attributes.get("datetime", "")
    try:
        date = PartialDate.parse(value)
    except ValueError:
        building.problem(
            element,
            told('datetime="{value}" of <time>', value=value[:40]),
            told("expected a date such as 2030, 2020-08, 2020-08-01 or 2021/2025"),
        )
        return None
    if "/" in value:
        return None
    precisions: tuple[Literal["year", "month", "day"], ...] = ("year", "month", "day")
    return DateValue(date.earliest, precisions[value.count("-")])


def only_value(element: Element, building: Building) -> CellValue | None:
    """Return the value of the one `<time>` or `<data>` that an element holds, if it holds nothing else."""
    only = None
    for child in element.children:
        if isinstance(child, Element) and only is None:
            only = child
        elif not isinstance(child, str) or child.strip():
            return None
    if only is None:
        return None
    if only.name in ("time", "data"):
        return value_of(only, building)
    return only_value(only, building) if only.name in _AROUND else None
