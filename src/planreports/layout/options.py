"""What a layout declares and what was asked for become the values that it reads as `options.NAME`."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from pydantic_core import PydanticCustomError

from planreports.errors import LayoutError, Problem, did_you_mean
from planreports.files.characters import refusal
from planreports.files.validation import shown
from planreports.i18n.text import Text
from planreports.layout.front_matter import LayoutOption, OptionType, ReadFrontMatter
from planreports.told import Grouped, Told, told

OptionValue = Text | int | float | bool | datetime.date | str | None
"""What a layout reads: None where an option without a default was not asked for."""

_MOST_CHARACTERS = 2_000
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YES_AND_NO = {"yes": True, "true": True, "no": False, "false": False}

EXPECTED: Mapping[OptionType, Told] = {
    OptionType.TEXT: told("words, at most {maximum} characters", maximum=Grouped(_MOST_CHARACTERS)),
    OptionType.WHOLE_NUMBER: told("a whole number such as 12"),
    OptionType.NUMBER: told("a number such as 2.5"),
    OptionType.YES_OR_NO: told("yes or no"),
    OptionType.DATE: told("a day such as 2026-10-22"),
    OptionType.CHOICE: told("one of its choices"),
}


class NotOfItsTypeError(ValueError):
    """A value that an option cannot have; its words say what was expected instead."""

    def __init__(self, expected: Told) -> None:
        super().__init__(expected)
        self.expected = expected


@dataclass(frozen=True, slots=True)
class OptionValues:
    """The options of one rendering, as a layout reads them: `options.with_annex`."""

    _values: Mapping[str, OptionValue]

    def __getattr__(self, name: str) -> OptionValue:
        if name.startswith("_") or name not in self._values:
            raise AttributeError(name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the options."""
        return iter(self._values)


def option_values(read: ReadFrontMatter, asked: Mapping[str, object]) -> OptionValues:
    """Return the values of a layout's options: what was asked for, else their defaults.

    Raises LayoutError, all at once, for an option that the layout does not have, with the nearest that it
    has; for a value of another type; and for defaults that are not of their option's type, with their place.
    """
    options = read.matter.options
    values: dict[str, OptionValue] = {}
    problems = list(_unknown(read, asked))
    for name, option in options.items():
        try:
            values[name] = option_value(option, asked.get(name, option.default))
        except NotOfItsTypeError as error:
            problems.append(_mistake(read, name, asked, error.expected))
    if problems:
        raise LayoutError(problems)
    return OptionValues(values)


def _unknown(read: ReadFrontMatter, asked: Iterable[str]) -> Iterator[Problem]:
    known = read.matter.options
    for name in asked:
        if name not in known:
            hint = did_you_mean(name, known) if known else told("it has none")
            yield Problem(
                told("the layout {layout} has no option `{name}`", layout=read.source.name, name=name[:60]),
                hint=hint,
            )


def _mistake(read: ReadFrontMatter, name: str, asked: Mapping[str, object], expected: Told) -> Problem:
    if name in asked:
        message = told(
            "the option `{name}` of the layout {layout} cannot be {asked}",
            name=name,
            layout=read.source.name,
            asked=shown(asked[name]),
        )
        return Problem(message, hint=expected)
    default = read.matter.options[name].default
    return read.source.problem(
        ("options", name, "default"),
        told("the default of `{name}` cannot be {default}", name=name, default=shown(default)),
        expected,
    )


def option_value(option: LayoutOption, given: object) -> OptionValue:
    """Return an option's value: one of its type, or the words that stand for it in a file or a command.

    Words of a text stay words, the same in every language; words per language become a `Text`.

    Raises NotOfItsTypeError for anything else.
    """
    if given is None:
        return False if option.type is OptionType.YES_OR_NO else None
    value: OptionValue
    match option.type:
        case OptionType.TEXT:
            value = _text(given)
        case OptionType.WHOLE_NUMBER:
            value = _whole_number(given)
        case OptionType.NUMBER:
            value = _number(given)
        case OptionType.YES_OR_NO:
            value = given if isinstance(given, bool) else _YES_AND_NO.get(str(given).lower())
        case OptionType.DATE:
            value = _day(given)
        case OptionType.CHOICE:
            value = given if isinstance(given, str) and given in option.choices else None
            if value is None:
                raise NotOfItsTypeError(did_you_mean(str(given), option.choices) or EXPECTED[option.type])
        case _:
            assert_never(option.type)
    if value is None:
        raise NotOfItsTypeError(told("expected {what}", what=EXPECTED[option.type]))
    return value


def _text(given: object) -> Text | str | None:
    try:
        text = Text.parse(given)
    except PydanticCustomError:
        return None
    for translation in text.translations:
        if len(translation.text) > _MOST_CHARACTERS:
            return None
        if refused := refusal(translation.text):
            reason, remedy = refused
            raise NotOfItsTypeError(told("{reason}: {remedy}", reason=reason, remedy=remedy))
    return given if isinstance(given, str) else text


def _whole_number(given: object) -> int | None:
    if isinstance(given, int) and not isinstance(given, bool):
        given = str(given)
    return int(given) if isinstance(given, str) and _WHOLE_NUMBER.fullmatch(given) else None


def _number(given: object) -> float | None:
    if isinstance(given, int | float) and not isinstance(given, bool):
        return float(given) if math.isfinite(given) else None
    return float(given) if isinstance(given, str) and _NUMBER.fullmatch(given) else None


def _day(given: object) -> datetime.date | None:
    if isinstance(given, datetime.date) and not isinstance(given, datetime.datetime):
        return given
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        return None
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        return None
