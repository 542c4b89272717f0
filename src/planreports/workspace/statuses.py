"""What can become of a commitment: a scale of statuses, the one that ships or a workspace's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from planreports.errors import Problem, UnknownIdError, did_you_mean
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.messages import message
from planreports.i18n.text import Text
from planreports.told import told
from planreports.workspace.content import Id, WorkspaceModel

NO_REPORT = "no-report"
"""The id of the status that is computed and never chosen: nobody has said anything."""


class Counting(StrEnum):
    """How a status counts, whatever it is called."""

    WAITING = "waiting"
    """Nothing has begun."""
    GOOD = "good"
    """Under way as planned: counted with what is done in "on track or completed"."""
    TROUBLE = "trouble"
    """Under way, not as planned: listed among the exceptions."""
    DONE = "done"
    """Finished: it is never overdue."""
    DROPPED = "dropped"
    """Given up: it is never overdue."""
    UNKNOWN = "unknown"
    """Nobody has said: neither progress nor trouble."""


class Status(WorkspaceModel):
    """A status of the scale; `symbol` stands beside its label, so that it is never told by colour alone.

    `style` names the inline style of its chip in the stylesheet; without it, `status-` and the id.
    """

    id: Id
    label: Text
    meaning: Text | None = None
    symbol: Annotated[str, StringConstraints(min_length=1, max_length=2)]
    counts_as: Counting
    needs_reason: bool = False
    chip: Id | None = Field(default=None, alias="style")

    @property
    def style(self) -> str:
        """Return the name of the inline style of its chip."""
        return self.chip or f"status-{self.id}"

    @property
    def is_final(self) -> bool:
        """Return whether nothing more is to come: such a commitment is never overdue, nor its status old."""
        return self.counts_as in (Counting.DONE, Counting.DROPPED)


@dataclass(frozen=True)
class StatusScale:
    """The statuses that may be chosen, in order, and the computed one, `no_report`."""

    statuses: tuple[Status, ...]
    no_report: Status

    def __iter__(self) -> Iterator[Status]:
        return iter(self.statuses)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def __getitem__(self, id_: str) -> Status:
        """Return the status with an id. Raises UnknownIdError, naming the nearest."""
        if (found := self._by_id.get(id_)) is not None:
            return found
        raise UnknownIdError(Problem(told("unknown status `{id}`", id=id_), hint=did_you_mean(id_, self.ids)))

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statuses that may be chosen."""
        return tuple(each.id for each in self.statuses)

    @cached_property
    def _by_id(self) -> dict[str, Status]:
        return {each.id: each for each in (*self.statuses, self.no_report)}


_SHIPPED = (
    ("not-started", message("Not started"), message("Nothing has been done yet."), "–", Counting.WAITING),
    ("on-track", message("On track"), message("Under way as planned."), "●", Counting.GOOD),
    (
        "delayed",
        message("Delayed"),
        message("Later than planned, for the reason given."),
        "◐",
        Counting.TROUBLE,
    ),
    ("completed", message("Completed"), message("Everything promised has been done."), "✓", Counting.DONE),
    (
        "discontinued",
        message("Discontinued"),
        message("Overtaken, superseded or withdrawn, for the reason given."),
        "×",
        Counting.DROPPED,
    ),
)
_NEEDING_REASON = ("delayed", "discontinued")
_NO_REPORT = message("No report")
_NO_REPORT_MEANING = message("No agency has reported in the last twelve months.")


def status_scale(own: Iterable[Status], catalogs: Catalogs) -> StatusScale:
    """Return a workspace's own scale, or the one that ships in the words of the catalogs.

    >>> status_scale((), Catalogs({})).ids
    ('not-started', 'on-track', 'delayed', 'completed', 'discontinued')
    """
    shipped = (
        Status(
            id=id_,
            label=catalogs.text(label),
            meaning=catalogs.text(meaning),
            symbol=symbol,
            counts_as=counting,
            needs_reason=id_ in _NEEDING_REASON,
        )
        for id_, label, meaning, symbol, counting in _SHIPPED
    )
    no_report = Status(
        id=NO_REPORT,
        label=catalogs.text(_NO_REPORT),
        meaning=catalogs.text(_NO_REPORT_MEANING),
        symbol="○",
        counts_as=Counting.UNKNOWN,
    )
    return StatusScale(tuple(own) or tuple(shipped), no_report)
