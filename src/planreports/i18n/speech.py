"""The catalog of a language becomes its speech: what a command says, in that language."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from planreports.files.reading import read_text
from planreports.told import Told, spoken

DOMAIN = "command"
"""The catalogs of what the command says; documents never read them."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]|%\([a-z]+\)[a-z]?")
"""Where values stand, in our templates, in those of click, and in what is broken."""


@dataclass(frozen=True)
class CatalogSpeech:
    """A language and its templates by their English; what is not translated is said in English.

    `is_draft` where any of them is a translation that nobody has reviewed.
    """

    language: str
    templates: Mapping[str, str]
    is_draft: bool = False

    @classmethod
    def read(cls, folder: Path, language: str) -> CatalogSpeech:
        """Return the speech of a `locales` folder's catalog.

        A translation whose placeholders are not those of the English is passed over. Raises DataError for a
        file that is not there or no text, OSError and ValueError for one that polib cannot read.
        """
        path = catalog_path(folder, language)
        entries = polib.pofile(read_text(path, path.relative_to(folder.parent).as_posix()))
        usable = [each for each in entries if _is_usable(each)]
        return cls(language, {each.msgid: each.msgstr for each in usable}, any(each.fuzzy for each in usable))

    def template(self, words: str) -> str:
        """Return a template in the language, or in English where it is not translated."""
        return self.templates.get(words, words)

    def value(self, value: object) -> str:
        """Return a value as the language writes it: messages and texts in its words, dates with months."""
        if isinstance(value, Told):
            return spoken(value, self)
        if isinstance(value, str):
            return value
        # help is shown without what dates and texts need
        values = importlib.import_module("planreports.i18n.spoken_values")
        words: str = values.in_words(value, self.language)
        return words


def catalog_path(folder: Path, language: str) -> Path:
    """Return where a `locales` folder keeps what the command says in a language."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def spoken_languages(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that a `locales` folder has what the command says in."""
    return tuple(sorted(path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def _is_usable(entry: polib.POEntry) -> bool:
    expected, found = (set(_PLACEHOLDER.findall(words)) for words in (entry.msgid, entry.msgstr))
    return bool(entry.msgstr) and not entry.obsolete and expected == found
