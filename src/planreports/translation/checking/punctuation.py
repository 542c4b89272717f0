"""Punctuation: how both languages end, and brackets and quotation marks in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import prose

_CLOSING = "”’\"'»)]}」』"
_KINDS = {".": ".", "。": ".", "．": ".", "?": "?", "？": "?", "!": "!", "！": "!", ":": ":", "：": ":"} | {
    ";": ";",
    "；": ";",
    ",": ",",
    "，": ",",
    "、": ",",
    "…": "…",
}
"""Signs that end sentences and heads, and which of them are the same in another script."""

_NAMES = {".": "a full stop", "?": "a question mark", "!": "an exclamation mark", ":": "a colon"} | {
    ";": "a semicolon",
    ",": "a comma",
    "…": "an ellipsis",
    "": "no punctuation",
}
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:Ref|No|Nos|Art|Vol|Dept|Min|p|pp|approx|etc|e\.g|i\.e|[A-Z](?:\.[A-Z])+)\.$"
)
"""A full stop that shortens a word ends no sentence: the other language may not shorten it."""

_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", "「": "」", "『": "』"}
_OPENINGS = {closing: opening for opening, closing in _PAIRS.items()}
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)|(?<=s)’(?=\s)")
_LIST_MARK = re.compile(r"(?:^|(?<=[\s;,]))(?:\w|[ivx]+|\d+)\)")
"""`a)` and `2)` count; they close nothing."""

_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|「[^「」]*」|\"[^\"]*\"")


def end(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield words that end with another sign than the English does."""
    expected, found = _end(message.source), _end(message.words)
    if expected != found:
        if _ABBREVIATION.search(message.source.strip()) and found == "":
            return
        yield Remark(
            f"the words end with {_NAMES[found]}, the English with {_NAMES[expected]}",
            f"end them with {_NAMES[expected]}",
        )


def pairs(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield brackets and quotation marks without their other half, and quotations of one side only."""
    words, source = prose(message.words), prose(message.source)
    alone, as_in_source = _alone(words), _alone(source)
    for sign in dict.fromkeys(each for each in alone if each not in as_in_source):
        other = _PAIRS.get(sign) or _OPENINGS.get(sign) or sign
        yield Remark(f"{sign} stands without its {other}", f"write {other}, or leave {sign} out")
    quoted, quotations = (len(_QUOTATION.findall(each)) for each in (words, source))
    if not alone and quoted != quotations:
        yield Remark(
            f"{_counted(quoted)} in the words, {_counted(quotations)} in the English",
            "quote what the English quotes, with “ and ”",
        )


def _end(text: str) -> str:
    """Return the sign that text ends with, closing quotation marks and brackets aside; three dots are one."""
    text = text.rstrip()
    if text.endswith(("...", "...”", "...)")):
        return "…"
    last = text.rstrip(_CLOSING + " ")[-1:]
    outer = text[-1:]
    return _KINDS.get(outer) or _KINDS.get(last, "")


def _alone(text: str) -> list[str]:
    """Return the brackets and quotation marks that have no other half."""
    waiting: list[str] = []
    alone: list[str] = []
    text = _APOSTROPHE.sub("", _LIST_MARK.sub("", text))
    for sign in text:
        if sign in _PAIRS:
            waiting.append(sign)
        elif sign in _OPENINGS:
            if waiting and waiting[-1] == _OPENINGS[sign]:
                waiting.pop()
            else:
                alone.append(sign)
    if text.count('"') % 2:
        alone.append('"')
    return alone + waiting


def _counted(number: int) -> str:
    return "1 quotation is" if number == 1 else f"{number or 'no'} quotations are"
