"""Acronyms of the English in the translation, in Latin letters or as the glossary has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planreports.told import told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import prose
from planreports.translation.checking.terms import TermUse, accepted, holds

_ACRONYM = re.compile(r"(?<![\w’'])(?=\w*[A-Z]\w*[A-Z])[A-Za-z][A-Za-z0-9&]*(?![a-z])")
_TITLE = (
    r"Mr|Mrs|Ms|Dr|Sir|Madam|Minister|President|Ambassador|Governor|Secretary|Director|Chairman|Chairperson"
    r"|Chair|General|Excellency|Professor|Speaker|H\.E|Representative|Emperor|King|Princess|Prince"
)
_PERSON = re.compile(rf"\b(?:{_TITLE})\.?,? (?:[A-Z][\w-]+ ){{0,2}}?[A-Z-]{{3,}}\b")
"""A person's name after a title: family names are written in CAPITALS; a translation may spell them."""

_ROMAN = re.compile(r"[IVXLC]+")


def acronyms(message: Translated, knowledge: Knowledge) -> Iterator[Remark]:
    """Yield acronyms that the English has and the translation lacks."""
    source = prose(message.source)
    found = list(dict.fromkeys(_acronyms(source)))
    if not found:
        return
    uses = knowledge.terms.in_source(source)
    for acronym in found:
        if not _has(acronym, message.words) and not _is_of_term(acronym, uses, message.words):
            hint = told("write it in Latin letters, or as the glossary has it")
            yield Remark(told("the acronym {acronym} of the English is missing", acronym=acronym), hint)


def _acronyms(source: str) -> Iterator[str]:
    """Yield the acronyms in English, without a plural's s; no family names, numerals or heads in capitals."""
    if source.isupper() and " " in source:
        return
    people = [match.span() for match in _PERSON.finditer(source)]
    for match in _ACRONYM.finditer(source):
        is_person = any(start <= match.start() < stop for start, stop in people)
        if not is_person and not _ROMAN.fullmatch(match[0]):
            yield _singular(match[0])


def _singular(acronym: str) -> str:
    return acronym[:-1] if acronym[-1] == "s" and acronym[:-1].isupper() else acronym


def _has(acronym: str, words: str) -> bool:
    return re.search(rf"(?<![A-Za-z]){re.escape(acronym)}s?(?![A-Za-z])", words) is not None


def _is_of_term(acronym: str, uses: Iterable[TermUse], words: str) -> bool:
    """Return whether the glossary's word for it stands in the words.

    An acronym inside a longer term is not looked for: the check of the glossary does.
    """
    for use in uses:
        if acronym in (use.words, _singular(use.words)):
            return holds(words, accepted(use.term))
        if re.search(rf"\b{re.escape(acronym)}s?\b", use.words):
            return True
    return False
