"""What agencies, assignments and progress must agree on with the plan and each other, beyond their form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planreports.errors import Problem, did_you_mean
from planreports.files.source import Source, ValuePath
from planreports.plan.plan import Plan
from planreports.told import told
from planreports.workspace.agencies import Agencies, AgenciesFile
from planreports.workspace.assignments import Assignment, AssignmentsFile
from planreports.workspace.checks import doubles
from planreports.workspace.progress import EntryKey, ProgressEntry, ProgressFile
from planreports.workspace.statuses import NO_REPORT, StatusScale
from planreports.workspace.text_checks import text_problems


def check_agencies(
    file: AgenciesFile, plan: Plan | None, languages: Sequence[str], source: Source
) -> Iterator[Problem]:
    """Yield a problem for ids that stand twice, parties that the plan does not have, successors that are
    not there, and a validity that ends before it begins."""
    path: ValuePath = ("agencies",)
    ids = [agency.id for agency in file.agencies]
    yield from doubles((((*path, number, "id"), id_) for number, id_ in enumerate(ids)), source)
    yield from text_problems(file, languages, source)
    parties = [party.id for party in plan.parties] if plan else None
    for number, agency in enumerate(file.agencies):
        where = (*path, number)
        if parties and agency.party not in parties:
            message = told("`{party}` is no party of the plan", party=agency.party)
            yield source.problem((*where, "party"), message, did_you_mean(agency.party, parties))
        for place, successor in enumerate(agency.successors):
            if successor not in ids or successor == agency.id:
                message = told("there is no other agency `{successor}`", successor=successor)
                hint = did_you_mean(successor, [each for each in ids if each != agency.id])
                yield source.problem((*where, "successors", place), message, hint)
        if agency.valid_from and agency.valid_to and agency.valid_to.latest < agency.valid_from.earliest:
            yield source.problem((*where, "valid_to"), told("`{id}` ends before it begins", id=agency.id))


def check_assignments(
    file: AssignmentsFile,
    plan: Plan | None,
    agencies: Agencies | None,
    languages: Sequence[str],
    source: Source,
) -> Iterator[Problem]:
    """Yield a problem for ids that stand twice or are no commitments, for agencies that are not there, and
    for two leads of one party."""
    own = ((("commitments", number, "id"), each.id) for number, each in enumerate(file.commitments))
    yield from doubles(own, source)
    yield from text_problems(file, languages, source)
    references = _References(plan, agencies, source)
    for number, assignment in enumerate(file.commitments):
        where: ValuePath = ("commitments", number)
        yield from references.commitment(assignment.id, (*where, "id"))
        for key, ids in (("lead", assignment.lead), ("supporting", assignment.supporting)):
            for place, id_ in enumerate(ids):
                yield from references.agency(id_, (*where, key, place))
        yield from references.leads(assignment, (*where, "lead"))


def check_progress(
    file: ProgressFile,
    plan: Plan | None,
    agencies: Agencies | None,
    statuses: StatusScale | None,
    languages: Sequence[str],
    source: Source,
) -> Iterator[Problem]:
    """Yield a problem for commitments, agencies and statuses that are not there, and for a status that
    needs a reason and has none."""
    yield from text_problems(file, languages, source)
    references = _References(plan, agencies, source)
    for number, entry in enumerate(file.entries):
        where: ValuePath = ("entries", number)
        yield from references.commitment(entry.commitment, (*where, "commitment"))
        yield from references.agency(entry.agency, (*where, "agency"))
        yield from _status_problems(entry, statuses, source, where)
        for place, step in enumerate(entry.next_steps):
            if step.owner is not None:
                yield from references.agency(step.owner, (*where, "next_steps", place, "owner"))


def doubled_entries(files: Sequence[tuple[ProgressFile, Source]]) -> Iterator[Problem]:
    """Yield a problem for an entry that another file has too: nobody could say which of them corrects."""
    homes: dict[EntryKey, Source] = {}
    for file, source in files:
        for number, entry in enumerate(file.entries):
            first = homes.setdefault(entry.key, source)
            if first is not source:
                commitment, agency, date = entry.key
                message = told(
                    "{name} has an entry of `{agency}` on {commitment} as of {date} too",
                    name=first.name,
                    agency=agency,
                    commitment=commitment,
                    date=date,
                )
                hint = told("a correction stands in the same file, below what it corrects")
                yield source.problem(("entries", number), message, hint)


def _status_problems(
    entry: ProgressEntry, statuses: StatusScale | None, source: Source, where: ValuePath
) -> Iterator[Problem]:
    """Yield a problem for a status that is never chosen, that is not there, or that needs a reason; without
    a scale that is known, for the first of them."""
    chosen: dict[ValuePath, str] = {("status",): entry.status}
    if entry.secretariat and entry.secretariat.status:
        chosen["secretariat", "status"] = entry.secretariat.status
    for path, id_ in chosen.items():
        if id_ == NO_REPORT:
            message = told(
                "`{no_report}` is never chosen: it is what a commitment has without an entry",
                no_report=NO_REPORT,
            )
            yield source.problem((*where, *path), message)
        elif statuses is not None and id_ not in statuses:
            message = told("unknown status `{id}`", id=id_)
            yield source.problem((*where, *path), message, did_you_mean(id_, statuses.ids))
    status = statuses[entry.status] if statuses is not None and entry.status in statuses else None
    if status is not None and status.needs_reason and entry.reason is None:
        message = told("the status `{status}` needs a `reason`", status=entry.status)
        yield source.problem((*where, "status"), message)


@dataclass(frozen=True)
class _References:
    """Says of ids in one file whether they lead anywhere; what could not be read is not asked."""

    plan: Plan | None
    agencies: Agencies | None
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

    def agency(self, id_: str, path: ValuePath) -> Iterator[Problem]:
        if self.agencies is not None and id_ not in self.agencies:
            hint = did_you_mean(id_, [each.id for each in self.agencies])
            yield self.source.problem(path, told("there is no agency `{id}`", id=id_), hint)

    def leads(self, assignment: Assignment, path: ValuePath) -> Iterator[Problem]:
        if self.agencies is None:
            return
        leading: dict[str, str] = {}
        for number, id_ in enumerate(assignment.lead):
            if id_ not in self.agencies:
                continue
            first = leading.setdefault(self.agencies[id_].party, id_)
            if first != id_:
                message = told("`{first}` and `{id}` are of the same party: one leads", first=first, id=id_)
                yield self.source.problem((*path, number), message, told("name the others in `supporting`"))
