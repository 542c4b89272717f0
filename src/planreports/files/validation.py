"""Values become models, and every mistake in them becomes a problem with its place and what was expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, LiteralString, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from planreports.errors import DataError, PlanReportsError, Problem, did_you_mean
from planreports.files.source import Source, ValuePath
from planreports.told import Told, as_it_is, told

M = TypeVar("M", bound=BaseModel)


@dataclass
class Problems:
    """Problems of several files, gathered so that all can be reported at once."""

    found: list[Problem] = field(default_factory=list)

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Keep the problems of a PlanReportsError that the block raises, and go on after the block."""
        try:
            yield
        except PlanReportsError as error:
            self.found += error.problems

    def raise_if_any(self) -> None:
        """Raise DataError with all problems, in order of file and line, if there are any."""
        if self.found:
            raise DataError(sorted(dict.fromkeys(self.found), key=_reading_order))


def _reading_order(problem: Problem) -> tuple[str, int, int]:
    return problem.file or "", problem.line or 0, problem.column or 0


def validated(model: type[M], source: Source, context: Mapping[str, object] | None = None) -> M:
    """Return a source's value as a model.

    Raises DataError with every unknown key, missing key, wrong type and wrong value, in order of place;
    each in our own words, with what was expected and the nearest match.
    """
    try:
        return model.model_validate(source.value, context=dict(context or {}))
    except ValidationError as error:
        raise DataError(problems_of(error, source, model)) from error


def problems_of(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Problem]:
    """Return pydantic's errors in our own words, each once, in order of place."""
    problems = [_problem(details, source, model) for details in _without_noise(error)]
    return sorted(dict.fromkeys(problems), key=_reading_order)


@dataclass(frozen=True, slots=True)
class UnknownKey:
    """A key that its table does not know, with its value; `known` are the keys that the table knows."""

    name: str
    known: Sequence[str]
    value: object


def unknown_keys(error: ValidationError, model: type[BaseModel]) -> Iterator[UnknownKey]:
    """Yield the unknown keys among the errors of a model."""
    for details in error.errors(include_url=False):
        if details["type"] == "extra_forbidden":
            *table, name = details["loc"]
            yield UnknownKey(str(name), _keys_of(_model_at(model, tuple(table))), details["input"])


def refused(kind: LiteralString, message: Told) -> PydanticCustomError:
    """Return the error that a model raises for a value, its words said as they are.

    `kind` is what becomes of it: with `record` the mapping as a whole is wrong; otherwise a value is, and
    the message says what was expected.
    """
    return PydanticCustomError(kind, _TEMPLATE, {_TOLD: message})


_TOLD = "told"
_TEMPLATE: LiteralString = "{told}"


def _without_noise(error: ValidationError) -> list[ErrorDetails]:
    """Return pydantic's errors but those of lists that are too short only because their items have errors."""
    errors = error.errors(include_url=False)
    return [each for each in errors if each["type"] != "too_short" or not each["input"]]


