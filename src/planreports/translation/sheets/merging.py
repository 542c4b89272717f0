"""Returned rows and catalogs become changes, conflicts and problems: three versions of each message compared.

What a row was when it went out, its key says. A translation and its state are one: approval is of certain
words. A note is merged by itself.

| the sheet's | the catalog's | what becomes of it |
| --- | --- | --- |
| as sent | anything | stays as the catalog has it |
| changed | as sent | is changed |
| changed | changed to the same | stays |
| changed | changed otherwise, or its English changed | a conflict: nothing, unless one side is preferred |
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from planreports.errors import Problem, did_you_mean
from planreports.files.characters import REFUSED, refusal
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.po_entries import mark_in
from planreports.i18n.text import TranslationState
from planreports.i18n.translation_mistakes import mistakes, shortened
from planreports.told import Told, as_it_is, told
from planreports.translation.catalog_files import CatalogFile, CatalogMessage, Change
from planreports.translation.sheets.columns import SheetField
from planreports.translation.sheets.keys import digest, identity, plain, tidy, translation_digest
from planreports.translation.sheets.returned import ReturnedRow, ReturnedSheet
from planreports.translation.sheets.words import SheetWords, UnknownStateError

_APPROVED = (TranslationState.REVIEWED, TranslationState.OFFICIAL)
_LONGEST_NAME = 200
_SHOWN = 60


class Preference(StrEnum):
    """Whose version is taken in a conflict."""

    SHEET = "sheet"
    CATALOG = "catalog"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A message that both sides have changed; `what` says how, `sheet` and `catalog` are their versions."""

    row: ReturnedRow
    message: CatalogMessage
    what: Told
    sheet: Told
    catalog: Told

    def problem(self) -> Problem:
        """Return the conflict as a problem, with both versions."""
        message = told(
            "`{id}`: {what}\n- sheet: {sheet}\n- catalog: {catalog}",
            id=self.message.id,
            what=self.what,
            sheet=self.sheet,
            catalog=self.catalog,
        )
        return self.row.at(SheetField.TRANSLATION).problem(message)


@dataclass(frozen=True, slots=True)
class MergedMessage:
    """A message, the catalog that it is in, and what becomes of it."""

    catalog: CatalogFile
    message: CatalogMessage
    change: Change


@dataclass(frozen=True, slots=True)
class Merge:
    """What a returned file comes to. Where there are problems or conflicts nothing of it is to be written."""

    name: str
    rows: int
    merged: tuple[MergedMessage, ...]
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]

    @property
    def refusals(self) -> list[Problem]:
        """Return why nothing is to be written, if something speaks against it."""
        return [*self.problems, *(each.problem() for each in self.conflicts)]

    def changes(self) -> list[tuple[CatalogFile, Mapping[str, Change]]]:
        """Return the catalogs that change, each with its changes by the ids of messages."""
        found: dict[str, tuple[CatalogFile, dict[str, Change]]] = {}
        for each in self.merged:
            name = each.catalog.path.as_posix()
            found.setdefault(name, (each.catalog, {}))[1][each.message.id] = each.change
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Reviewing:
    """How a file is taken in: who reviewed it (else the sheet says), on which day, who wins a conflict.

    `catalogs` are the words in which sheets say states.
    """

    catalogs: Catalogs
    day: datetime.date
    reviewer: str | None = None
    preference: Preference | None = None


def merge(sheet: ReturnedSheet, catalogs: Sequence[CatalogFile], reviewing: Reviewing) -> Merge:
    """Return what becomes of the messages of a returned file; one in two catalogs is that of the later."""
    merging = _Merging(_known(catalogs), reviewing, list(sheet.problems))
    merged = tuple(merging.all(sheet.rows))
    return Merge(sheet.name, len(sheet.rows), merged, tuple(merging.conflicts), tuple(merging.problems))


_Identity = tuple[str, str, str]
"""A message's language, domain and identity."""

_Known = Mapping[_Identity, tuple[CatalogFile, CatalogMessage]]


def _known(catalogs: Iterable[CatalogFile]) -> _Known:
    """Return all messages by what keys say of them; one whose English changed by its former too."""
    found: dict[_Identity, tuple[CatalogFile, CatalogMessage]] = {}
    for catalog in catalogs:
        for each in catalog.messages:
            found[catalog.language, catalog.domain, identity(each.context, each.source)] = catalog, each
    for catalog in catalogs:
        for each in catalog.messages:
            if each.previous_source and not each.context:
                former = catalog.language, catalog.domain, identity(None, each.previous_source)
                found.setdefault(former, (catalog, each))
    return found


