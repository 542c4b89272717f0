"""A language's catalog becomes what the command says, and what click says by itself, while it runs."""

from __future__ import annotations

import gettext
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import polib

from planreports.cli.words_of_click import WORDS_OF_CLICK
from planreports.files.resources import resource
from planreports.i18n.speech import CatalogSpeech, spoken_languages
from planreports.told import Speech

_DOMAIN = "planreports-click"
_LANGUAGES = "LANGUAGE"
"""Where gettext looks first for the languages to speak."""


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the command speaks beside English."""
    return spoken_languages(resource("locales"))


@cache
def speech_in(language: str) -> CatalogSpeech:
    """Return the speech of a language that the command speaks."""
    return CatalogSpeech.read(resource("locales"), language)


@contextmanager
def with_click_in(speech: Speech) -> Iterator[None]:
    """Let click speak a language, until the end of the block.

    Click looks its words up by gettext in a catalog of whoever uses it, which must be a file.
    """
    with tempfile.TemporaryDirectory(prefix="planreports-") as folder:
        catalog = Path(folder, speech.language, "LC_MESSAGES", f"{_DOMAIN}.mo")
        catalog.parent.mkdir(parents=True)
        catalog.write_bytes(_catalog_of_click(speech))
        with _gettext_in(folder, speech.language):
            yield


def _catalog_of_click(speech: Speech) -> bytes:
    """Return click's own words in a language, as gettext reads them."""
    made = polib.POFile()
    made.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for one, other in WORDS_OF_CLICK:
        if other is None:
            made.append(polib.POEntry(msgid=one, msgstr=speech.template(one)))
        else:
            said = {0: speech.template(one), 1: speech.template(other)}
            made.append(polib.POEntry(msgid=one, msgid_plural=other, msgstr_plural=said))
    binary: bytes = made.to_binary()
    return binary


@contextmanager
def _gettext_in(folder: str, language: str) -> Iterator[None]:
    """Let gettext find the words of its callers in a folder, until the end of the block."""
    before, languages_before = gettext.textdomain(), os.environ.get(_LANGUAGES)
    gettext.bindtextdomain(_DOMAIN, folder)
    gettext.textdomain(_DOMAIN)
    os.environ[_LANGUAGES] = language
    try:
        yield
    finally:
        gettext.textdomain(before)
        if languages_before is None:
            del os.environ[_LANGUAGES]
        else:
            os.environ[_LANGUAGES] = languages_before
