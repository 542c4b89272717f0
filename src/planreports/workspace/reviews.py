"""Reviews as typed data: what holds for every year's (`[review]`), and `reviews/*.yaml`, a year each."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from planreports.i18n.text import RichText, Text
from planreports.plan.models import AreaId
from planreports.told import told
from planreports.workspace.agencies import FocalPoint
from planreports.workspace.calendars import MonthDay
from planreports.workspace.content import Audience, Id, Point, WorkspaceModel

FormVersion = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$", max_length=8),
    Field(description=told("letters and digits such as 1 or 2.1")),
]
FormPrefix = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$", max_length=16),
    Field(description=told("capitals and digits such as LJ")),
]
EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
Year = Annotated[int, Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)]


class ReviewSettings(WorkspaceModel):
    """What holds for the reviews of all years, until a year's own file says otherwise.

    `deadline` is a day of the year under review. `return_to` stands on every form; `guidance` and
    `focal_point` (who answers questions) on those of the agencies that may see them.
    """

    deadline: MonthDay | None = None
    return_to: Text | None = None
    focal_point: FocalPoint | None = None
    guidance: Point | None = None
    form_version: FormVersion = "1"
    form_prefix: FormPrefix | None = None


class AreaNote(WorkspaceModel):
    """What the secretariat says of an area's year, before what agencies reported."""

    area: AreaId
    text: RichText
    audience: Audience = Audience.INTERNAL


class Decision(WorkspaceModel):
    """A decision that is asked of those who read the report: by whom it is to be taken, and why."""

    text: RichText
    by: Text | None = None
    reason: RichText | None = None
    audience: Audience = Audience.INTERNAL


class Signatory(WorkspaceModel):
    """Who signs the joint edition for a party; everyone who has that edition sees it."""

    party: Id
    name: Text | None = None
    title: Text


class Review(WorkspaceModel):
    """`reviews/<year>.yaml`: one year's review.

    Forms show what was known on the day when they were `issued`, so that one which is printed again is the
    same; the report shows what is known `as_of` a day. Both are the last of the year unless given.
    """

    year: Year
    status: Literal["draft", "final"] = "draft"
    issued: datetime.date | None = None
    deadline: datetime.date | None = None
    as_of: datetime.date | None = None
    summary: tuple[Point, ...] = ()
    areas: tuple[AreaNote, ...] = ()
    decisions: tuple[Decision, ...] = ()
    next_year: tuple[Point, ...] = ()
    signatories: tuple[Signatory, ...] = ()
