"""A message and a translation memory become suggestions: translations of what is alike, made to fit.

Where the English of both differs by a term of the glossary, a number or a placeholder, and the translation
has that once, the message's own is put in its place. Nothing else is changed: a suggestion is a draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from planreports.i18n.glossary import GlossaryTerm
from planreports.i18n.text import TranslationState
from planreports.i18n.translation_mistakes import mistakes
from planreports.translation.catalog_files import CatalogMessage, Change
from planreports.translation.checking.terms import Terms, accepted
from planreports.translation.memory import WORD, Match, Remembered, TranslationMemory

LEAST = 60
"""How alike a text is at least that is shown."""

LEAST_WRITTEN = 75
"""How alike a text is at least whose translation is written into a catalog."""

_GLOSSARY = "glossary"


class Filled(NamedTuple):
    """What was put in the place of what, in the translation."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words for a message: of what they are the translation, how alike that is, and what was filled in."""

    words: str
    match: Match
    filled: tuple[Filled, ...] = ()

    @property
    def score(self) -> int:
        """Return how alike the English is, in whole percent; 100 only for the same."""
        return int(self.match.score)

    @property
    def origin(self) -> str:
        """Return what a catalog says of where the words are from.

        >>> match = Match(Remembered("…", "…", TranslationState.DRAFT, "plan 3.1.2a"), 87.9)
        >>> Suggestion("…", match).origin
        'from plan 3.1.2a, 87%'
        """
        return f"from {self.match.remembered.where}, {self.score}%"


@dataclass(frozen=True, slots=True)
class Suggesting:
    """Makes suggestions from a memory and the terms of a glossary."""

    memory: TranslationMemory
    terms: Terms

    def of(self, message: CatalogMessage, most: int = 3, least: float = LEAST) -> list[Suggestion]:
        """Return suggestions for a message, the best first.

        A message that is a term of the glossary, with nothing beside it, is translated as that.
        """
        where = f"{message.domain} {message.id}"
        without = None if message.previous_source else where
        found = [
            self._fitted(each, message.source)
            for each in self.memory.like(message.source, most, least, without)
        ]
        if (term := self.terms.whole(message.source)) and all(each.words != term.words for each in found):
            found.insert(0, _from_glossary(message, term))
        return found[:most]

    def words_of_terms(self, message: CatalogMessage) -> list[tuple[str, str]]:
        """Return the terms in a message with their words: what a translator needs where nothing is alike."""
        uses = {use.term.term: use.term.words for use in self.terms.in_source(message.source)}
        return list(uses.items())

    def _fitted(self, match: Match, source: str) -> Suggestion:
        """Return a match with the message's own terms, numbers and placeholders in it."""
        words, filled = match.remembered.words, []
        for old, new in self._exchanged(match.remembered.source, source):
            for form in old.words:
                if words.count(form) == 1:
                    words = words.replace(form, new.words[0])
                    filled.append(Filled(form, new.words[0]))
                    break
        return Suggestion(words, match, tuple(filled))

    def _exchanged(self, before: str, after: str) -> Iterator[tuple[_Part, _Part]]:
        """Yield the parts of a text that stand in the place of others of their kind."""
        old, new = list(self._parts(before)), list(self._parts(after))
        keys = [each.key for each in old], [each.key for each in new]
        for tag, first, last, start, end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if tag == "replace" and last - first == end - start:
                for one, other in zip(old[first:last], new[start:end], strict=True):
                    if one.kind == other.kind != "word" and one.words and other.words:
                        yield one, other

    def _parts(self, source: str) -> Iterator[_Part]:
        """Yield a text's terms, and what stands between them word by word."""
        place = 0
        for use in self.terms.in_source(source):
            yield from _plain_parts(source[place : use.start])
            yield _Part("term", use.term.term.casefold(), tuple(accepted(use.term)))
            place = use.end
        yield from _plain_parts(source[place:])


class _Part(NamedTuple):
    """A part of an English text: what kind it is, and the words that stand for it in the translation."""

    kind: str
    key: str
    words: Sequence[str]


def _plain_parts(text: str) -> Iterator[_Part]:
    for word in WORD.findall(text):
        if word[0].isdigit() or word[0] == "{":
            yield _Part("number" if word[0].isdigit() else "placeholder", word, (word,))
        else:
            yield _Part("word", word.casefold(), ())


def _from_glossary(message: CatalogMessage, term: GlossaryTerm) -> Suggestion:
    is_known = term.state in {each.value for each in TranslationState}
    state = TranslationState(term.state) if is_known else TranslationState.DRAFT
    remembered = Remembered(term.term, term.words, state, _GLOSSARY)
    score = 100.0 if term.term == message.source else 99.0
    return Suggestion(term.words, Match(remembered, score))


def is_wanting(message: CatalogMessage) -> bool:
    """Return whether a message needs words: it has none, or its English changed since, and it is a draft."""
    return message.state is TranslationState.MISSING or (
        message.state is TranslationState.DRAFT and message.previous_source is not None
    )


def change_of(message: CatalogMessage, suggestions: Sequence[Suggestion]) -> Change | None:
    """Return the change that writes the best suggestion as a draft; None where none is good enough.

    Nothing that is reviewed or official changes. A translation of the message's own former English stays
    unless something was filled in, and words that no catalog could hold are no suggestion.
    """
    if not is_wanting(message):
        return None
    for each in suggestions:
        if each.score < LEAST_WRITTEN:
            return None
        if each.words == message.words:
            return None
        if not list(mistakes(message.source, each.words)):
            return Change(each.words, TranslationState.DRAFT, suggested=each.origin)
    return None
