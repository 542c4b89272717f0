"""Catalogs become counts: how many messages of a domain, of an area of the plan, of a report are how far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, fields

from planreports.i18n.text import MessageKey, TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage

PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many messages are in each state; `changed` of the drafts translate what the English was before."""

    official: int = 0
    reviewed: int = 0
    draft: int = 0
    missing: int = 0
    changed: int = 0

    @classmethod
    def of(cls, messages: Iterable[CatalogMessage]) -> Counts:
        """Return the counts of some messages."""
        counts = dict.fromkeys((field.name for field in fields(cls)), 0)
        for message in messages:
            counts[message.state.value] += 1
            counts["changed"] += message.previous_source is not None
        return cls(**counts)

    @classmethod
    def sum(cls, several: Iterable[Counts]) -> Counts:
        """Return the counts of several groups together."""
        rows = [astuple(each) for each in several]
        return cls(*(sum(column) for column in zip(*rows, strict=True)))

    @property
    def total(self) -> int:
        """Return how many messages there are."""
        return self.official + self.reviewed + self.draft + self.missing


Messages = Mapping[MessageKey, CatalogMessage]
"""The messages of a language, by context and words; those of later folders have won."""


def messages_of(catalogs: Iterable[CatalogFile], language: str) -> dict[MessageKey, CatalogMessage]:
    """Return a language's messages. What only another language has a catalog of is missing in this one."""
    every: dict[MessageKey, CatalogMessage] = {}
    own: dict[MessageKey, CatalogMessage] = {}
    for catalog in catalogs:
        for message in catalog.messages:
            key = (message.context, message.source)
            every.setdefault(key, _untranslated(message))
            if catalog.language == language and (message.words or key not in own):
                own[key] = message
    return {key: own.get(key, missing) for key, missing in every.items()}


def by_domain(messages: Messages) -> dict[str, Counts]:
    """Return the counts of each domain."""
    return _counts(messages, lambda message: message.domain)


def by_area(messages: Messages) -> dict[str, Counts]:
    """Return the counts of the plan: of each area, by its id, and of what stands in none, as `register`.

    >>> message = CatalogMessage(PLAN, "Both sides …", "", TranslationState.MISSING, "3.1.2b")
    >>> by_area({("3.1.2b", "Both sides …"): message})["3"].missing
    1
    """
    plan = {key: each for key, each in messages.items() if each.domain == PLAN}
    return _counts(plan, lambda message: _area(message.context or ""))


def by_report(messages: Messages, printed: Mapping[str, Iterable[MessageKey]]) -> dict[str, Counts]:
    """Return the counts of the messages that each report prints, as far as they are in the catalogs."""
    return {
        report: Counts.of(messages[key] for key in keys if key in messages)
        for report, keys in printed.items()
    }


def _counts(messages: Messages, name: Callable[[CatalogMessage], str]) -> dict[str, Counts]:
    grouped: dict[str, list[CatalogMessage]] = {}
    for message in messages.values():
        grouped.setdefault(name(message), []).append(message)
    return {group: Counts.of(found) for group, found in grouped.items()}


def _area(context: str) -> str:
    """Return the area of a message of the plan, or what kind of name it is: `title`, `party`, `register`."""
    return context.partition(":")[0].partition(".")[0]


def _untranslated(message: CatalogMessage) -> CatalogMessage:
    return CatalogMessage(
        message.domain, message.source, "", TranslationState.MISSING, message.context, message.comment
    )
