"""The files of a workspace as typed data: its configuration, and a file a meeting.

`RichText` fields are CommonMark. Whatever is for some eyes only says so in `audience`; what says nothing
is internal.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import RichText, Text, TranslationState

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Field(description="lower-case letters and digits, joined by hyphens, such as 2026-som6"),
]
LanguageCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=20),
    Field(description="a language code such as en or lo"),
]
ClockTime = Annotated[
    str,
    StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"),
    Field(description="a time of day such as 09:30"),
]
SectionId = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]*\.[1-9][0-9]*$"),
    Field(description="a section's id such as 3.1"),
]
StatementId = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]*\.[1-9][0-9]*\.[1-9][0-9]*[a-z]$"),
    Field(description="a statement's id such as 3.1.2b"),
]


class Audience(StrEnum):
    """Who may see a piece of content; each sees what the ones after it see."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"

    def sees(self, content: Audience) -> bool:
        """Return whether this audience may see content that is declared for another.

        >>> Audience.PARTNER.sees(Audience.PUBLIC), Audience.PARTNER.sees(Audience.INTERNAL)
        (True, False)
        """
        order = list(Audience)
        return order.index(self) <= order.index(content)


class _FileModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# planreports.toml ------------------------------------------------------------------------------------


class Organisation(_FileModel):
    """Who writes the documents, as their head has it."""

    name: Text
    department: Text | None = None
    place: Text | None = None


class Translations(_FileModel):
    """How far translations may be trusted that stand in the workspace's own files."""

    inline: TranslationState = TranslationState.REVIEWED


class Configuration(_FileModel):
    """`planreports.toml`: what holds for the whole workspace.

    `perspective` is the id of the party whose own copies are written: its side stands first. `example`
    says on every page that the content is invented.
    """

    plan: str = Field(default="lao-japan", min_length=1, max_length=200)
    languages: tuple[LanguageCode, ...] = Field(default=(SOURCE_LANGUAGE,), min_length=1)
    perspective: Id
    example: bool = False
    organisation: Organisation
    translations: Translations = Translations()


# meetings/*.yaml -------------------------------------------------------------------------------------


def _as_point(value: object) -> object:
    """Return words as a point that says nothing of its audience."""
    if isinstance(value, Mapping) and "text" in value:
        return value
    return {"text": value}


class PointContent(_FileModel):
    """Something to say or to know: its words, and who may see them."""

    text: RichText
    audience: Audience = Audience.INTERNAL


Point = Annotated[PointContent, BeforeValidator(_as_point)]


class Exchange(_FileModel):
    """What the other side may raise, and what we answer."""

    point: RichText
    response: RichText
    audience: Audience = Audience.INTERNAL


class Fact(_FileModel):
    """A terse fact of the background, with where it comes from and the date it held."""

    text: RichText
    source: Text | None = None
    as_of: datetime.date | None = None
    audience: Audience = Audience.INTERNAL


class Participant(_FileModel):
    """A member of a delegation; a name that is not known yet is left out."""

    name: Text | None = None
    title: Text
    head: bool = False


class Delegation(_FileModel):
    """One side's participants, in rank order."""

    party: Id
    participants: tuple[Participant, ...] = Field(min_length=1)
    audience: Audience = Audience.INTERNAL


class AgendaItem(_FileModel):
    """A line of the run of show."""

    time: ClockTime | None = None
    item: Text
    lead: Text | None = None
    audience: Audience = Audience.INTERNAL


class Topic(_FileModel):
    """A section of the plan as the meeting deals with it; without `statements`, all of the section's."""

    section: SectionId
    statements: tuple[StatementId, ...] = ()
    say: tuple[Point, ...] = ()
    they_may_raise: tuple[Exchange, ...] = ()
    if_raised: tuple[Point, ...] = ()
    not_to_raise: tuple[Point, ...] = ()
    background: Point | None = None


class TimeRange(_FileModel):
    """From when to when the meeting lasts, on its day."""

    start: ClockTime = Field(alias="from")
    end: ClockTime = Field(alias="to")


class Meeting(_FileModel):
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
