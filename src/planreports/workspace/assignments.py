"""`commitments.yaml` as typed data: who is to do what of the plan, with which means, by when."""

from __future__ import annotations

import datetime
from typing import Self

from pydantic import Field, model_validator

from planreports.files.validation import refused
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.plan.models import ClauseId
from planreports.told import told
from planreports.workspace.content import Amount, Audience, Currency, Id, Part, WorkspaceModel


class Activity(WorkspaceModel):
    """An activity or project that serves a commitment: under which scheme, with how much money."""

    name: Text
    scheme: Text | None = None
    amount: Amount | None = None
    currency: Currency | None = None
    audience: Audience | None = None

    @model_validator(mode="after")
    def _an_amount_has_a_currency(self) -> Self:
        if (self.amount is None) != (self.currency is None):
            raise refused("record", told("an amount and its currency are given together"))
        return self


class Timeframe(WorkspaceModel):
    """From when to when a commitment is to be carried out; without `to` it goes on."""

    start: PartialDate | None = Field(default=None, alias="from")
    end: PartialDate | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _it_ends_after_it_begins(self) -> Self:
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise refused("record", told("the timeframe ends before it begins"))
        return self

    @property
    def due(self) -> datetime.date | None:
        """Return the last day on which the commitment is in time; None where it goes on."""
        return self.end.latest if self.end else None


class Assignment(WorkspaceModel):
    """What a secretariat adds to a commitment of the plan; `id` is its clause's.

    `audience` is who may see it all; activities and remarks can narrow that. `lead` and `supporting` are
    ids of agencies: at most one of each party leads.
    """

    id: ClauseId
    lead: tuple[Id, ...] = Field(default=(), max_length=4)
    supporting: tuple[Id, ...] = ()
    activities: tuple[Activity, ...] = ()
    timeframe: Timeframe = Timeframe()
    indicator: Text | None = None
    baseline: Text | None = None
    target: Text | None = None
    verification: Text | None = None
    remarks: tuple[Part, ...] = ()
    audience: Audience = Audience.INTERNAL


class AssignmentsFile(WorkspaceModel):
    """`commitments.yaml`: an assignment a commitment."""

    commitments: tuple[Assignment, ...] = ()
