"""A source's value becomes the parts of a model that are right: a mistake in one leaves the others known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeGuard, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from planreports.errors import Problem, nearest
from planreports.files.source import Source, ValuePath
from planreports.files.validation import UnknownKey, model_in, problems_of, unknown_keys

M = TypeVar("M", bound=BaseModel)

EACH = "*"
"""A step to every item of a list, or every value of a table."""


@dataclass(frozen=True)
class Parts(Generic[M]):
    """What is known of a model whose source may have mistakes.

    `whole` is the model, None where anything is wrong. `right` are the largest parts that are right, by their
    paths, defaults included. What is not right is not known: nothing else is to be judged by it. A part that
    the source leaves out is not known either where an unknown key may be that part, misspelt or misplaced.
    """

    source: Source
    whole: M | None = None
    right: Mapping[ValuePath, Any] = field(default_factory=dict)
    problems: Sequence[Problem] = ()

    def part(self, name: str) -> Any:
        """Return the value of one of the model's fields, or None where it is not known."""
        return self.right.get((name,))

    def items(self, name: str) -> Iterator[tuple[ValuePath, Any]]:
        """Yield the right items of a field that is a list, each with its path."""
        for path, value in self.right.items():
            if path == (name,):
                yield from (((name, number), item) for number, item in enumerate(value))
            elif len(path) == 2 and path[0] == name:
                yield path, value

    def written(self, *steps: str | int) -> Iterator[tuple[ValuePath, Any]]:
        """Yield what the source itself has at some steps, as far as it is right, each with its path."""
        found = _found(self.source.value, steps)
        return iter(found) if self.whole is not None else filter(self._is_right, found)

    def _is_right(self, found: tuple[ValuePath, Any]) -> bool:
        path, _ = found
        return any(path[:length] in self.right for length in range(1, len(path) + 1))

    def of_each(self, name: str, key: str) -> Mapping[ValuePath, Any] | None:
        """Return what each item of a list has under a key, by its path; None where one's is not known.

        A list that a mistaken source leaves out is not known: what it has under other names may be that list.
        """
        found = dict(self.written(name, EACH, key))
        items = _found(self.source.value, (name, EACH))
        is_known = self.whole is not None or items or any(self.written(name))
        return found if is_known and len(found) == len(items) else None

    def without(self, mistakes: Collection[tuple[ValuePath, Problem]]) -> Parts[M]:
        """Return the parts that are right when there are other mistakes too, each at its path."""
        if not mistakes:
            return self
        tops = {path[:1] for path, _ in mistakes}
        right = {path: value for path, value in self.right.items() if path[:1] not in tops}
        return Parts(self.source, None, right, (*self.problems, *(problem for _, problem in mistakes)))


def parts(model: type[M], source: Source, context: Mapping[str, object] | None = None) -> Parts[M]:
    """Return a source's value as a model, or what of it is right and the problems that `validated` raises."""
    context = dict(context or {})
    try:
        whole = model.model_validate(source.value, context=context)
    except ValidationError as error:
        right = dict(_right_parts(model, source.value, (), context))
        right |= _defaults(model, source.value, list(unknown_keys(error, model)))
        return Parts(source, None, right, problems_of(error, source, model))
    return Parts(source, whole, {(name,): getattr(whole, name) for name in model.model_fields})


def _found(value: object, steps: Sequence[str | int]) -> Sequence[tuple[ValuePath, Any]]:
    """Return what there is at some steps, each with its path; step by step, since there may be 100,000."""
    found: list[tuple[ValuePath, Any]] = [((), value)]
    for step in steps:
        if step == EACH:
            found = [((*path, each), item) for path, value in found for each, item in _each(value)]
        else:
            found = [((*path, step), value[step]) for path, value in found if _has(value, step)]
    return found


def _has(value: object, step: str | int) -> TypeGuard[Any]:
    if isinstance(step, int):
        return isinstance(value, list) and step < len(value)
    return isinstance(value, Mapping) and step in value


def _each(value: object) -> Iterable[tuple[str | int, object]]:
    match value:
        case Mapping():
            return value.items()
        case list():
            return enumerate(value)
        case _:
            return ()


# Parts ---------------------------------------------------------------------------------------------------


def _right_parts(
    kind: Any, value: object, path: ValuePath, context: Mapping[str, object]
) -> Iterator[tuple[ValuePath, Any]]:
    """Yield the largest right parts of a value that as a whole is wrong, each with its path."""
    for step, part, part_kind, adapter in _parts_of(kind, value):
        where = (*path, step)
        try:
            yield where, adapter.validate_python(part, context=dict(context))
        except ValidationError:
            yield from _right_parts(part_kind, part, where, context)


def _parts_of(kind: Any, value: object) -> Iterator[tuple[str | int, object, Any, TypeAdapter[Any]]]:
    """Yield the parts of a value that a type knows: each with its step, its own type, and what judges it.

    Validators that a model has for a field are not asked: they say nothing of other parts.
    """
    if isinstance(value, Mapping) and (model := model_in(kind)) is not None:
        for key, own, adapter in _fields_of(model):
            if key in value:
                yield key, value[key], own, adapter
    elif isinstance(value, Mapping | list) and (item := _item_of(kind, type(value))) is not None:
        adapter = TypeAdapter(item)
        for step, part in _each(value):
            yield step, part, item, adapter


@cache
def _fields_of(model: type[BaseModel]) -> Sequence[tuple[str, Any, TypeAdapter[Any]]]:
    """Return the fields of a model: each with its key, its own type, and what judges it."""
    kinds = {field_.alias or name: field_.rebuild_annotation() for name, field_ in model.model_fields.items()}
    return [(key, own, TypeAdapter(own)) for key, own in kinds.items()]


def _item_of(kind: Any, holder: type) -> Any:
    """Return the type of the items in a type such as `tuple[Item, ...] | None`, or of the values in such as
    `dict[str, Item]`; None where a list or mapping, `holder`, has none."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in ((dict, Mapping) if issubclass(holder, Mapping) else (tuple,)):
        return arguments[1] if issubclass(holder, Mapping) else arguments[0]
    return next((item for each in arguments if (item := _item_of(each, holder)) is not None), None)


# Parts that are left out ---------------------------------------------------------------------------------


def _defaults(
    model: type[BaseModel], value: object, strangers: Sequence[UnknownKey]
) -> Iterator[tuple[ValuePath, Any]]:
    """Yield the defaults of parts that a value leaves out, but of those that an unknown key may be."""
    fields = {field_.alias or name: (name, field_) for name, field_ in model.model_fields.items()}
    kinds = {key: field_.annotation for key, (_, field_) in fields.items()}
    for key, (name, field_) in fields.items():
        is_left_out = isinstance(value, Mapping) and key not in value and not field_.is_required()
        if is_left_out and not any(_may_be(stranger, key, kinds) for stranger in strangers):
            yield (name,), field_.get_default(call_default_factory=True)


def _may_be(stranger: UnknownKey, key: str, kinds: Mapping[str, Any]) -> bool:
    """Return whether an unknown key may be a part, misspelt or in the wrong table.

    It is what it is called most nearly, unless it cannot be that and could be this.
    """
    match = nearest(stranger.name, {*stranger.known, key})
    if match == key or key not in stranger.known:
        return match == key
    can_be_its_match = match is not None and _fits(stranger.value, kinds[match])
    return not can_be_its_match and _fits(stranger.value, kinds[key])


def _fits(value: object, kind: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True
