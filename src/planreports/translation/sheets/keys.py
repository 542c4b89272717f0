"""A message becomes the key of its row: which message it is, and how it stood when the sheet was made.

The key goes out with the row and comes back with it. What has changed since then, and on which side, is
found by comparing digests: nobody has to keep the sheet that was sent.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NamedTuple, Self

from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogMessage

_LENGTH = 10
"""Hexadecimal digits of a digest: among 10,000 messages two are alike with a chance of 1 to 20,000."""

_KEY_PATTERN = rf"pr1\.[A-Za-z][A-Za-z0-9_-]*\.[a-z][a-z0-9_-]*(?:\.[0-9a-f]{{{_LENGTH}}}){{4}}"
_KEY = re.compile(_KEY_PATTERN)
KEY_TEXT = re.compile(rf"pr1\.(?:reviewer|heads)(?![a-z0-9_.-])|{_KEY_PATTERN}")
"""What a key looks like among other words: a message's, or that of another row."""


class RowKey(NamedTuple):
    """What a row says of its message: language and domain, which one, and digests of what stood in it.

    `translation` is that of words and state together: a state is said of certain words.
    """

    language: str
    domain: str
    message: str
    source: str
    translation: str
    note: str

    def __str__(self) -> str:
        """Return the key as it stands in a sheet; an XML id may look so too (NMTOKEN).

        >>> str(RowKey("lo", "plan", *("0123456789",) * 4))
        'pr1.lo.plan.0123456789.0123456789.0123456789.0123456789'
        """
        return ".".join(("pr1", *self))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return the key that a text is; None for any other text."""
        text = text.strip()
        return cls(*text.split(".")[1:]) if _KEY.fullmatch(text) else None


def key_of(message: CatalogMessage, language: str) -> RowKey:
    """Return the key of a message as it stands in the catalog of a language now."""
    return RowKey(
        language,
        message.domain,
        identity(message.context, message.source),
        digest(message.source),
        translation_digest(message.words, message.state),
        digest(tidy(message.note)),
    )


def identity(context: str | None, source: str) -> str:
    """Return which message it is: its context's digest; without one that of its words."""
    return digest(f"context {context}") if context else digest(f"words {source}")


def translation_digest(words: str, state: TranslationState) -> str:
    """Return the digest of a translation, its state included."""
    return digest(f"{state} {plain(words)}")


def digest(text: str) -> str:
    """Return a short digest of a text, however it is written (`plain`)."""
    return hashlib.sha256(plain(text).encode()).hexdigest()[:_LENGTH]


def plain(text: str) -> str:
    """Return a text in NFC and with plain line ends: what every program gives back that saved it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def tidy(note: str) -> str:
    r"""Return a note without empty lines and spaces at its ends: a comment of a PO file has none.

    >>> tidy(" Ask the protocol office.\n\nBy May. ")
    'Ask the protocol office.\nBy May.'
    """
    return "\n".join(filter(None, (line.strip() for line in plain(note).split("\n"))))
