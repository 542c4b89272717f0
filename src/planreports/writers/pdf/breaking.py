"""Tokens become lines of a width: as many as fit; a word wider than its column breaks between clusters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from planreports.lao.line_breaks import may_part
from planreports.writers.pdf.shaping import ShapedWord
from planreports.writers.pdf.tokens import Fragment, Token, token_of

ROUNDING = 0.01


@dataclass(init=False, eq=False, slots=True)
class Line:
    """One line: its tokens, their width without the last space, and whether its paragraph ends there.

    One that is `divided` ends with the first part of a word.
    """

    tokens: Sequence[Token]
    width: float
    is_last: bool
    divided: bool = False

    def __init__(self, tokens: Sequence[Token], width: float, is_last: bool, divided: bool = False) -> None:
        self.tokens = tokens
        self.width = width
        self.is_last = is_last
        self.divided = divided


def filled(tokens: Sequence[Token], width: float) -> list[Line]:
    """Return lines, each holding as many tokens as fit."""
    lines: list[Line] = []
    room = width + ROUNDING
    start, used, space = 0, 0.0, 0.0
    for number, token in enumerate(tokens):
        if used + token.width > room and number > start:
            lines.append(Line(tokens[start:number], used - space, is_last=False))
            start, used = number, 0.0
        space = token.space_width
        used += token.width + space
        if token.ends_line:
            lines.append(Line(tokens[start : number + 1], used - space, is_last=True))
            start, used, space = number + 1, 0.0, 0.0
    if start < len(tokens) or not tokens:
        lines.append(Line(tokens[start:], used - space, is_last=True))
    return lines


def fitting_parts(token: Token, width: float) -> Iterator[Token]:
    """Yield a token, in parts broken between clusters if it is wider than its column.

    No part begins or ends with what no line begins or ends with, if it can be helped.
    """
    if token.width <= width:
        yield token
        return
    part: list[Fragment] = []
    used = 0.0
    for fragment in _single_clusters(token.words):
        if part or not _is_space(fragment):
            part.append(fragment)
            used += fragment.width
        while used > width and len(part) > 1:
            stop = _best_stop(part)
            space = list(takewhile(_is_space, part[stop:]))
            yield token_of(part[:stop], space)
            part = part[stop + len(space) :]
            used = sum([each.width for each in part])
    yield token_of(part, token.space, ends_line=token.ends_line)


def _best_stop(part: Sequence[Fragment]) -> int:
    """Return how many clusters of an overfull part go on its line: all but one, or fewer for good form.

    There may be a space in it that no line ends at because of what is behind it (UAX #14, LB13).
    """
    most = len(part) - 1
    for stop in range(most, 0, -1):
        behind = next((each for each in part[stop:] if not _is_space(each)), None)
        if behind and not _is_space(part[stop - 1]) and _may_part(part[stop - 1], behind):
            return stop
    return most


def _may_part(before: Fragment, after: Fragment) -> bool:
    return may_part(before.word.text, after.word.text)


def _is_space(fragment: Fragment) -> bool:
    return fragment.word.text == " "


def _single_clusters(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    for fragment in fragments:
        for code in fragment.word.codes:
            word = ShapedWord.of((code,), fragment.word.resource)
            yield Fragment(fragment.setting, word, fragment.look, word.width * fragment.look.size / 1000)
