"""A PO file becomes its entries, or every mistake in it at once: the one way in which catalogs are read.

What PO has no place for stands in translator's comments of a form of their own, its marks:

- `# state: official` says more than reviewed;
- `# reviewed: 2026-05-04 by NAME` who approved the words, and when;
- `# translator: NAME` who wrote them, such as `machine-drafted`;
- `# suggested: from plan 3.1.2a, 87%` that they are those of another message, and how alike its English is;
- `# formerly: official` what they were before the English changed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import polib

from planreports.errors import DataError, Problem, did_you_mean
from planreports.files.reading import read_text
from planreports.i18n.text import TranslationState
from planreports.i18n.translation_mistakes import mistakes, shortened
from planreports.told import Told, told

MAXIMUM_BYTES = 8 * 1024 * 1024
"""The largest PO file that is read."""

FUZZY = "fuzzy"
"""The flag of a draft."""

_PO_LINE = re.compile(
    r"\s*(#.*)?|\s*((msgctxt|msgid|msgid_plural|msgstr(\[[0-9]+\])?)\s+)?\"([^\"\\]|\\.)*\"\s*"
)
_SYNTAX_ERROR = re.compile(r".*\(line (?P<line>[0-9]+)\)(?:: (?P<message>.*))?")

_MARK = re.compile(r"(?P<name>state|reviewed|translator|suggested|formerly):\s*(?P<value>.*?)\s*")
_REVIEW = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2}) by (?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the translator's comments of an entry say in our own form; `note` is all else that they say."""

    is_official: bool = False
    reviewer: str | None = None
    reviewed: datetime.date | None = None
    translator: str | None = None
    formerly: str | None = None
    suggested: str | None = None
    note: str = ""


def read_entries(path: Path, name: str) -> list[polib.POEntry]:
    """Return the entries of a PO file but obsolete ones, in its order; see `checked_entries`."""
    return checked_entries(read_text(path, name, MAXIMUM_BYTES), name)


def checked_entries(text: str, name: str, *, refuses_words: bool = True) -> list[polib.POEntry]:
    """Return the entries of PO text but obsolete ones.

    Raises DataError with every mistake: broken syntax, messages that stand twice, marks that are not
    understood, and, unless it `refuses_words` no more, words that no document may be made with.
    """
    entries = _parsed(text, name)
    problems: list[Problem] = []
    keys: set[tuple[str | None, str]] = set()
    for entry in entries:
        if (key := (entry.msgctxt, entry.msgid)) in keys:
            problems.append(
                Problem(
                    told("the message `{words}` stands twice", words=shortened(entry.msgid)),
                    name,
                    line_of(entry),
                )
            )
        keys.add(key)
        found = [*_mistaken_marks(entry.tcomment), *(_mistaken_words(entry) if refuses_words else ())]
        problems += (Problem(message, name, line_of(entry), None, hint) for message, hint in found)
    if problems:
        raise DataError(problems)
    return entries


def line_of(entry: polib.POEntry) -> int:
    """Return the line that an entry begins in; polib calls that of a file's first entry 0."""
    return max(entry.linenum or 1, 1)


def state_of(entry: polib.POEntry) -> TranslationState:
    """Return a translation's state: fuzzy is a draft; `# state: official` says more than reviewed."""
    if not entry.msgstr:
        return TranslationState.MISSING
    if entry.fuzzy:
        return TranslationState.DRAFT
    if marks_of(entry).is_official:
        return TranslationState.OFFICIAL
    return TranslationState.REVIEWED


def marks_of(entry: polib.POEntry) -> Marks:
    """Return the marks of an entry."""
    if not entry.tcomment:
        return Marks()
    found: dict[str, str] = {}
    note = []
    for line in entry.tcomment.split("\n"):
        if mark := _MARK.fullmatch(line.strip()):
            found[mark["name"]] = mark["value"]
        else:
            note.append(line)
    reviewer, reviewed = _review(found.get("reviewed", "")) or (None, None)
    return Marks(
        found.get("state") == TranslationState.OFFICIAL.value,
        reviewer,
        reviewed,
        found.get("translator"),
        found.get("formerly"),
        found.get("suggested"),
        "\n".join(note),
    )


