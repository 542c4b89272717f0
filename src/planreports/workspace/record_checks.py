"""What agencies, assignments and progress must agree on with the plan and each other, beyond their form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planreports.errors import Problem, did_you_mean
from planreports.files.parts import EACH, Parts
from planreports.files.source import Source, ValuePath
from planreports.plan.plan import Plan
from planreports.told import told
from planreports.workspace.agencies import AgenciesFile
from planreports.workspace.assignments import AssignmentsFile
from planreports.workspace.checks import doubles
from planreports.workspace.progress import EntryKey, ProgressFile
from planreports.workspace.statuses import NO_REPORT, StatusScale
from planreports.workspace.text_checks import known_text_problems

PartyOfAgency = Mapping[str, str | None]
"""The ids of all agencies, each with its party where that is known: not of an id that stands twice."""


def party_of_agency(found: Parts[AgenciesFile]) -> PartyOfAgency | None:
    """Return the agencies that there are, also where more of them is wrong; None if any id is not known."""
    ids = found.of_each("agencies", "id")
    if ids is None:
        return None
    parties = {path[:2]: party for path, party in found.written("agencies", EACH, "party")}
    times = Counter(ids.values())
    return {id_: parties.get(path[:2]) if times[id_] == 1 else None for path, id_ in ids.items()}


def check_agencies(
    found: Parts[AgenciesFile], plan: Plan | None, languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for ids that stand twice, parties that the plan does not have, successors that are
    not there, and a validity that ends before it begins."""
    source = found.source
    yield from doubles(found.written("agencies", EACH, "id"), source)
    yield from known_text_problems(found, languages)
    parties = [party.id for party in plan.parties] if plan else None
    for path, party in found.written("agencies", EACH, "party"):
        if parties and party not in parties:
            message = told("`{party}` is no party of the plan", party=party)
            yield source.problem(path, message, did_you_mean(party, parties))
    yield from _successor_problems(found)
    for path, agency in found.items("agencies"):
        if agency.valid_from and agency.valid_to and agency.valid_to.latest < agency.valid_from.earliest:
            message = told("`{id}` ends before it begins", id=agency.id)
            yield source.problem((*path, "valid_to"), message)


def _successor_problems(found: Parts[AgenciesFile]) -> Iterator[Problem]:
    ids = found.of_each("agencies", "id")
    if ids is None:
        return
    for path, successor in found.written("agencies", EACH, "successors", EACH):
        own = ids[(*path[:2], "id")]
        others = [id_ for id_ in dict.fromkeys(ids.values()) if id_ != own]
        if successor not in others:
            message = told("there is no other agency `{successor}`", successor=successor)
            yield found.source.problem(path, message, did_you_mean(successor, others))


def check_assignments(
    found: Parts[AssignmentsFile],
    plan: Plan | None,
    agencies: PartyOfAgency | None,
    languages: Sequence[str],
) -> Iterator[Problem]:
    """Yield a problem for ids that stand twice or are no commitments, for agencies that are not there, and
    for two leads of one party."""
    yield from doubles(found.written("commitments", EACH, "id"), found.source)
    yield from known_text_problems(found, languages)
    references = _References(plan, agencies, found.source)
    for path, id_ in found.written("commitments", EACH, "id"):
        yield from references.commitment(id_, path)
    for key in ("lead", "supporting"):
        for path, id_ in found.written("commitments", EACH, key, EACH):
            yield from references.agency(id_, path)
    yield from references.leads(found.written("commitments", EACH, "lead", EACH))


def check_progress(
    found: Parts[ProgressFile],
    plan: Plan | None,
    agencies: PartyOfAgency | None,
    statuses: StatusScale | None,
    languages: Sequence[str],
) -> Iterator[Problem]:
    """Yield a problem for commitments, agencies and statuses that are not there, and for a status that
    needs a reason and has none."""
    yield from known_text_problems(found, languages)
    references = _References(plan, agencies, found.source)
    for path, id_ in found.written("entries", EACH, "commitment"):
        yield from references.commitment(id_, path)
    for steps in (("agency",), ("next_steps", EACH, "owner")):
        for path, id_ in found.written("entries", EACH, *steps):
            yield from references.agency(id_, path)
    yield from _status_problems(found, statuses)
    yield from _reason_problems(found, statuses)


