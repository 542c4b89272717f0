"""What a workspace's files must agree on with the plan and each other, beyond their form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planreports.errors import Problem, did_you_mean
from planreports.files.parts import EACH
from planreports.files.source import Source, ValuePath
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.plan.plan import Plan
from planreports.told import told
from planreports.workspace.known_configuration import KnownConfiguration
from planreports.workspace.meetings import Meeting, Topic
from planreports.workspace.statuses import NO_REPORT
from planreports.workspace.text_checks import text_problems


def check_configuration(
    known: KnownConfiguration, plan: Plan | None, languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for parties that the plan does not have, a language without a catalog, words that no
    document would show, and ids of statuses that stand twice or are none to choose; of all that is known,
    whatever is wrong beside it."""
    source, codes = known.parts.source, [SOURCE_LANGUAGE, *languages]
    for path, part in known.parts.right.items():
        yield from text_problems(part, languages, source, path)
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
    meeting: Meeting, file_name: str, plan: Plan | None, languages: Sequence[str], source: Source
) -> Iterator[Problem]:
    """Yield a problem for an id that differs from the file's name, for ids that the plan does not have,
    for words in a language without a catalog, and for CommonMark that documents do not hold."""
    if meeting.id != file_name:
        yield source.problem(
            ("id",),
            told("the id `{id}` differs from the file's name", id=meeting.id),
            told("expected `{file_name}`", file_name=file_name),
        )
    yield from text_problems(meeting, languages, source)
    if plan is not None:
        yield from _plan_problems(meeting, plan, source)


def _plan_problems(meeting: Meeting, plan: Plan, source: Source) -> Iterator[Problem]:
    parties = [party.id for party in plan.parties]
    for number, delegation in enumerate(meeting.delegations):
        if delegation.party not in parties:
            path: ValuePath = ("delegations", number, "party")
            message = told("`{party}` is no party of the plan", party=delegation.party)
            yield source.problem(path, message, did_you_mean(delegation.party, parties))
    sections = {section.id: section for section in plan.sections()}
    for number, topic in enumerate(meeting.topics):
        path = ("topics", number)
        if topic.section not in sections:
            message = told("the plan has no section `{section}`", section=topic.section)
            yield source.problem((*path, "section"), message, did_you_mean(topic.section, sections))
            continue
        known = [each.id for paragraph in sections[topic.section].paragraphs for each in paragraph.statements]
        for place, id_ in enumerate(topic.statements):
            if id_ not in known:
                message = told("section {section} has no statement `{id}`", section=topic.section, id=id_)
                yield source.problem((*path, "statements", place), message, did_you_mean(id_, known))
        yield from _citation_problems(topic, path, known, source)


def _citation_problems(
    topic: Topic, path: ValuePath, known: Sequence[str], source: Source
) -> Iterator[Problem]:
    """Yield a problem for each point that cites a statement which its topic's section does not have."""
    for key in ("say", "they_may_raise", "if_raised", "not_to_raise"):
        for number, point in enumerate(getattr(topic, key)):
            for place, id_ in enumerate(point.cites):
                if id_ not in known:
                    message = told("section {section} has no statement `{id}`", section=topic.section, id=id_)
                    where = (*path, key, number, "cites", place)
                    yield source.problem(where, message, did_you_mean(id_, known))


def doubles(ids: Iterable[tuple[ValuePath, str]], source: Source) -> Iterator[Problem]:
    """Yield a problem for every id, each with its path, that stands before."""
    firsts: dict[str, ValuePath] = {}
    for path, id_ in ids:
        if (first := firsts.setdefault(id_, path)) != path:
            line = source.place(first)[0]
            yield source.problem(
                path, told("the id `{id}` stands twice; first in line {line}", id=id_, line=line)
            )
