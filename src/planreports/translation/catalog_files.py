"""A PO file becomes typed messages for translators' tools, and changed messages become PO again.

Documents read catalogs through `planreports.i18n.catalogs`; this is the view of those who write them.
What PO has no place for stands in translator's comments, which Poedit, Weblate, Lokalize and msgfmt keep:
`# state: official`, and `# reviewed: 2026-05-04 by NAME` (docs/translators.md).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planreports.i18n.text import TranslationState


@dataclass(frozen=True, slots=True)
class CatalogMessage:
    """One message of a catalog: the words to translate, their translation, and all that stands beside them.

    `context` is PO's msgctxt: a statement's id in the plan's catalog. `words` is empty where nothing is
    translated. `comment` is for the translator, from the source; `note` is the translator's own.
    `line` is the line of the PO file that the message begins in.
    """

    domain: str
    source: str
    words: str
    state: TranslationState
    context: str | None = None
    comment: str = ""
    note: str = ""
    places: tuple[tuple[str, int | None], ...] = ()
    line: int | None = None
    reviewer: str | None = None
    reviewed: date | None = None
    previous_source: str | None = None
    previous_context: str | None = None

    @property
    def id(self) -> str:
        """Return what sheets, lists and commands call the message: its context, or a digest of its words.

        >>> CatalogMessage("planreports", "Status", "", TranslationState.MISSING).id
        'm-920e41'
        """
        return self.context or "m-" + hashlib.sha256(self.source.encode()).hexdigest()[:6]


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """All messages of a PO file, in its order; `name` is the file as a user named it."""

    path: Path
    name: str
    language: str
    domain: str
    messages: tuple[CatalogMessage, ...]
