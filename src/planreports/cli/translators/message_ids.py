"""The IDs that a command on messages is given become the messages that they name."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.told import told
from planreports.translation.catalog_files import CatalogFile, CatalogMessage

Found = tuple[CatalogFile, CatalogMessage]


def chosen_messages(ids: Sequence[str], catalogs: Sequence[CatalogFile]) -> list[Found]:
    """Return the messages with some ids, or that patterns such as `3.1.*` fit; without ids, all.

    Raises PlanReportsError with every one that names nothing, and the nearest that does.
    """
    every = [(file, message) for file in catalogs for message in file.messages]
    known = {message.id for _, message in every}
    wanted = {each: _ids(each, known) for each in ids}
    if unknown := [each for each, found in wanted.items() if not found]:
        raise PlanReportsError(
            Problem(told("there is no message `{id}`", id=each), hint=did_you_mean(each, known))
            for each in unknown
        )
    names = set().union(*wanted.values())
    return [(file, message) for file, message in every if not ids or message.id in names]


def _ids(pattern: str, known: set[str]) -> set[str]:
    return {pattern} if pattern in known else {id_ for id_ in known if fnmatchcase(id_, pattern)}
