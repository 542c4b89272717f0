"""Terms, the plan's register and agencies become entries of a glossary, each with where the plan uses it.

What has the same name in several of them is one entry: an agency's, with the paragraphs that refer to it too,
or else the register's; each with the translation of the term where it has none itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.glossary import FILE, Glossary, GlossaryTerm
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text, Translation, TranslationState
from planreports.lao import folded
from planreports.plan.models import EntryKind, RegisterEntry
from planreports.reports import words
from planreports.reports.uses import Uses, UsesOfPlan
from planreports.workspace.agencies import Agencies, Agency
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace

_OF_REGISTER: Mapping[EntryKind, str] = {
    EntryKind.TERM: "terms",
    EntryKind.BODY: "bodies",
    EntryKind.INSTRUMENT: "instruments",
    EntryKind.AGREEMENT: "agreements",
    EntryKind.PROGRAMME: "programmes",
    EntryKind.EVENT: "events",
    EntryKind.PLACE: "places",
}
KINDS = (*_OF_REGISTER.values(), "agencies")
"""The kinds of entries, as the option `kinds` of the glossary names them."""

_STATES: Mapping[str, TranslationState] = {
    "official": TranslationState.OFFICIAL,
    "approved": TranslationState.REVIEWED,
    "reviewed": TranslationState.REVIEWED,
}
"""What the states of terms mean; any other is a draft."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word or name. `words` are by the codes of languages; one that has none is not there.

    `state` is that of its translations, the worst of them; `successors` are the names of who took over.
    """

    kind: str
    type: Text
    words: Mapping[str, str]
    state: Text
    is_approved: bool
    uses: Uses
    abbreviation: str | None = None
    source: str | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    successors: tuple[Text, ...] = ()


def entries_of(workspace: Workspace, audience: Audience) -> Iterator[GlossaryEntry]:
    """Yield the entries of a workspace's glossary: terms, the plan's register, agencies."""
    records = workspace.records
    uses = UsesOfPlan.seen_by(workspace.plan, records.assignments, audience)
    terms = tuple(_terms(workspace))
    making = _Making(workspace.catalogs, uses, terms, records.agencies)
    agencies = {folded(str(agency.name)) for agency in records.agencies}
    register = {each.id: _names(each) for each in workspace.plan.register}
    known = agencies.union(*register.values())
    yield from (making.of_term(term) for term in terms if folded(term.term) not in known)
    for entry in workspace.plan.register:
        if not agencies & register[entry.id]:
            yield making.of_register(entry)
    for agency in records.agencies:
        same = [id_ for id_, names in register.items() if folded(str(agency.name)) in names]
        yield making.of_agency(agency, same)


def _terms(workspace: Workspace) -> Iterable[GlossaryTerm]:
    """Return the terms that ship, and those of a workspace's own `locales/glossary.csv`, which win."""
    shipped = Glossary.read(resource("locales", FILE))
    return shipped.with_terms_of(workspace.folder / "locales").entries


def _names(entry: RegisterEntry) -> set[str]:
    return {folded(str(entry.name)), folded(entry.expansion or str(entry.name))}


@dataclass(frozen=True)
class _Making:
    """Makes entries, with words of the catalogs."""

    catalogs: Catalogs
    uses: UsesOfPlan
    terms: tuple[GlossaryTerm, ...]
    agencies: Agencies

    @cached_property
    def _by_term(self) -> Mapping[str, GlossaryTerm]:
        return {folded(term.term): term for term in self.terms}

    def of_term(self, term: GlossaryTerm) -> GlossaryEntry:
        uses = self.uses.of_word(term.term, term.part_of_speech)
        type_ = words.KINDS[EntryKind.TERM]
        return self._entry("terms", type_, Text.of(term.term), uses, source=term.source or None)

    def of_register(self, entry: RegisterEntry) -> GlossaryEntry:
        name = entry.name
        if entry.expansion and name.source.language == SOURCE_LANGUAGE:
            name = Text((Translation(SOURCE_LANGUAGE, entry.expansion), *name.translations[1:]))
        uses, type_ = self.uses.of_entry(entry.id), words.KINDS[entry.kind]
        return self._entry(_OF_REGISTER[entry.kind], type_, name, uses, abbreviation=entry.acronym)

    def of_agency(self, agency: Agency, same: Collection[str]) -> GlossaryEntry:
        """Return the entry of an agency; `same` are the register's entries that are the same."""
        successors = [self.agencies[each].name for each in agency.successors if each in self.agencies]
        return self._entry(
            "agencies",
            words.AGENCY_KINDS[agency.kind],
            agency.name,
            self.uses.of_agency(agency.id, same),
            abbreviation=agency.acronym,
            valid_from=agency.valid_from,
            valid_to=agency.valid_to,
            successors=tuple(map(self._completed, successors)),
        )

    def _entry(self, kind: str, type_: str, name: Text, uses: Uses, **others: Any) -> GlossaryEntry:
        name = self._completed(name)
        states = [name.translation(code).state for code in self.catalogs.languages]
        state = max(states, key=lambda each: each.rank, default=TranslationState.OFFICIAL)
        return GlossaryEntry(
            kind=kind,
            type=self.catalogs.text(type_),
            words={each.language: each.text for each in name.translations},
            state=self.catalogs.text(words.STATES[state]),
            is_approved=state.rank <= TranslationState.REVIEWED.rank,
            uses=uses,
            **others,
        )

    def _completed(self, name: Text) -> Text:
        """Return a name with the translation of the term of the same name, if it has none itself."""
        term = self._by_term.get(folded(str(name)))
        if term is None or "lo" in name.languages:
            return name
        state = _STATES.get(term.state, TranslationState.DRAFT)
        return name.translated("lo", term.words, state)
