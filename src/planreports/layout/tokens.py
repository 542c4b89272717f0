"""Rendered markup becomes tokens: tags and words, texts, and the places of what comes after them.

Python's `html.parser` reads the markup. A layout's tags return in every turn of its loops, so each is read
once; what stands between them holds hardly ever more than words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

from planreports.document.nodes import Origin
from planreports.i18n.text import Text
from planreports.layout.references import NONCHARACTERS, PrintedChart, References

_PLAIN_TAG = re.compile(r"""</?[A-Za-z](?:[^<>"'&]|"[^<>"&]*")*>""")
_MARKUP = re.compile("[<>&]")
_UNFINISHED = re.compile("<[A-Za-z/!?]")
_MOST_PARTS = 64
"""How many signs a tag holds at most, in its attributes, before what follows it is read in one go."""


class StartTag(NamedTuple):
    """A start tag; one that `closes` itself ends in `/>`."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    closes: bool = False


class EndTag(NamedTuple):
    """An end tag."""

    name: str


class Declaration(NamedTuple):
    """A declaration or a processing instruction, as it begins: no layout has one."""

    words: str


Token = StartTag | EndTag | Declaration | str | Text | Origin | PrintedChart


def tokens(source: str, references: References) -> Iterator[Token]:
    """Yield the tokens of rendered markup, its signs resolved; HTML comments are left out."""
    pieces = references.pieces(source)
    number = 0
    while number < len(pieces):
        if number % 2:
            yield references.meant(pieces[number])
        elif pieces[number]:
            used, read = _whole(pieces, number)
            if read is None:
                yield from _resolved(_read("".join(pieces[number:]), is_all=True), references)
                return
            yield from read if used == 1 else _resolved(read, references)
            number += used - 1
        number += 1


def _whole(pieces: Sequence[str], start: int) -> tuple[int, Sequence[Token] | None]:
    """Return how many pieces from `start` on end with no tag open, and their tokens; None if too many do."""
    piece = pieces[start]
    end = piece.find(">") + 1
    if not _MARKUP.search(piece, end) and (read := _tag(piece[:end])) is not None:
        return 1, (*read, piece[end:]) if end < len(piece) else read
    for used in range(1, _MOST_PARTS, 2):
        if (found := _read("".join(pieces[start : start + used]))) is not None:
            return used, found
    return 0, None


@lru_cache(maxsize=4096)
def _tag(tag: str) -> tuple[Token, ...] | None:
    """Return the token of a plain tag, and none for no tag; None if it is not plain."""
    if tag and not _PLAIN_TAG.fullmatch(tag):
        return None
    return tuple(_read(tag, is_all=True) or ())


def _read(source: str, *, is_all: bool = False) -> list[Token] | None:
    """Return the tokens of markup; None if a tag or comment is open at its end and there may be more."""
    reader = _Reader()
    reader.feed(source)
    if not is_all and _UNFINISHED.match(reader.rawdata):
        return None
    reader.close()
    return reader.found


def _resolved(read: Sequence[Token] | None, references: References) -> Iterator[Token]:
    """Yield tokens, with the signs among their words resolved."""
    for token in read or ():
        if isinstance(token, str):
            yield from references.split(token)
        else:
            yield token


class _Reader(HTMLParser):
    """Gathers the tokens of HTML."""

    rawdata: str

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, closes=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, closes=True)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], *, closes: bool) -> None:
        if NONCHARACTERS.search(tag) or any(NONCHARACTERS.search(name) for name, _ in attrs):
            self._unended(tag)
        else:
            self.found.append(StartTag(tag, _attributes(attrs), closes))

    def handle_endtag(self, tag: str) -> None:
        if NONCHARACTERS.search(tag):
            self._unended(f"/{tag}")
        else:
            self.found.append(EndTag(tag))

    def _unended(self, tag: str) -> None:
        """Note a tag that the place of the next one has got into."""
        name = NONCHARACTERS.split(tag)[0]
        self.found.append(Declaration(f"the tag <{name} without its >"))

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_decl(self, decl: str) -> None:
        self.found.append(Declaration(f"a declaration <!{decl[:20]}>"))

    def unknown_decl(self, data: str) -> None:
        self.found.append(Declaration(f"a declaration <![{data[:20]}"))

    def handle_pi(self, data: str) -> None:
        self.found.append(Declaration(f"a processing instruction <?{data[:20]}>"))


def _attributes(given: list[tuple[str, str | None]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value or "") for name, value in given)