@dataclass
class _Merging:
    known: _Known
    reviewing: Reviewing
    problems: list[Problem]
    conflicts: list[Conflict] = field(default_factory=list)
    _seen: dict[_Identity, ReturnedRow] = field(default_factory=dict)

    def all(self, rows: Sequence[ReturnedRow]) -> Iterator[MergedMessage]:
        for row in rows:
            key = row.key[:3]
            if (before := self._seen.setdefault(key, row)) is not row:
                message = told("the message `{id}` stands twice", id=row.id)
                hint = told("also at {place}", place=before.place.inside or before.place.line)
                self.problems.append(row.place.problem(message, hint))
            elif (found := self.known.get(key)) is None:
                self._unknown(row)
            elif change := self._row(row, found[1]):
                yield MergedMessage(*found, change)

    def _unknown(self, row: ReturnedRow) -> None:
        if row.key.language not in {catalog.language for catalog, _ in self.known.values()}:
            language = row.key.language
            text = told("there is no catalog in the language `{language}`", language=language)
            self.problems.append(row.place.problem(text))
            return
        ids = [message.id for _, message in self.known.values()]
        message = told("there is no message `{id}` in the catalogs any more", id=row.id)
        hint = did_you_mean(row.id, ids) if row.id not in ids else told("its English is another now")
        self.problems.append(row.at(SheetField.REFERENCE).problem(message, hint))

    def _row(self, row: ReturnedRow, message: CatalogMessage) -> Change | None:
        """Return the change that a row asks for; note what speaks against it."""
        before = len(self.problems)
        self._check_locked(row, message)
        state = self._state(row)
        if state is None or len(self.problems) > before:
            return None
        translation = self._translation(row, message, state)
        note = self._note(row, message)
        if translation is None and note is None:
            return None
        translation = translation or Change()
        return Change(translation.words, translation.state, translation.reviewer, translation.reviewed, note)

    def _check_locked(self, row: ReturnedRow, message: CatalogMessage) -> None:
        """Note an id or English that was edited, although it is locked."""
        if row.id and row.id not in _ids(row, message):
            text = told(
                "the reference `{edited}` was edited: it is `{id}`", edited=_cut(row.id), id=message.id
            )
            self.problems.append(row.at(SheetField.REFERENCE).problem(text, told("write it as it was")))
        if digest(row.source) != row.key.source:
            text = told("`{id}`: the English was edited: `{words}`", id=message.id, words=_cut(row.source))
            before_it = told("write it as it was: `{words}`", words=_cut(message.source))
            hint = before_it if _is_as_sent(row, message) else None
            self.problems.append(row.at(SheetField.SOURCE).problem(text, hint))

    def _state(self, row: ReturnedRow) -> TranslationState | None:
        if isinstance(row.state, TranslationState):
            return row.state
        try:
            return SheetWords(self.reviewing.catalogs, row.key.language).state_of(row.state)
        except UnknownStateError as error:
            unknown = told("unknown state `{state}`", state=_cut(row.state))
            message = unknown if row.state else told("the state is empty")
            self.problems.append(row.at(SheetField.STATE).problem(message, error.hint))
            return None

    # The translation ---------------------------------------------------------------------------------

    def _translation(
        self, row: ReturnedRow, message: CatalogMessage, state: TranslationState
    ) -> Change | None:
        """Return the change of words and state; None where the sheet or a conflict has none."""
        words = plain(row.translation)
        if translation_digest(words, state) == row.key.translation:
            return None
        words = _fitted(words, message.source)
        if state is TranslationState.MISSING and words.strip():
            if row.key.translation != translation_digest("", TranslationState.MISSING):
                self._contradictory(row, message)
                return None
            state = TranslationState.DRAFT  # words were written where none had been
        if (words, state) == (message.words, message.state):
            return None
        if not words.strip():
            return self._taken_away(row, message, state)
        if found := list(mistakes(message.source, words)):
            place = row.at(SheetField.TRANSLATION)
            self.problems += (
                place.problem(told("`{id}`: {message}", id=message.id, message=each.message), each.hint)
                for each in found
            )
            return None
        return self._agreed(row, message, words, state)

    def _taken_away(
        self, row: ReturnedRow, message: CatalogMessage, state: TranslationState
    ) -> Change | None:
        if state is not TranslationState.MISSING:
            state_word = state.value
            text = told(
                "`{id}`: the translation is empty, but its state is {state}", id=message.id, state=state_word
            )
            hint = told("write the words, or choose `missing` to take them away")
            self.problems.append(row.at(SheetField.TRANSLATION).problem(text, hint))
            return None
        return self._agreed(row, message, "", state)

    def _agreed(
        self, row: ReturnedRow, message: CatalogMessage, words: str, state: TranslationState
    ) -> Change | None:
        """Return the change unless the catalog has changed too, and is preferred or nobody is."""
        is_same_english = row.key.source == digest(message.source)
        is_same = row.key.translation == translation_digest(message.words, message.state)
        if not is_same or not is_same_english:
            what = (
                told("its translation was changed here too")
                if is_same_english
                else told("its English has changed since: `{words}`", words=_cut(message.source))
            )
            if not self._is_preferred(row, message, what, _said(words, state)):
                return None
        if not is_same_english and state in _APPROVED:
            state = TranslationState.DRAFT  # nobody has approved it for the English that it has now
        return self._approved(row, words, state)

    def _contradictory(self, row: ReturnedRow, message: CatalogMessage) -> None:
        """Note words whose state says that there are none: were they to be taken away, or not?"""
        text = told("`{id}`: the state is missing, but there are words", id=message.id)
        hint = told("empty the cell to take them away, or choose another state")
        self.problems.append(row.at(SheetField.STATE).problem(text, hint))

    def _is_preferred(self, row: ReturnedRow, message: CatalogMessage, what: Told, sheet: Told) -> bool:
        if self.reviewing.preference is None:
            catalog = _said(message.words, message.state)
            self.conflicts.append(Conflict(row, message, what, sheet, catalog))
        return self.reviewing.preference is Preference.SHEET

    def _approved(self, row: ReturnedRow, words: str, state: TranslationState) -> Change | None:
        """Return the change with who approved it and when, if it is approved."""
        if state not in _APPROVED:
            return Change(words, state)
        reviewer = " ".join((self.reviewing.reviewer or row.reviewer).split())
        place = row.at(SheetField.STATE)
        if not reviewer:
            text = told("the state is {state}, and nobody says who approved the words", state=state.value)
            hint = told("fill in the name at the top, or give --by NAME")
            self.problems.append(place.problem(text, hint))
            return None
        if len(reviewer) > _LONGEST_NAME or REFUSED.search(reviewer):
            text = told("the reviewer's name is too long, or has control characters")
            self.problems.append(place.problem(text))
            return None
        return Change(words, state, unicodedata.normalize("NFC", reviewer), self.reviewing.day)

    # The note ----------------------------------------------------------------------------------------

    def _note(self, row: ReturnedRow, message: CatalogMessage) -> str | None:
        """Return the note to be written; None where it stays."""
        note = tidy(row.note)
        if digest(note) == row.key.note or note == tidy(message.note):
            return None
        place = row.at(SheetField.NOTE)
        if refused := refusal(note):
            text = told("`{id}`: {message}", id=message.id, message=refused[0])
            self.problems.append(place.problem(text, refused[1]))
            return None
        if mark := mark_in(note):
            text = told("`{id}`: a line of the comment begins with `{mark}:`", id=message.id, mark=mark)
            hint = told("put another word before it: catalogs say states and names so")
            self.problems.append(place.problem(text, hint))
            return None
        is_same = digest(tidy(message.note)) == row.key.note
        if not is_same:
            if self.reviewing.preference is None:
                what = told("its comment was changed here too")
                notes = as_it_is(_cut(note)), as_it_is(_cut(message.note))
                self.conflicts.append(Conflict(row, message, what, *notes))
            if self.reviewing.preference is not Preference.SHEET:
                return None
        return note


def _ids(row: ReturnedRow, message: CatalogMessage) -> set[str]:
    """Return a message's id, and the one that it had with the English of the row if it has no context."""
    return {message.id, replace(message, source=row.source).id}


def _fitted(words: str, source: str) -> str:
    """Return words without white space at their ends, unless the English has some there.

    A new line after the last word is easily made, and `msgfmt --check` refuses it.
    """
    return words.strip() if source == source.strip() else words


def _is_as_sent(row: ReturnedRow, message: CatalogMessage) -> bool:
    return row.key.source == digest(message.source)


def _said(words: str, state: TranslationState) -> Told:
    return as_it_is(f"{state.value}: {_cut(words) or '—'}")


def _cut(words: str) -> str:
    return shortened(" ".join(words.split()), _SHOWN)
