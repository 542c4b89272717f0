"""Badly filled lines become better ones: words are divided where their language allows.

The hyphen is drawn with the letter before it, as one glyph that reads as the letter alone: no reader finds a
hyphen that nobody wrote, and those that join what they read find the whole word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planreports.document.styles import ParagraphStyle
from planreports.i18n.hyphenation import divisions, is_hyphenated
from planreports.writers.pdf.breaking import ROUNDING, Line, fitting_parts
from planreports.writers.pdf.itemise import LATIN, Itemiser
from planreports.writers.pdf.shaping import ShapedWord
from planreports.writers.pdf.tokens import Fragment, Token, setting_of, token_of

_NARROW = 22
"""Columns of fewer ems are narrow: in wider ones a ragged edge is better than a divided word."""

_LEAST_FILL = {"left": 0.75, "right": 0.75, "center": 0.75, "justify": 0.92}
"""Lines emptier than this are badly filled. In justified text that shows as holes between words."""

_MOST_IN_A_ROW = 2

_SMALL = "a-zß-öø-ÿœ"
_LETTER = "A-ZÀ-ÖØ-ÞŒ" + _SMALL
_OPENING, _CLOSING = "[(\\[“‘\"']*", "[)\\]”’\"'.,;:!?…]*"

_COMMON_WORD = re.compile(f"{_OPENING}[{_SMALL}]{{5,}}{_CLOSING}")
"""Words of small letters only: names are not divided, nor numbers, nor addresses."""

_ANY_WORD = re.compile(f"{_OPENING}[{_LETTER}]+(?:[-‐’'][{_LETTER}]+)*{_CLOSING}")
"""Words that are divided if they are wider than their column: they would else break anywhere."""

_HINTED = re.compile(f"[{LATIN}]+")

_LETTERS = re.compile(f"[{_LETTER}]{{5,60}}")


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """Divides words: where soft hyphens in the text say, else by the patterns of their language."""

    itemiser: Itemiser

    def least_width(self, style: ParagraphStyle, language: str, width: float) -> float:
        """Return the width that lines are to have at least if words can be divided; 0 in most paragraphs."""
        is_narrow = width < _NARROW * style.size
        can = (style.hyphenate and is_hyphenated(language)) or self.itemiser.hints
        return _LEAST_FILL[style.align] * width if can and (is_narrow or style.align == "justify") else 0.0

    def lines(self, tokens: Sequence[Token], width: float, style: ParagraphStyle, least: float) -> list[Line]:
        """Return lines, each holding as much as fits; words are divided at the end of those below `least`."""
        filling = _Filling(self, width, least, style.hyphenate)
        last = len(tokens) - 1
        for number, token in enumerate(tokens):
            filling.add(token, is_last=number == last or token.ends_line)
        return filling.closed()

    def divided(self, token: Token, room: float, kind: re.Pattern[str] | None) -> tuple[Token, Token] | None:
        """Return a word's first part, with its hyphen, that fits some room, and the rest of it.

        `kind` are the words that may be divided by patterns.
        """
        if len(token.words) != 1 or token.words[0].look.href is not None:
            return None
        word = token.words[0]
        text = word.word.text
        face = self.itemiser.library.face_of(word.word.resource)
        for place in reversed(self._places(text, word.look.language, kind)):
            head = _shaped(face.divided_word(text[:place]), word)
            if head.width <= room:
                rest = _shaped(face.word(text[place:]), word)
                return token_of((head,), ()), token_of((rest,), token.space, ends_line=token.ends_line)
        return None

    def _places(self, text: str, language: str, kind: re.Pattern[str] | None) -> list[int]:
        """Return where a text may be divided: each is how many characters stand before."""
        hints = self.itemiser.hints
        if hints and (found := _HINTED.search(text)) and found[0] in hints:
            return [found.start() + place for place in hints[found[0]]]
        if kind is None or not kind.fullmatch(text):
            return []
        return [
            found.start() + place
            for found in _LETTERS.finditer(text)
            for place in divisions(found[0].lower(), language)
        ]


def _shaped(word: ShapedWord, like: Fragment) -> Fragment:
    setting = setting_of(like.look, word.resource)
    return Fragment(setting, word, like.look, word.width * like.look.size / 1000)


@dataclass
class _Filling:
    """The lines so far, and the one that is being filled, as `filled` does it."""

    hyphenation: Hyphenation
    width: float
    least: float
    by_patterns: bool
    lines: list[Line] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    used: float = 0.0
    in_a_row: int = 0

    def add(self, token: Token, *, is_last: bool) -> None:
        """Add a word, divided if it helps; the last one of a paragraph only if it is wider than a line."""
        room = self.width + ROUNDING
        while self.used + token.width > room:
            is_wide = token.width > room
            parts = None
            if is_wide or (not is_last and self.used - self._space < self.least):
                parts = self._divided(token, room - self.used, is_wide=is_wide)
            if parts is not None:
                self.tokens.append(parts[0])
                self.used += parts[0].width
                self._close(divided=True)
                token = parts[1]
            elif self.tokens:
                self._close()
            else:
                *others, last = fitting_parts(token, self.width)
                for part in others:
                    width = part.token.width
                    self.lines.append(Line([part.token], width, is_last=False, torn=part.torn))
                token = last.token
                break
        self.tokens.append(token)
        self.used += token.width + token.space_width
        if token.ends_line:
            self._close(is_last=True)

    def closed(self) -> list[Line]:
        """Return all lines."""
        if self.tokens:
            self._close(is_last=True)
        return self.lines

    @property
    def _space(self) -> float:
        return self.tokens[-1].space_width if self.tokens else 0.0

    def _divided(self, token: Token, room: float, *, is_wide: bool) -> tuple[Token, Token] | None:
        if is_wide:
            return self.hyphenation.divided(token, room, _ANY_WORD)
        if self.in_a_row >= _MOST_IN_A_ROW:
            return None
        return self.hyphenation.divided(token, room, _COMMON_WORD if self.by_patterns else None)

    def _close(self, *, is_last: bool = False, divided: bool = False) -> None:
        self.lines.append(Line(self.tokens, self.used - self._space, is_last, divided))
        self.tokens, self.used = [], 0.0
        self.in_a_row = self.in_a_row + 1 if divided else 0
