"""YAML text that is plain beyond doubt becomes its value, in one pass and without places.

Whatever would have to be judged (an anchor, a tag, a key that stands twice, a character that may be refused)
is left to `yaml_source.placed`, which says where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import yaml

from planreports.files.characters import is_beyond_doubt, refusal

MAXIMUM_DEPTH = 50
"""How deeply lists and mappings may stand in each other."""

NOTHING = ("", "~", "null")
"""How a plain scalar says that there is no value."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_KEY = object()
"""A mapping's next value is a key."""


class NotPlainError(Exception):
    """The text holds something to look at twice: a mistake, perhaps."""


def plain_value(text: str) -> object:
    """Return what YAML text holds: `dict`, `list`, `str` and None.

    Raises NotPlainError for what has to be judged, and yaml.YAMLError for broken YAML.
    """
    building = _Building(judges_all=not is_beyond_doubt(text))
    handlers = building.handlers()
    for event in iter(_Loader(text).get_event, None):
        handlers[type(event)](event)
    if len(building.top) != 1:
        raise NotPlainError
    return building.top[0]


class _Building:
    """Fills mappings and lists; `into` is the innermost open one, `key` what its next value belongs to."""

    def __init__(self, *, judges_all: bool) -> None:
        self.judges_all = judges_all
        self.top: list[object] = []
        self.into: Any = self.top
        self.key: object = _NO_KEY
        self.outer: list[tuple[Any, object]] = []

    def handlers(self) -> Mapping[type[yaml.Event], Callable[[Any], None]]:
        """Return what is done for each kind of event."""
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._open(event, {}),
            yaml.SequenceStartEvent: lambda event: self._open(event, []),
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: _refuse,
            yaml.DocumentStartEvent: _pass,
            yaml.DocumentEndEvent: _pass,
            yaml.StreamStartEvent: _pass,
            yaml.StreamEndEvent: _pass,
        }

    def _scalar(self, event: Any) -> None:
        value = event.value
        if event.anchor or event.tag or ((self.judges_all or event.style == '"') and refusal(value)):
            raise NotPlainError
        if value in NOTHING and not event.style:
            value = None
        into = self.into
        if type(into) is list:
            into.append(value)
        elif self.key is not _NO_KEY:
            into[self.key], self.key = value, _NO_KEY
        elif value is None or value in into:
            raise NotPlainError
        else:
            self.key = value

    def _open(self, event: Any, value: Any) -> None:
        if event.anchor or event.tag or len(self.outer) == MAXIMUM_DEPTH:
            raise NotPlainError
        if type(self.into) is list:
            self.into.append(value)
        elif self.key is _NO_KEY:
            raise NotPlainError
        else:
            self.into[self.key] = value
        self.outer.append((self.into, _NO_KEY))
        self.into, self.key = value, _NO_KEY

    def _close(self, event: object) -> None:
        self.into, self.key = self.outer.pop()


def _refuse(event: object) -> None:
    raise NotPlainError


def _pass(event: object) -> None:
    """Take no notice of an event."""
