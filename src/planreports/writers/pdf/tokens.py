"""Tokens: words that a line may end after, as page contents write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from planreports.document.styles import Alignment
from planreports.writers.pdf.numbers import colour_operands, number
from planreports.writers.pdf.shaping import ShapedWord

_WIDEST_STRETCH = 0.5
"""How much a space grows at most in justified text, in ems. A line that would need more, as Lao ones with few
spaces do, ends where its words end: holes are ugly, and some readers take them for the gaps of a table."""


class Look(NamedTuple):
    """How words of a run look: everything that shaping and drawing depend on.

    `is_foreign` says that their language is not that of the element around them.
    """

    size: float
    colour: str
    bold: bool
    italic: bool
    language: str
    href: str | None
    rise: float = 0.0
    is_foreign: bool = False
    chip: Chip | None = None


class Chip(NamedTuple):
    """Words in a frame, with their own looks; lengths are points. A look that has a chip is its padding's."""

    parts: tuple[tuple[str, Look], ...]
    padding: float
    border: float
    colour: str
    radius: float
    hatch: str | None


class Setting(NamedTuple):
    """What neighbours on a line must share to be shown as one string: operators and the link's address.

    `closing` are operators after the string, which undo what would reach further. `size` is points.
    """

    operators: str
    href: str | None
    closing: str
    size: float


@lru_cache(maxsize=1024)
def setting_of(look: Look, resource: str) -> Setting:
    """Return what chooses a face's font resource, and a look's size and colour.

    It marks words of another language than those around them (ISO 32000-1, 14.9.2.2).
    """
    operators = f"/{resource} {number(look.size)} Tf {colour_operands(look.colour)} rg"
    closing = ""
    if look.rise:
        operators, closing = f"{operators} {number(look.rise)} Ts", " 0 Ts"
    if look.is_foreign:
        operators, closing = f"/Span<</Lang({look.language})>>BDC {operators}", f"{closing} EMC"
    return Setting(operators, look.href, closing, look.size)


@dataclass(init=False, eq=False, slots=True)
class Fragment:
    """Words in one face; `width` is points."""

    setting: Setting
    word: ShapedWord
    look: Look
    width: float

    def __init__(self, setting: Setting, word: ShapedWord, look: Look, width: float) -> None:
        self.setting = setting
        self.word = word
        self.look = look
        self.width = width


@dataclass(init=False, eq=False, slots=True)
class Token:
    """What a line may end after: fragments of words, and the space behind them, which takes no room there.

    Where everything in it has one `setting`, `hex` are its words and space.
    """

    width: float
    space_width: float
    ends_line: bool
    setting: Setting | None
    hex: str
    words: tuple[Fragment, ...]
    space: tuple[Fragment, ...]

    def __init__(
        self,
        width: float,
        space_width: float,
        ends_line: bool,
        setting: Setting | None,
        hexadecimal: str,
        words: tuple[Fragment, ...],
        space: tuple[Fragment, ...],
    ) -> None:
        self.width = width
        self.space_width = space_width
        self.ends_line = ends_line
        self.setting = setting
        self.hex = hexadecimal
        self.words = words
        self.space = space

    def ending_line(self) -> Token:
        """Return the same token at the end of its line."""
        return Token(self.width, self.space_width, True, self.setting, self.hex, self.words, self.space)


def token_of(words: Sequence[Fragment], space: Sequence[Fragment], *, ends_line: bool = False) -> Token:
    """Return a token of fragments."""
    if len(words) == 1 and len(space) <= 1 and (not space or space[0].setting == words[0].setting):
        return _plain_token(words[0], tuple(space), ends_line)
    settings = {fragment.setting for fragment in (*words, *space)}
    is_plain = len(settings) == 1 and not (words and words[0].look.chip)
    return Token(
        sum([fragment.width for fragment in words]),
        sum([fragment.width for fragment in space]),
        ends_line,
        settings.pop() if is_plain else None,
        "".join([fragment.word.hex for fragment in (*words, *space)]),
        tuple(words),
        tuple(space),
    )


def _plain_token(word: Fragment, space: tuple[Fragment, ...], ends_line: bool) -> Token:
    """Return a token of one word and the space behind it, of the same setting: what most tokens are."""
    if not space:
        return Token(word.width, 0.0, ends_line, word.setting, word.word.hex, (word,), space)
    gap = space[0]
    both = word.word.hex + gap.word.hex
    return Token(word.width, gap.width, ends_line, word.setting, both, (word,), space)


@dataclass(init=False, eq=False, slots=True)
class Segment:
    """Words in a row on a line that lead to one address, or to none, as operators inside a text object.

    `size` is that of their largest letters. Widths and sizes are points.
    """

    operators: str
    width: float
    size: float
    href: str | None

    def __init__(self, operators: str, width: float, size: float, href: str | None) -> None:
        self.operators = operators
        self.width = width
        self.size = size
        self.href = href


