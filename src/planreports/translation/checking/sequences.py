"""Lao letters and signs in an order that no Lao syllable has.

Text is taken apart into letters, each with the vowel before it and all that stands on and behind it. What may
stand there is argued from three sources:

- Lao is stored as it is seen: ເ ແ ໂ ໃ ໄ before their consonant, all other signs behind it (The Unicode
  Standard, 16.2, Lao). Marks follow from the inside out: ຼ, a vowel above or below, the tone mark; fonts stack
  them so (OpenType, "Developing OpenType Fonts for Thai and Lao Scripts"; W3C, "Lao Script Resources").
- A consonant has one vowel mark and one tone mark at most; a mark without one is drawn on a dotted circle.
- Which signs make a vowel together is the Lao alphabet's closed list (`_VOWELS`): ເ with າ needs ົ or ະ; ໃ and
  ໄ are whole vowels; ັ and ົ have another letter of their syllable behind them.

Where only a reader knows which of two consonants a vowel belongs to, as in ເວລາ, both readings count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from planreports.i18n.translation_mistakes import SPLIT_SARA_AM
from planreports.lao.orthography import (
    CANCELLATION,
    CONSONANTS,
    DIGITS,
    LEADING_VOWELS,
    LETTERS,
    MARKS,
    SEMIVOWEL_LO,
    TONES,
    VIRAMA,
    VOWELS_ABOVE,
    VOWELS_BELOW,
)
from planreports.lao.syllabification import syllables
from planreports.lao.syllable_grammar import ABBREVIATION, SYLLABLE
from planreports.told import Told, told
from planreports.translation.checking.finding import Knowledge, Remark, Translated
from planreports.translation.checking.prose import LAO, prose

_CONSONANT = f"[{CONSONANTS}]"
_MEDIAL = f"[{SEMIVOWEL_LO}{VIRAMA}]"
_VOWEL = f"[{VOWELS_ABOVE}{VOWELS_BELOW}]"
_TONE = f"[{TONES}]"
_SILENT = f"[{CANCELLATION}\u0ece]"
_BEHIND = "[ະາຳ]"
_SIGN = f"[{MARKS}ະາຳ]"

_LETTER = re.compile(
    f"(?P<before>[{LEADING_VOWELS}]*)(?P<letter>{_CONSONANT}|ຽ)?(?P<signs>{_SIGN}*)|(?P<other>.)", re.DOTALL
)
_IN_ORDER = re.compile(f"{_MEDIAL}?(?P<vowel>{_VOWEL}?){_TONE}?{_SILENT}?(?P<behind>າະ|{_BEHIND}|)")

_WORD = re.compile(f"[{LETTERS}]+")
_READABLE = re.compile(f"(?:{SYLLABLE}|{_CONSONANT}{{3,}})[ໆຯ]*|ຯລຯ|[{DIGITS}]+")
_THAI = re.compile("[\u0e01-\u0e5b]")
_ABBREVIATED = re.compile(f"(?:{ABBREVIATION})ຯ?|{_CONSONANT}|[ໆຯ]+")

_Mistake = tuple[Told, Told]
"""What is wrong, and what to do."""

_DISORDER = (
    (f"{_TONE}{_TONE}", told("two tone marks stand on one consonant"), told("leave one of them")),
    (
        f"{_TONE}(?:{_VOWEL}|{_MEDIAL})",
        told("a tone mark stands before the vowel mark"),
        told("write the vowel mark first, then the tone mark"),
    ),
    (
        f"{_BEHIND}{_TONE}",
        told("a tone mark stands behind the vowel"),
        told("write it on the consonant, before the vowel"),
    ),
    (f"{_VOWEL}{_MEDIAL}", told("ຼ stands behind a vowel mark"), told("write ຼ first, then the vowel mark")),
    (f"{_VOWEL}{_VOWEL}|{_MEDIAL}{_MEDIAL}", told("two marks stand in one place"), told("leave one of them")),
)
"""What is wrong with signs that are not in order; the first that applies is told."""

_ANY_MARK = frozenset(("", "ັ", "ິ", "ີ", "ຶ", "ື", "ຸ", "ູ", "ົ", "ໍ"))
_VOWELS: dict[str, frozenset[tuple[str, str]]] = {
    "": frozenset({(mark, "") for mark in _ANY_MARK} | {("", "ະ"), ("", "າ"), ("", "ຳ")}),
    "ເ": frozenset({(mark, "") for mark in ("", "ັ", "ິ", "ີ", "ຶ", "ື")})
    | {("", "ະ"), ("ັ", "ະ"), ("", "າະ"), ("ົ", "າ")},
    "ແ": frozenset({("", ""), ("ັ", ""), ("", "ະ")}),
    "ໂ": frozenset({("", ""), ("ັ", ""), ("", "ະ")}),
    "ໃ": frozenset({("", "")}),
    "ໄ": frozenset({("", "")}),
}
"""Of each vowel before a consonant (or none): the marks on it and the vowels behind it that go with it."""


def sequences(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield sequences of Lao letters and signs that no syllable has."""
    yield from _disorder(message.words, message.source)


@lru_cache(maxsize=4096)
def _disorder(translation: str, source: str) -> tuple[Remark, ...]:
    return tuple(_disorderly(_plain(translation), source)) if _is_lao(translation) else ()


