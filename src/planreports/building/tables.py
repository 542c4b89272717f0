"""The `[[build]]` tables of a workspace become renditions, each with its place below the output folder."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from pydantic import TypeAdapter, ValidationError

from planreports.building.places import UnfitPatternError, checked_folder, checked_name, filled
from planreports.building.renditions import Rendition, options_in
from planreports.building.table_checks import as_option, known_options, table_problems
from planreports.errors import PlanReportsError, Problem
from planreports.files.source import Source, ValuePath
from planreports.files.toml_source import read_toml
from planreports.reports import REPORTS, AskedOptions
from planreports.told import Told, told
from planreports.workspace.build_tables import BuildTable
from planreports.workspace.workspace import CONFIGURATION_FILE, Workspace
from planreports.writers import DOCUMENT_FORMATS, FORMATS


class PlannedFile(NamedTuple):
    """A file to build: its place below the output folder, with slashes, and what it is a rendition of."""

    place: str
    rendition: Rendition


def planned_files(workspace: Workspace) -> list[PlannedFile]:
    """Return every file that a workspace's `[[build]]` tables list, in their order.

    Raises PlanReportsError with every mistake of the tables, each with its line in `planreports.toml`: a
    report, format, language or option that does not exist, a name that cannot be one, two files of one name,
    and a workspace without such tables.
    """
    file = workspace.folder / CONFIGURATION_FILE
    if not workspace.configuration.build:
        message = told("there is no [[build]] table, so there is nothing to build")
        raise PlanReportsError(
            Problem(message, file.as_posix(), hint=told("docs/secretariats.md shows some"))
        )
    source = read_toml(file, file.as_posix())
    problems: list[Problem] = []
    planned: dict[str, PlannedFile] = {}
    for number, table in enumerate(workspace.configuration.build):
        planning = _Planning(workspace, table, source, ("build", number), problems)
        for each in planning.files():
            if planned.setdefault(each.place.casefold(), each) is not each:
                planning.problem(
                    "name",
                    told("two files would be `{place}`", place=each.place),
                    told('give one table another name = "…"'),
                )
    if problems:
        raise PlanReportsError(dict.fromkeys(problems))
    return list(planned.values())


@dataclass(frozen=True)
class _Planning:
    """The planning of one table's files; `path` is where it stands in its file."""

    workspace: Workspace
    table: BuildTable
    source: Source
    path: ValuePath
    problems: list[Problem]

    def problem(self, key: str, message: Told, hint: Told | None = None) -> None:
        """Note a mistake at a key of the table, or at the table where it has no such key."""
        self.problems.append(self.source.problem((*self.path, key), message, hint))

    def files(self) -> Iterator[PlannedFile]:
        """Yield the table's files; none where the table itself has mistakes."""
        found = list(table_problems(self.table, self.path, self.source, self.workspace.catalogs.languages))
        self.problems.extend(found)
        if found:
            return
        languages = self.table.languages or (self.workspace.configuration.languages,)
        formats = self.table.formats or DOCUMENT_FORMATS
        for each in self._each():
            for choice, format_ in itertools.product(languages, formats):
                planned = self._file(each, choice, format_)
                if planned is None:
                    return
                yield planned

    def _each(self) -> Iterator[Mapping[str, str | int]]:
        """Yield the meetings, agencies and years that there is a file for, in every combination."""
        every: dict[str, Sequence[str | int]] = {
            "meeting": [meeting.id for meeting in self.workspace.meetings],
            "year": sorted(self.workspace.records.reviews),
        }
        others = [kind for kind in self.table.every if kind != "agency"]
        for values in itertools.product(*(every[kind] for kind in others)):
            known: dict[str, str | int] = dict(zip(others, values, strict=True))
            if len(others) == len(self.table.every):
                yield known
                continue
            for agency in self._agencies(known):
                named = {**known, "agency": agency}
                yield {kind: named[kind] for kind in self.table.every}

    def _agencies(self, known: Mapping[str, str | int]) -> Iterable[str]:
        """Return the agencies that there is a file for: those that the report names, or all."""
        own = REPORTS[self.table.report].agencies
        year = known.get("year", self.table.options.get("year"))
        return own(self.workspace, year) if own and isinstance(year, int) else _agencies(self.workspace)

    def _file(
        self, each: Mapping[str, str | int], languages: Sequence[str], format_: str
    ) -> PlannedFile | None:
        table = self.table
        rendition = Rendition(
            table.report,
            "-".join(map(str, each.values())) or self.workspace.plan.id,
            languages,
            format_,
            table.arrangement,
            table.audience.value,
            options=self._options(each, format_),
            layout=table.layout,
            layout_options=table.layout_options,
            require=table.require,
        )
        try:
            return PlannedFile(self._place(rendition, each), rendition)
        except UnfitPatternError as error:
            key = "name" if table.name is not None else "into"
            self.problem(key, told("this gives no name for a file: {reason}", reason=error.args[0]))
            return None

    def _options(self, each: Mapping[str, str | int], format_: str) -> AskedOptions:
        """Return the report's options, with what the file is for; one of many is given as many want it."""
        types = known_options(self.table.report)
        asked = {name: as_option(value) for name, value in self.table.options.items()}
        for kind, value in each.items():
            try:
                TypeAdapter(types[kind]).validate_python(value, strict=True)
                asked[kind] = value
            except ValidationError:
                asked[kind] = (value,)
        return options_in(format_, self.table.report, cast("AskedOptions", asked))

    def _place(self, rendition: Rendition, each: Mapping[str, str | int]) -> str:
        table = self.table
        own = {name: str(value) for name, value in table.options.items() if isinstance(value, str | int)}
        values = {
            "report": table.report,
            "languages": "+".join(rendition.languages),
            "arrangement": table.arrangement,
            "audience": table.audience.value,
            "plan": self.workspace.plan.id,
            **own,
            **{kind: str(value) for kind, value in each.items()},
        }
        folder = checked_folder(filled(table.into, values))
        if table.name is None:
            name = rendition.file_name
        else:
            name = filled(table.name, values) + FORMATS[rendition.format].suffix
        return f"{folder}/{checked_name(name)}" if folder else checked_name(name)


def _agencies(workspace: Workspace) -> Iterator[str]:
    """Yield the agencies that lead or support a commitment, in the order of their file."""
    assigned = {
        agency
        for assignment in workspace.records.assignments.values()
        for agency in (*assignment.lead, *assignment.supporting)
    }
    yield from (agency.id for agency in workspace.records.agencies if agency.id in assigned)
