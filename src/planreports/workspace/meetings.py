"""`meetings/*.yaml` as typed data: one meeting a file, and what its brief says.

`RichText` fields are CommonMark.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from planreports.files.validation import refused
from planreports.i18n.text import RichText, Text
from planreports.told import told
from planreports.workspace.content import (
    Audience,
    ClockTime,
    Id,
    Line,
    Point,
    PointContent,
    SectionId,
    StatementId,
    WorkspaceModel,
    as_point,
)


class CitingPoint(PointContent):
    """Something to say on a topic; `cites` are the statements of the plan that it is about."""

    cites: tuple[StatementId, ...] = ()


TopicPoint = Annotated[CitingPoint, BeforeValidator(as_point)]


class Exchange(WorkspaceModel):
    """What the other side may raise, and what we answer; `cites` are the statements that it is about."""

    point: RichText
    response: RichText
    cites: tuple[StatementId, ...] = ()
    audience: Audience = Audience.INTERNAL


class Fact(WorkspaceModel):
    """A terse fact, with where it comes from and the date it held."""

    text: RichText
    source: Text | None = None
    as_of: datetime.date | None = None
    audience: Audience = Audience.INTERNAL


class Participant(WorkspaceModel):
    """A member of a delegation; a name that is not known yet is left out.

    The name stands in its own side's order; `family_name` is the part of it that is printed in capitals.
    `style` is what stands before it, such as "H.E. Ms".
    """

    style: Text | None = None
    name: Text | None = None
    family_name: Line | None = None
    title: Text
    head: bool = False

    @model_validator(mode="after")
    def _the_family_name_is_part_of_the_name(self) -> Self:
        if self.family_name and (self.name is None or self.family_name not in str(self.name)):
            message = told("the family name `{name}` is no part of the name", name=self.family_name)
            raise refused("participant", message)
        return self


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
    """A section of the plan as the meeting deals with it; without `statements`, all of the section's.

    `audience` is who may know that the topic is on the list; undeclared, those who may see anything of it.
    """

    section: SectionId
    statements: tuple[StatementId, ...] = ()
    say: tuple[TopicPoint, ...] = ()
    they_may_raise: tuple[Exchange, ...] = ()
    if_raised: tuple[TopicPoint, ...] = ()
    not_to_raise: tuple[TopicPoint, ...] = ()
    background: Point | None = None
    audience: Audience | None = None


class Encounter(WorkspaceModel):
    """When both sides met last, and what came of it."""

    date: datetime.date
    title: Text
    place: Text | None = None
    text: RichText | None = None
    audience: Audience = Audience.INTERNAL


class Biography(WorkspaceModel):
    """Who somebody is whom we meet."""

    name: Text
    title: Text | None = None
    text: RichText
    audience: Audience = Audience.INTERNAL


class Contact(WorkspaceModel):
    """Whom to ask on the day."""

    name: Text | None = None
    role: Text
    phone: Line | None = None
    email: Line | None = None
    audience: Audience = Audience.INTERNAL


class Annex(WorkspaceModel):
    """What is added to the brief: a paper by its title, or words of its own."""

    title: Text
    text: RichText | None = None
    audience: Audience = Audience.INTERNAL


class TimeRange(WorkspaceModel):
    """From when to when the meeting lasts, on its day."""

    start: ClockTime = Field(alias="from")
    end: ClockTime = Field(alias="to")


class Meeting(WorkspaceModel):
    """`meetings/<id>.yaml`: one meeting, and what its brief says.

    Title, date, time and place are for everyone; the other facts of the head are internal. `addendum` is
    the number of an addition to a brief that is out. Of `background`, what is internal is not for
    disclosure; `facts` are those of the relations of both sides.
    """

    id: Id
    number: str = Field(min_length=1, max_length=40)
    addendum: int | None = Field(default=None, ge=1, le=99)
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
    last_encounter: Encounter | None = None
    facts: tuple[Fact, ...] = ()
    background: tuple[Fact, ...] = ()
    biographies: tuple[Biography, ...] = ()
    contacts: tuple[Contact, ...] = ()
    annexes: tuple[Annex, ...] = ()
