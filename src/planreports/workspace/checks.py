"""What a workspace's files must agree on with the plan and each other, beyond their form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planreports.errors import Problem, did_you_mean
from planreports.files.source import Source, ValuePath
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.plan.plan import Plan
from planreports.workspace.configuration import Configuration
from planreports.workspace.meetings import Meeting, Topic
from planreports.workspace.text_checks import text_problems


def check_configuration(
    configuration: Configuration, plan: Plan, languages: Sequence[str], source: Source
) -> Iterator[Problem]:
    """Yield a problem for a perspective that is no party of the plan, and a language without a catalog."""
    parties = [party.id for party in plan.parties]
    if configuration.perspective not in parties:
        message = f"`{configuration.perspective}` is no party of the plan"
        yield source.problem(("perspective",), message, did_you_mean(configuration.perspective, parties))
    yield from text_problems(configuration, languages, source)
    yield from doubles([each.id for each in configuration.statuses], ("statuses",), "id", source)
    for party in configuration.calendar.fiscal_years:
        if party not in parties:
            path = ("calendar", "fiscal_years", party)
            message = f"`{party}` is no party of the plan"
            yield source.problem(path, message, did_you_mean(party, parties), at_key=True)
    known = [SOURCE_LANGUAGE, *languages]
    for number, code in enumerate(configuration.languages):
        if code not in known:
            message = f"there is no catalog of the language `{code}`"
            yield source.problem(("languages", number), message, did_you_mean(code, known))


def check_meeting(
    meeting: Meeting, file_name: str, plan: Plan | None, languages: Sequence[str], source: Source
) -> Iterator[Problem]:
    """Yield a problem for an id that differs from the file's name, for ids that the plan does not have,
    for words in a language without a catalog, and for CommonMark that documents do not hold."""
    if meeting.id != file_name:
        yield source.problem(
            ("id",), f"the id `{meeting.id}` differs from the file's name", f"expected `{file_name}`"
        )
    yield from text_problems(meeting, languages, source)
    if plan is not None:
        yield from _plan_problems(meeting, plan, source)


def _plan_problems(meeting: Meeting, plan: Plan, source: Source) -> Iterator[Problem]:
    parties = [party.id for party in plan.parties]
    for number, delegation in enumerate(meeting.delegations):
        if delegation.party not in parties:
            path: ValuePath = ("delegations", number, "party")
            message = f"`{delegation.party}` is no party of the plan"
            yield source.problem(path, message, did_you_mean(delegation.party, parties))
    sections = {section.id: section for section in plan.sections()}
    for number, topic in enumerate(meeting.topics):
        path = ("topics", number)
        if topic.section not in sections:
            message = f"the plan has no section `{topic.section}`"
            yield source.problem((*path, "section"), message, did_you_mean(topic.section, sections))
            continue
        known = [each.id for paragraph in sections[topic.section].paragraphs for each in paragraph.statements]
        for place, id_ in enumerate(topic.statements):
            if id_ not in known:
                message = f"section {topic.section} has no statement `{id_}`"
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
                    message = f"section {topic.section} has no statement `{id_}`"
                    where = (*path, key, number, "cites", place)
                    yield source.problem(where, message, did_you_mean(id_, known))


def doubles(ids: Sequence[str], path: ValuePath, key: str, source: Source) -> Iterator[Problem]:
    """Yield a problem for every id of a list that stands there before."""
    firsts: dict[str, int] = {}
    for number, id_ in enumerate(ids):
        if (first := firsts.setdefault(id_, number)) != number:
            line = source.place((*path, first, key))[0]
            message = f"the id `{id_}` stands twice; first in line {line}"
            yield source.problem((*path, number, key), message)
