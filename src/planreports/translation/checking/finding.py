"""What a check is given, and what it gives back: messages with words become findings with a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from planreports.errors import Problem
from planreports.told import Told
from planreports.translation.catalog_files import CatalogMessage
from planreports.translation.checking.terms import Terms


class Severity(StrEnum):
    """Whether a finding is surely a mistake, or may be meant."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in a message of a catalog: which check found it, and where.

    Without a message it is one of the whole file.
    """

    check: str
    severity: Severity
    problem: Problem
    message: CatalogMessage | None

    def __str__(self) -> str:
        problem = self.problem
        words = ": ".join(part for part in (problem.message, problem.hint) if part)
        return f"{problem.place}: {self.severity}: {words} [{self.check}]"


class Remark(NamedTuple):
    """What a check says of a message: what is wrong, and what to do."""

    message: Told
    hint: Told


@dataclass(frozen=True, slots=True)
class Translated:
    """A message that has words in another language than its source's, and the file that it stands in."""

    message: CatalogMessage
    file: str

    @property
    def source(self) -> str:
        """Return the English."""
        return self.message.source

    @property
    def words(self) -> str:
        """Return the translation."""
        return self.message.words


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What checks know beside the messages: the language they are in, and its glossary."""

    language: str
    terms: Terms


MessageRule = Callable[[Translated, Knowledge], Iterable[Remark]]
CatalogRule = Callable[[Sequence[Translated], Knowledge], Iterable[tuple[Translated, Remark]]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, how grave what it finds is, and what a table for translators says of it.

    It is for one `language` only, or for all. What no document may be made with cannot be allowed.
    """

    name: str
    severity: Severity
    finds: str
    example: str
    rule: CatalogRule
    language: str | None = None
    can_be_allowed: bool = True


def each(rule: MessageRule) -> CatalogRule:
    """Return a rule on messages one by one as a rule on all of them."""

    def found(messages: Sequence[Translated], knowledge: Knowledge) -> Iterator[tuple[Translated, Remark]]:
        for message in messages:
            for remark in rule(message, knowledge):
                yield message, remark

    return found
