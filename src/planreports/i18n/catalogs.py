"""PO files become catalogs: the words of a message in every language, each with its state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polib

from planreports.errors import DataError, Problem
from planreports.files.characters import refusal
from planreports.files.reading import read_text
from planreports.files.validation import Problems
from planreports.i18n.text import Text, Translation, TranslationState

MAXIMUM_BYTES = 8 * 1024 * 1024
"""The largest PO file that is read."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
"""What stands in braces, and braces that are alone."""

_PO_LINE = re.compile(
    r"\s*(#.*)?|\s*((msgctxt|msgid|msgid_plural|msgstr(\[[0-9]+\])?)\s+)?\"([^\"\\]|\\.)*\"\s*"
)
_SYNTAX_ERROR = re.compile(r".*\(line (?P<line>[0-9]+)\)(?:: (?P<message>.*))?")
_SPLIT_SARA_AM = "\u0ecd\u0eb2"

Key = tuple[str | None, str]
"""A message's context (msgctxt) and its words in the source language (msgid)."""


@dataclass(frozen=True)
class Catalogs:
    """Translations by language; later folders' words replace earlier ones'."""

    translations: Mapping[str, Mapping[Key, Translation]]

    @classmethod
    def load(cls, folders: Sequence[Path], domains: Sequence[str] = ("planreports", "plan")) -> Catalogs:
        """Return the catalogs of `<folder>/<language>/LC_MESSAGES/<domain>.po`, as far as they exist.

        Raises DataError with every mistake of all of them: broken syntax, messages that stand twice,
        placeholders that differ from the source's, ຳ written as two characters.
        """
        problems = Problems()
        translations: dict[str, dict[Key, Translation]] = {}
        for folder in folders:
            for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
                if path.stem in domains:
                    language = path.parent.parent.name
                    with problems.collecting():
                        translations.setdefault(language, {}).update(_read(path, language, folder.name))
        problems.raise_if_any()
        return cls(translations)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages that there are translations in."""
        return tuple(sorted(self.translations))

    def text(self, words: str, context: str | None = None) -> Text:
        """Return a message with every translation that there is of it."""
        return self.completed(Text.of(words), context)

    def completed(self, text: Text, context: str | None = None) -> Text:
        """Return a text with the translations of its source that it does not have itself."""
        for language, messages in self.translations.items():
            found = messages.get((context, text.source.text))
            if found and language not in text.languages:
                text = text.translated(language, found.text, found.state)
        return text


def language_folders(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the codes of the languages that have catalogs in some folders, whatever is in them."""
    found = {path.parent.parent.name for folder in folders for path in folder.glob("*/LC_MESSAGES/*.po")}
    return tuple(sorted(found))


def _read(path: Path, language: str, folder: str) -> dict[Key, Translation]:
    name = f"{folder}/{language}/LC_MESSAGES/{path.name}"
    entries = _entries(read_text(path, name, MAXIMUM_BYTES), name)
    problems: list[Problem] = []
    messages: dict[Key, Translation] = {}
    for entry in entries:
        key = (entry.msgctxt, entry.msgid)
        if key in messages:
            problems.append(Problem(f"the message `{_cut(entry.msgid)}` stands twice", name, _line(entry)))
        problems += (Problem(message, name, _line(entry), None, hint) for message, hint in _mistakes(entry))
        if entry.msgstr:
            messages[key] = Translation(language, entry.msgstr, _state(entry))
    if problems:
        raise DataError(problems)
    return messages


def _entries(text: str, name: str) -> list[polib.POEntry]:
    """Return a PO file's entries; polib takes unquoted words for quoted ones, so lines are read first."""
    broken = [number for number, line in enumerate(text.split("\n"), 1) if not _PO_LINE.fullmatch(line)]
    if broken:
        message = "this line is not PO"
        raise DataError(
            Problem(message, name, number, 1, 'expected msgid "…" or msgstr "…"') for number in broken
        )
    try:
        return [entry for entry in polib.pofile(text) if not entry.obsolete]
    except (OSError, ValueError) as error:
        match = _SYNTAX_ERROR.match(str(error))
        line = int(match["line"]) if match else None
        words = (match and match["message"]) or "a msgid and its msgstr are expected"
        raise DataError(Problem(f"this is not a PO file: {words}", name, line)) from error


def _line(entry: polib.POEntry) -> int:
    """Return the line that an entry begins in; polib calls that of a file's first entry 0."""
    return max(entry.linenum or 1, 1)


def _state(entry: polib.POEntry) -> TranslationState:
    """Return a translation's state: fuzzy is a draft; `# state: official` says more than reviewed."""
    if entry.fuzzy:
        return TranslationState.DRAFT
    if "state: official" in (entry.tcomment or ""):
        return TranslationState.OFFICIAL
    return TranslationState.REVIEWED


def _mistakes(entry: polib.POEntry) -> Iterator[tuple[str, str]]:
    words = entry.msgstr
    if not words:
        return
    expected, found = (sorted(set(_PLACEHOLDER.findall(each))) for each in (entry.msgid, words))
    if expected != found:
        yield (
            f"the placeholders of `{_cut(entry.msgid)}` differ: {' '.join(found) or 'none'}",
            f"expected {' '.join(expected) or 'none'}",
        )
    if refused := refusal(words):
        yield refused
    if _SPLIT_SARA_AM in words:
        yield "ຳ is written as two characters, U+0ECD U+0EB2", "write U+0EB3"


def _cut(words: str) -> str:
    return words if len(words) <= 40 else words[:40] + "…"
