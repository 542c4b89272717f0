"""`PartialDate`: a date as precise as its source, in the notation of ISO 8601 and its intervals."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from planreports.files.validation import refused
from planreports.told import told

_DATE = r"[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_NOTATION = re.compile(f"({_DATE})(?:/({_DATE}))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year (`2030`), a month (`2020-08`), a day (`2020-08-01`), or an interval (`2021/2025`).

    >>> date = PartialDate.parse("2020-08")
    >>> date.earliest, date.latest
    (datetime.date(2020, 8, 1), datetime.date(2020, 8, 31))
    """

    value: str

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the date that a notation means; raises ValueError for any other words."""
        text = value.value if isinstance(value, cls) else str(value)
        match = _NOTATION.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is not a date such as 2030, 2020-08, 2020-08-01 or 2021/2025")
        first, last = _span(match[1]), _span(match[2] or match[1])
        if first[0] > last[1]:
            raise ValueError(f"{text!r} ends before it begins")
        return cls(text)

    @property
    def earliest(self) -> datetime.date:
        """Return the first day that the date may mean."""
        return _span(self.value.split("/")[0])[0]

    @property
    def latest(self) -> datetime.date:
        """Return the last day that the date may mean."""
        return _span(self.value.split("/")[-1])[1]

    def __str__(self) -> str:
        return self.value

    def __lt__(self, other: PartialDate) -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)

    @classmethod
    def _validate(cls, value: object) -> Self:
        try:
            return cls.parse(value)
        except ValueError as error:
            words = told("expected a date such as 2030, 2020-08, 2020-08-01 or 2021/2025")
            raise refused("partial_date", words) from error

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": f"^{_NOTATION.pattern}$"}


def _span(date: str) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of a year, month or day. Raises ValueError if there is no such day."""
    numbers = [int(part) for part in date.split("-")]
    year, month, day = (*numbers, *(0, 0, 0)[len(numbers) :])
    first = datetime.date(year, month if len(numbers) > 1 else 1, day if len(numbers) > 2 else 1)
    if len(numbers) > 2:
        return first, first
    last_month = month if len(numbers) > 1 else 12
    return first, datetime.date(year, last_month, calendar.monthrange(year, last_month)[1])
