"""Words with placeholders, code and addresses become prose: what is written for people to read."""

from __future__ import annotations

import re
import unicodedata

GAP = "\ufffc"
"""Stands for what is no prose (U+FFFC, object replacement character)."""

CODE = re.compile(
    r"`[^`]*`"  # code, as error messages have it
    r"|\{[^{}]*\}"  # a placeholder
    r"|</?[a-zA-Z][^<>]*>"  # a tag
    r"|&(?:[a-zA-Z]+|#\w+);"  # a character reference
    r"|\b(?:https?://|www\.)[^\s“”\"'<>()]+"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w-])--[a-z][\w-]*"  # an option of a command
    r"|\b[A-Za-z][\w-]*/(?!\w)"  # a folder
    r"|\b(?:[\w-]+/)*[\w-]+\.(?:yaml|toml|pot?|csv|jinja|html|docx|xlsx|pdf|md|png)\b"  # a file
)
"""What both languages must have letter for letter."""

LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
LAO = re.compile("[\u0e80-\u0eff]")


def prose(words: str) -> str:
    """Return words with a gap for every placeholder, tag, address and piece of code.

    >>> prose("Run `planreports init` in {folder}").replace(GAP, "_")
    'Run _ in _'
    """
    return CODE.sub(GAP, words) if _may_have_code(words) else words


def _may_have_code(words: str) -> bool:
    return any(sign in words for sign in "`{<&@/.") or "--" in words


def excerpt(words: str, match: re.Match[str], beside: int = 8) -> str:
    """Return what was found in words, with at most `beside` characters at each side, and whole letters.

    >>> excerpt("a long sentence", re.search("n", "a long sentence"), 3)
    'long s'
    """
    start, end = max(match.start() - beside, 0), min(match.end() + beside, len(words))
    while start > 0 and unicodedata.category(words[start]) == "Mn":
        start -= 1
    while end < len(words) and unicodedata.category(words[end]) == "Mn":
        end += 1
    return words[start:end].strip().replace(GAP, "…")
