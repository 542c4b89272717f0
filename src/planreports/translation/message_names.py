"""What people call a message becomes the message: its id, or its words in the source language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import MessageKey, TranslationState
from planreports.told import told
from planreports.translation.catalog_files import CatalogMessage


def message_id(key: MessageKey) -> str:
    """Return the id of a message, as sheets, lists and commands have it.

    >>> message_id(("3.1.2b", "Both sides …")), message_id((None, "Status"))
    ('3.1.2b', 'm-920e413c')
    """
    context, source = key
    return CatalogMessage("", source, "", TranslationState.MISSING, context).id


def named_messages(names: Iterable[str], catalogs: Catalogs) -> list[MessageKey]:
    """Return the messages of some ids, or of words in the source language, each once, in the order asked.

    Raises PlanReportsError with every name that no message has, and the nearest that one has.
    """
    known = catalogs.messages
    by_name = {name: key for key in known for name in _names(key)}
    names = list(names)
    if unknown := [name for name in names if name not in by_name]:
        raise PlanReportsError(
            Problem(told("there is no message `{name}`", name=name[:60]), hint=did_you_mean(name, by_name))
            for name in unknown
        )
    return list(dict.fromkeys(by_name[name] for name in names))


def _names(key: MessageKey) -> Iterator[str]:
    """Yield what a message can be called, the surest last: an id is one message's only."""
    yield key[1]
    yield message_id(key)
