"""Where a line may break: ICU's breaks, corrected so that syllables and known words stay whole.

ICU's dictionary parts what it does not know into syllables, or worse (ເຕັກ|ໂນ|ໂລ|ຊີ). The words of `words.txt`
and of a glossary are put together again; breaks are only ever taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from itertools import accumulate, pairwise

from icu4py.breakers import LineBreaker as IcuLineBreaker

from planreports.lao.lexicon import KEY, Lexicon, shipped_words
from planreports.lao.syllabification import is_spelled, is_syllable, syllable_ends

_NEVER_FIRST = frozenset("ໆຯະາຽๆฯะาๅ,.;:!?)]}”’»›…%、。」』")
"""Characters that no line begins with; ICU knows most, not Lao's ໆ after a space, nor the vowels that stand
behind their consonant in what is no word of its dictionary."""

_LEADING_VOWELS = frozenset("ເແໂໃໄเแโใไ")
"""Lao and Thai vowels that stand before their consonant."""

_NEVER_LAST = frozenset("([{“‘«‹„‚「『")
"""Characters that no line ends with."""

_HYPHENS = frozenset("-\u2010")
"""No line ends with a hyphen of a word: PDFium takes it for one that a typesetter put there, and drops it
(its FPDFText_GetText gives U+FFFE), so the word could not be copied or found."""

_WORD_JOINER = "\u2060"

_CAREFUL = _NEVER_FIRST | _NEVER_LAST | _LEADING_VOWELS | _HYPHENS | {_WORD_JOINER}
_BEFORE_SPACE = _NEVER_LAST | {" "}
"""What a break has to be thought about beside; most have none of it."""

_CLUSTER = re.compile("ຫ[ງຍນມລຣວ]")
"""Letters that are one initial, whatever ICU says."""

_FIRST_LAO, _LAST_LAO = "\u0e80", "\u0eff"

_BEHIND = ".,;:!?"

_ONE_WORD = re.compile(f"[A-Za-z0-9]+(?:[.,][A-Za-z0-9]+)*[{_BEHIND}]* *")
"""Letters, digits and the marks inside and after them: no line ends within (UAX #14, LB13, LB23, LB25, LB28,
LB29)."""

_MOST_KNOWN = 10_000
"""How many texts are remembered: a table's come again and again, and so do those of its other files."""

_SPACE_OR_NOT = re.compile("\\s+|\\S+")
_CHUNK = re.compile("[^ ]+ *| +")
_AWKWARD_SPACE = re.compile(" (?:[^\\w\u0e80-\u0eff ]|[ໆຯ]|(?<=[^\\w\u0e80-\u0eff,.;: ] ))")
"""A space with anything but a letter, a digit or a comma and the like beside it: whether a line may end there
depends on both. Everywhere else a space parts what is broken independently (UAX #14, LB18)."""


class LineBreaker:
    """Splits text into the pieces that a line may end after.

    `terms` are words that stay whole beside those of the shipped lexicon.
    """

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._lexicon = Lexicon(shipped_words().union(*[term.split() for term in terms]))
        self._known: dict[tuple[str, str], Sequence[str]] = {}

    @staticmethod
    def chunks(text: str) -> list[str]:
        """Return the parts of a text that are broken independently of each other; joined they are the text.

        >>> LineBreaker.chunks("Both sides, again"), LineBreaker.chunks("Both (sides)")
        (['Both ', 'sides, ', 'again'], ['Both (sides)'])
        """
        return [text] if _AWKWARD_SPACE.search(text) else _CHUNK.findall(text)

    def pieces(self, text: str, language: str) -> Sequence[str]:
        """Return the pieces of a text, in order; joined they are the text.

        >>> list(LineBreaker().pieces("ສອງຝ່າຍຊື່ນຊົມ", "lo"))
        ['ສອງ', 'ຝ່າຍ', 'ຊື່ນຊົມ']
        >>> list(LineBreaker(["ສອງຝ່າຍ"]).pieces("ສອງຝ່າຍຊື່ນຊົມ", "lo"))
        ['ສອງຝ່າຍ', 'ຊື່ນຊົມ']
        """
        if _is_one_piece(text):
            return (text,)
        key = text, language
        known = self._known.get(key)
        if known is None:
            if len(self._known) == _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = self._broken(text, language)
        return known

    def _broken(self, text: str, language: str) -> Sequence[str]:
        pieces: list[str] = []
        joints: Set[int] | None = None
        start = end = 0
        parts = list(IcuLineBreaker(text, language))
        for part in parts[:-1]:
            end += len(part)
            before, after = text[end - 1], text[end]
            if (
                after in _CAREFUL or before in _CAREFUL or (before == " " and text[end - 2] in _BEFORE_SPACE)
            ) and _forbidden(text, end):
                continue
            if before >= _FIRST_LAO and _FIRST_LAO <= after <= _LAST_LAO:
                if joints is None:
                    joints = self._joints(text, parts)
                if end not in joints:
                    continue
            pieces.append(text[start:end])
            start = end
        if start < len(text):
            pieces.append(text[start:])
        return pieces

    def _joints(self, text: str, parts: Sequence[str]) -> Set[int]:
        """Return the places between two syllables that are inside no word."""
        ends = syllable_ends(text)
        between = set(ends)
        others = set(accumulate(map(len, parts))) - between
        if others:
            between |= _readable_otherwise(others, text, parts)
            ends = sorted(between)
        keys = self._lexicon.lengths
        joints: set[int] = set()
        covered = start = 0
        for end in ends:
            if start >= covered:
                joints.add(start)
                if text[start : start + KEY] in keys:
                    covered = self._lexicon.longest(text, start, between)
            start = end
        return joints


