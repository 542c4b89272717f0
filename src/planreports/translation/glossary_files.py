"""Terms that came back become a glossary's CSV file again, and a list of what changes in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from planreports.errors import Problem
from planreports.files.reading import read_text
from planreports.files.resources import resource
from planreports.i18n.glossary import COLUMNS, FILE, Glossary, GlossaryTerm
from planreports.i18n.text import TranslationState
from planreports.i18n.translation_mistakes import mistakes
from planreports.lao.folding import folded
from planreports.told import told
from planreports.translation.sheets.merging import Preference

_APPROVED = (TranslationState.REVIEWED.value, TranslationState.OFFICIAL.value)
_BETWEEN = "|"
"""What parts several words in a cell."""


def glossary_of(folders: Iterable[Path]) -> Glossary:
    """Return the terms that ship and those of `locales` folders, which win. Raises DataError for mistakes."""
    glossary = Glossary.read(resource("locales", FILE))
    for folder in folders:
        glossary = glossary.with_terms_of(folder)
    return glossary


def own_glossary(folder: Path) -> str:
    """Return the text of a `locales` folder's glossary; that of one without terms where it has none."""
    path = folder / FILE
    return read_text(path, path.as_posix()) if path.is_file() else f"{','.join(COLUMNS)}\n"


@dataclass(frozen=True, slots=True)
class TermChange:
    """A term that is new (`before` is None) or changes."""

    before: GlossaryTerm | None
    after: GlossaryTerm

    @property
    def is_of_approved(self) -> bool:
        """Return whether words change that somebody has approved."""
        return self.before is not None and self.before.state in _APPROVED

    def __str__(self) -> str:
        """Return what changes, in words."""
        if self.before is None:
            return f"{self.after.term}: new, {self.after.words}"
        said = (
            f"{each.name}: {_shown(old)} → {_shown(new)}"
            for each in fields(GlossaryTerm)
            if (old := getattr(self.before, each.name)) != (new := getattr(self.after, each.name))
        )
        return f"{self.after.term}: {'; '.join(said)}"


def term_changes(glossary: Glossary, received: Glossary) -> list[TermChange]:
    """Return what received terms change; terms that they do not name stay.

    A program that knows no parts of speech, sources or notes takes none away.
    """
    known = {folded(each.term): each for each in glossary.entries}
    found = []
    for each in received.entries:
        before = known.get(folded(each.term))
        after = each if before is None else _completed(each, before)
        if after != before:
            found.append(TermChange(before, after))
    return found


def _completed(term: GlossaryTerm, before: GlossaryTerm) -> GlossaryTerm:
    return replace(
        term,
        term=before.term,
        part_of_speech=term.part_of_speech or before.part_of_speech,
        source=term.source or before.source,
        note=term.note or before.note,
    )


@dataclass(frozen=True, slots=True)
class GlossaryMerge:
    """What received terms come to: those that change, and why nothing is to be written, if something does."""

    changes: tuple[TermChange, ...]
    problems: tuple[Problem, ...]


def merge_terms(
    glossary: Glossary, received: Glossary, name: str, preference: Preference | None
) -> GlossaryMerge:
    """Return what received terms change in a glossary; `name` is the file that they came in.

    What is reviewed or official changes only where the file is preferred.
    """
    found = term_changes(glossary, received)
    if preference is Preference.CATALOG:
        found = [each for each in found if not each.is_of_approved]
    problems = list(_problems(found, name))
    if preference is None:
        problems += (
            Problem(told("approved words would change: {change}", change=each), name)
            for each in found
            if each.is_of_approved
        )
    return GlossaryMerge(tuple(found), tuple(problems))


def _problems(changes: Sequence[TermChange], name: str) -> Iterator[Problem]:
    """Yield a problem for words that a glossary cannot hold."""
    for change in changes:
        term = change.after
        for words in (term.term, term.words, *term.variants, *term.forbidden, term.source, term.note):
            for mistake in mistakes(words, words):
                yield Problem(
                    told("`{term}`: {message}", term=term.term[:60], message=mistake.message),
                    name,
                    hint=mistake.hint,
                )
        if any(_BETWEEN in each for each in (*term.variants, *term.forbidden)):
            yield Problem(
                told(
                    "`{term}`: a word holds `{between}`, which parts words",
                    term=term.term[:60],
                    between=_BETWEEN,
                ),
                name,
            )


def with_changes(text: str, changes: Sequence[TermChange]) -> str:
    """Return a glossary's CSV with changed rows in their places and new ones at its end."""
    changed = {folded(each.after.term): each.after for each in changes}
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    header, *terms = csv.reader(io.StringIO(text))
    rows.writerow(header)
    for row in terms:
        term = changed.pop(folded(row[0]), None)
        rows.writerow(row if term is None else _row(term))
    rows.writerows(map(_row, changed.values()))
    return out.getvalue()


def _row(term: GlossaryTerm) -> list[str]:
    return [_cell(getattr(term, each.name)) for each in fields(GlossaryTerm)]


def _cell(value: str | tuple[str, ...]) -> str:
    return _BETWEEN.join(value) if isinstance(value, tuple) else value


def _shown(value: str | tuple[str, ...]) -> str:
    return _cell(value) or "—"
