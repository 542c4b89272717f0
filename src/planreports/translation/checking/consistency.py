"""All messages together: one translation for the same English, and English that is not translated at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from planreports.i18n.translation_mistakes import shortened
from planreports.lao.folding import canonical, folded
from planreports.told import told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import GAP, LATIN_WORD, prose
from planreports.translation.checking.terms import compact

_COPIED = 3
"""So many English words of the source in a row are a part that is not translated."""

_LAO = re.compile("[\u0e01-\u0eff]")
"""Lao letters, and Thai ones that are taken for them, which is another check's finding."""

_WITH_SENSES = ("planreports", "command")
"""The domains whose contexts tell senses of a word apart."""

_PLAIN_WORD = re.compile(r"[a-z]{2,}|[A-Z][a-z]+")


def inconsistent(messages: Sequence[Translated], _: Knowledge) -> Iterator[tuple[Translated, Remark]]:
    """Yield messages whose English stands elsewhere too, and is translated otherwise there."""
    known: dict[tuple[str | None, str, str], Translated] = {}
    for message in messages:
        first = known.setdefault(_key(message), message)
        if _same(first.words) != _same(message.words):
            place = f"{first.file}:{first.message.line}" if first.message.line else first.file
            yield (
                message,
                Remark(
                    told("`{words}` is translated otherwise elsewhere", words=shortened(message.source)),
                    told("{place} has `{words}`", place=place, words=shortened(first.words)),
                ),
            )


def ambiguous(messages: Sequence[Translated], knowledge: Knowledge) -> Iterator[tuple[Translated, Remark]]:
    """Yield messages that are a term of the glossary, and have the words of another term."""
    by_words: defaultdict[str, list[Translated]] = defaultdict(list)
    for message in messages:
        by_words[compact(_bare(message.words))].append(message)
    for alike in by_words.values():
        for one, other in combinations(alike, 2):
            terms = [knowledge.terms.whole(each.source) for each in (one, other)]
            if terms[0] and terms[1] and compact(terms[0].words) != compact(terms[1].words):
                is_first = compact(terms[0].words) != compact(_bare(one.words))
                wrong, right, term = (one, other, terms[0]) if is_first else (other, one, terms[1])
                yield (
                    wrong,
                    Remark(
                        told(
                            "`{words}` has the words of `{others}`", words=wrong.source, others=right.source
                        ),
                        told("write {words}", words=term.words),
                    ),
                )


def untranslated(message: Translated, knowledge: Knowledge) -> Iterator[Remark]:
    """Yield copies of the English, and parts of it that stand in the words as they are."""
    source, words = prose(message.source), prose(message.words)
    english = _words(source)
    if not english:
        return
    is_copy = folded(source) == folded(words)
    is_without = knowledge.language == "lo" and LATIN_WORD.search(words) and not _LAO.search(message.words)
    if is_copy or is_without:
        yield Remark(
            told("the words are the English") if is_copy else told("there is no Lao in the words"),
            told("translate them, or leave them empty"),
        )
    elif copied := _copied(source, words):
        yield Remark(told("a part is not translated: `{words}`", words=copied), told("translate it"))


def _words(text: str) -> list[str]:
    """Return the English words that can be translated: no acronyms, ids and units."""
    return [word for word in LATIN_WORD.findall(text) if _PLAIN_WORD.fullmatch(word.split("’")[0])]


def _copied(source: str, words: str) -> str | None:
    """Return words of the source, at least three in a row, that begin small and stand in the translation."""
    for run in re.findall(r"(?:[A-Za-z][A-Za-z’'-]* +){2,}[A-Za-z][A-Za-z’'-]*", words):
        small = [word for word in LATIN_WORD.findall(run) if word.islower() and len(word) > 1]
        is_command = run.startswith("planreports ")
        if len(small) >= _COPIED and folded(run) in folded(source) and not is_command:
            return str(run)
    return None


def _key(message: Translated) -> tuple[str | None, str, str]:
    """Return what is the same English: whatever the sign at its end, and the case of several words.

    A word alone has its sense from where it stands: it is compared within its domain, and within its
    context where that is no id of the plan.
    """
    source, domain = _bare(message.source), message.message.domain
    context = message.message.context if domain in _WITH_SENSES else None
    return (context, "", folded(source)) if " " in source else (context, domain, source)


def _same(words: str) -> str:
    """Return what is the same translation: spaces and the sign at its end do not count."""
    return canonical(_bare(words)).replace(" ", "")


def _bare(text: str) -> str:
    return text.strip().rstrip(".:;,…").replace(GAP, "")
