"""The meeting brief: a meeting, the plan and what became of it become the context of `brief.html.jinja`.

What the audience may not see is left out here, so that no layout or writer can leak it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from planreports.errors import PlanReportsError, Problem
from planreports.i18n import formats
from planreports.i18n.messages import message
from planreports.i18n.text import RichText, Text
from planreports.plan.plan import Plan
from planreports.reports.brief_glance import Glance, glance, last_meeting
from planreports.reports.brief_options import LAYOUTS, BriefOptions, require_possible
from planreports.reports.brief_topics import BriefTopic, Topics
from planreports.reports.report import Report, ReportKind
from planreports.reports.selection import Wish, wishes
from planreports.reports.tracking import tracking
from planreports.told import told
from planreports.workspace.content import Audience, PointContent
from planreports.workspace.meetings import (
    AgendaItem,
    Annex,
    Biography,
    Contact,
    Encounter,
    Fact,
    Meeting,
    Participant,
    TimeRange,
)
from planreports.workspace.workspace import Workspace


class _HasAudience(Protocol):
    @property
    def audience(self) -> Audience: ...


Content = TypeVar("Content", bound=_HasAudience)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a delegation as the brief names them: the family name in capitals."""

    style: Text | None
    name: Text | None
    title: Text
    is_head: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side's delegation; `head` leads it."""

    party: Text
    participants: tuple[Member, ...]

    @property
    def head(self) -> Member:
        """Return the participant who is named as head, else the first in rank."""
        return next((each for each in self.participants if each.is_head), self.participants[0])


@dataclass(frozen=True, slots=True)
class InternalFacts:
    """The facts of a brief's head that only its own side sees."""

    copies: int | None
    copy: int | None
    distribution: tuple[Text, ...]
    level: Text | None
    interpretation: Text | None
    press: Text | None
    requested_by: Text | None


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a brief's layout may show, already reduced to what its audience may see.

    Of the background, `not_for_disclosure` is what stands in nobody's copy but the own side's.
    """

    number: Text | str
    addendum: int | None
    is_draft: bool
    is_example: bool
    audience: str
    issued: datetime.date
    organisation: Text
    department: Text | None
    office_place: Text | None
    national_head: tuple[Text, ...]
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
    wishes: tuple[Wish, ...]
    topics: tuple[BriefTopic, ...]
    glance: Glance | None
    deliverables: tuple[RichText, ...]
    press_line: RichText | None
    last_encounter: Encounter | None
    facts: tuple[Fact, ...]
    background: tuple[Fact, ...]
    not_for_disclosure: tuple[Fact, ...]
    biographies: tuple[Biography, ...]
    contacts: tuple[Contact, ...]
    annexes: tuple[Annex, ...]


def brief_report(workspace: Workspace, options: BriefOptions) -> Report:
    """Return the brief of a meeting.

    Raises PlanReportsError when no meeting is named, UnknownIdError for one that is not there.
    """
    if options.meeting is None:
        ids = ", ".join(meeting.id for meeting in workspace.meetings)
        hint = told("there are: {ids}", ids=ids) if ids else told("there are none here")
        raise PlanReportsError(Problem(told("a brief is for a meeting; name one"), hint=hint))
    meeting = workspace.meeting(options.meeting)
    require_possible(options, meeting, workspace)
    brief = brief_context(workspace, meeting, options)
    return Report(
        layout=LAYOUTS[options.form],
        context={"brief": brief},
        title=meeting.title,
        subject=workspace.catalogs.text(message("Meeting brief")),
        author=brief.organisation,
        date=meeting.issued,
    )


def brief_context(workspace: Workspace, meeting: Meeting, options: BriefOptions | None = None) -> Brief:
    """Return the context of a meeting's brief, with what its audience may see and nothing else."""
    options = options or BriefOptions()
    configuration, plan, audience = workspace.configuration, workspace.plan, options.audience
    is_internal = audience is Audience.INTERNAL
    tracked = tracking(workspace, audience, options.as_of or meeting.issued)
    encounter = next(iter(_visible(filter(None, [meeting.last_encounter]), audience)), None)
    since = encounter.date if encounter else last_meeting(meeting, workspace)
    background = _visible(meeting.background, audience)
    topics = Topics(workspace, tracked)
    return Brief(
        number=configuration.numbering.of_brief(meeting.number, meeting.issued),
        addendum=meeting.addendum,
        is_draft=meeting.status == "draft",
        is_example=configuration.example,
        audience=audience.value,
        issued=meeting.issued,
        organisation=configuration.organisation.name,
        department=configuration.organisation.department,
        office_place=configuration.organisation.place,
        national_head=configuration.organisation.national_head if is_internal else (),
        own_party=plan.party(configuration.perspective).name,
        plan_title=plan.title,
        title=meeting.title,
        date=meeting.date,
        time=_time(meeting.time),
        minutes=_minutes(meeting.time),
        place=meeting.place,
        internal=_internal_facts(meeting, options.copy) if is_internal else None,
        sides=_sides(meeting, plan, configuration.perspective, audience),
        objectives=_words(meeting.objectives, audience),
        agenda=_visible(meeting.agenda, audience),
        wishes=wishes(options.selection, workspace),
        topics=topics.chosen(meeting, options.selection, of_plan=options.topics == "plan"),
        glance=glance(workspace, tracked, options.changed_since or since),
        deliverables=_words(meeting.deliverables, audience),
        press_line=_word(meeting.press_line, audience),
        last_encounter=encounter,
        facts=_visible(meeting.facts, audience),
        background=tuple(each for each in background if each.audience is not Audience.INTERNAL),
        not_for_disclosure=tuple(each for each in background if each.audience is Audience.INTERNAL),
        biographies=_visible(meeting.biographies, audience),
        contacts=_visible(meeting.contacts, audience),
        annexes=_visible(meeting.annexes, audience),
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


def _internal_facts(meeting: Meeting, copy: int | None) -> InternalFacts:
    return InternalFacts(
        copies=meeting.copies,
        copy=copy,
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
    return tuple(
        Side(plan.party(each.party).name, tuple(_member(one) for one in each.participants))
        for each in ordered
    )


def _member(participant: Participant) -> Member:
    family, name = participant.family_name, participant.name
    if family and name:
        name = name.map(lambda words: words.replace(family, family.upper()))
    return Member(participant.style, name, participant.title, participant.head)


REPORT = ReportKind(BriefOptions, brief_report)
