"""What a workspace's files must agree on with the plan and each other, beyond their form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planreports.errors import Problem, did_you_mean
from planreports.files.parts import EACH, Parts
from planreports.files.source import Source, ValuePath
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.plan.models import Section
from planreports.plan.plan import Plan
from planreports.told import told
from planreports.workspace.known_configuration import KnownConfiguration
from planreports.workspace.meetings import Meeting
from planreports.workspace.statuses import NO_REPORT
from planreports.workspace.text_checks import known_text_problems


def check_configuration(
    known: KnownConfiguration, plan: Plan | None, languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for parties that the plan does not have, a language without a catalog, words that no
    document would show, and ids of statuses that stand twice or are none to choose; of all that is known,
    whatever is wrong beside it."""
    source, codes = known.parts.source, [SOURCE_LANGUAGE, *languages]
    yield from known_text_problems(known.parts, languages)
    yield from _scale_problems(known)
    for path, code in known.parts.written("languages", EACH):
        if code not in codes:
            message = told("there is no catalog of the language `{code}`", code=code)
            yield source.problem(path, message, did_you_mean(code, codes))
    if plan is not None:
        yield from _party_problems(known, [party.id for party in plan.parties])


def _scale_problems(known: KnownConfiguration) -> Iterator[Problem]:
    source = known.parts.source
    ids = list(known.parts.written("statuses", EACH, "id"))
    yield from doubles(ids, source)
    for path, id_ in ids:
        if id_ == NO_REPORT:
            message = told("`{id}` is what a commitment has without an entry", id=NO_REPORT)
            yield source.problem(path, message, told("choose another id"))


def _party_problems(known: KnownConfiguration, parties: Sequence[str]) -> Iterator[Problem]:
    source = known.parts.source
    named = [(path, party, False) for path, party in known.parts.written("perspective")]
    years = known.parts.written("calendar", "fiscal_years", EACH)
    named += ((path, str(path[-1]), True) for path, _ in years)
    for path, party, is_key in named:
        if party not in parties:
            message = told("`{party}` is no party of the plan", party=party)
            yield source.problem(path, message, did_you_mean(party, parties), at_key=is_key)


def check_meeting(
    found: Parts[Meeting], file_name: str, plan: Plan | None, languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for an id that differs from the file's name, for ids that the plan does not have,
    for words in a language without a catalog, and for CommonMark that documents do not hold."""
    id_ = found.part("id")
    if id_ is not None and id_ != file_name:
        yield found.source.problem(
            ("id",),
            told("the id `{id}` differs from the file's name", id=id_),
            told("expected `{file_name}`", file_name=file_name),
        )
    yield from known_text_problems(found, languages)
    if plan is not None:
        yield from _plan_problems(found, plan)


def _plan_problems(found: Parts[Meeting], plan: Plan) -> Iterator[Problem]:
    parties = [party.id for party in plan.parties]
    for path, party in found.written("delegations", EACH, "party"):
        if party not in parties:
            message = told("`{party}` is no party of the plan", party=party)
            yield found.source.problem(path, message, did_you_mean(party, parties))
    sections = {section.id: section for section in plan.sections()}
    for path, id_ in found.written("topics", EACH, "section"):
        if id_ in sections:
            yield from _statement_problems(found, path[:2], sections[id_])
        else:
            message = told("the plan has no section `{section}`", section=id_)
            yield found.source.problem(path, message, did_you_mean(id_, sections))


_CITING = ("say", "they_may_raise", "if_raised", "not_to_raise")


def _statement_problems(found: Parts[Meeting], topic: ValuePath, section: Section) -> Iterator[Problem]:
    """Yield a problem for each statement that a topic names or cites and its section does not have."""
    known = [each.id for paragraph in section.paragraphs for each in paragraph.statements]
    for steps in (("statements", EACH), *((key, EACH, "cites", EACH) for key in _CITING)):
        for path, id_ in found.written(*topic, *steps):
            if id_ not in known:
                message = told("section {section} has no statement `{id}`", section=section.id, id=id_)
                yield found.source.problem(path, message, did_you_mean(id_, known))


def doubles(ids: Iterable[tuple[ValuePath, str]], source: Source) -> Iterator[Problem]:
    """Yield a problem for every id, each with its path, that stands before."""
    firsts: dict[str, ValuePath] = {}
    for path, id_ in ids:
        if (first := firsts.setdefault(id_, path)) != path:
            line = source.place(first)[0]
            yield source.problem(
                path, told("the id `{id}` stands twice; first in line {line}", id=id_, line=line)
            )
