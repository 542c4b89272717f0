"""A YAML file becomes values with places: mappings, lists and text, nothing else.

Every scalar stays the text it was written as (only an empty one, `null` and `~` are None) and the models
give it its type; so `3.10` is an id, `no` a word, and no tag makes an object. PyYAML parses, we construct:
see `docs/decisions/001-files.md`. Values are built in one pass (`plain_yaml`); where they stand is found in a
second one, which only a file with a mistake needs (`docs/decisions/130-large-workspaces.md`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from planreports.errors import DataError, Problem
from planreports.files.characters import refusal
from planreports.files.plain_yaml import MAXIMUM_DEPTH, NOTHING, NotPlainError, plain_value
from planreports.files.reading import read_text
from planreports.files.source import Place, PlacesOnDemand, Source, ValuePath
from planreports.told import Told, told

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        value = plain_value(text)
    except (NotPlainError, yaml.YAMLError):
        return placed(text, name)
    return known_source(name, value, lambda: text)


def known_source(name: str, value: object, text: Callable[[], str]) -> Source:
    """Return the source of a file whose value is known; its text is asked for when a place is."""
    careful = cache(lambda: placed(text(), name))
    return Source(
        name,
        value,
        PlacesOnDemand(lambda: careful().places),
        PlacesOnDemand(lambda: careful().key_places),
    )


def placed(text: str, name: str) -> Source:
    """Return what YAML text holds with the place of each value, or raise DataError with every problem."""
    problems = list(_refused_events(text, name))
    if problems:
        raise DataError(problems)
    node = yaml.compose(text, Loader=_Loader)
    if node is None:
        raise DataError(Problem(told("the file is empty"), name, 1, 1))
    construction = _Construction(name)
    value = construction.value(node, ())
    if construction.problems:
        raise DataError(construction.problems)
    return Source(name, value, construction.places, construction.key_places)


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
                    event.start_mark,
                    name,
                    told("lists and mappings stand more than {maximum} deep", maximum=MAXIMUM_DEPTH),
                )
                return
            if message := _refusal(event, documents):
                yield _problem(event.start_mark, name, message)
    except yaml.YAMLError as error:
        yield _syntax_problem(error, name)


def _refusal(event: yaml.Event, documents: int) -> Told | None:
    if isinstance(event, yaml.AliasEvent):
        return told("aliases are not read: `*{anchor}`", anchor=event.anchor)
    if isinstance(event, yaml.DocumentStartEvent) and documents > 1:
        return told("a second document begins here; a file holds one")
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return told("anchors are not read: `&{anchor}`", anchor=event.anchor)
    tag = getattr(event, "tag", None)
    return told("tags are not read: `{tag}`", tag=tag) if tag and tag != "!" else None


def _problem(mark: Any, name: str, message: Told, hint: Told | None = None) -> Problem:
    return Problem(message, name, mark.line + 1, mark.column + 1, hint)


def _syntax_problem(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None)
    said = f"{words} ({context})" if context else words
    message = told("this is not YAML: {words}", words=said)
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
                self.problems.append(_problem(key_node.start_mark, self.name, told("a key must be a word")))
                continue
            if key in mapping:
                first = self.key_places[(*path, key)][0]
                message = told("the key `{key}` stands twice; first in line {first}", key=key, first=first)
                self.problems.append(_problem(key_node.start_mark, self.name, message))
                continue
            self.key_places[(*path, key)] = _place(key_node)
            mapping[key] = self.value(value_node, (*path, key))
        return mapping


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _scalar(node: Any) -> str | None:
    is_plain = not node.style  # None, or "" from libyaml
    return None if is_plain and node.value in NOTHING else str(node.value)
