"""PO files become catalogs: the words of a message in every language, each with its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from planreports.files.validation import Problems
from planreports.i18n.po_entries import line_of, read_entries, state_of
from planreports.i18n.text import MessageKey, Text, Translation

DOMAINS = ("planreports", "plan", "workspace")
"""What the messages of documents are sorted into, each a PO file of its own: the words of layouts and
reports, the plan's, and a workspace's own."""


@dataclass(frozen=True)
class Catalogs:
    """Translations by language; later folders' words replace earlier ones'."""

    translations: Mapping[str, Mapping[MessageKey, Translation]]

    @classmethod
    def load(cls, folders: Sequence[Path], domains: Sequence[str] = DOMAINS) -> Catalogs:
        """Return the catalogs of `<folder>/<language>/LC_MESSAGES/<domain>.po`, as far as they exist.

        Raises DataError with every mistake of all of them, as `planreports.i18n.po_entries` finds them.
        """
        problems = Problems()
        translations: dict[str, dict[MessageKey, Translation]] = {}
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

    @property
    def messages(self) -> tuple[MessageKey, ...]:
        """Return the messages that have a translation in some language, each once."""
        return tuple(dict.fromkeys(key for messages in self.translations.values() for key in messages))

    def text(self, words: str, context: str | None = None) -> Text:
        """Return a message with every translation that there is of it."""
        return self.completed(Text.of(words), context)

    def completed(self, text: Text, context: str | None = None) -> Text:
        """Return a text with the translations of its source that it does not have itself."""
        key, own = (context, text.source.text), text.languages
        found = [
            messages[key]
            for language, messages in self.translations.items()
            if key in messages and language not in own
        ]
        return replace(text, translations=(*text.translations, *found), messages=(key,))


def message_places(folder: Path, language: str) -> Mapping[str, tuple[str, int]]:
    """Return in which file and line each message of a `locales` folder begins, by its words in English."""
    found: dict[str, tuple[str, int]] = {}
    for path in sorted(folder.glob(f"{language}/LC_MESSAGES/*.po")):
        if path.stem in DOMAINS:
            for entry in read_entries(path, path.as_posix()):
                found.setdefault(entry.msgid, (path.as_posix(), line_of(entry)))
    return found


def language_folders(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the codes of the languages that have catalogs in some folders, whatever is in them."""
    found = {path.parent.parent.name for folder in folders for path in folder.glob("*/LC_MESSAGES/*.po")}
    return tuple(sorted(found))


def _read(path: Path, language: str, folder: str) -> dict[MessageKey, Translation]:
    entries = read_entries(path, f"{folder}/{language}/LC_MESSAGES/{path.name}")
    return {
        (entry.msgctxt, entry.msgid): Translation(language, entry.msgstr, state_of(entry))
        for entry in entries
        if entry.msgstr
    }
