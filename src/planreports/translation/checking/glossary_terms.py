"""The glossary's terms: one word for one thing, and no word that it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planreports.i18n import speech
from planreports.i18n.glossary import GlossaryTerm
from planreports.told import either, told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import prose
from planreports.translation.checking.terms import accepted, compact, holds

_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]+s?")


def glossary(message: Translated, knowledge: Knowledge) -> Iterator[Remark]:
    """Yield terms of the English that the translation has no word of the glossary for."""
    for term in _terms(message, knowledge, with_acronyms=False):
        if not holds(message.words, accepted(term)) and _forbidden(term, message.words) is None:
            words = either((term.words, *term.variants))
            yield Remark(
                told("`{term}` is not translated as the glossary has it", term=term.term),
                told("write {words}", words=words),
            )


def forbidden(message: Translated, knowledge: Knowledge) -> Iterator[Remark]:
    """Yield words that the glossary forbids for a term of the English."""
    for term in _terms(message, knowledge):
        if word := _forbidden(term, message.words):
            yield Remark(
                told("{word} is not the word for `{term}`", word=word, term=term.term),
                told("write {words}", words=term.words),
            )


def _terms(
    message: Translated, knowledge: Knowledge, *, with_acronyms: bool = True
) -> Iterator[GlossaryTerm]:
    """Yield the terms of a message's English, each once; acronyms have a check of their own.

    What the command says names values as they are typed (`draft`, `on-track`): such a word is no term there.
    """
    uses = knowledge.terms.in_source(prose(message.source))
    with_acronyms |= message.source.isupper()
    values = message.words if message.message.domain == speech.DOMAIN else ""
    yield from dict.fromkeys(
        use.term
        for use in uses
        if use.words not in values and (with_acronyms or not _ACRONYM.fullmatch(use.words))
    )


def _forbidden(term: GlossaryTerm, words: str) -> str | None:
    """Return the forbidden word that stands for a term; beside an approved one it is for something else."""
    if not term.forbidden or holds(words, accepted(term)):
        return None
    return next((word for word in term.forbidden if compact(word) in compact(words)), None)
