"""A PO file becomes typed messages for translators' tools, and changed messages become PO again.

Documents read catalogs through `planreports.i18n.catalogs`; this is the view of those who write them.
What PO has no place for stands in translator's comments, which Poedit, Weblate, Lokalize and msgfmt keep:
`# state: official`, and `# reviewed: 2026-05-04 by NAME` (`planreports.i18n.po_entries`).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import polib

from planreports.errors import DataError, Problem, did_you_mean
from planreports.files.atomic import write_atomically
from planreports.files.reading import read_bytes, text_of
from planreports.files.validation import Problems
from planreports.i18n import speech
from planreports.i18n.catalogs import DOMAINS
from planreports.i18n.po_entries import (
    FUZZY,
    MAXIMUM_BYTES,
    Marks,
    checked_entries,
    comment_of,
    line_of,
    marks_of,
    state_of,
)
from planreports.i18n.text import TranslationState
from planreports.told import told
from planreports.translation.po_blocks import Block, Blocks

_KNOWN = frozenset({*DOMAINS, speech.DOMAIN})
"""The domains that there are; other PO files are somebody else's."""


@dataclass(frozen=True, slots=True)
class CatalogMessage:
    """One message of a catalog: the words to translate, their translation, and all that stands beside them.

    `context` is PO's msgctxt: a statement's id in the plan's catalog. `words` is empty where nothing is
    translated. `comment` is for the translator, from the source; `note` is the translator's own.
    `translator` is who wrote the words, such as `machine-drafted`; `reviewer` who approved them.
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
    translator: str | None = None

    @property
    def id(self) -> str:
        """Return what sheets, lists and commands call the message: its context, or a digest of its words.

        >>> CatalogMessage("planreports", "Status", "", TranslationState.MISSING).id
        'm-920e413c'
        """
        return self.context or "m-" + hashlib.sha256(self.source.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """All messages of a PO file, in its order; `name` is the file as a user named it, `text` all of it."""

    path: Path
    name: str
    language: str
    domain: str
    messages: tuple[CatalogMessage, ...]
    text: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a message; what is None stays as it is.

    Other words without a state are a draft, and no words are missing: nobody has approved them. Only what is
    reviewed or official keeps who reviewed it; a draft whose words stay keeps what the English was
    before, and one that was `suggested` says where its words are from.
    """

    words: str | None = None
    state: TranslationState | None = None
    reviewer: str | None = None
    reviewed: date | None = None
    note: str | None = None
    translator: str | None = None
    suggested: str | None = None


def read_catalog(path: Path, name: str | None = None, *, refuses_words: bool = True) -> CatalogFile:
    """Return a PO file, `<language>/LC_MESSAGES/<domain>.po`.

    Raises DataError with every mistake of it; if it `refuses_words` no more, words may be as they are.
    """
    name = name or path.as_posix()
    data = read_bytes(path, name, MAXIMUM_BYTES)
    entries = checked_entries(text_of(data, name), name, refuses_words=refuses_words)
    messages = tuple(_message(entry, path.stem) for entry in entries)
    return CatalogFile(path, name, path.parent.parent.name, path.stem, messages, data.decode("utf-8"))


def catalog_files(folders: Iterable[Path], language: str | None = None) -> list[CatalogFile]:
    """Return the catalogs of `locales` folders, in one language or in all.

    Raises DataError with every mistake of all of them.
    """
    problems = Problems()
    found: list[CatalogFile] = []
    for path in catalog_paths(folders, language):
        with problems.collecting():
            found.append(read_catalog(path))
    problems.raise_if_any()
    return found


def catalog_paths(folders: Iterable[Path], language: str | None = None) -> Iterator[Path]:
    """Yield the PO files of `locales` folders, in one language or in all."""
    for folder in folders:
        for path in sorted(folder.glob(f"{language or '*'}/LC_MESSAGES/*.po")):
            if path.stem in _KNOWN:
                yield path


