"""CommonMark of YAML fields becomes plain blocks and words; what documents do not hold is refused.

markdown-it-py parses (CommonMark, HTML off); nothing of it reaches a document but words, emphasis,
links, lists and paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from planreports.files.characters import refusal
from planreports.told import Told, told

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\"<>\\]+", re.IGNORECASE)
_PARSER = MarkdownIt("commonmark", {"html": False})

_NOT_PLAIN = re.compile(r"[#`~><\[&|]|^(?:[ \t]*[-=*_+0-9]| {4}| {0,3}\t)", re.MULTILINE)
"""What any construct that is refused begins with, and some that are not."""

_REFUSED = {
    "heading": told("a heading"),
    "hr": told("a line"),
    "code_block": told("code (a line that begins with four spaces)"),
    "fence": told("code"),
    "code_inline": told("code"),
    "blockquote": told("a block quote"),
    "html_block": told("HTML"),
    "html_inline": told("HTML"),
    "image": told("an image"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one appearance; `href` is an http, https or mailto address."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


InlineContent = tuple[Words | Break, ...]


@dataclass(frozen=True, slots=True)
class ParagraphContent:
    """A paragraph's words."""

    inlines: InlineContent


@dataclass(frozen=True, slots=True)
class ListContent:
    """A list's items, each a sequence of blocks; `start` is the first number of an ordered list."""

    items: tuple[tuple[BlockContent, ...], ...]
    ordered: bool
    start: int = 1


BlockContent = ParagraphContent | ListContent


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that a field may not hold; `line` counts from 1 within the field."""

    line: int
    message: Told
    hint: Told


def parse_commonmark(words: str) -> tuple[BlockContent, ...]:
    """Return the blocks of a field. What `refusals` reports is kept as its plain words."""
    return tuple(_blocks(SyntaxTreeNode(_PARSER.parse(words)).children))


def inline_content(words: str) -> InlineContent:
    """Return a field as one run of words: its paragraphs and items joined by line breaks."""
    lines = list(_lines(parse_commonmark(words)))
    return tuple(part for number, line in enumerate(lines) for part in ((Break(), *line) if number else line))


def is_plain(words: str) -> bool:
    """Return whether a field has no construct that could be refused, at a glance: False says nothing.

    Its characters are not looked at: they were when their file was read.

    >>> is_plain("Two *meetings* were held."), is_plain("# Meetings")
    (True, False)
    """
    return not _NOT_PLAIN.search(words)


def refusals(words: str) -> list[Refusal]:
    """Return everything in a field that documents do not hold, in order."""
    return list(_refusals(SyntaxTreeNode(_PARSER.parse(words)), 1))


def _refusals(node: SyntaxTreeNode, line: int) -> Iterator[Refusal]:
    if not node.is_root and node.map:
        line = node.map[0] + 1
    if node.type in _REFUSED:
        yield Refusal(
            line,
            told("{what} cannot stand in a field", what=_REFUSED[node.type]),
            told("use paragraphs, lists, *emphasis* and links"),
        )
    if node.type == "link" and not _ADDRESS.fullmatch(str(node.attrs.get("href", ""))):
        address = str(node.attrs.get("href", ""))[:60]
        yield Refusal(
            line,
            told("the link `{address}` leads nowhere", address=address),
            told("expected https://…, http://… or mailto:…"),
        )
    if node.type == "text" and (refused := refusal(node.content)):
        yield Refusal(line, *refused)
    for child in node.children:
        yield from _refusals(child, line)


def _blocks(nodes: list[SyntaxTreeNode]) -> Iterator[BlockContent]:
    for node in nodes:
        if node.type in ("bullet_list", "ordered_list"):
            items = tuple(tuple(_blocks(item.children)) for item in node.children)
            yield ListContent(items, node.type == "ordered_list", int(node.attrs.get("start", 1)))
        elif node.type == "blockquote":
            yield from _blocks(node.children)
        elif node.type in ("paragraph", "heading"):
            inlines = tuple(_inlines(node.children, Words("")))
            if inlines:
                yield ParagraphContent(inlines)
        elif node.content.strip():
            yield ParagraphContent((Words(" ".join(node.content.split())),))


def _inlines(nodes: list[SyntaxTreeNode], look: Words) -> Iterator[Words | Break]:
    for node in nodes:
        match node.type:
            case "strong":
                yield from _inlines(node.children, replace(look, bold=True))
            case "em":
                yield from _inlines(node.children, replace(look, italic=True))
            case "link":
                address = str(node.attrs.get("href", ""))
                href = address if _ADDRESS.fullmatch(address) else look.href
                yield from _inlines(node.children, replace(look, href=href))
            case "softbreak":
                yield replace(look, text=" ")
            case "hardbreak":
                yield Break()
            case "inline" | "image":
                yield from _inlines(node.children, look)
            case _ if node.content:
                yield replace(look, text=node.content)


def _lines(blocks: tuple[BlockContent, ...]) -> Iterator[InlineContent]:
    for block in blocks:
        if isinstance(block, ParagraphContent):
            yield block.inlines
        else:
            for item in block.items:
                yield from _lines(item)
