"""What `status`, `commitments` and `agencies` share: their options, their words, and what they choose."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from planreports.cli.days import day_or_today
from planreports.cli.language import speech_in
from planreports.cli.printing import speech_of
from planreports.cli.rendering_options import audience_option, workspace_option
from planreports.cli.tables import Cell
from planreports.errors import PlanReportsError, Problem, UnknownIdError, did_you_mean
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import Text
from planreports.reports.selection import Selection, own_side_first
from planreports.reports.tracking import TrackedCommitment, Tracking, tracking
from planreports.told import Told, spoken, told
from planreports.workspace.agencies import Agency
from planreports.workspace.content import Audience
from planreports.workspace.statuses import Counting, Status
from planreports.workspace.workspace import Workspace, open_workspace

Command = TypeVar("Command", bound=Callable[..., Any])

COLOURS: Mapping[Counting, str] = {
    Counting.WAITING: "",
    Counting.GOOD: "green",
    Counting.TROUBLE: "yellow",
    Counting.DONE: "blue",
    Counting.DROPPED: "dim",
    Counting.UNKNOWN: "dim",
}

_OPTIONS = (
    click.option(
        "--as-of",
        metavar="YYYY-MM-DD",
        callback=day_or_today,
        help="What was known on this day, or `today`. Default: the day of the latest report.",
    ),
    click.option(
        "-l",
        "--language",
        metavar="CODE",
        help="The language of the list. Default: the command's own, or for English the workspace's first.",
    ),
    click.option("--json", "as_json", is_flag=True, help="Everything, for scripts (see docs/developers.md)."),
    audience_option,
    workspace_option,
)


def listing_options(command: Command) -> Command:
    """Return a command's function with the options that a `Listing` is made of."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True)
class Listing:
    """A workspace as one audience may know it on a day, and the language in which it is shown."""

    workspace: Workspace
    tracking: Tracking
    language: str

    @classmethod
    def of(cls, folder: Path, audience: str, as_of: datetime.date | None, language: str | None) -> Listing:
        """Return the listing that was asked for. Raises PlanReportsError for a language without a catalog."""
        workspace = open_workspace(folder)
        known = [SOURCE_LANGUAGE, *workspace.catalogs.languages]
        chosen = language or _usual_language(workspace, known)
        if chosen not in known:
            raise PlanReportsError(
                Problem(told("unknown language `{code}`", code=chosen), hint=did_you_mean(chosen, known))
            )
        return cls(workspace, tracking(workspace, Audience(audience), as_of), chosen)

    def words(self, text: Text) -> str:
        """Return a text's words in the language, or in the source's where there are none."""
        return text.translation(self.language).text

    def message(self, message: str) -> str:
        """Return a message of the catalogs in the language."""
        return self.words(self.workspace.catalogs.text(message))

    def print_sum(self, message: Told) -> None:
        """Print what a list adds up to below it, in the list's language."""
        click.echo(f"\n{spoken(message, speech_in(self.language))}")

    def name(self, agency: Agency) -> str:
        """Return how an agency is called in a narrow column."""
        return agency.acronym or self.words(agency.name)

    def names(self, agencies: Iterable[Agency]) -> str:
        """Return how agencies are called in a narrow column, those of the own side first."""
        perspective = self.workspace.configuration.perspective
        return ", ".join(self.name(agency) for agency in own_side_first(agencies, perspective))

    def agency(self, id_: str | None) -> str:
        """Return how the agency of an id is called in a narrow column."""
        return self.name(self.workspace.records.agencies[id_]) if id_ else ""

    def text_of(self, commitment: TrackedCommitment) -> str:
        """Return a commitment's words: the plan's own clause, or the translation of its statement."""
        statement = commitment.statement.text
        is_source = self.language == statement.source.language or self.language not in statement.languages
        return commitment.clause.quote if is_source else self.words(statement)

    def status(self, status: Status) -> Cell:
        """Return a status as its symbol and label."""
        return Cell(f"{status.symbol} {self.words(status.label)}", COLOURS[status.counts_as])

    def due(self, commitment: TrackedCommitment) -> Cell:
        """Return the day a commitment is due, marked where it has passed."""
        words = str(commitment.due or "")
        return Cell(f"{words} {self.overdue}", "red") if commitment.is_overdue else Cell(words)

    @property
    def overdue(self) -> str:
        """Return the word that marks what is overdue."""
        return f"({self.message('Overdue').lower()})"

    def chosen(self, ids: Sequence[str], filters: Mapping[str, Any]) -> tuple[TrackedCommitment, ...]:
        """Return the commitments that stand under some ids of the plan and meet the filters.

        Raises PlanReportsError with every id that stands for nothing, and every wrong filter.
        """
        problems = list(self._unknown(ids))
        selection = Selection(**filters)
        try:
            selection.check(self.workspace)
        except PlanReportsError as error:
            problems += error.problems
        if problems:
            raise PlanReportsError(problems)
        found = selection.of(self.tracking)
        return tuple(each for each in found if not ids or any(is_under(each, id_) for id_ in ids))

    def _unknown(self, ids: Sequence[str]) -> Iterator[Problem]:
        for id_ in ids:
            if not any(is_under(each, id_) for each in self.tracking):
                try:
                    _ = self.workspace.plan[id_]
                    yield Problem(told("there is no commitment in `{id}`", id=id_))
                except UnknownIdError as error:
                    yield from error.problems


def _usual_language(workspace: Workspace, known: Collection[str]) -> str:
    """Return the language of lists that are asked for in none: the command's own, unless that is English."""
    spoken_ = speech_of(click.get_current_context(silent=True)).language
    is_usual = spoken_ == SOURCE_LANGUAGE or spoken_ not in known
    return workspace.configuration.languages[0] if is_usual else spoken_


def is_under(commitment: TrackedCommitment, id_: str) -> bool:
    """Return whether a commitment is, or stands under, what an id of the plan names."""
    statement = commitment.statement.id
    return id_ in (commitment.id, statement, statement.rstrip("abcdefghijklmnopqrstuvwxyz")) or id_ in (
        commitment.section.id,
        commitment.area.id,
    )


def print_json(value: Mapping[str, Any]) -> None:
    """Print a value as JSON, its letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