def changed(catalog: CatalogFile, changes: Mapping[str, Change]) -> str:
    """Return the text of a PO file in which some messages, by their ids, are changed; all else is as it was.

    Raises DataError for an id that no message has, with the nearest, and for words that a catalog cannot
    hold, such as other placeholders than the English has.
    """
    known = {message.id for message in catalog.messages}
    unknown = [id_ for id_ in changes if id_ not in known]
    if unknown:
        raise DataError(
            Problem(told("there is no message `{id}`", id=id_), catalog.name, hint=did_you_mean(id_, known))
            for id_ in unknown
        )
    names = Counter(message.id for message in catalog.messages)
    if twice := [id_ for id_ in changes if names[id_] > 1]:
        raise DataError(
            Problem(told("two messages are called `{id}`", id=id_), catalog.name) for id_ in twice
        )
    blocks = Blocks.of(catalog.text)
    numbers = [number for number, block in enumerate(blocks.entries) if not block.is_obsolete]
    if len(numbers) != len(catalog.messages):
        raise DataError(Problem(told("the header does not stand first in this file"), catalog.name, 1))
    entries = list(blocks.entries)
    for number, message in zip(numbers, catalog.messages, strict=True):
        if (change := changes.get(message.id)) is not None:
            entries[number] = _changed_block(entries[number], change, blocks)
    text = str(replace(blocks, entries=tuple(entries)))
    checked_entries(text_of(text.encode(), catalog.name), catalog.name)
    return text


def write_changed(catalog: CatalogFile, changes: Mapping[str, Change]) -> bool:
    """Write a PO file with changed messages; return whether anything is different now.

    Raises DataError if the file is not any more what was read: another program has saved it since.
    """
    text = changed(catalog, changes)
    if read_bytes(catalog.path, catalog.name, MAXIMUM_BYTES).decode("utf-8") != catalog.text:
        message = told("another program has changed this file in the meantime")
        raise DataError(Problem(message, catalog.name, hint=told("nothing is written; try again")))
    if text == catalog.text:
        return False
    write_atomically(catalog.path, text.encode())
    return True


def _message(entry: polib.POEntry, domain: str) -> CatalogMessage:
    marks = marks_of(entry)
    return CatalogMessage(
        domain,
        entry.msgid,
        entry.msgstr,
        state_of(entry),
        entry.msgctxt,
        entry.comment,
        marks.note,
        tuple((file, int(line) if line else None) for file, line in entry.occurrences),
        line_of(entry),
        marks.reviewer,
        marks.reviewed,
        entry.previous_msgid,
        entry.previous_msgctxt,
        marks.translator,
    )


def _changed_block(block: Block, change: Change, blocks: Blocks) -> Block:
    entry = block.entry()
    before = (entry.msgstr, state_of(entry), marks_of(entry))
    _apply(change, entry)
    if (entry.msgstr, state_of(entry), marks_of(entry)) == before:
        return block
    return replace(block, text=blocks.written(entry))


def _apply(change: Change, entry: polib.POEntry) -> None:
    before, marks = entry.msgstr, marks_of(entry)
    words = before if change.words is None else unicodedata.normalize("NFC", change.words)
    state = change.state or (state_of(entry) if words == before else TranslationState.DRAFT)
    if words != before:
        marks = replace(marks, translator=None, suggested=None, reviewer=None, reviewed=None)
    entry.msgstr = words
    entry.flags = [flag for flag in entry.flags if flag != FUZZY]
    if state is TranslationState.DRAFT and words:
        entry.flags.insert(0, FUZZY)
    if FUZZY not in entry.flags or (words != before and not change.suggested):
        entry.previous_msgid = entry.previous_msgctxt = None
    entry.tcomment = comment_of(_marks_after(change, marks, state if words else TranslationState.MISSING))


def _marks_after(change: Change, marks: Marks, state: TranslationState) -> Marks:
    """Return an entry's marks once it is changed to a state."""
    marks = replace(
        marks,
        note=marks.note if change.note is None else change.note,
        translator=change.translator or marks.translator,
        suggested=change.suggested or marks.suggested,
    )
    if state in (TranslationState.DRAFT, TranslationState.MISSING):
        return replace(marks, is_official=False, reviewer=None, reviewed=None)
    return replace(
        marks,
        is_official=state is TranslationState.OFFICIAL,
        reviewer=change.reviewer or marks.reviewer,
        reviewed=change.reviewed or marks.reviewed,
        formerly=None,
        suggested=None,
    )
