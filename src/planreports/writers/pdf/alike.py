"""Words that look alike become tokens: itemised and shaped once, however often they return."""

from __future__ import annotations

from dataclasses import dataclass, field

from planreports.document.nodes import Origin
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.pdf.chips import OBJECT, padded
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.tokens import Fragment, Look, Token, setting_of, token_of


@dataclass(eq=False, slots=True)
class AlikeWords:
    """Makes tokens of words of one look, in text of one language; those of a chunk are made once."""

    breaker: LineBreaker
    itemiser: Itemiser
    look: Look
    language: str
    _chunks: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    _spaces: dict[str, list[Fragment]] = field(default_factory=dict)

    def tokens(self, text: str, origin: Origin) -> list[Token]:
        """Return the tokens of a text; `origin` is where characters that cannot be drawn are noted."""
        known = self._chunks
        tokens: list[Token] = []
        for chunk in self.breaker.chunks(text):
            made = known.get(chunk)
            if made is None:
                pieces = self.breaker.pieces(self.itemiser.settable(chunk, origin), self.language)
                made = known[chunk] = tuple([self._token(piece, origin) for piece in pieces])
            tokens += made
        return tokens

    def _token(self, text: str, origin: Origin) -> Token:
        stripped = text.rstrip(" ")
        words = fragments(self.itemiser, stripped, self.look, origin) if stripped else []
        return token_of(words, self._space(text[len(stripped) :], origin))

    def _space(self, text: str, origin: Origin) -> list[Fragment]:
        """Return the space behind a word; there are few kinds of it."""
        if not text:
            return []
        space = self._spaces.get(text)
        if space is None:
            space = self._spaces[text] = fragments(self.itemiser, text, self.look, origin)
        return space


def fragments(itemiser: Itemiser, text: str, look: Look, origin: Origin) -> list[Fragment]:
    """Return words of one look in parts of one face each."""
    if look.chip is not None and text == OBJECT:
        words = [each for part in look.chip.parts for each in fragments(itemiser, *part, origin)]
        return list(padded(words, look, look.chip)) if words else []
    made: list[Fragment] = []
    for face, piece in itemiser.pieces(text, look.language, look.bold, look.italic, origin):
        word = face.word(piece)
        made.append(Fragment(setting_of(look, word.resource), word, look, word.width * look.size / 1000))
    return made
