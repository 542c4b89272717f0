"""What a document says: which of the plan's statements a text lacks, and all words of a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from planreports.document.nodes import Heading, Paragraph, Run
from planreports.workspace.workspace import Workspace
from tests.outlines.pdf import artifacts
from tests.writers.trees import unspaced


class Comparison:
    """Compares words without white space, and without what stands in heads and feet between two pages."""

    def __init__(self, data: bytes, text: str) -> None:
        parts = {unspaced(part) for parts in artifacts(data).values() for part in parts}
        self.running = sorted(filter(None, parts), key=len, reverse=True)
        self.text = self.plain(text)

    def plain(self, words: str) -> str:
        words = unspaced(words)
        for part in self.running:
            words = words.replace(part, "")
        return words

    def missing(self, expected: Iterable[str]) -> list[str]:
        return [words for words in expected if self.plain(words) not in self.text]


def missing_statements(workspace: Workspace, languages: tuple[str, ...], text: str) -> list[str]:
    found = unspaced(text)
    return [
        f"{statement.id} {language}"
        for statement in workspace.plan.statements()
        for language in languages
        if unspaced(statement.text.translation(language).text) not in found
    ]


def words_of(node: object) -> Iterator[str]:
    """Yield the words of every paragraph and heading of a tree, in parts where a number or note stands."""
    if isinstance(node, Paragraph | Heading):
        parts = (inline.text if isinstance(inline, Run) else "\n" for inline in node.inlines)
        yield from filter(None, "".join(parts).split("\n"))
    if isinstance(node, tuple):
        for item in node:
            yield from words_of(item)
    elif is_dataclass(node):
        for field in fields(node):
            yield from words_of(getattr(node, field.name))
