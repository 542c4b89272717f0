"""Agencies, assignments of commitments, progress and reviews: their files become records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from planreports.errors import Problem
from planreports.files.parts import Parts, parts
from planreports.files.source import Source
from planreports.files.validation import Problems
from planreports.files.yaml_reading import YamlReading
from planreports.i18n.text import INLINE_STATE, TranslationState
from planreports.plan.plan import Plan
from planreports.workspace.agencies import Agencies, AgenciesFile
from planreports.workspace.assignments import Assignment, AssignmentsFile
from planreports.workspace.progress import EntryKey, ProgressEntry, ProgressFile
from planreports.workspace.record_checks import (
    PartyOfAgency,
    check_agencies,
    check_assignments,
    check_progress,
    doubled_entries,
    party_of_agency,
)
from planreports.workspace.review_checks import check_review
from planreports.workspace.reviews import Review
from planreports.workspace.statuses import StatusScale
from planreports.workspace.texts import WorkspaceTranslations

AGENCIES_FILE = "agencies.yaml"
ASSIGNMENTS_FILE = "commitments.yaml"
PROGRESS_FOLDER = "progress"
REVIEWS_FOLDER = "reviews"

FileModel = TypeVar("FileModel", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Home:
    """Where an entry of progress stands: `file` is relative to the workspace, and has `count` entries."""

    file: str
    index: int
    count: int


@dataclass(frozen=True)
class Records:
    """What a workspace knows of commitments beyond the plan. `progress` is in the order of dates.

    An entry that another corrects is not among `progress`. `reviews` are those of the years that have a file.
    `homes` say where entries that come from files stand.
    """

    agencies: Agencies = field(default_factory=Agencies)
    assignments: Mapping[str, Assignment] = field(default_factory=lambda: MappingProxyType({}))
    progress: tuple[ProgressEntry, ...] = ()
    reviews: Mapping[int, Review] = field(default_factory=lambda: MappingProxyType({}))
    homes: Mapping[EntryKey, Home] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    @cached_property
    def progress_of(self) -> Mapping[str, tuple[ProgressEntry, ...]]:
        """Return the entries of each commitment that has any, by its id, in the order of dates."""
        found: dict[str, list[ProgressEntry]] = {}
        for entry in self.progress:
            found.setdefault(entry.commitment, []).append(entry)
        return {id_: tuple(entries) for id_, entries in found.items()}


NO_RECORDS = Records()


@dataclass(frozen=True)
class RecordContext:
    """What records must agree with: the plan, the scale of statuses, and the languages there are.

    Nothing is judged by a plan or a scale that is not known.
    """

    plan: Plan | None
    statuses: StatusScale | None
    languages: Sequence[str]
    inline_state: TranslationState
    reading: YamlReading = field(default_factory=YamlReading)
    translations: WorkspaceTranslations = field(default_factory=WorkspaceTranslations)


def record_files(folder: Path) -> list[Path]:
    """Return the files of a workspace's folder that hold records, as far as they are there."""
    folders = (folder / PROGRESS_FOLDER, folder / REVIEWS_FOLDER)
    several = [path for each in folders for path in sorted(each.glob("*.yaml"))]
    return [folder / AGENCIES_FILE, folder / ASSIGNMENTS_FILE, *several]


def load_records(folder: Path, context: RecordContext, problems: Problems) -> Records:
    """Return the records of a workspace's folder; files that are not there hold nothing.

    Every problem of every file goes to `problems`.
    """
    reading = _Reading(folder, context, problems)
    agencies, assignments = reading.agencies(), reading.assignments()
    progress, homes = reading.progress()
    return Records(agencies, assignments, tuple(progress), reading.reviews(), homes)


@dataclass
class _Reading:
    """Reads one file after the other; `known` are the agencies that there are, once they are read.

    Of a file with mistakes in its form what is right is judged all the same, and nothing of it is a record.
    """

    folder: Path
    context: RecordContext
    problems: Problems
    known: PartyOfAgency | None = None

    def agencies(self) -> Agencies:
        found = self._file(self.folder / AGENCIES_FILE, AgenciesFile)
        self._judge(check_agencies(found, self.context.plan, self.context.languages))
        self.known = party_of_agency(found)
        file = self._localized(found, self.folder / AGENCIES_FILE)
        return Agencies(file.agencies) if file else Agencies()

    def assignments(self) -> Mapping[str, Assignment]:
        found = self._file(self.folder / ASSIGNMENTS_FILE, AssignmentsFile)
        self._judge(check_assignments(found, self.context.plan, self.known, self.context.languages))
        file = self._localized(found, self.folder / ASSIGNMENTS_FILE)
        return MappingProxyType({each.id: each for each in file.commitments} if file else {})

    def progress(self) -> tuple[Sequence[ProgressEntry], Mapping[EntryKey, Home]]:
        """Return the entries that no other corrects, in the order of dates, and where each stands."""
        files = {path: self._progress_file(path) for path in self._files(PROGRESS_FOLDER)}
        self._judge(doubled_entries(list(files.values())))
        latest: dict[EntryKey, ProgressEntry] = {}
        homes: dict[EntryKey, Home] = {}
        for path, found in files.items():
            if (file := self._localized(found, path)) is not None:
                name, count = f"{PROGRESS_FOLDER}/{path.name}", len(file.entries)
                for number, entry in enumerate(file.entries):
                    latest[entry.key], homes[entry.key] = entry, Home(name, number, count)
        return sorted(latest.values(), key=lambda entry: entry.as_of), MappingProxyType(homes)

    def _progress_file(self, path: Path) -> Parts[ProgressFile]:
        context = self.context
        found = self._file(path, ProgressFile)
        self._judge(check_progress(found, context.plan, self.known, context.statuses, context.languages))
        return found

    def reviews(self) -> Mapping[int, Review]:
        reviews: dict[int, Review] = {}
        for path in self._files(REVIEWS_FOLDER):
            found = self._file(path, Review)
            self._judge(check_review(found, path.stem, self.context.plan, self.context.languages))
            if (review := self._localized(found, path)) is not None:
                reviews[review.year] = review
        return MappingProxyType(reviews)

    def _files(self, name: str) -> list[Path]:
        return sorted((self.folder / name).glob("*.yaml"))

    def _judge(self, problems: Iterator[Problem]) -> None:
        """Note the problems of a check; files that were found right before are not checked again."""
        if not self.context.reading.is_judged:
            self.problems.found += problems

    def _localized(self, found: Parts[FileModel], path: Path) -> FileModel | None:
        """Return a file that is right by its form with the translations that catalogs have of its texts."""
        name = path.relative_to(self.folder).as_posix()
        return self.context.translations.localized(found.whole, name) if found.whole else None

    def _file(self, path: Path, model: type[FileModel]) -> Parts[FileModel]:
        """Return what is right of a file, noting the rest; one that is not there holds nothing.

        Of a file that cannot be read nothing is known.
        """
        name = path.as_posix()
        found: Parts[FileModel] = Parts(Source(name, {}))
        with self.problems.collecting():
            source = self.context.reading.read(path, name) if path.exists() else Source(name, {})
            found = parts(model, source, {INLINE_STATE: self.context.inline_state})
        self.problems.found += found.problems
        return found
