"""`progress/*.yaml` as typed data: what agencies said became of commitments, entry after entry.

Entries are only ever added. One of the same commitment, agency and date further down in the same file
corrects the earlier.
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from planreports.i18n.text import Text
from planreports.plan.models import ClauseId
from planreports.told import told
from planreports.workspace.content import Amount, Audience, Currency, Id, Part, WorkspaceModel

Address = Annotated[
    str,
    StringConstraints(pattern=r"^(https?://|mailto:)[^\s<>\"]+$", max_length=2000),
    Field(description=told("an address that begins with https://")),
]

EntryKey = tuple[str, str, datetime.date]
"""What an entry is about: commitment, agency and as-of date."""


class Recommendation(StrEnum):
    """What an agency recommends to do with a commitment."""

    CONTINUE = "continue"
    AMEND = "amend"
    CLOSE = "close"


class NextStep(WorkspaceModel):
    """What is to be done next: by which agency, until when; `done` is the day on which it was."""

    step: Text
    owner: Id | None = None
    due: datetime.date | None = None
    done: datetime.date | None = None
    audience: Audience | None = None

    def is_overdue(self, date: datetime.date) -> bool:
        """Return whether on a date the step should have been done and was not."""
        is_done = self.done is not None and self.done <= date
        return self.due is not None and self.due < date and not is_done


class Evidence(WorkspaceModel):
    """A document that shows what was achieved."""

    title: Text
    date: datetime.date | None = None
    link: Address | None = None
    audience: Audience | None = None


class Budget(WorkspaceModel):
    """Money planned and spent, in one currency."""

    currency: Currency
    planned: Amount | None = None
    spent: Amount | None = None
    audience: Audience | None = None


class SecretariatAssessment(WorkspaceModel):
    """What the secretariat makes of an agency's report; internal unless it says otherwise."""

    status: Id | None = None
    note: Part | None = None
    audience: Audience = Audience.INTERNAL


class ProgressEntry(WorkspaceModel):
    """What an agency reported on a commitment as of a date.

    `status` is the agency's own word, `assessment` why; `secretariat` is the other view. `audience` is who
    may see the entry; parts of it can narrow that. `received` is the day on which the report came in, where
    that is another than `as_of`: a review asks whether it was in time.
    """

    commitment: ClauseId
    as_of: datetime.date
    received: datetime.date | None = None
    agency: Id
    status: Id
    achievements: Part | None = None
    result: Part | None = None
    difficulties: Part | None = None
    reason: Part | None = None
    lessons: Part | None = None
    support_requested: Part | None = None
    recommendation: Recommendation | None = None
    budget: tuple[Budget, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessment: Part | None = None
    secretariat: SecretariatAssessment | None = None
    audience: Audience = Audience.INTERNAL

    @property
    def key(self) -> EntryKey:
        """Return what the entry is about."""
        return self.commitment, self.agency, self.as_of


class ProgressFile(WorkspaceModel):
    """`progress/<name>.yaml`: entries, in the order in which they were added."""

    entries: tuple[ProgressEntry, ...] = ()
