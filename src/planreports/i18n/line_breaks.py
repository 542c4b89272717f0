"""Where a line may break: ICU's breaks, corrected so that the glossary's terms stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from icu4py.breakers import LineBreaker as IcuLineBreaker

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

_CHUNK = re.compile("[^ ]+ *| +")
_ONE_PIECE = re.compile("[A-Za-z0-9]+(?:[.,][A-Za-z0-9]+)*[.,;:!?]* *")
"""Letters, digits and the marks inside and after them: no line ends within (UAX #14, LB13, LB23, LB25, LB28,
LB29). Most words are such, and ICU need not be asked."""
_AWKWARD_SPACE = re.compile(" (?:[^\\w\u0e80-\u0eff ]|[\u0ec6\u0eaf]|(?<=[^\\w\u0e80-\u0eff,.;: ] ))")
"""A space with anything but a letter, a digit or a comma and the like beside it: whether a line may end there
depends on both. Everywhere else a space parts what is broken independently (UAX #14, LB18)."""


class LineBreaker:
    """Splits text into the pieces that a line may end after.

    `terms` are words that ICU's dictionaries split and that must stay whole (ການຮ່ວມມື).
    """

    def __init__(self, terms: Iterable[str] = ()) -> None:
        words = sorted(
            {part for term in terms for part in term.split() if len(part) > 1}, key=len, reverse=True
        )
        self._terms = re.compile("|".join(map(re.escape, words))) if words else None

    @staticmethod
    def chunks(text: str) -> list[str]:
        """Return the parts of a text that are broken independently of each other; joined they are the text.

        >>> LineBreaker.chunks("Both sides, again"), LineBreaker.chunks("Both (sides)")
        (['Both ', 'sides, ', 'again'], ['Both (sides)'])
        """
        return [text] if _AWKWARD_SPACE.search(text) else _CHUNK.findall(text)

    def pieces(self, text: str, language: str) -> Sequence[str]:
        """Return the pieces of a text, in order; joined they are the text.

        >>> list(LineBreaker(["ການຮ່ວມມື"]).pieces("ການຮ່ວມມື ແລະ", "lo"))
        ['ການຮ່ວມມື ', 'ແລະ']
        """
        if _ONE_PIECE.fullmatch(text):
            return (text,)
        pieces: list[str] = []
        start = end = 0
        inside = self._inside_terms(text)
        for piece in IcuLineBreaker(text, language):
            end += len(piece)
            if end < len(text) and (end in inside or _forbidden(text, end)):
                continue
            pieces.append(text[start:end])
            start = end
        if start < len(text):
            pieces.append(text[start:])
        return pieces

    def _inside_terms(self, text: str) -> set[int]:
        """Return the places strictly inside a term."""
        if self._terms is None:
            return set()
        return {place for term in self._terms.finditer(text) for place in range(term.start() + 1, term.end())}


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
