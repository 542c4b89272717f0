"""PO text becomes blocks, one an entry, and blocks become PO text again, byte for byte.

So an entry can be written anew while all else stays as whatever tool wrote it has it: its line breaks, its
order, its comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import polib

WRAP_WIDTH = 100
"""How many characters a line of what we write holds at most, unless the file's own are narrower."""

_NARROW = 80
"""gettext and Poedit break lines after at most 79 characters."""

_HEADER = 'msgid ""\nmsgstr ""\n\n'
"""An entry before the one that is read: polib takes the comments of a file's first entry for the header's."""

_BYTE_ORDER_MARK = "\ufeff"

_KEYWORD = re.compile(r"\s*(?:#~\s+)?(?P<name>msgctxt|msgid|msgid_plural|msgstr)\b")
_GOES_ON = re.compile(r"\s*(?:#~\s+)?(?:\"|msgstr\[[1-9])")
"""A line that belongs to a translation which has begun: more of its words, or a further plural form."""

_IS_HEADER = re.compile(r'\A(?:#.*\n|\s*\n)*msgid ""[ \t]*\r?\nmsgstr')
_OBSOLETE_PREVIOUS = re.compile(r"^#~\|", re.MULTILINE)
"""What the English was before, in an obsolete entry: polib passes over it."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one entry with their line feeds; `line` is the first one's number, from 1.

    `before` are the lines above it that belong to no entry, such as empty ones.
    """

    text: str
    before: str = "\n"
    line: int = 1

    @property
    def is_obsolete(self) -> bool:
        """Return whether the block is an entry that the source does not have any more."""
        return re.search(r"^\s*#~\s+msgid\b", self.text, re.MULTILINE) is not None

    def entry(self) -> polib.POEntry:
        """Return the block as polib reads it. Raises OSError for what is no entry."""
        (entry,) = polib.pofile(_HEADER + _OBSOLETE_PREVIOUS.sub("#|", self.text))
        return entry


@dataclass(frozen=True)
class Blocks:
    """A whole PO file: the header's entry, those of its messages, and what stands below the last."""

    header: Block
    entries: tuple[Block, ...]
    rest: str = ""

    @classmethod
    def of(cls, text: str) -> Blocks:
        """Return the blocks of PO text that is known to be right."""
        mark, text = (text[:1], text[1:]) if text.startswith(_BYTE_ORDER_MARK) else ("", text)
        *blocks, rest = _blocks(text)
        has_header = bool(blocks) and _IS_HEADER.search(blocks[0].text) is not None
        header = blocks.pop(0) if has_header else Block("", "", 0)
        return cls(replace(header, before=mark + header.before), tuple(blocks), rest.text)

    def __str__(self) -> str:
        """Return the file's text."""
        blocks = [block for block in (self.header, *self.entries) if block.before or block.text]
        ended = [_ended(block.text) for block in blocks[:-1]]
        texts = [*ended, *(block.text for block in blocks[-1:])]
        return "".join(block.before + text for block, text in zip(blocks, texts, strict=True)) + self.rest

    def written(self, entry: polib.POEntry) -> str:
        """Return the lines of an entry as the file has its others: as long, and ended in the same way."""
        text = entry.__unicode__(self._wrap_width).rstrip("\n") + "\n"
        return text.replace("\n", "\r\n") if "\r\n" in self.header.text else text

    def made(self, entry: polib.POEntry) -> Block:
        """Return a new block."""
        return Block(self.written(entry), "\r\n" if "\r\n" in self.header.text else "\n")

    @cached_property
    def _wrap_width(self) -> int:
        lines = (line for line in str(self).split("\n") if line.startswith('"'))
        longest = max(map(len, lines), default=0)
        return _NARROW - 1 if 0 < longest <= _NARROW else WRAP_WIDTH


def _ended(text: str) -> str:
    """Return the text of a block that another follows."""
    return text if text.endswith("\n") or not text else text + "\n"


def _blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of PO text, and last what stands below them."""
    before, lines, first = "", "", 1
    is_translated = False
    for number, line in enumerate(_lines(text), 1):
        if is_translated and not _GOES_ON.match(line):
            yield Block(lines, before, first)
            before, lines, is_translated = "", "", False
        if not lines and not line.strip():
            before += line
            continue
        if not lines:
            first = number
        lines += line
        keyword = _KEYWORD.match(line)
        is_translated = is_translated or bool(keyword and keyword["name"] == "msgstr")
    if is_translated:
        yield Block(lines, before, first)
        before, lines = "", ""
    yield Block(before + lines, "", first)


def _lines(text: str) -> list[str]:
    """Return lines with their line feeds; other separators that Unicode knows are words of a message."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
