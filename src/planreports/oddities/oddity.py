"""Something legal but odd, and where it stands; and what there is to look at."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cached_property

from planreports.files.source import ValuePath
from planreports.reports.tracking import Tracking, tracking
from planreports.told import Told
from planreports.workspace.agencies import Agencies, Agency
from planreports.workspace.assignments import Assignment
from planreports.workspace.progress import ProgressEntry
from planreports.workspace.records import AGENCIES_FILE, ASSIGNMENTS_FILE, PROGRESS_FOLDER, Home
from planreports.workspace.workspace import Workspace


class Kind(IntEnum):
    """What oddities are told together; the order in which they are told."""

    LATER_REPORT = auto()
    CEASED_AGENCY = auto()
    REPORTER_NOT_THERE = auto()
    REPORTER_NOT_ASSIGNED = auto()
    WITHOUT_LEAD = auto()
    WITHOUT_ASSIGNMENT = auto()
    LEADS_AND_SUPPORTS = auto()
    OVERDUE_COMMITMENT = auto()
    OVERDUE_STEP = auto()
    OLD_STATUS = auto()
    STATUS_GOES_BACK = auto()
    ASSESSMENTS_DIFFER = auto()
    EVIDENCE_WITHOUT_DATE = auto()
    CURRENCIES = auto()
    AUDIENCE_WITHOUT_EFFECT = auto()
    UNNAMED_AGENCY = auto()


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in a list of the workspace's files; without `index` the list itself.

    `file` is relative to the workspace's folder; `key` the file's key of the list, which has `count` items.
    """

    file: str
    key: str
    count: int
    index: int | None = None
    path: ValuePath = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that a secretariat should look at: what it is, where it stands, and what may be done."""

    kind: Kind
    spot: Spot
    message: Told
    hint: Told | None = None


_NOWHERE = Home(PROGRESS_FOLDER, 0, 0)
"""Where entries stand that come from no file."""


@dataclass(frozen=True)
class View:
    """A workspace as everything in it was known on a day, and where its records stand."""

    workspace: Workspace
    date: datetime.date

    @cached_property
    def tracking(self) -> Tracking:
        """Return what became of commitments, with everything that is internal."""
        return tracking(self.workspace, as_of=self.date)

    @property
    def agencies(self) -> Agencies:
        """Return the workspace's agencies."""
        return self.workspace.records.agencies

    @property
    def is_assigned(self) -> bool:
        """Return whether anybody keeps assignments here at all."""
        return bool(self.workspace.records.assignments)

    def spot_of_agency(self, agency: Agency, *path: str | int) -> Spot:
        """Return where an agency stands."""
        index = next(number for number, each in enumerate(self.agencies) if each.id == agency.id)
        return Spot(AGENCIES_FILE, "agencies", len(self.agencies), index, path)

    def spot_of_assignment(self, assignment: Assignment, *path: str | int) -> Spot:
        """Return where an assignment stands."""
        index = self._assignments[assignment.id]
        return Spot(ASSIGNMENTS_FILE, "commitments", len(self._assignments), index, path)

    @property
    def spot_of_assignments(self) -> Spot:
        """Return where all assignments stand."""
        return Spot(ASSIGNMENTS_FILE, "commitments", len(self._assignments))

    def spot_of_entry(self, entry: ProgressEntry, *path: str | int) -> Spot:
        """Return where a progress entry stands."""
        home = self.workspace.records.homes.get(entry.key, _NOWHERE)
        return Spot(home.file, "entries", home.count, home.index, path)

    def now(self, id_: str) -> list[Agency]:
        """Return who an agency is on the day: those of itself and its successors that are there."""
        return [each for each in self.agencies.on(id_, self.date) if not each.has_ceased_by(self.date)]

    def today(self, id_: str) -> frozenset[str]:
        """Return the ids of who an agency is on the day: predecessors and successors count as one."""
        return self._today[id_]

    @cached_property
    def _today(self) -> dict[str, frozenset[str]]:
        agencies, date = self.agencies, self.date
        return {each.id: frozenset(other.id for other in agencies.on(each.id, date)) for each in agencies}

    @cached_property
    def _assignments(self) -> dict[str, int]:
        return {id_: number for number, id_ in enumerate(self.workspace.records.assignments)}
