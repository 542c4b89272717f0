"""`agencies.yaml` as typed data: ministries and bodies, which come and go and have successors."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from planreports.errors import Problem, UnknownIdError, did_you_mean
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.told import told
from planreports.workspace.content import Audience, Id, Line, WorkspaceModel


class AgencyKind(StrEnum):
    """What an agency is."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    PARLIAMENT = "parliament"
    EMBASSY = "embassy"
    COMPANY = "company"
    BODY = "body"


class FocalPoint(WorkspaceModel):
    """Who answers for an agency; undeclared, this is internal, as everything about persons should be."""

    name: Text | None = None
    title: Text | None = None
    email: Line | None = None
    phone: Line | None = None
    audience: Audience = Audience.INTERNAL


class Agency(WorkspaceModel):
    """A ministry or body of a party. Its names are public; it is called so from `valid_from` to `valid_to`.

    `successors` took over from it: a report names the agency of its own date.
    """

    id: Id
    party: Id
    name: Text
    acronym: Line | None = None
    kind: AgencyKind = AgencyKind.MINISTRY
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    successors: tuple[Id, ...] = ()
    focal_points: tuple[FocalPoint, ...] = ()

    def exists_on(self, date: datetime.date) -> bool:
        """Return whether the agency is there on a date, as far as its validity is known."""
        begun = self.valid_from is None or self.valid_from.earliest <= date
        return begun and not self.has_ceased_by(date)

    def has_ceased_by(self, date: datetime.date) -> bool:
        """Return whether the agency is gone on a date."""
        return self.valid_to is not None and self.valid_to.latest < date


class AgenciesFile(WorkspaceModel):
    """`agencies.yaml`: every agency that commitments and progress name."""

    agencies: tuple[Agency, ...] = Field(default=())


@dataclass(frozen=True)
class Agencies:
    """All agencies of a workspace, in the order of their file."""

    agencies: tuple[Agency, ...] = ()

    def __iter__(self) -> Iterator[Agency]:
        return iter(self.agencies)

    def __len__(self) -> int:
        return len(self.agencies)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def __getitem__(self, id_: str) -> Agency:
        """Return the agency with an id. Raises UnknownIdError, naming the nearest."""
        if (found := self._by_id.get(id_)) is not None:
            return found
        hint = did_you_mean(id_, self._by_id)
        if hint is None and self._by_id:
            hint = told("`{command}` lists them", command="planreports agencies")
        raise UnknownIdError(Problem(told("there is no agency `{id}`", id=id_), hint=hint))

    def on(self, id_: str, date: datetime.date) -> tuple[Agency, ...]:
        """Return who an agency is on a date: itself, or who has succeeded it; itself too where nobody has.

        Raises UnknownIdError for an id that no agency has.
        """
        agency = self[id_]
        if not agency.has_ceased_by(date):
            return (agency,)
        return tuple({each.id: each for each in self._on(agency, date, frozenset())}.values())

    def _on(self, agency: Agency, date: datetime.date, passed: frozenset[str]) -> Iterator[Agency]:
        known = [each for each in agency.successors if each in self._by_id and each not in passed]
        if not agency.has_ceased_by(date) or not known:
            yield agency
            return
        for successor in known:
            yield from self._on(self[successor], date, passed | {agency.id})

    @cached_property
    def _by_id(self) -> dict[str, Agency]:
        return {agency.id: agency for agency in self.agencies}