def _disorderly(words: str, source: str) -> Iterator[Remark]:
    letters = [match for match in _LETTER.finditer(words) if match[0]]
    seen: set[str] = set()
    for last, match, following in zip([None, *letters], letters, [*letters[1:], None], strict=False):
        if match["other"] is None and match[0] not in source:
            mistake = _mistake(match, last, following)
            shown = mistake and told("{what}: `{letters}`", what=mistake[0], letters=_shown(match, last))
            if mistake and shown and shown not in seen:
                seen.add(shown)
                yield Remark(shown, mistake[1])
    if re.match(r"\W*ໆ", words) and "ໆ" not in source:
        yield Remark(told("ໆ repeats nothing"), told("write the word that it repeats before it"))


def spelling(message: Translated, _: Knowledge) -> Iterator[Remark]:
    """Yield pieces of words that are spelled as no Lao syllable is, unless their signs are in disorder.

    Consonants alone, as in ສປປ, are an abbreviation where they are a word by themselves.
    """
    if not _is_lao(message.words) or _disorder(message.words, message.source):
        return
    for word in dict.fromkeys(_WORD.findall(_plain(message.words))):
        if not _ABBREVIATED.fullmatch(word) and word not in message.source:
            for piece in dict.fromkeys(_unreadable(syllables(word))):
                yield Remark(
                    told("`{piece}` in `{word}` is spelled as no Lao syllable is", piece=piece, word=word),
                    told("correct it"),
                )


def _unreadable(pieces: Sequence[str]) -> Iterator[str]:
    """Yield the pieces of a word that are no syllable, however its letters are shared: ໄປລ|ອງ is ໄປ|ລອງ."""
    for before, piece in pairwise(["", *pieces]):
        shared = before and _READABLE.fullmatch(before[:-1]) and _READABLE.fullmatch(before[-1] + piece)
        if not shared and not _READABLE.fullmatch(piece):
            yield piece


def _is_lao(words: str) -> bool:
    """Return whether words are in Lao letters; among Thai ones, another check's finding, nothing is sure."""
    return LAO.search(words) is not None and not _THAI.search(words)


def _plain(words: str) -> str:
    """Return prose without what other checks find: ຳ in two parts, zero width spaces."""
    return SPLIT_SARA_AM.sub(_with_sara_am, prose(words).replace("\u200b", ""))


def _with_sara_am(match: re.Match[str]) -> str:
    """Return a split ຳ in one part; that it is split is another check's finding."""
    return "".join(re.findall(_TONE, match[0])) + "\u0eb3"


def _mistake(
    match: re.Match[str], last: re.Match[str] | None, following: re.Match[str] | None
) -> _Mistake | None:
    before, letter, signs = match["before"], match["letter"], match["signs"]
    if "ເເ" in before:
        return told("ແ is written as two ເ"), told("write U+0EC1")
    if not letter:
        return _without_letter(before, signs)
    for pattern, message, hint in _DISORDER:
        if re.search(pattern, signs):
            return message, hint
    order = _IN_ORDER.fullmatch(signs)
    if len(before) > 1 or order is None:
        return told("two vowels stand on one consonant"), told("leave one of them")
    if letter == "ຽ":
        return _ny(before, signs, last)
    return _vowel(before, order["vowel"], order["behind"], last, following)


def _without_letter(before: str, signs: str) -> _Mistake | None:
    if signs:
        if re.match(_BEHIND, signs) and not before:
            return told("a vowel begins a word"), told("write its consonant before it")
        return told("a mark stands on no consonant"), told("write the consonant before it")
    return told("a vowel stands before no consonant"), told("write the consonant behind it")


def _ny(before: str, signs: str, last: re.Match[str] | None) -> _Mistake | None:
    """Return what is wrong with ຽ: it stands inside a syllable, behind its consonant."""
    if last is None or last["other"] is not None or before:
        return told("ຽ begins a word"), told("write its consonant before it, or ຍ instead")
    return None if signs in ("", "ະ") else (told("a mark stands on ຽ"), told("write it on the consonant"))


def _vowel(
    before: str,
    mark: str,
    behind: str,
    last: re.Match[str] | None,
    following: re.Match[str] | None,
) -> _Mistake | None:
    """Return what is wrong with a vowel in several parts; the part before may be the last letter's."""
    signs = _VOWELS[before]
    if last is not None and not before and _is_bare(last):
        signs |= _VOWELS[last["before"]]
    if (mark, behind) not in signs:
        if before == "ເ" and behind == "າ":
            return told("ເ and າ make no vowel together"), told("write ເ…ົາ or ເ…າະ")
        return told("these vowels make none together"), told("leave one of them")
    has_next = following is not None and following["letter"] is not None and not following["before"]
    if mark in ("ັ", "ົ") and not behind and not has_next:
        return told("{mark} has no letter of its syllable behind it", mark=mark), told(
            "write that letter, or another vowel"
        )
    return None


def _is_bare(match: re.Match[str]) -> bool:
    return match["letter"] is not None and not match["signs"] and len(match["before"]) < 2


def _shown(match: re.Match[str], last: re.Match[str] | None) -> str:
    """Return a letter with the one before it, if there is one: a mark alone is hard to see."""
    before = last[0] if last is not None and LAO.match(last[0]) else ""
    return before + match[0]