def _is_one_piece(text: str) -> bool:
    """Return whether a text is a word or a syllable, as most are: then ICU need not be asked."""
    if _ONE_WORD.fullmatch(text):
        return True
    return _FIRST_LAO <= text[:1] <= _LAST_LAO and is_syllable(text.rstrip(" ").rstrip(_BEHIND))


@lru_cache(maxsize=1024)
def lesser_places(text: str, language: str) -> tuple[frozenset[int], ...]:
    """Return where words that should stay whole may be broken if they must be, the better places first:
    between the words that a glossary's term is made of, then between syllables.

    >>> [sorted(places) for places in lesser_places("ພາກສ່ວນຮັບຜິດຊອບ", "lo")]
    [[7], [3, 7, 10, 13]]
    """
    words = _breaker(()).pieces(text, language)
    syllables = syllable_ends(text) if language == "lo" else []
    return frozenset(accumulate(map(len, words[:-1]))), frozenset(syllables) - {len(text)}


def words(text: str, terms: Iterable[str] = ()) -> list[str]:
    """Return the words of a text, in order; joined they are the text. Spaces are apart.

    `terms` are words that stay whole beside those of the shipped lexicon. Punctuation stays with its word, as
    it does on a line.

    >>> words("ສອງຝ່າຍຊື່ນຊົມ ແລະ ຢືນຢັນ")
    ['ສອງ', 'ຝ່າຍ', 'ຊື່ນຊົມ', ' ', 'ແລະ', ' ', 'ຢືນຢັນ']
    """
    pieces = _breaker(tuple(terms)).pieces(text, "lo")
    return [part for piece in pieces for part in _SPACE_OR_NOT.findall(piece)]


@lru_cache(maxsize=4)
def _breaker(terms: tuple[str, ...]) -> LineBreaker:
    return LineBreaker(terms)


def may_part(before: str, after: str) -> bool:
    """Return whether a word that must be broken somewhere may be broken between two clusters.

    >>> may_part("ກ", "ກ"), may_part("ເ", "ກ"), may_part("b", ",")
    (True, False, False)
    """
    return (
        after[0] not in _NEVER_FIRST and before[-1] not in _NEVER_LAST and before[-1] not in _LEADING_VOWELS
    )


def _forbidden(text: str, place: int) -> bool:
    """Return whether a break before `text[place]` is forbidden by the characters around it."""
    before, after = text[place - 1], text[place]
    return (
        after in _NEVER_FIRST
        or before in _NEVER_LAST
        or before in _LEADING_VOWELS
        or (before in _HYPHENS and text[place - 2 : place - 1].isalnum())
        or _WORD_JOINER in (before, after)
        or (before == " " and text[:place].rstrip(" ")[-1:] in _NEVER_LAST)
    )


def _readable_otherwise(places: Set[int], text: str, parts: Sequence[str]) -> Set[int]:
    """Return the places where ICU parts a text between whole syllables, though we read it otherwise: ດີ|ກວ່າ.

    A spelling can be read in two ways; there the dictionary knows better.
    """
    readable: set[int] = set()
    end = 0
    for part, following in pairwise(parts):
        end += len(part)
        if (
            end in places
            and not _CLUSTER.fullmatch(text, end - 1, end + 1)
            and is_spelled(part)
            and is_spelled(following)
        ):
            readable.add(end)
    return readable
