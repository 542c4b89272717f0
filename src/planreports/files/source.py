"""A file's values, each with its place: what loaders validate and problems point into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from planreports.errors import Problem
from planreports.told import Told

ValuePath = tuple[str | int, ...]
"""The keys and list positions that lead from a file's top to a value."""

Place = tuple[int, int]
"""Line and column, both from 1."""


class PlacesOnDemand(Mapping[ValuePath, Place]):
    """Places that are looked for when the first of them is asked: few files have a mistake to point at."""

    def __init__(self, find: Callable[[], Mapping[ValuePath, Place]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Mapping[ValuePath, Place]:
        return self._find()

    def __getitem__(self, path: ValuePath) -> Place:
        return self._found[path]

    def __iter__(self) -> Iterator[ValuePath]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True)
class Source:
    """What a file holds: mappings, lists, and text; and where each of them stands.

    `value` is built of `dict`, `list`, `str` and None (TOML files also have numbers, dates and booleans).
    """

    name: str
    value: object
    places: Mapping[ValuePath, Place] = field(default_factory=dict)
    key_places: Mapping[ValuePath, Place] = field(default_factory=dict)

    def place(self, path: ValuePath) -> Place:
        """Return where a value stands; for a path that is not there, where its nearest parent does."""
        for length in range(len(path), -1, -1):
            if (found := self.places.get(path[:length])) is not None:
                return found
        return (1, 1)

    def key_place(self, path: ValuePath) -> Place:
        """Return where the key of a mapping's entry stands."""
        return self.key_places.get(path) or self.place(path)

    def problem(
        self, path: ValuePath, message: Told, hint: Told | None = None, at_key: bool = False
    ) -> Problem:
        """Return a problem with the place of a value, or of its key."""
        line, column = self.key_place(path) if at_key else self.place(path)
        return Problem(message, self.name, line, column, hint)
