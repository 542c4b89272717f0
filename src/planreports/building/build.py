"""Everything that a workspace lists becomes files in a folder; what is as it was stays."""

from __future__ import annotations

import datetime
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from planreports.building.digests import digest, digest_of_bytes, digest_of_file
from planreports.building.inputs import Inputs, opened
from planreports.building.record import Entry, read_record, write_record
from planreports.building.table_checks import require_fit_tables
from planreports.building.tables import PlannedFile, planned_files
from planreports.building.work import Made, Work, done
from planreports.errors import PlanReportsError, Problem
from planreports.files.atomic import write_atomically
from planreports.files.validation import Problems
from planreports.moments import moment_of
from planreports.told import told
from planreports.workspace.workspace import Workspace, workspace_folder
from planreports.writers import FORMATS
from planreports.writers.options import MissingGlyphs

_LEAST_WORK = 4
"""Files for each process at least: it opens the workspace before it makes the first."""


class Outcome(StrEnum):
    """What became of a file: written, left as it was, kept because somebody has edited it, or not made."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One file of a build: its path, what became of it, and what to know or mend."""

    path: Path
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a build: its files in the order of the tables.

    `forgotten` are files of earlier builds that are still there, and that no table lists any more.
    """

    files: tuple[BuiltFile, ...]
    forgotten: tuple[Path, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return every problem, once."""
        return tuple(dict.fromkeys(problem for file in self.files for problem in file.problems))

    def count(self, outcome: Outcome) -> int:
        """Return how many files had an outcome."""
        return sum(file.outcome is outcome for file in self.files)


Progress = Callable[[BuiltFile, int], None]
"""Is told of every file that is done, and how many there are in all."""


def build(  # noqa: PLR0913 - each is a wish of its own, and is named
    workspace: Workspace | str | Path,
    output: str | Path = "out",
    *,
    executor: Executor | None = None,
    jobs: int = 1,
    force: bool = False,
    date: datetime.date | None = None,
    missing_glyphs: MissingGlyphs = "error",
    progress: Progress | None = None,
) -> Build:
    """Write every file that a workspace's `[[build]]` tables list, and return what became of each.

    The workspace's files are read anew. A file whose inputs are as they were the last time stays as it is. A
    Word or Excel file that somebody has edited is kept, unless `force` is given. Files are made by
    `executor`, any of `concurrent.futures`' kind whose processes see the workspace's folder; without one by
    `jobs` processes of their own. `date` and `missing_glyphs` are as `planreports.render` has them;
    `progress` is told of every file.

    A file that cannot be made is among the result with its problems, and the others are made. Raises
    PlanReportsError for mistakes of the workspace and of the tables.

    >>> import pathlib, tempfile, planreports
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "planreports.toml").write_text('''
    ... perspective = "japan"
    ... organisation.name = "Embassy of Japan"
    ... [[build]]
    ... report = "plan"
    ... formats = ["html"]
    ... ''')
    >>> [file.outcome.value for file in planreports.build(folder, folder / "out").files]
    ['written']
    """
    folder = workspace.folder if isinstance(workspace, Workspace) else workspace_folder(Path(workspace))
    read, inputs = _opened(folder)
    building = _Building(read, inputs, Path(output), force, progress)
    planned = planned_files(read)
    moment = moment_of(date, os.environ)
    files = [
        file._replace(rendition=replace(file.rendition, date=moment, missing_glyphs=missing_glyphs))
        for file in planned
    ]
    try:
        building.run(files, executor, jobs)
    finally:
        building.save()
    built = tuple(building.built[file.place] for file in files)
    return Build(built, tuple(building.forgotten()))


def _opened(folder: Path) -> tuple[Workspace, Inputs]:
    """Return what `opened` returns. Raises DataError with the mistakes of the tables among all others."""
    problems = Problems()
    with problems.collecting():
        return opened(folder)
    with problems.collecting():
        require_fit_tables(folder)
    problems.raise_if_any()
    raise AssertionError("a workspace that is not opened has left a problem")