def _problem(details: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    path = _source_path(details["loc"], source)
    describe = _DESCRIPTIONS.get(details["type"], _as_pydantic_says)
    return describe(_Mistake(details, path, source, model))


def _source_path(location: tuple[int | str, ...], source: Source) -> ValuePath:
    """Return the part of pydantic's location that exists in the file, and the key that does not."""
    path: ValuePath = ()
    value: object = source.value
    for step in location:
        inside = _inside(value, step)
        if inside is not _ABSENT:
            value, path = inside, (*path, step)
    return path


_ABSENT = object()

_KEY_ITSELF = "[key]"
"""Pydantic's last step to a mapping's key that is wrong itself."""


def _inside(value: object, step: int | str) -> object:
    """Return what a mapping or list has at a step of a path, or `_ABSENT`."""
    if isinstance(value, dict):
        return value.get(step, _ABSENT)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return _ABSENT


@dataclass(frozen=True)
class _Mistake:
    """One of pydantic's errors, and what is needed to say it in our words."""

    details: ErrorDetails
    path: ValuePath
    source: Source
    model: type[BaseModel]

    @property
    def key(self) -> str:
        """Return the name of the field that is wrong."""
        names = [step for step in self.details["loc"] if isinstance(step, str) and step != _KEY_ITSELF]
        return names[-1] if names else "value"

    @property
    def found(self) -> str:
        """Return what the file has there, in words."""
        return shown(self.details["input"])

    def problem(self, message: Told, hint: Told | None = None, at_key: bool = False) -> Problem:
        return self.source.problem(self.path, message, hint, at_key)


def shown(value: object) -> str:
    """Return a value as a message shows it: a kind of thing, or the words in backquotes, cut when long."""
    if isinstance(value, Mapping):
        return told("a mapping")
    if isinstance(value, list | tuple):
        return told("a list")
    if value is None:
        return told("nothing")
    words = " ".join(str(value).split())
    return f"`{words[:60]}…`" if len(words) > 60 else f"`{words}`"


def _unknown_key(mistake: _Mistake) -> Problem:
    known = _keys_of(_model_at(mistake.model, mistake.details["loc"][:-1]))
    hint = did_you_mean(mistake.key, known)
    if mistake.key in _keys_of(mistake.model):
        hint = told("`{key}` is known at the top of the file only", key=mistake.key)
    return mistake.problem(told("unknown key `{key}`", key=mistake.key), hint, at_key=True)


def _missing_key(mistake: _Mistake) -> Problem:
    return mistake.problem(told("the key `{key}` is missing", key=mistake.key))


def _unknown_word(mistake: _Mistake) -> Problem:
    found = str(mistake.details["input"])
    expected = _closed_set(mistake)
    return mistake.problem(
        told("unknown {noun} {found}", noun=_noun(mistake.key), found=mistake.found),
        did_you_mean(found, expected),
    )


def _closed_set(mistake: _Mistake) -> list[str]:
    field_ = _field_at(mistake.model, mistake.details["loc"])
    words = _words_of(field_.annotation) if field_ else []
    return words or [
        part.strip("' ") for part in str(mistake.details["ctx"]["expected"]).replace(" or ", ", ").split(",")
    ]


def _words_of(annotation: Any) -> list[str]:
    """Return the words of an enumeration, however deep in a type."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    return [word for argument in get_args(annotation) for word in _words_of(argument)]


def _noun(key: str) -> str:
    return key.replace("_", " ")


def _pattern(mistake: _Mistake) -> Problem:
    field_ = _field_at(mistake.model, mistake.details["loc"])
    expected = _description(field_) if field_ else None
    hint = told("expected {what}", what=expected) if expected else None
    if mistake.details["loc"][-1] == _KEY_ITSELF:
        return mistake.problem(told("{found} cannot be a name here", found=mistake.found), hint, at_key=True)
    return mistake.problem(told("`{key}` cannot be {found}", key=mistake.key, found=mistake.found), hint)


def _description(field_: FieldInfo) -> str | None:
    """Return the description of a field, or of what a list of it holds."""
    if field_.description:
        return field_.description
    for argument in _metadata_of(field_.annotation):
        if isinstance(argument, FieldInfo) and argument.description:
            return argument.description
    return None


def _metadata_of(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata_of(argument)


def _wrong_kind(kind: Told) -> Callable[[_Mistake], Problem]:
    def describe(mistake: _Mistake) -> Problem:
        return mistake.problem(
            told("`{key}` is {found}", key=mistake.key, found=mistake.found),
            told("expected {what}", what=kind),
        )

    return describe


def _beyond(limit: str, expected: Callable[[str], Told]) -> Callable[[_Mistake], Problem]:
    def describe(mistake: _Mistake) -> Problem:
        hint = expected(f"{mistake.details['ctx'][limit]:g}")
        return mistake.problem(told("`{key}` cannot be {found}", key=mistake.key, found=mistake.found), hint)

    return describe


def _too_few(mistake: _Mistake) -> Problem:
    return mistake.problem(told("`{key}` is empty", key=mistake.key), told("expected at least one"))


def _own_words(mistake: _Mistake) -> Problem:
    return mistake.problem(told("`{key}` is {found}", key=mistake.key, found=mistake.found), _own(mistake))


def _whole_record(mistake: _Mistake) -> Problem:
    """Say what is wrong with a mapping as a whole, where each of its values is right by itself."""
    return mistake.problem(_own(mistake))


def _own(mistake: _Mistake) -> Told:
    """Return what `refused` was given."""
    message: Told = mistake.details["ctx"][_TOLD]
    return message


def _as_pydantic_says(mistake: _Mistake) -> Problem:
    if _TOLD in mistake.details.get("ctx", {}):
        return mistake.problem(
            told("`{key}` cannot be {found}", key=mistake.key, found=mistake.found), _own(mistake)
        )
    words = mistake.details["msg"].removeprefix("Value error, ")
    words = words[:1].lower() + words[1:]
    return mistake.problem(
        told("`{key}` cannot be {found}", key=mistake.key, found=mistake.found), as_it_is(words)
    )


_MAPPING, _LIST, _WORDS = (
    _wrong_kind(told("a mapping of keys")),
    _wrong_kind(told("a list")),
    _wrong_kind(told("words")),
)
_DATE = _wrong_kind(told("a date such as {date}", date="2026-10-22"))
_WHOLE_NUMBER, _NUMBER = _wrong_kind(told("a whole number")), _wrong_kind(told("a number"))
_AMOUNT = _wrong_kind(told("a number such as {number}", number="1500000.50"))
_TRUE_OR_FALSE = _wrong_kind(told("true or false"))

_DESCRIPTIONS: Mapping[str, Callable[[_Mistake], Problem]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "enum": _unknown_word,
    "literal_error": _unknown_word,
    "string_pattern_mismatch": _pattern,
    "string_type": _WORDS,
    "string_too_short": _WORDS,
    "string_too_long": _pattern,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "too_short": _too_few,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "int_parsing": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "decimal_parsing": _AMOUNT,
    "decimal_type": _AMOUNT,
    "decimal_max_places": _wrong_kind(told("a number with at most two decimals")),
    "bool_parsing": _TRUE_OR_FALSE,
    "bool_type": _TRUE_OR_FALSE,
    "greater_than_equal": _beyond("ge", lambda limit: told("expected at least {limit}", limit=limit)),
    "less_than_equal": _beyond("le", lambda limit: told("expected at most {limit}", limit=limit)),
    "text": _own_words,
    "record": _whole_record,
    "partial_date": _own_words,
    "month_day": _own_words,
}
"""How each of pydantic's errors is said; the others keep pydantic's words."""


def _keys_of(model: type[BaseModel] | None) -> Sequence[str]:
    return [field_.alias or name for name, field_ in model.model_fields.items()] if model else []


def _field_at(model: type[BaseModel], location: tuple[int | str, ...]) -> FieldInfo | None:
    """Return the field that a location ends in; positions and pydantic's own steps are passed over."""
    names = [step for step in location if isinstance(step, str)]
    current: type[BaseModel] | None = model
    found: FieldInfo | None = None
    for name in names:
        fields = {(each.alias or key): each for key, each in current.model_fields.items()} if current else {}
        if name in fields:
            found = fields[name]
            current = model_in(found.annotation)
    return found


def _model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel] | None:
    found = _field_at(model, location)
    return model_in(found.annotation) if found else model


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model in a type such as `tuple[Model, ...]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if (found := model_in(argument)) is not None:
            return found
    return None
