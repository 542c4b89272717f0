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
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.shaping import ShapedWord
from planreports.writers.pdf.tokens import Fragment, Token, setting_of, token_of

_NARROW = 22
"""Columns of fewer ems are narrow: in wider ones a ragged edge is better than a divided word."""

_LEAST_FILL = {"left": 0.75, "right": 0.75, "center": 0.75, "justify": 0.92}
"""Lines emptier than this are badly filled. In justified text that shows as holes between words."""

_MOST_IN_A_ROW = 2

_DIVIDABLE = re.compile("([(\\[“‘\"']*)([a-zß-öø-ÿœ]{5,})[)\\]”’\"'.,;:!?…]*")
"""Words of small letters only: names are not divided, nor numbers, nor addresses."""

_LETTERS = re.compile("[^\\W\\d_]+")


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """Divides words: where soft hyphens in the text say, else by the patterns of their language."""

    itemiser: Itemiser

    def least_width(self, style: ParagraphStyle, language: str, width: float) -> float:
        """Return the width that lines are to have at least if words can help; 0 in most paragraphs."""
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

    def divided(self, token: Token, room: float, *, by_patterns: bool) -> tuple[Token, Token] | None:
        """Return a word's first part, with its hyphen, that fits some room, and the rest of it."""
        if len(token.words) != 1 or token.words[0].look.href is not None:
            return None
        word = token.words[0]
        text = "".join(word.word.texts)
        face = self.itemiser.library.face_of(word.word.resource)
        for place in reversed(self._places(text, word.look.language, by_patterns=by_patterns)):
            head = _shaped(face.divided_word(text[:place]), word)
            if head.width <= room:
                rest = _shaped(face.word(text[place:]), word)
                return token_of((head,), ()), token_of((rest,), token.space, ends_line=token.ends_line)
        return None

    def _places(self, text: str, language: str, *, by_patterns: bool) -> tuple[int, ...]:
        if (
            self.itemiser.hints
            and (found := _LETTERS.search(text))
            and (places := self.itemiser.hints.get(found[0]))
        ):
            return tuple(found.start() + place for place in places)
        match = _DIVIDABLE.fullmatch(text) if by_patterns else None
        return tuple(match.end(1) + place for place in divisions(match[2], language)) if match else ()


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
                parts = self._divided(token, room - self.used)
            if parts is not None:
                self.tokens.append(parts[0])
                self.used += parts[0].width
                self._close(divided=True)
                token = parts[1]
            elif self.tokens:
                self._close()
            else:
                *others, token = fitting_parts(token, self.width)
                for part in others:
                    self.lines.append(Line([part], part.width, is_last=False))
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

    def _divided(self, token: Token, room: float) -> tuple[Token, Token] | None:
        if self.in_a_row >= _MOST_IN_A_ROW:
            return None
        return self.hyphenation.divided(token, room, by_patterns=self.by_patterns)

    def _close(self, *, is_last: bool = False, divided: bool = False) -> None:
        self.lines.append(Line(self.tokens, self.used - self._space, is_last, divided))
        self.tokens, self.used = [], 0.0
        self.in_a_row = self.in_a_row + 1 if divided else 0