@dataclass
class _Building:
    """One build: what is known of its files, and what became of them so far, by their places."""

    workspace: Workspace
    inputs: Inputs
    output: Path
    force: bool
    progress: Progress | None
    built: dict[str, BuiltFile] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.record = read_record(self.output)
        self.total = 0

    def run(self, files: Sequence[PlannedFile], executor: Executor | None, jobs: int) -> None:
        """Make all files, by an executor or in processes of their own."""
        self.total = len(files)
        work = [(file, each) for file in files if (each := self._work(file)) is not None]
        processes = min(jobs, len(work) // _LEAST_WORK)
        if executor is not None:
            self._submit(work, executor)
        elif processes > 1:
            context = multiprocessing.get_context("spawn")
            with ProcessPoolExecutor(processes, mp_context=context) as pool:
                self._submit(work, pool)
        else:
            for file, each in work:
                self._finish(file, done(each, self.workspace))

    def _submit(self, work: Sequence[tuple[PlannedFile, Work]], executor: Executor) -> None:
        futures = {executor.submit(done, each): file for file, each in work}
        try:
            for future in as_completed(list(futures)):
                self._finish(futures.pop(future), future.result())
        except BrokenExecutor as error:
            problem = Problem(
                told("a process that makes files has ended"), hint=told("is the memory full? try fewer jobs")
            )
            raise PlanReportsError(problem) from error
        finally:
            for future in futures:
                future.cancel()

    # One file ----------------------------------------------------------------------------------------

    def _work(self, file: PlannedFile) -> Work | None:
        """Return the work that a file needs; none where it is as it was, or was edited."""
        entry, current = self.record.get(file.place), digest_of_file(self._path(file))
        is_ours = entry is not None and current == entry.file
        asked = digest(file.rendition)
        if entry and current and not is_ours and self._is_edited(file):
            self._keep(file)
            return None
        if entry and is_ours and entry.asked == asked and not self.force:
            if entry.state == self.inputs.state:
                self._note(file, BuiltFile(self._path(file), Outcome.UNCHANGED))
                return None
            return self._piece(file, entry.inputs)
        return self._piece(file, None)

    def _piece(self, file: PlannedFile, known: str | None) -> Work:
        folder = self.workspace.folder.resolve().as_posix()
        return Work(folder, self.inputs.state, self.inputs.shared, file.rendition, known)

    def _is_edited(self, file: PlannedFile) -> bool:
        """Return whether a file with other bytes than ours is somebody's work, not to be written over."""
        return FORMATS[file.rendition.format].is_for_editing and not self.force

    def _finish(self, file: PlannedFile, made: Made) -> None:
        """Write a file that was made, unless what stands there is the same or is somebody's own."""
        path = self._path(file)
        if made.inputs is None:
            self._note(file, BuiltFile(path, Outcome.FAILED, made.problems, made.warnings))
            return
        entry, current = self.record.get(file.place), digest_of_file(path)
        new = current if made.data is None else digest_of_bytes(made.data)
        if new != current and current and self._is_edited(file) and not (entry and entry.file == current):
            self._keep(file)
            return
        if made.data is not None and new != current:
            try:
                write_atomically(path, made.data)
            except PlanReportsError as error:
                self._note(file, BuiltFile(path, Outcome.FAILED, error.problems))
                return
        self.record[file.place] = Entry(
            asked=digest(file.rendition), state=self.inputs.state, inputs=made.inputs, file=new or ""
        )
        outcome = Outcome.UNCHANGED if new == current else Outcome.WRITTEN
        self._note(file, BuiltFile(path, outcome, warnings=made.warnings))

    def _keep(self, file: PlannedFile) -> None:
        path = self._path(file)
        message = told("somebody has edited this file: it is kept as it is")
        problem = Problem(
            message, path.as_posix(), hint=told("save it under another name, or build with --force")
        )
        self._note(file, BuiltFile(path, Outcome.KEPT, warnings=(problem,)))

    def _note(self, file: PlannedFile, built: BuiltFile) -> None:
        self.built[file.place] = built
        if self.progress:
            self.progress(built, self.total)

    def _path(self, file: PlannedFile) -> Path:
        return self.output / file.place

    # The record --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what is known now of the files; nothing where nothing was ever written."""
        if self.record:
            write_record(self.output, self.record)

    def forgotten(self) -> Iterator[Path]:
        """Yield the files of earlier builds that are still there, and are not among this one's."""
        for place in sorted(self.record):
            if place not in self.built and (self.output / place).is_file():
                yield self.output / place