def mark_in(note: str) -> str | None:
    """Return what a line of a note would be taken for if it stood in a catalog, such as `state`; or None."""
    found = (_MARK.fullmatch(line.strip()) for line in note.split("\n"))
    return next((mark["name"] for mark in found if mark), None)


def comment_of(marks: Marks) -> str:
    """Return the translator's comment that says what marks say; nothing in a note or name becomes a mark."""
    return "\n".join(_comment_lines(marks))


def as_draft(marks: Marks) -> Marks:
    """Return the marks of words that nobody has approved for the English as it is now.

    What they were approved for is kept as a memory, so that no program can take it for an approval.
    """
    said = [TranslationState.OFFICIAL.value] if marks.is_official else []
    if marks.reviewer and marks.reviewed:
        said.append(f"reviewed {marks.reviewed.isoformat()} by {marks.reviewer}")
    formerly = ", ".join(said) or marks.formerly
    return replace(marks, is_official=False, reviewer=None, reviewed=None, formerly=formerly)


def _comment_lines(marks: Marks) -> Iterator[str]:
    for line in marks.note.splitlines():
        yield f"- {line}" if _MARK.fullmatch(line.strip()) else line
    if marks.translator:
        yield f"translator: {' '.join(marks.translator.split())}"
    if marks.suggested:
        yield f"suggested: {' '.join(marks.suggested.split())}"
    if marks.reviewer and marks.reviewed:
        yield f"reviewed: {marks.reviewed.isoformat()} by {' '.join(marks.reviewer.split())}"
    if marks.is_official:
        yield "state: official"
    if marks.formerly:
        yield f"formerly: {marks.formerly}"


def _parsed(text: str, name: str) -> list[polib.POEntry]:
    """Return a PO file's entries; polib takes unquoted words for quoted ones, so lines are read first."""
    broken = [number for number, line in enumerate(text.split("\n"), 1) if not _PO_LINE.fullmatch(line)]
    if broken:
        message = told("this line is not PO")
        raise DataError(
            Problem(message, name, number, 1, told('expected msgid "…" or msgstr "…"')) for number in broken
        )
    try:
        return [entry for entry in polib.pofile(text) if not entry.obsolete]
    except (OSError, ValueError) as error:
        match = _SYNTAX_ERROR.match(str(error))
        line = int(match["line"]) if match else None
        words = (match and match["message"]) or told("a msgid and its msgstr are expected")
        raise DataError(Problem(told("this is not a PO file: {words}", words=words), name, line)) from error


def _mistaken_words(entry: polib.POEntry) -> Iterator[tuple[Told, Told]]:
    return ((each.message, each.hint) for each in mistakes(entry.msgid, entry.msgstr))


def _mistaken_marks(comment: str) -> Iterator[tuple[Told, Told | None]]:
    for line in (comment or "").split("\n"):
        mark = _MARK.fullmatch(line.strip())
        if mark and mark["name"] == "state" and mark["value"] != TranslationState.OFFICIAL.value:
            yield (
                told("unknown state `{words}`", words=shortened(mark["value"])),
                _state_hint(mark["value"]),
            )
        elif mark and mark["name"] == "reviewed" and _review(mark["value"]) is None:
            yield (
                told(
                    "this does not say who reviewed the words when: `{words}`",
                    words=shortened(mark["value"]),
                ),
                told("expected `# reviewed: 2026-05-04 by NAME`"),
            )


def _state_hint(word: str) -> Told | None:
    hints = {
        TranslationState.DRAFT.value: told("a draft has the flag `#, fuzzy`"),
        TranslationState.REVIEWED.value: told(
            "reviewed words have no flag; say `# reviewed: 2026-05-04 by NAME`"
        ),
    }
    return hints.get(word) or did_you_mean(word, [TranslationState.OFFICIAL.value])


def _review(words: str) -> tuple[str, datetime.date] | None:
    """Return who reviewed and when, or None for words that do not say so."""
    if (review := _REVIEW.fullmatch(words)) is None:
        return None
    try:
        return review["name"], datetime.date.fromisoformat(review["date"])
    except ValueError:
        return None
