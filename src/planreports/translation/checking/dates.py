"""Months and weekdays of the English, by their names in the other language or by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from planreports.told import told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import prose
from planreports.translation.checking.terms import compact

_MONTHS = re.compile(
    r"\b(?:(January|February|April|June|July|August|September|October|November|December)\b"
    r"|(March|May)\b(?=,? \d)|(?<=\d )(March|May)\b|(?<=\bin )(March|May)\b)"
)
"""The English names of months; March and May beside a number, or where a month must stand."""

_WEEKDAYS = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b")
_NUMBER = re.compile(r"\d+")


class _Names(NamedTuple):
    """What months and weekdays are called in a language, each in all its forms, by their English names."""

    months: Mapping[str, tuple[str, ...]]
    weekdays: Mapping[str, tuple[str, ...]]


def dates(message: Translated, knowledge: Knowledge) -> Iterator[Remark]:
    """Yield months and weekdays that the English names and the translation does not."""
    source = prose(message.source)
    months = {next(filter(None, match.groups())) for match in _MONTHS.finditer(source)}
    weekdays = set(_WEEKDAYS.findall(source))
    if not months and not weekdays:
        return
    names, words = _names(knowledge.language), compact(prose(message.words))
    digits = {int(each) for each in _NUMBER.findall(words) if len(each) < 5}
    missing = [
        (month, forms[0])
        for number, (month, forms) in enumerate(names.months.items(), 1)
        if month in months and number not in digits and not _stands(forms, words)
    ]
    for month, name in missing:
        yield Remark(
            told("the month {month} of the English is missing", month=month),
            told("write {words}", words=name),
        )
    if months and not missing:
        for name in _added(names, months, message.words):
            yield Remark(
                told("the month {month} is not in the English", month=name),
                told("leave it out, or correct it"),
            )
    for day, forms in names.weekdays.items():
        if day in weekdays and not _stands(forms, words):
            yield Remark(
                told("the weekday {day} of the English is missing", day=day),
                told("write {words}", words=forms[0]),
            )


def _added(names: _Names, months: set[str], words: str) -> Iterator[str]:
    """Yield months that only the translation names; a name that goes on is another word (ຕຸລາການ)."""
    for month, forms in names.months.items():
        is_named = any(re.search(rf"{re.escape(form)}(?!\w)", words) for form in forms)
        if month not in months and is_named:
            yield forms[0]


def _stands(forms: tuple[str, ...], words: str) -> bool:
    return any(compact(form) in words for form in forms)


@lru_cache(maxsize=8)
def _names(language: str) -> _Names:
    """Return a language's names of months and days, by Unicode's CLDR; nothing for a language it has not."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return _Names({}, {})
    english = Locale.parse("en")
    months = {
        english.months["format"]["wide"][number]: tuple(
            dict.fromkeys(locale.months[context]["wide"][number] for context in ("format", "stand-alone"))
        )
        for number in range(1, 13)
    }
    weekdays = {
        english.days["format"]["wide"][number]: tuple(
            dict.fromkeys(locale.days[context]["wide"][number] for context in ("format", "stand-alone"))
        )
        for number in range(7)
    }
    return _Names(months, weekdays)
