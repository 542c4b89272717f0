"""What checks found becomes text: lines for people, annotations for GitHub, JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import click

from planreports.told import ENGLISH, Speech, spoken
from planreports.translation.checking.finding import Finding, Severity
from planreports.translation.checking.reading import Checked

Format = Callable[[Checked, Speech], str]

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY_ESCAPES = (*_ESCAPES, (":", "%3A"), (",", "%2C"))
"""What a workflow command of GitHub cannot hold as it is (actions/toolkit, `command.ts`)."""


def _text(found: Checked, speech: Speech) -> str:
    return "\n".join(_line(each, speech) for each in found.findings)


def _line(finding: Finding, speech: Speech) -> str:
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity])
    return f"{finding.problem.place}: {severity}: {_words(finding, speech)} [{finding.check}]"


def _words(finding: Finding, speech: Speech) -> str:
    problem = finding.problem
    parts = (spoken(problem.message, speech), spoken(problem.hint or "", speech))
    return ": ".join(part for part in parts if part)


def _github(found: Checked, speech: Speech) -> str:
    return "\n".join(_annotation(each, speech) for each in found.findings)


def _annotation(finding: Finding, speech: Speech) -> str:
    """Return a workflow command, which GitHub shows beside the line in a pull request."""
    properties: dict[str, object] = {"file": finding.problem.file, "line": finding.problem.line}
    properties["title"] = finding.check
    given = ",".join(
        f"{name}={_escaped(str(value), _PROPERTY_ESCAPES)}" for name, value in properties.items() if value
    )
    return f"::{finding.severity} {given}::{_escaped(_words(finding, speech), _ESCAPES)}"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for character, escape in escapes:
        text = text.replace(character, escape)
    return text


def _json(found: Checked, _: Speech) -> str:
    """Return findings for scripts, in English in every language."""
    findings = [_value(each, ENGLISH) for each in found.findings]
    value = {"findings": findings, "messages": found.messages, "catalogs": found.catalogs}
    return json.dumps(value, ensure_ascii=False, indent=2)


def _value(finding: Finding, speech: Speech) -> dict[str, object]:
    problem, message = finding.problem, finding.message
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "id": message and message.id,
        "problem": spoken(problem.message, speech),
        "hint": spoken(problem.hint or "", speech),
        "source": message and message.source,
        "words": message and message.words,
    }


FORMATS: Mapping[str, Format] = {"text": _text, "github": _github, "json": _json}
"""How findings can be printed, by what a user calls it."""
