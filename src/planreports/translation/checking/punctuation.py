"""Punctuation: how both languages end, and brackets and quotation marks in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planreports.told import told
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

_NAMES = {
    ".": told("a full stop"),
    "?": told("a question mark"),
    "!": told("an exclamation mark"),
    ":": told("a colon"),
    ";": told("a semicolon"),
    ",": told("a comma"),
    "…": told("an ellipsis"),
    "": told("no punctuation"),
}
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:Ref|No|Nos|Art|Vol|Dept|Min|p|pp|approx|etc|e\.g|i\.e|[A-Z](?:\.[A-Z])+)\.$"
)
"""A full stop that shortens a word ends no sentence: the other language may not shorten it."""

_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "「": "」", "『": "』"}
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
            told(
                "the words end with {found}, the English with {expected}",
                found=_NAMES[found],
                expected=_NAMES[expected],
            ),
            told("end them with {sign}", sign=_NAMES[expected]),
        )


def pairs(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield brackets and quotation marks without their other half, and quotations that are lost."""
    words, source = prose(message.words), prose(message.source)
    alone, as_in_source = _alone(words), _alone(source)
    for sign in dict.fromkeys(each for each in alone if each not in as_in_source):
        other = _PAIRS.get(sign) or _OPENINGS.get(sign) or sign
        yield Remark(
            told("{sign} stands without its {other}", sign=sign, other=other),
            told("write {other}, or leave {sign} out", sign=sign, other=other),
        )
    quoted, quotations = (len(_QUOTATION.findall(each)) for each in (words, source))
    if not alone and quoted < quotations:
        yield Remark(
            told(
                "the words quote less than the English: {found}, not {expected}",
                found=quoted,
                expected=quotations,
            ),
            told("quote what the English quotes, with “ and ”"),
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
