"""A YAML file becomes values with places: mappings, lists and text, nothing else.

Every scalar stays the text it was written as (only an empty one, `null` and `~` are None) and the models
give it its type; so `3.10` is an id, `no` a word, and no tag makes an object. PyYAML parses, we construct:
see `docs/decisions/001-files.md`. Values are built in one pass; where they stand is found in a second one, which
only a file with a mistake needs (`docs/decisions/130-large-workspaces.md`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from planreports.errors import DataError, Problem
from planreports.files.characters import is_beyond_doubt, refusal
from planreports.files.reading import read_text
from planreports.files.source import Place, PlacesOnDemand, Source, ValuePath

MAXIMUM_DEPTH = 50
"""How deeply lists and mappings may stand in each other."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null")
"""How a plain scalar says that there is no value."""


def read_yaml(path: Path, name: str | None = None) -> Source:
    """Return what a YAML file holds.

    Raises DataError for a file that cannot be read; for broken YAML; and, all at once, for duplicate keys,
    keys that are no words, anchors, aliases and tags.
    """
    name = name or str(path)
    return parse_yaml(read_text(path, name), name)


def parse_yaml(text: str, name: str) -> Source:
    """Return what YAML text holds; see `read_yaml`."""
    try:
        value = _plain_value(text)
    except (_NotPlain, yaml.YAMLError):
        return placed(text, name)
    places = cache(lambda: placed(text, name))
    return Source(
        name,
        value,
        PlacesOnDemand(lambda: places().places),
        PlacesOnDemand(lambda: places().key_places),
    )


def placed(text: str, name: str) -> Source:
    """Return what YAML text holds with the place of each value, or raise DataError with every problem."""
    problems = list(_refused_events(text, name))
    if problems:
        raise DataError(problems)
    node = yaml.compose(text, Loader=_Loader)
    if node is None:
        raise DataError(Problem("the file is empty", name, 1, 1))
    construction = _Construction(name)
    value = construction.value(node, ())
    if construction.problems:
        raise DataError(construction.problems)
    return Source(name, value, construction.places, construction.key_places)


class _NotPlain(Exception):
    """The text holds something to look at twice: a mistake, perhaps."""


def _plain_value(text: str) -> object:
    """Return the value of a text that is plain beyond doubt.

    Raises _NotPlain for anything that `placed` would have to judge, and yaml.YAMLError for broken YAML.
    """
    judges_all = not is_beyond_doubt(text)
    top: list[object] = []
    into: Any = top
    key: object = _NO_KEY
    outer: list[tuple[Any, object]] = []
    for event in iter(_Loader(text).get_event, None):
        kind = type(event)
        if kind in _ENDS:
            into, key = outer.pop()
            continue
        if kind not in _STARTS:
            continue
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            raise _NotPlain
        value: Any
        if kind is yaml.ScalarEvent:
            value = event.value
            if (judges_all or event.style == '"') and refusal(value):
                raise _NotPlain
            if value in _NOTHING and not event.style:
                value = None
        else:
            value = {} if kind is yaml.MappingStartEvent else []
        if type(into) is list:
            into.append(value)
        elif key is not _NO_KEY:
            into[key], key = value, _NO_KEY
        elif type(value) is str and value not in into:
            key = value
        else:
            raise _NotPlain
        if kind is not yaml.ScalarEvent:
            outer.append((into, key))
            into, key = value, _NO_KEY
            if len(outer) > MAXIMUM_DEPTH:
                raise _NotPlain
    if len(top) != 1:
        raise _NotPlain
    return top[0]


_STARTS = frozenset((yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent))
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))
_NO_KEY = object()
"""A mapping's next value is a key."""


def _refused_events(text: str, name: str) -> Iterator[Problem]:
    """Yield what a plain file does not hold, before anything is built of it: so an anchor cannot explode."""
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAXIMUM_DEPTH:
                yield _problem(
                    event.start_mark, name, f"lists and mappings stand more than {MAXIMUM_DEPTH} deep"
                )
                return
            if message := _refusal(event, documents):
                yield _problem(event.start_mark, name, message)
    except yaml.YAMLError as error:
        yield _syntax_problem(error, name)


def _refusal(event: yaml.Event, documents: int) -> str | None:
    if isinstance(event, yaml.AliasEvent):
        return f"aliases are not read: `*{event.anchor}`"
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        return "a second document begins here; a file holds one"
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return f"anchors are not read: `&{event.anchor}`"
    tag = getattr(event, "tag", None)
    return f"tags are not read: `{tag}`" if tag and tag != "!" else None


def _problem(mark: Any, name: str, message: str, hint: str | None = None) -> Problem:
    return Problem(message, name, mark.line + 1, mark.column + 1, hint)


def _syntax_problem(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None)
    message = f"this is not YAML: {words}" + (f" ({context})" if context else "")
    return _problem(mark, name, message) if mark else Problem(message, name)


@dataclass
class _Construction:
    """Builds values from nodes and remembers where each stood."""

    name: str
    places: dict[ValuePath, Place] = field(default_factory=dict)
    key_places: dict[ValuePath, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def value(self, node: yaml.Node, path: ValuePath) -> object:
        self.places[path] = _place(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        if refused := refusal(node.value):
            message, hint = refused
            self.problems.append(_problem(node.start_mark, self.name, message, hint))
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: ValuePath) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(_problem(key_node.start_mark, self.name, "a key must be a word"))
                continue
            if key in mapping:
                first = self.key_places[(*path, key)][0]
                message = f"the key `{key}` stands twice; first in line {first}"
                self.problems.append(_problem(key_node.start_mark, self.name, message))
                continue
            self.key_places[(*path, key)] = _place(key_node)
            mapping[key] = self.value(value_node, (*path, key))
        return mapping


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _scalar(node: Any) -> str | None:
    is_plain = not node.style  # None, or "" from libyaml
    return None if is_plain and node.value in _NOTHING else str(node.value)
