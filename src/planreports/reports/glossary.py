"""The glossary: terms, names of the plan's register and agencies become the context of `glossary.html.jinja`.

All of them are public. Who leads and supports a commitment is for those who may see the assignment: for
others the paragraphs of an agency are not there, nor counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.language_names import language_name
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import Text
from planreports.lao.collation import collation_of
from planreports.reports.glossary_entries import KINDS, GlossaryEntry, entries_of
from planreports.reports.report import Report, ReportKind, ReportOptions
from planreports.told import Told, told
from planreports.workspace.workspace import Workspace

LAYOUT = "glossary.html.jinja"

_PARTS: Mapping[str, Sequence[str]] = {
    "terms": ("terms",),
    "names": ("bodies", "instruments", "agreements", "programmes", "events", "places"),
    "agencies": ("agencies",),
}
"""The parts of a glossary, and the kinds of what stands in each."""


@dataclass(frozen=True, slots=True)
class GlossaryOptions(ReportOptions):
    """What a glossary is asked for: which `kinds`, all where none is named, and the code of the language to
    `sort` by, else by the one that leads the document."""

    kinds: Sequence[str] = ()
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class GlossaryPart:
    """Entries of like kinds: `terms`, `names`, `agencies` or, all of them, `whole`.

    `in_order` are the entries as each language sorts them. What they have says which columns they need.
    """

    id: str
    in_order: Mapping[str, tuple[GlossaryEntry, ...]]
    count: int
    has_abbreviations: bool
    has_sources: bool
    has_validity: bool


@dataclass(frozen=True, slots=True)
class GlossaryContext:
    """Everything that the layout of the glossary may show.

    `languages` are the names of the languages that words are in, by their codes. `parts` are those that have
    entries, `whole` is all of them; `abbreviations` are the entries that have one, in its order, and
    `approved` is how many entries have a reviewed or official translation.
    """

    plan_title: Text
    organisation: Text
    is_example: bool
    languages: Mapping[str, Text]
    parts: tuple[GlossaryPart, ...]
    whole: GlossaryPart
    abbreviations: tuple[GlossaryEntry, ...]
    approved: int


def glossary_report(workspace: Workspace, options: GlossaryOptions) -> Report:
    """Return the glossary of a workspace and its plan.

    Raises PlanReportsError for a kind or language that there is not, with the nearest that there is.
    """
    made = glossary_context(workspace, options)
    return Report(
        layout=LAYOUT,
        context={"glossary": made},
        title=workspace.catalogs.text(message("Glossary")),
        subject=made.plan_title,
        author=made.organisation,
        date=workspace.plan.details.date,
    )


def glossary_context(workspace: Workspace, options: GlossaryOptions) -> GlossaryContext:
    """Return the context of a glossary: the entries of the kinds asked for."""
    codes = (SOURCE_LANGUAGE, *workspace.catalogs.languages)
    problems = [*_unknown(told("kind"), options.kinds, KINDS)]
    problems += _unknown(told("language to sort by"), [options.sort] if options.sort else [], codes)
    if problems:
        raise PlanReportsError(problems)
    kinds = options.kinds or KINDS
    entries = [each for each in entries_of(workspace, options.audience) if each.kind in kinds]
    order = _Order(codes, options.sort)
    return GlossaryContext(
        plan_title=workspace.plan.title,
        organisation=workspace.configuration.organisation.name,
        is_example=workspace.configuration.example,
        languages={code: language_name(code, workspace.catalogs) for code in codes},
        parts=tuple(_parts(entries, order)),
        whole=_part("whole", entries, order),
        abbreviations=order.by_abbreviation(entries),
        approved=sum(each.is_approved for each in entries),
    )


def _unknown(what: Told, asked: Iterable[str], known: Sequence[str]) -> Iterator[Problem]:
    for word in asked:
        if word not in known:
            yield Problem(
                told("the glossary has no {what} `{word}`", what=what, word=word[:40]),
                hint=did_you_mean(word, known),
            )


def _parts(entries: Sequence[GlossaryEntry], order: _Order) -> Iterator[GlossaryPart]:
    for id_, kinds in _PARTS.items():
        if found := [each for each in entries if each.kind in kinds]:
            yield _part(id_, found, order)


def _part(id_: str, entries: Sequence[GlossaryEntry], order: _Order) -> GlossaryPart:
    return GlossaryPart(
        id=id_,
        in_order=order.in_each_language(entries),
        count=len(entries),
        has_abbreviations=any(each.abbreviation for each in entries),
        has_sources=any(each.source for each in entries),
        has_validity=any(each.valid_from or each.valid_to or each.successors for each in entries),
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """How entries are sorted for a document that a language leads: by it, or by the one asked for."""

    languages: Sequence[str]
    asked: str | None

    def in_each_language(self, entries: Sequence[GlossaryEntry]) -> Mapping[str, tuple[GlossaryEntry, ...]]:
        """Return entries by the language that leads; those without words in it come last, by the source."""
        if self.asked:
            return dict.fromkeys(self.languages, self._sorted(entries, self.asked))
        return {code: self._sorted(entries, code) for code in self.languages}

    def by_abbreviation(self, entries: Iterable[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
        """Return the entries that have an abbreviation, in its order."""
        key = collation_of(SOURCE_LANGUAGE).key
        chosen = [each for each in entries if each.abbreviation]
        return tuple(sorted(chosen, key=lambda each: key(each.abbreviation or "")))

    @staticmethod
    def _sorted(entries: Sequence[GlossaryEntry], code: str) -> tuple[GlossaryEntry, ...]:
        key, source_key = collation_of(code).key, collation_of(SOURCE_LANGUAGE).key
        return tuple(
            sorted(
                entries,
                key=lambda each: (
                    code not in each.words,
                    key(each.words.get(code, "")),
                    source_key(each.words.get(SOURCE_LANGUAGE, "")),
                ),
            )
        )


REPORT = ReportKind(GlossaryOptions, glossary_report)
