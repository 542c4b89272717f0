"""Two sources become one: the second says only what differs from the first, table by table, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planreports.errors import Problem
from planreports.files.source import Source, ValuePath
from planreports.told import Told


@dataclass(frozen=True)
class LayeredSource(Source):
    """What two files hold together; a problem is in the upper one where it has the value."""

    upper: Source | None = None

    def problem(
        self, path: ValuePath, message: Told, hint: Told | None = None, at_key: bool = False
    ) -> Problem:
        """Return a problem in the file that the value came from."""
        if self.upper is not None and _holds(self.upper.value, path):
            return self.upper.problem(path, message, hint, at_key)
        return super().problem(path, message, hint, at_key)


def layered(lower: Source, upper: Source) -> LayeredSource:
    """Return two sources as one: tables are merged, everything else of `upper` replaces what is below it."""
    value = _merged(lower.value, upper.value)
    return LayeredSource(lower.name, value, lower.places, lower.key_places, upper)


def _merged(lower: object, upper: object) -> object:
    if not isinstance(lower, Mapping) or not isinstance(upper, Mapping):
        return upper
    merged: dict[Any, object] = dict(lower)
    for key, value in upper.items():
        merged[key] = _merged(lower[key], value) if key in lower else value
    return merged


def _holds(value: object, path: ValuePath) -> bool:
    """Return whether a file has a value of its own at a path."""
    for step in path:
        inside = _inside(value, step)
        if inside is None:
            return False
        value = inside
    return bool(path)


def _inside(value: object, step: str | int) -> object:
    """Return what a table or list has at a step, or None: TOML has no null."""
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
