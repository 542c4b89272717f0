"""`meetings/*.yaml` as typed data: one meeting a file, and what its brief says.

`RichText` fields are CommonMark.
"""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from planreports.i18n.text import RichText, Text
from planreports.workspace.content import (
    Audience,
    ClockTime,
    Id,
    Point,
    SectionId,
    StatementId,
    WorkspaceModel,
)


class Exchange(WorkspaceModel):
    """What the other side may raise, and what we answer."""

    point: RichText
    response: RichText
    audience: Audience = Audience.INTERNAL


class Fact(WorkspaceModel):
    """A terse fact of the background, with where it comes from and the date it held."""

    text: RichText
    source: Text | None = None
    as_of: datetime.date | None = None
    audience: Audience = Audience.INTERNAL


class Participant(WorkspaceModel):
    """A member of a delegation; a name that is not known yet is left out."""

    name: Text | None = None
    title: Text
    head: bool = False


class Delegation(WorkspaceModel):
    """One side's participants, in rank order."""

    party: Id
    participants: tuple[Participant, ...] = Field(min_length=1)
    audience: Audience = Audience.INTERNAL


class AgendaItem(WorkspaceModel):
    """A line of the run of show."""

    time: ClockTime | None = None
    item: Text
    lead: Text | None = None
    audience: Audience = Audience.INTERNAL


class Topic(WorkspaceModel):
    """A section of the plan as the meeting deals with it; without `statements`, all of the section's."""

    section: SectionId
    statements: tuple[StatementId, ...] = ()
    say: tuple[Point, ...] = ()
    they_may_raise: tuple[Exchange, ...] = ()
    if_raised: tuple[Point, ...] = ()
    not_to_raise: tuple[Point, ...] = ()
    background: Point | None = None


class TimeRange(WorkspaceModel):
    """From when to when the meeting lasts, on its day."""

    start: ClockTime = Field(alias="from")
    end: ClockTime = Field(alias="to")


class Meeting(WorkspaceModel):
    """`meetings/<id>.yaml`: one meeting, and what its brief says.

    Title, date, time and place are for everyone; the other facts of the head are internal.
    """

    id: Id
    number: str = Field(min_length=1, max_length=40)
    status: Literal["draft", "final"] = "draft"
    issued: datetime.date
    copies: int | None = Field(default=None, ge=1, le=9999)
    title: Text
    date: datetime.date
    time: TimeRange | None = None
    place: Text | None = None
    level: Text | None = None
    interpretation: Text | None = None
    press: Text | None = None
    requested_by: Text | None = None
    distribution: tuple[Text, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    objectives: tuple[Point, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    topics: tuple[Topic, ...] = ()
    deliverables: tuple[Point, ...] = ()
    press_line: Point | None = None
    background: tuple[Fact, ...] = ()
