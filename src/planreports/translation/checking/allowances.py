"""Translators' comments become allowances: what a check finds in one message, and why it may stay.

    # allow: glossary here `area` is a surface, not a part of the plan

An allowance is for one check and one message, with a reason. One that allows nothing is a finding itself: it
would hide the next mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planreports.errors import Problem, did_you_mean
from planreports.told import Told, told
from planreports.translation.checking.finding import Check, Finding, Severity, Translated

NAME = "allowances"
"""What findings on allowances are called."""

_ALLOW = re.compile(r"\s*allow:\s*(?P<check>\S*)\s*(?P<reason>.*?)\s*")


@dataclass(frozen=True, slots=True)
class Allowance:
    """The name of a check, as a translator wrote it, and why its findings may stay."""

    check: str
    reason: str


def allowances(note: str) -> Iterator[Allowance]:
    """Yield the allowances in a translator's comment.

    >>> [each.check for each in allowances("allow: numbers the plan counts otherwise")]
    ['numbers']
    """
    for line in note.split("\n"):
        if match := _ALLOW.fullmatch(line):
            yield Allowance(match["check"], match["reason"])


def mistaken(message: Translated, found: Iterable[Finding], checks: Mapping[str, Check]) -> Iterator[Finding]:
    """Yield what is wrong with the allowances of a message; `found` are its findings, allowed or not."""
    names = {each.check for each in found}
    for allowance in allowances(message.message.note):
        check = checks.get(allowance.check)
        if check is None:
            hint = did_you_mean(allowance.check, checks) or told("`--list` lists the checks")
            yield _finding(
                message, Severity.ERROR, told("there is no check `{name}`", name=allowance.check), hint
            )
        elif not check.can_be_allowed:
            words = told(
                "`{name}` cannot be allowed: no document is made with such a message", name=check.name
            )
            yield _finding(message, Severity.ERROR, words, told("correct the message"))
        elif not allowance.reason:
            example = told("expected `# allow: {name} REASON`", name=check.name)
            yield _finding(
                message,
                Severity.ERROR,
                told("no reason is given for allowing `{name}`", name=check.name),
                example,
            )
        elif check.name not in names:
            words = told("`{name}` is allowed, and finds nothing here", name=check.name)
            yield _finding(message, Severity.WARNING, words, told("take the allowance away"))


def _finding(message: Translated, severity: Severity, words: Told, hint: Told) -> Finding:
    place = Problem(words, message.file, message.message.line, None, hint)
    return Finding(NAME, severity, place, message.message)
