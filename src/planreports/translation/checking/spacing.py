"""Spaces: doubled ones, those at the ends, and those around ແລະ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planreports.told import told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import excerpt, prose

_DOUBLED = re.compile(r"[ \t\u00a0\u3000]{2,}")
_AND = "ແລະ"
_JOINED_AND = re.compile(rf"(?<=[^\s“”‘’\"'«»()\[\]/,.:;…—–-]){_AND}|{_AND}(?=[^\s“”‘’\"'«»()\[\]/,.:;…—–-])")


def spaces(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield doubled spaces, tabs, and spaces and line ends that begin or end only one of both languages."""
    source, words = message.source, message.words
    doubled = _DOUBLED.search(words)
    if doubled and not _DOUBLED.search(source):
        place = excerpt(words, doubled)
        yield Remark(
            told("two spaces stand after one another: `{place}`", place=place), told("leave one of them")
        )
    if "\t" in words and "\t" not in source:
        yield Remark(told("a tab stands in the words"), told("write a space"))
    if _leading(source) != _leading(words):
        yield Remark(
            told("the words begin with other spaces than the English"), told("begin them as it does")
        )
    if _trailing(source) != _trailing(words):
        yield Remark(told("the words end with other spaces than the English"), told("end them as it does"))
    if source.strip("\n").count("\n") != words.strip("\n").count("\n"):
        yield Remark(
            told(
                "the words have other lines than the English: {found}, not {expected}",
                found=words.count("\n") + 1,
                expected=source.count("\n") + 1,
            ),
            told("end lines where the English does"),
        )


def spaces_around_and(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield each ແລະ that joins the word beside it: it stands between spaces (house style)."""
    words = prose(message.words)
    if joined := _JOINED_AND.search(words):
        place = excerpt(words, joined)
        yield Remark(
            told("ແລະ has no space beside it: `{place}`", place=place),
            told("write a space before and behind it"),
        )


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _trailing(text: str) -> str:
    return text[len(text.rstrip()) :]
