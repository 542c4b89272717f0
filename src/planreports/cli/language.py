"""Arguments and the environment become the language that the command speaks, before all else."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import click

from planreports.errors import did_you_mean
from planreports.told import ENGLISH, Speech, Told, told

VARIABLE = "PLANREPORTS_LANGUAGE"
_FLAGS = ("-l", "--language")
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What says the language of messages, the first that is not empty (POSIX.1-2017, 8.2)."""


@contextmanager
def speaking(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[Speech]:
    """Give the speech that was asked for: by `-l` before the command, else by PLANREPORTS_LANGUAGE, else by
    the locale; English where none of them says another. While it lasts, click says its own words in it.

    Raises UsageError, with the nearest, for a language that the command does not speak; a locale that it
    does not speak is passed over.
    """
    wanted = _asked(arguments) or environment.get(VARIABLE, "")
    code = wanted or _of_locale(environment)
    if code == ENGLISH.language:
        yield ENGLISH
        return
    # what other languages need is imported for them only: the command starts as quickly as before
    translated = importlib.import_module("planreports.cli.translated")
    known = [ENGLISH.language, *translated.languages()]
    if code not in known:
        if wanted:
            raise click.UsageError(_unknown(arguments, code, known))
        yield ENGLISH
        return
    speech: Speech = translated.speech_in(code)
    with translated.with_click_in(speech):
        yield speech


def speech_in(code: str) -> Speech:
    """Return the speech of a language: its catalog's, or English where the command does not speak it."""
    if code == ENGLISH.language:
        return ENGLISH
    translated = importlib.import_module("planreports.cli.translated")
    speech: Speech = translated.speech_in(code) if code in translated.languages() else ENGLISH
    return speech


def _asked(arguments: Sequence[str]) -> str:
    """Return the language that is asked for before the command's name; "" if none is."""
    found, rest = "", list(arguments)
    while rest and rest[0].startswith("-"):
        flag, is_joined, value = rest.pop(0).partition("=")
        if flag in _FLAGS:
            found = value if is_joined else rest.pop(0) if rest else ""
        elif flag.startswith(_FLAGS[0]):
            found = flag.removeprefix(_FLAGS[0])
    return found


def _of_locale(environment: Mapping[str, str]) -> str:
    """Return the language of a locale such as `lo_LA.UTF-8`; English for `C`, `POSIX` and none at all."""
    name = next((environment[each] for each in _LOCALE if environment.get(each)), "")
    code = name.partition("_")[0].partition(".")[0].partition("@")[0]
    return code if code not in ("", "C", "POSIX") else ENGLISH.language


def _unknown(arguments: Sequence[str], code: str, known: Sequence[str]) -> Told:
    hint = did_you_mean(code, known)
    if _asked(arguments):
        return told("the command does not speak `{code}`: {hint}", code=code, hint=hint)
    return told(
        "the command does not speak `{code}`, as {variable} asks: {hint}",
        code=code,
        variable=VARIABLE,
        hint=hint,
    )