def segments(tokens: Sequence[Token], width: float, stretch: float = 0.0) -> tuple[Segment, ...]:
    """Return a line's tokens; `stretch` points are shared among all spaces but the last.

    `width` is the line's without those points and the last space. That space takes no room, but it is in
    the file: who hears a paragraph hears two words there (ISO 32000-1, 14.8.2.5).
    """
    if not tokens:
        return ()
    gaps = _stretched_gaps(tokens, stretch) if stretch else 0
    if not gaps and (setting := _common_setting(tokens)):
        words = "".join([token.hex for token in tokens])
        operators, href, closing, size = setting
        return (Segment(f"{operators} <{words}>Tj{closing}", width, size, href),)
    if not gaps and not any(fragment.look.href for token in tokens for fragment in token.words):
        return (_mixed_segment(tokens, width),)
    drawn = _with_gaps(tokens, stretch / gaps if gaps else 0.0)
    made = [_segment(group) for group in _by_link(drawn)]
    if made:
        made[-1].width -= tokens[-1].space_width
    return tuple(made)


def _stretched_gaps(tokens: Sequence[Token], stretch: float) -> int:
    """Return how many spaces share some points; none do if holes would become of them."""
    gaps = [token.space[0].look.size for token in tokens[:-1] if token.space]
    return len(gaps) if stretch <= sum(gaps) * _WIDEST_STRETCH else 0


def plain_lines(lines: Sequence[Sequence[Token]]) -> tuple[Setting | None, list[str]]:
    """Return the setting that all tokens of some lines share, and the operator that shows each line.

    Without such a setting, or where the words lead somewhere, there is none.
    """
    settings = [_common_setting(tokens) if tokens else None for tokens in lines]
    setting = settings[0]
    if setting is None or setting.href is not None or any(each is not setting for each in settings):
        return None, []
    return setting, [f"<{''.join([token.hex for token in tokens])}>Tj" for tokens in lines]


def _common_setting(tokens: Sequence[Token]) -> Setting | None:
    """Return the setting that all tokens share."""
    setting = tokens[0].setting
    for token in tokens:
        if token.setting is not setting:
            return None
    return setting


def _mixed_segment(tokens: Sequence[Token], width: float) -> Segment:
    """Return a line's tokens of several settings, without links and as wide as they are."""
    operators: list[str] = []
    setting: Setting | None = None
    strings: list[str] = []
    size = 0.0
    for own, hexadecimal in _settings(tokens):
        if own is not setting:
            operators += _shown(strings, setting)
            operators.append(own.operators)
            setting, strings = own, []
            size = max(size, own.size)
        strings.append(hexadecimal)
    operators += _shown(strings, setting)
    return Segment(" ".join(operators), width, size, None)


def _settings(tokens: Sequence[Token]) -> Iterator[tuple[Setting, str]]:
    """Yield tokens' words and spaces in parts of one setting each."""
    for token in tokens:
        if token.setting is not None:
            yield token.setting, token.hex
        else:
            yield from ((part.setting, part.word.hex) for part in (*token.words, *token.space))


def _with_gaps(tokens: Sequence[Token], gap: float) -> Iterator[tuple[Fragment, float]]:
    """Yield what is drawn, each with the extra space behind it."""
    last = len(tokens) - 1
    for place, token in enumerate(tokens):
        for fragment in token.words:
            yield fragment, 0.0
        for fragment in token.space:
            yield fragment, gap if place < last else 0.0


def _by_link(drawn: Iterable[tuple[Fragment, float]]) -> Iterator[list[tuple[Fragment, float]]]:
    group: list[tuple[Fragment, float]] = []
    href: str | None = None
    for fragment, gap in drawn:
        if group and fragment.look.href != href:
            yield group
            group = []
        href = fragment.look.href
        group.append((fragment, gap))
    if group:
        yield group


def _segment(group: Sequence[tuple[Fragment, float]]) -> Segment:
    operators: list[str] = []
    setting: Setting | None = None
    strings: list[str] = []
    width = 0.0
    for fragment, gap in group:
        if fragment.setting != setting:
            operators += _shown(strings, setting)
            setting, strings = fragment.setting, []
            operators.append(setting.operators)
        strings.append(fragment.word.hex)
        width += fragment.width
        if gap:
            strings.append(f">{number(-gap * 1000 / fragment.look.size)}<")
            width += gap
    operators += _shown(strings, setting)
    size = max(fragment.look.size for fragment, _ in group)
    return Segment(" ".join(operators), width, size, group[0][0].look.href)


def _shown(strings: list[str], setting: Setting | None) -> list[str]:
    """Return the operator that shows strings; one that is not hexadecimal parts them by a gap."""
    if not strings or setting is None:
        return []
    joined = "".join(strings)
    return [(_with_gaps_in(joined) if ">" in joined else f"<{joined}>Tj") + setting.closing]


def _with_gaps_in(strings: str) -> str:
    """Return the operator that shows strings with gaps between.

    None of them is empty: PDFium (CPDF_StreamContentParser, 2026) forgets a gap before an empty last one.
    """
    return f"[<{strings}>]TJ".replace("<>", "")


def aligned(
    tokens: Sequence[Token], line_width: float, align: Alignment, width: float, *, is_last: bool
) -> tuple[float, tuple[Segment, ...]]:
    """Return where a line starts in its column, and its segments; justifying stretches spaces only."""
    if align == "left" or (align == "justify" and is_last):
        return 0.0, segments(tokens, line_width)
    free = max(width - line_width, 0.0)
    if align == "justify":
        return 0.0, segments(tokens, line_width, free)
    return (free if align == "right" else free / 2), segments(tokens, line_width)
