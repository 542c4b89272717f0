"""Spaces: doubled ones, those at the ends, and those around ແລະ."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
        yield Remark(f"two spaces stand after one another: `{place}`", "leave one of them")
    if "\t" in words and "\t" not in source:
        yield Remark("a tab stands in the words", "write a space")
    for edge, verb in ((_leading, "begin"), (_trailing, "end")):
        expected, found = edge(source), edge(words)
        if expected != found:
            yield Remark(
                f"the words {verb} with {_named(found)}, the English with {_named(expected)}",
                f"{verb} them as the English does",
            )
    if source.strip("\n").count("\n") != words.strip("\n").count("\n"):
        yield Remark(
            f"the words have {words.count(chr(10)) + 1} lines, the English {source.count(chr(10)) + 1}",
            "end lines where the English does",
        )


def spaces_around_and(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield each ແລະ that joins the word beside it: it stands between spaces (house style)."""
    words = prose(message.words)
    if joined := _JOINED_AND.search(words):
        place = excerpt(words, joined)
        yield Remark(f"{_AND} has no space beside it: `{place}`", "write a space before and behind it")


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _trailing(text: str) -> str:
    return text[len(text.rstrip()) :]


def _named(space: str) -> str:
    names = {" ": "a space", "\n": "a line end", "\t": "a tab"}
    return " and ".join(names.get(each, "a space") for each in dict.fromkeys(space)) or "none"
