"""The glossary becomes what finds its terms in English, and their words in a translation.

A term is found as whole words, inflected as its part of speech may be: nouns have a plural,
verbs end in s, ed and ing; a term that the glossary has in the plural is meant so. Of terms that begin at one
place the longest counts, and none is found inside another: where `Ministry of Health` stands, no word for
`health` is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from planreports.i18n.glossary import Glossary, GlossaryTerm
from planreports.lao.folding import folded

_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]+s?")
_NOMINAL = ("ການ", "ຄວາມ")
"""What makes nouns of Lao verbs and adjectives: a term's noun may stand as the verb that it is made of."""

_NOT_VERB = re.compile(r"\b(?:an?|the|this|that|its|their|our|his|her|no|any|each|every) $", re.IGNORECASE)
"""What stands before a noun: a verb of the glossary is none there (`the call for tenders`)."""

_NOT_NOUN = re.compile(
    r"\b(?:should|will|would|shall|must|may|might|can|could|not|there (?:is|are)) $", re.IGNORECASE
)
"""What stands before a verb: a noun of the glossary is none there (`every agency should plan`). Behind
`there is` stands a `no` of the sentence, not of a term (`no report`)."""

_PARTICLES = frozenset(
    ["for", "on", "in", "to", "of", "with", "up", "out", "off", "over", "into", "by", "at", "from"]
)
"""Words that end a verb of several words; the first of these is the one that is inflected."""

_PLURAL_ENDINGS = (("ss", "ss(?:es)?"), ("s", "s"), ("y", "(?:y|ys|ies)"))
_VERB_ENDINGS = (("e", "(?:e|es|ed|ing)"), ("y", "(?:y|ys|ies|ied|yed|ying)"))


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term that stands in some English, from `start` to `end`, as `words`."""

    term: GlossaryTerm
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a glossary, ready to be found; `owners` are those of the pattern's groups."""

    pattern: re.Pattern[str]
    owners: tuple[GlossaryTerm, ...]
    _found: dict[str, tuple[TermUse, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, glossary: Glossary) -> Terms:
        """Return the terms of a glossary."""
        forms = [(form, entry) for entry in glossary.entries for form in source_forms(entry.term)]
        forms.sort(key=lambda each: -len(each[0]))
        alternatives = "|".join(f"({_inflected(form, entry)})" for form, entry in forms)
        pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if forms else r"(?!)")
        return cls(pattern, tuple(entry for _, entry in forms))

    def in_source(self, text: str) -> tuple[TermUse, ...]:
        """Return the terms that stand in English, in order; several checks ask for those of each message."""
        if text not in self._found:
            self._found[text] = tuple(self._uses(text))
        return self._found[text]

    def _uses(self, text: str) -> Iterator[TermUse]:
        for match in self.pattern.finditer(text):
            term = self.owners[(match.lastindex or 1) - 1]
            other = _NOT_VERB if term.part_of_speech == "verb" else _NOT_NOUN
            if not other.search(text, max(match.start() - 12, 0), match.start()):
                yield TermUse(term, match.start(), match.end(), match[0])

    def whole(self, text: str) -> GlossaryTerm | None:
        """Return the term that a message is, with nothing beside it; None for others."""
        match = self.pattern.fullmatch(text.strip(" .:"))
        return self.owners[(match.lastindex or 1) - 1] if match else None


def source_forms(term: str) -> Iterator[str]:
    """Yield the ways that a glossary writes a term: `unexploded ordnance (UXO)` is both of them.

    A term with a sense in brackets, `power (electricity)`, has none: only readers know which is meant.

    >>> list(source_forms("unexploded ordnance (UXO)")), list(source_forms("power (electricity)"))
    (['unexploded ordnance', 'UXO'], [])
    """
    bracketed = _BRACKETED.findall(term)
    if all(_ACRONYM.fullmatch(each) for each in bracketed):
        yield _BRACKETED.sub("", term).strip()
        yield from bracketed


def accepted(term: GlossaryTerm) -> Iterator[str]:
    """Yield the words that stand for a term: its own, its variants, and the verbs that these are made of."""
    for words in (term.words, *term.variants):
        yield words
        for nominal in _NOMINAL:
            if words.startswith(nominal) and len(words) > len(nominal) + 2:
                yield words.removeprefix(nominal)


@lru_cache(maxsize=4096)
def compact(words: str) -> str:
    """Return words for looking for others in them: folded, without spaces."""
    return folded(words).replace(" ", "")


def holds(words: str, wanted: Iterable[str]) -> bool:
    """Return whether one of several words stands in others."""
    return any(compact(each) in compact(words) for each in wanted)


def _inflected(form: str, term: GlossaryTerm) -> str:
    """Return a pattern of a term's English: acronyms are capital, and parts of words with hyphens too."""
    if _ACRONYM.fullmatch(form):
        return re.escape(form.removesuffix("s")) + "s?"
    words = re.split(r"[\s-]+", form)
    inflected = 0 if term.part_of_speech == "verb" and words[-1] in _PARTICLES else len(words) - 1
    parts = [
        _inflected_word(word, term) if number == inflected else re.escape(word)
        for number, word in enumerate(words)
    ]
    between = r"[\s-]+"
    return f"(?<!-)(?i:{between.join(parts)})(?!-)"


def _inflected_word(word: str, term: GlossaryTerm) -> str:
    if term.part_of_speech == "verb":
        return _with_ending(word, _VERB_ENDINGS, rf"(?:s|es|{re.escape(word[-1])}?(?:ed|ing))?")
    return _with_ending(word, _PLURAL_ENDINGS, "(?:s|es)?")


def _with_ending(word: str, endings: Sequence[tuple[str, str]], other: str) -> str:
    for ending, pattern in endings:
        if word.endswith(ending):
            return re.escape(word.removesuffix(ending)) + pattern
    return re.escape(word) + other
