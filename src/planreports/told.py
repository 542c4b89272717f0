"""What people are told: English to read at once, and what it was made of, to say it in any language.

A message is a template and values. As a string it is its English, so it can be printed, compared and kept
like any other; `spoken` says it in the language of a `Speech`. A value may be a message itself. Values are
put in place by name only, and never read as templates: nothing in a user's file can become one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Protocol

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Told(str):
    """A message in English that knows its template and its values. It is made by `told` or `counted`."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Told:
        """Return the message of a template."""
        made = super().__new__(cls, filled(template, values, str))
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[type[Told], tuple[str, Mapping[str, object]]]:
        """Return how a message is made again in another process."""
        return type(self), (self.template, self.values)


class Speech(Protocol):
    """A language, as messages are said in it."""

    @property
    def language(self) -> str:
        """Return the language's code."""

    @property
    def is_draft(self) -> bool:
        """Return whether any of its words is a translation that nobody has reviewed."""

    def template(self, words: str) -> str:
        """Return a template in the language, or as it is where it is not translated."""

    def value(self, value: object) -> str:
        """Return a value of a message as the language writes it."""


class Grouped(int):
    """A number whose thousands are set apart.

    >>> told("{size} bytes", size=Grouped(32000))
    '32,000 bytes'
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"{int(self):,}"


class English:
    """The language that messages are written in."""

    language = "en"
    is_draft = False

    def template(self, words: str) -> str:
        """Return a template as it is."""
        return words

    def value(self, value: object) -> str:
        """Return a value as it is written in English."""
        return str(value)


ENGLISH = English()


def told(template: str, /, **values: object) -> Told:
    """Return a message: words with `{name}` where values stand. Extraction finds the words by this call.

    >>> told("unknown {what} `{word}`", what=told("format"), word="{pdf}")
    'unknown format `{pdf}`'
    """
    return Told(template, values)


def counted(number: int, one: str, other: str, /, **values: object) -> Told:
    """Return the message for a number of things, which it may name as `{number}`.

    >>> [counted(number, "{number} report", "{number} reports") for number in (1, 2)]
    ['1 report', '2 reports']
    """
    return Told(one if number == 1 else other, {"number": number, **values})


def as_it_is(words: object) -> Told:
    """Return words that are the same in every language: a name, a code, what another program said."""
    return words if isinstance(words, Told) else Told("{words}", {"words": words})


def either(items: Iterable[object]) -> Told:
    """Return things of which one is meant.

    >>> either(["`a`", "`b`", "`c`"])
    '`a`, `b` or `c`'
    """
    return _ended(items, lambda others, last: told("{others} or {last}", others=others, last=last))


def both(items: Iterable[object]) -> Told:
    """Return things of which each is meant.

    >>> both(["MOF", "MOIC"])
    'MOF and MOIC'
    """
    return _ended(items, lambda others, last: told("{others} and {last}", others=others, last=last))


def listed(items: Iterable[object]) -> Told:
    """Return things one after the other.

    >>> listed(["a", "b", "c"])
    'a, b, c'
    """
    each: Iterable[Told] = map(as_it_is, items)
    return reduce(lambda before, after: told("{before}, {after}", before=before, after=after), each)


def _ended(items: Iterable[object], end: Callable[[Told, Told], Told]) -> Told:
    *others, last = map(as_it_is, items)
    return end(listed(others), last) if others else last


def spoken(message: str, speech: Speech) -> str:
    """Return a message in a language; a string that is no message, as it is."""
    if not isinstance(message, Told):
        return message
    return filled(speech.template(message.template), message.values, speech.value)


def filled(template: str, values: Mapping[str, object], said: Callable[[object], str]) -> str:
    """Return a template with its values in place, each as `said` returns it."""
    return _PLACEHOLDER.sub(lambda found: said(values[found[1]]), template)


def placeholders(template: str) -> frozenset[str]:
    """Return the names of the values that a template has room for."""
    return frozenset(_PLACEHOLDER.findall(template))
