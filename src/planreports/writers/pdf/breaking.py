"""Tokens become lines, as many as fit a width; a word wider than its column breaks where it hurts least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import NamedTuple

from planreports.lao.line_breaks import lesser_places, may_part
from planreports.writers.pdf.shaping import ShapedWord
from planreports.writers.pdf.tokens import Fragment, Token, token_of

ROUNDING = 0.01


@dataclass(init=False, eq=False, slots=True)
class Line:
    """One line: its tokens, their width without the last space, and whether its paragraph ends there.

    One that is `divided` ends with the first part of a word. One that is `torn` holds a part of a word that
    was wider than the column, and that no rule of its language divides.
    """

    tokens: Sequence[Token]
    width: float
    is_last: bool
    divided: bool = False
    torn: bool = False

    def __init__(
        self,
        tokens: Sequence[Token],
        width: float,
        is_last: bool,
        divided: bool = False,
        torn: bool = False,
    ) -> None:
        self.tokens = tokens
        self.width = width
        self.is_last = is_last
        self.divided = divided
        self.torn = torn


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


class Part(NamedTuple):
    """What goes on a line of a word that is wider than it. One that is `torn` ends inside a syllable, or in a
    chip."""

    token: Token
    torn: bool = False


def fitting_parts(token: Token, width: float) -> Iterator[Part]:
    """Yield a token, in parts if it is wider than its column: broken between words that should stay together,
    else between syllables, else between clusters.

    No part begins or ends with what no line begins or ends with, if it can be helped.
    """
    if token.width <= width:
        yield Part(token)
        return
    clusters = list(_single_clusters(token.words))
    places = _places(clusters)
    is_chip = any(each.look.chip is not None for each in token.words)
    start, used = 0, 0.0
    for number, fragment in enumerate(clusters):
        if number == start and _is_space(fragment):
            start += 1
            continue
        used += fragment.width
        while used > width and number > start:
            stop = _best_stop(clusters, start, number, places)
            space = list(takewhile(_is_space, clusters[stop : number + 1]))
            is_torn = is_chip or not any(stop in better for better in places)
            yield Part(token_of(clusters[start:stop], space), is_torn)
            start = stop + len(space)
            used = sum([each.width for each in clusters[start : number + 1]])
    yield Part(token_of(clusters[start:], token.space, ends_line=token.ends_line))


def _places(clusters: Sequence[Fragment]) -> list[set[int]]:
    """Return how many clusters may stand before a break, the better places first."""
    texts = [each.word.text for each in clusters]
    ends = list(accumulate(map(len, texts)))
    return [
        {number for number, end in enumerate(ends, 1) if end in places}
        for places in lesser_places("".join(texts), clusters[0].look.language)
    ]


def _best_stop(clusters: Sequence[Fragment], start: int, last: int, places: Sequence[set[int]]) -> int:
    """Return the cluster that the line after an overfull one begins with: the `last`, or an earlier one.

    There may be a space in it that no line ends at because of what is behind it (UAX #14, LB13).
    """
    possible = [stop for stop in range(last, start, -1) if _may_stop(clusters, stop, last)]
    for better in places:
        if found := next((stop for stop in possible if stop in better), None):
            return found
    return possible[0] if possible else last


def _may_stop(clusters: Sequence[Fragment], stop: int, last: int) -> bool:
    behind = next((each for each in clusters[stop : last + 1] if not _is_space(each)), None)
    return behind is not None and not _is_space(clusters[stop - 1]) and _may_part(clusters[stop - 1], behind)


def _may_part(before: Fragment, after: Fragment) -> bool:
    return may_part(before.word.text, after.word.text)


def _is_space(fragment: Fragment) -> bool:
    return fragment.word.text == " "


def _single_clusters(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    for fragment in fragments:
        for code in fragment.word.codes:
            word = ShapedWord.of((code,), fragment.word.resource)
            yield Fragment(fragment.setting, word, fragment.look, word.width * fragment.look.size / 1000)
