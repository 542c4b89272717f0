"""A `[[build]]` table becomes the mistakes in it that are known without the files of its workspace."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from planreports.errors import Problem, did_you_mean
from planreports.files.resources import resource
from planreports.files.source import Source, ValuePath
from planreports.files.validation import Problems
from planreports.i18n.catalogs import language_folders
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.reports import REPORTS
from planreports.told import Told, as_it_is, listed, told
from planreports.workspace.build_tables import BuildTable
from planreports.workspace.known_configuration import read_configuration
from planreports.workspace.workspace import CONFIGURATION_FILE
from planreports.writers import FORMATS


def require_fit_tables(folder: Path) -> None:
    """Raise DataError with what is wrong in a folder's `[[build]]` tables, whatever else is wrong.

    Tables whose form is wrong are passed over: `open_workspace` tells of them.
    """
    file = folder / CONFIGURATION_FILE
    found = read_configuration(file, file.as_posix(), Problems()).parts
    languages = language_folders([resource("locales"), folder / "locales"])
    problems = Problems()
    for path, table in found.items("build"):
        problems.found += table_problems(table, path, found.source, languages)
    problems.raise_if_any()


def table_problems(
    table: BuildTable, path: ValuePath, source: Source, languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for a report, format, language or option that does not exist; `path` is where the
    table stands in its file, `languages` are those that have a catalog."""
    check = _TableCheck(table, path, source)
    if table.report not in REPORTS:
        yield check.problem(
            "report",
            told("unknown report `{report}`", report=table.report),
            did_you_mean(table.report, REPORTS),
        )
        return
    known = [SOURCE_LANGUAGE, *languages]
    for code in dict.fromkeys(itertools.chain.from_iterable(table.languages)):
        if code not in known:
            yield check.problem(
                "languages", told("unknown language `{code}`", code=code), did_you_mean(code, known)
            )
    for name in table.formats:
        if name not in FORMATS:
            yield check.problem(
                "formats", told("unknown format `{name}`", name=name), did_you_mean(name, FORMATS)
            )
    yield from check.every()
    for name, value in table.options.items():
        yield from check.option(name, value)


@dataclass(frozen=True)
class _TableCheck:
    """Says what is wrong in a table of a report that there is; `path` is where it stands in its file."""

    table: BuildTable
    path: ValuePath
    source: Source

    def problem(self, key: str, message: Told, hint: Told | None = None) -> Problem:
        """Return a mistake at a key of the table, or at the table where it has no such key."""
        return self.source.problem((*self.path, key), message, hint)

    def every(self) -> Iterator[Problem]:
        report, options = self.table.report, known_options(self.table.report)
        for kind in self.table.every:
            if kind not in options:
                hint = told("`{report}` has {options}", report=report, options=_listed(options))
                yield self.problem(
                    "every",
                    told("the report `{report}` is not made for each {kind}", report=report, kind=kind),
                    hint,
                )
            elif kind in self.table.options:
                message = told("`{kind}` is given, and the table is for every {kind}", kind=kind)
                yield self.problem("options", message, told("remove one"))

    def option(self, name: str, value: object) -> Iterator[Problem]:
        report, options = self.table.report, known_options(self.table.report)
        if name not in options:
            hint = did_you_mean(name, options) or told("it has none of its own")
            yield self.problem(
                "options",
                told("the report `{report}` has no option `{name}`", report=report, name=name),
                hint,
            )
            return
        try:
            TypeAdapter(options[name]).validate_python(as_option(value), strict=True)
        except ValidationError as error:
            message = told(
                "the option `{name}` of the report `{report}` cannot be {value}",
                name=name,
                report=report,
                value=f"{value!r:.60}",
            )
            yield self.problem("options", message, as_it_is(error.errors()[0]["msg"]))


def known_options(report: str) -> Mapping[str, Any]:
    """Return the types of a report's own options, by their names."""
    kind = REPORTS[report].options
    types = get_type_hints(kind)
    return {each.name: types[each.name] for each in fields(kind) if each.name != "audience"}


def as_option(value: object) -> object:
    """Return a value of a table as a report's options have it."""
    return tuple(value) if isinstance(value, list) else value


def _listed(names: Iterable[str]) -> Told:
    backquoted = [f"`{name}`" for name in names]
    return listed(backquoted) if backquoted else told("no options of its own")