def doubled_entries(files: Sequence[Parts[ProgressFile]]) -> Iterator[Problem]:
    """Yield a problem for an entry that another file has too: nobody could say which of them corrects."""
    homes: dict[EntryKey, Source] = {}
    for found in files:
        for path, entry in found.items("entries"):
            first = homes.setdefault(entry.key, found.source)
            if first is not found.source:
                commitment, agency, date = entry.key
                message = told(
                    "{name} has an entry of `{agency}` on {commitment} as of {date} too",
                    name=first.name,
                    agency=agency,
                    commitment=commitment,
                    date=date,
                )
                hint = told("a correction stands in the same file, below what it corrects")
                yield found.source.problem(path, message, hint)


def _status_problems(found: Parts[ProgressFile], statuses: StatusScale | None) -> Iterator[Problem]:
    """Yield a problem for a status that is never chosen, or that is not there; without a scale that is
    known, for the first of them."""
    for steps in (("status",), ("secretariat", "status")):
        for path, id_ in found.written("entries", EACH, *steps):
            if id_ == NO_REPORT:
                message = told(
                    "`{no_report}` is never chosen: it is what a commitment has without an entry",
                    no_report=NO_REPORT,
                )
                yield found.source.problem(path, message)
            elif id_ is not None and statuses is not None and id_ not in statuses:
                message = told("unknown status `{id}`", id=id_)
                yield found.source.problem(path, message, did_you_mean(id_, statuses.ids))


def _reason_problems(found: Parts[ProgressFile], statuses: StatusScale | None) -> Iterator[Problem]:
    """Yield a problem for an entry without the reason that its status needs; a reason that is there, but
    wrong or misspelt, is told of as that."""
    in_need = {each.id for each in statuses if each.needs_reason} if statuses is not None else set()
    for path, entry in found.items("entries"):
        if entry.status in in_need and entry.reason is None:
            message = told("the status `{status}` needs a `reason`", status=entry.status)
            yield found.source.problem((*path, "status"), message)


@dataclass(frozen=True)
class _References:
    """Says of ids in one file whether they lead anywhere; what could not be read is not asked."""

    plan: Plan | None
    agencies: PartyOfAgency | None
    source: Source

    def commitment(self, id_: str, path: ValuePath) -> Iterator[Problem]:
        if self.plan is None:
            return
        known = self._is_commitment
        if id_ not in known:
            ids = [each for each, is_commitment in known.items() if is_commitment]
            message = told("the plan has no commitment `{id}`", id=id_)
            yield self.source.problem(path, message, did_you_mean(id_, ids))
        elif not known[id_]:
            message = told("`{id}` is no commitment: the plan promises nothing there", id=id_)
            yield self.source.problem(path, message)

    @cached_property
    def _is_commitment(self) -> Mapping[str, bool]:
        return {clause.id: clause.is_commitment for clause in self.plan.clauses()} if self.plan else {}

    def agency(self, id_: str | None, path: ValuePath) -> Iterator[Problem]:
        if id_ is not None and self.agencies is not None and id_ not in self.agencies:
            hint = did_you_mean(id_, self.agencies)
            yield self.source.problem(path, told("there is no agency `{id}`", id=id_), hint)

    def leads(self, leads: Iterable[tuple[ValuePath, str]]) -> Iterator[Problem]:
        """Yield a problem for each lead of a party that has one before in the same assignment."""
        firsts: dict[tuple[ValuePath, str], str] = {}
        for path, id_ in leads:
            party = self.agencies.get(id_) if self.agencies is not None else None
            if party is None:
                continue
            first = firsts.setdefault((path[:2], party), id_)
            if first != id_:
                message = told("`{first}` and `{id}` are of the same party: one leads", first=first, id=id_)
                yield self.source.problem(path, message, told("name the others in `supporting`"))
