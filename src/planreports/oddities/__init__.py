"""What is legal in a workspace's records but odd: a secretariat is told, and nothing stops."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from planreports.errors import Problem
from planreports.files.item_places import ItemPlaces
from planreports.oddities.agencies import agency_oddities
from planreports.oddities.assignments import assignment_oddities
from planreports.oddities.entries import entry_oddities, later_entries
from planreports.oddities.oddity import Kind, Oddity, View
from planreports.workspace.workspace import Workspace

__all__ = ["Kind", "Oddity", "groups", "oddities", "placed"]


def oddities(workspace: Workspace, date: datetime.date, *, is_today: bool = False) -> list[Oddity]:
    """Return everything that is odd in a workspace's records as they were known on a day, kind by kind.

    Entries of later days are passed over, or, where the day `is_today`, told as odd themselves.
    """
    view = View(workspace, date)
    found = [*agency_oddities(view), *assignment_oddities(view), *entry_oddities(view)]
    if is_today:
        found += later_entries(view)
    return sorted(dict.fromkeys(found), key=lambda each: each.kind)


def groups(found: Iterable[Oddity], limit: int | None) -> Iterator[tuple[list[Oddity], int]]:
    """Yield the first oddities of each kind, at most `limit`, and how many more there are of it."""
    for _, same in groupby(found, key=lambda each: each.kind):
        members = list(same)
        told = members[:limit]
        yield told, len(members) - len(told)


def placed(workspace: Workspace, found: Iterable[Oddity]) -> Iterator[Problem]:
    """Yield a warning with file, line and column for each oddity; only these values are looked for.

    Raises DataError where a file has become unreadable since the workspace was opened.
    """

    @cache
    def places(file: str, key: str, count: int) -> ItemPlaces:
        return ItemPlaces(Path(workspace.folder) / file, key, count)

    for oddity in found:
        spot, path = oddity.spot, workspace.folder / oddity.spot.file
        line, column = None, None
        if path.is_file():
            line, column = places(spot.file, spot.key, spot.count).place(spot.index, spot.path)
        yield Problem(oddity.message, path.as_posix(), line, column, oddity.hint)
