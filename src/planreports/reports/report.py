"""A report, ready for its layout: the context, and what the finished file says about itself."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.text import Text
from planreports.told import as_it_is, told
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What every report is asked for: who may read it. A report's own options are in a class below."""

    audience: Audience = Audience.INTERNAL


@dataclass(frozen=True, slots=True)
class Report:
    """What a report's module hands to the layout stage.

    `context` holds plain frozen values, already reduced to what the audience may see; `date` is the
    document's own date, which its file carries instead of the clock's; None where it has none.
    """

    layout: str
    context: Mapping[str, object]
    title: Text
    subject: Text
    author: Text
    date: datetime.date | None


Options = TypeVar("Options", bound=ReportOptions)


@dataclass(frozen=True, slots=True)
class ReportKind(Generic[Options]):
    """A row of the table of reports: the class of its options, and the function that makes one.

    `agencies` returns the ids of those that there is a document for in a year, where not for all.
    """

    options: type[Options]
    make: Callable[[Workspace, Options], Report]
    agencies: Callable[[Workspace, int], tuple[str, ...]] | None = None

    def made(self, name: str, workspace: Workspace, audience: Audience, asked: Mapping[str, Any]) -> Report:
        """Return the report, with the options that were `asked` for by name.

        Raises PlanReportsError for an option that this report does not have, with the nearest that it has,
        and for a value of another type than the option's.
        """
        known = [each.name for each in fields(self.options) if each.name != "audience"]
        types = get_type_hints(self.options)
        problems = [
            problem
            for option, value in asked.items()
            if (problem := _problem(name, option, value, types.get(option), known))
        ]
        if problems:
            raise PlanReportsError(problems)
        return self.make(workspace, self.options(audience=audience, **asked))


def _problem(report: str, option: str, value: object, type_: Any, known: Sequence[str]) -> Problem | None:
    """Return what is wrong with an option that was asked for, if anything is."""
    if option not in known:
        hint = did_you_mean(option, known) if known else told("it has none of its own")
        return Problem(
            told("the report `{report}` has no option `{option}`", report=report, option=option), hint=hint
        )
    try:
        TypeAdapter(type_).validate_python(value, strict=True)
    except ValidationError as error:
        message = told(
            "the option `{option}` of the report `{report}` cannot be {value}",
            option=option,
            report=report,
            value=f"{value!r:.60}",
        )
        return Problem(message, hint=as_it_is(error.errors()[0]["msg"]))
    return None
