"""The meeting brief: a meeting and the plan become the context of `brief.html.jinja`.

What the audience may not see is left out here, so that no layout or writer can leak it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from planreports.errors import PlanReportsError, Problem
from planreports.i18n import formats
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.messages import message
from planreports.i18n.text import RichText, Text
from planreports.plan.models import Section, Statement
from planreports.plan.plan import Plan
from planreports.reports.report import Report, ReportOptions
from planreports.reports.words import TYPES
from planreports.workspace.content import Audience, PointContent
from planreports.workspace.meetings import (
    AgendaItem,
    Exchange,
    Fact,
    Meeting,
    Participant,
    TimeRange,
    Topic,
)
from planreports.workspace.workspace import Workspace

LAYOUT = "brief.html.jinja"


class _HasAudience(Protocol):
    @property
    def audience(self) -> Audience: ...


Content = TypeVar("Content", bound=_HasAudience)


@dataclass(frozen=True, slots=True)
class BriefOptions(ReportOptions):
    """What a brief is asked for: `meeting` is the id of the meeting that it is for."""

    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side's delegation; `head` leads it."""

    party: Text
    participants: tuple[Participant, ...]

    @property
    def head(self) -> Participant:
        """Return the participant who is named as head, else the first in rank."""
        return next((each for each in self.participants if each.head), self.participants[0])


@dataclass(frozen=True, slots=True)
class QuotedStatement:
    """A statement of the plan as the brief quotes it, with what its clauses are."""

    id: str
    citation: str
    text: Text
    types: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class BriefTopic:
    """A section of the plan with what is to be said, answered and left unsaid."""

    id: str
    citation: str
    title: Text
    statements: tuple[QuotedStatement, ...]
    say: tuple[RichText, ...]
    they_may_raise: tuple[Exchange, ...]
    if_raised: tuple[RichText, ...]
    not_to_raise: tuple[RichText, ...]
    background: RichText | None


@dataclass(frozen=True, slots=True)
class InternalFacts:
    """The facts of a brief's head that only its own side sees."""

    copies: int | None
    distribution: tuple[Text, ...]
    level: Text | None
    interpretation: Text | None
    press: Text | None
    requested_by: Text | None


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a brief's layout may show, already reduced to what its audience may see."""

    number: str
    is_draft: bool
    is_example: bool
    audience: str
    issued: datetime.date
    organisation: Text
    department: Text | None
    own_party: Text
    plan_title: Text
    title: Text
    date: datetime.date
    time: str | None
    minutes: int | None
    place: Text | None
    internal: InternalFacts | None
    sides: tuple[Side, ...]
    objectives: tuple[RichText, ...]
    agenda: tuple[AgendaItem, ...]
    topics: tuple[BriefTopic, ...]
    deliverables: tuple[RichText, ...]
    press_line: RichText | None
    background: tuple[Fact, ...]


def brief_report(workspace: Workspace, options: BriefOptions) -> Report:
    """Return the brief of a meeting.

    Raises PlanReportsError when no meeting is named, UnknownIdError for one that is not there.
    """
    if options.meeting is None:
        ids = ", ".join(meeting.id for meeting in workspace.meetings)
        hint = f"there are: {ids}" if ids else "there are none here"
        raise PlanReportsError(Problem("a brief is for a meeting; name one", hint=hint))
    meeting = workspace.meeting(options.meeting)
    brief = brief_context(workspace, meeting, options.audience)
    return Report(
        layout=LAYOUT,
        context={"brief": brief},
        title=meeting.title,
        subject=workspace.catalogs.text(message("Meeting brief")),
        author=brief.organisation,
        date=meeting.issued,
    )


def brief_context(workspace: Workspace, meeting: Meeting, audience: Audience = Audience.INTERNAL) -> Brief:
    """Return the context of a meeting's brief, with what `audience` may see and nothing else."""
    configuration, plan = workspace.configuration, workspace.plan
    return Brief(
        number=meeting.number,
        is_draft=meeting.status == "draft",
        is_example=configuration.example,
        audience=audience.value,
        issued=meeting.issued,
        organisation=configuration.organisation.name,
        department=configuration.organisation.department,
        own_party=plan.party(configuration.perspective).name,
        plan_title=plan.title,
        title=meeting.title,
        date=meeting.date,
        time=_time(meeting.time),
        minutes=_minutes(meeting.time),
        place=meeting.place,
        internal=_internal_facts(meeting) if audience is Audience.INTERNAL else None,
        sides=_sides(meeting, plan, configuration.perspective, audience),
        objectives=_words(meeting.objectives, audience),
        agenda=_visible(meeting.agenda, audience),
        topics=tuple(_topic(topic, workspace, audience) for topic in meeting.topics),
        deliverables=_words(meeting.deliverables, audience),
        press_line=_word(meeting.press_line, audience),
        background=_visible(meeting.background, audience),
    )


def _visible(contents: Iterable[Content], audience: Audience) -> tuple[Content, ...]:
    return tuple(content for content in contents if audience.sees(content.audience))


def _words(points: Iterable[PointContent], audience: Audience) -> tuple[RichText, ...]:
    return tuple(point.text for point in _visible(points, audience))


def _word(point: PointContent | None, audience: Audience) -> RichText | None:
    return point.text if point and audience.sees(point.audience) else None


def _time(time: TimeRange | None) -> str | None:
    return formats.time_range(time.start, time.end) if time else None


def _minutes(time: TimeRange | None) -> int | None:
    """Return how long a meeting lasts; one that ends before it begins ends on the next day."""
    if time is None:
        return None
    start, end = (datetime.datetime.strptime(value, "%H:%M") for value in (time.start, time.end))
    return int((end - start).total_seconds() // 60) % (24 * 60)


def _internal_facts(meeting: Meeting) -> InternalFacts:
    return InternalFacts(
        copies=meeting.copies,
        distribution=meeting.distribution,
        level=meeting.level,
        interpretation=meeting.interpretation,
        press=meeting.press,
        requested_by=meeting.requested_by,
    )


def _sides(meeting: Meeting, plan: Plan, perspective: str, audience: Audience) -> tuple[Side, ...]:
    """Return the delegations that the audience may see, the own side first (the *alternat*)."""
    visible = _visible(meeting.delegations, audience)
    ordered = sorted(visible, key=lambda delegation: delegation.party != perspective)
    return tuple(Side(plan.party(delegation.party).name, delegation.participants) for delegation in ordered)


def _topic(topic: Topic, workspace: Workspace, audience: Audience) -> BriefTopic:
    section = workspace.plan.section(topic.section)
    return BriefTopic(
        id=section.id,
        citation=section.citation,
        title=section.title,
        statements=tuple(_quoted(each, workspace.catalogs) for each in _statements(topic, section)),
        say=_words(topic.say, audience),
        they_may_raise=_visible(topic.they_may_raise, audience),
        if_raised=_words(topic.if_raised, audience),
        not_to_raise=_words(topic.not_to_raise, audience),
        background=_word(topic.background, audience),
    )


def _statements(topic: Topic, section: Section) -> Iterable[Statement]:
    statements = [each for paragraph in section.paragraphs for each in paragraph.statements]
    return [each for each in statements if not topic.statements or each.id in topic.statements]


def _quoted(statement: Statement, catalogs: Catalogs) -> QuotedStatement:
    types = dict.fromkeys(clause.type for clause in statement.clauses)
    return QuotedStatement(
        id=statement.id,
        citation=statement.citation,
        text=statement.text,
        types=tuple(catalogs.text(TYPES[each]) for each in types),
    )
