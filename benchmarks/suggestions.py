"""Measure what `planreports messages suggest` finds, leaving one out, and how fast.

Every translated message of the shipped catalogs is taken out in turn; what the memory of all others proposes
is compared with the translation that it has, letter by letter (rapidfuzz's ratio, 0 to 100). Run it with
`python -m benchmarks.suggestions`.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Sequence

from rapidfuzz import fuzz

from planreports.files.resources import resource
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogMessage, catalog_files
from planreports.translation.checking.terms import Terms
from planreports.translation.glossary_files import glossary_of
from planreports.translation.memory import WORD, Remembered, TranslationMemory
from planreports.translation.suggestions import Suggesting

_LEAST = (60, 70, 75, 80, 90)
_GOOD = 75
_ENTRIES, _QUERIES = 10_000, 100


def main() -> None:
    """Print what is found, and how long it takes."""
    catalogs = catalog_files([resource("locales")], "lo")
    messages = [each for catalog in catalogs for each in catalog.messages if each.words]
    suggesting = Suggesting(TranslationMemory.of(catalogs), Terms.of(glossary_of([])))
    _print_quality(messages, suggesting)
    _print_speed([each.source for each in messages])


def _print_quality(messages: Sequence[CatalogMessage], suggesting: Suggesting) -> None:
    found = []
    for message in messages:
        if suggestions := suggesting.of(message, most=1, least=min(_LEAST)):
            best = suggestions[0]
            plain = fuzz.ratio(best.match.remembered.words, message.words)
            found.append((best.match.score, fuzz.ratio(best.words, message.words), plain, bool(best.filled)))
    print(f"{len(messages):,} translated messages")
    print("| English alike | messages | translation alike | as good as 75 | without filling in |")
    print("| --- | --- | --- | --- | --- |")
    for least in _LEAST:
        chosen = [each for each in found if each[0] >= least]
        good = sum(each[1] >= _GOOD for each in chosen)
        print(
            f"| {least}% or more | {len(chosen)} ({len(chosen) / len(messages):.0%}) | "
            f"{statistics.mean(each[1] for each in chosen):.0f} | {good / len(chosen):.0%} | "
            f"{statistics.mean(each[2] for each in chosen):.0f} |"
        )
    filled = [each for each in found if each[3]]
    if filled:
        gain = statistics.mean(each[1] - each[2] for each in filled)
        print(f"{len(filled)} have something filled in, which makes them better by {gain:.1f} on average")


def _print_speed(sources: Sequence[str]) -> None:
    """Print how long a hundred queries take in a memory of texts made of those that ship."""
    chance = random.Random(1)  # noqa: S311 - texts, not secrets
    words = sorted({word for source in sources for word in WORD.findall(source)})
    texts = [_mixed(chance, sources, words) for _ in range(_ENTRIES)]
    entries = [Remembered(text, text, TranslationState.DRAFT, f"m-{n}") for n, text in enumerate(texts)]
    begun = time.perf_counter()
    memory = TranslationMemory(entries)
    made = time.perf_counter()
    for text in texts[:_QUERIES]:
        memory.like(_mixed(chance, [text], words))
    done = time.perf_counter()
    print(
        f"{_ENTRIES:,} messages remembered in {made - begun:.2f} s, {_QUERIES} queries in {done - made:.2f} s"
    )


def _mixed(chance: random.Random, sources: Sequence[str], words: Sequence[str]) -> str:
    """Return two texts with some words exchanged."""
    mixed = WORD.findall(chance.choice(sources)) + WORD.findall(chance.choice(sources))
    for _ in range(3):
        mixed[chance.randrange(len(mixed))] = chance.choice(words)
    return " ".join(mixed)


if __name__ == "__main__":
    main()
