"""A progress entry is added to a workspace's files: checked, under the lock, the whole file or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planreports.errors import DataError, Problem
from planreports.files.atomic import write_atomically
from planreports.files.reading import MAXIMUM_BYTES, read_bytes, text_of
from planreports.files.validation import validated
from planreports.files.yaml_appending import GrowingList
from planreports.files.yaml_editing import with_item
from planreports.files.yaml_source import parse_yaml, read_yaml
from planreports.files.yaml_writing import item_text
from planreports.i18n.text import INLINE_STATE
from planreports.told import Grouped, told
from planreports.workspace.locking import PATIENCE, locked, require_inside
from planreports.workspace.new_entries import Wish, checked_entry, plain_entry
from planreports.workspace.progress import ProgressEntry, ProgressFile
from planreports.workspace.records import PROGRESS_FOLDER
from planreports.workspace.workspace import Workspace

_SCHEMA_LINE = "# yaml-language-server: $schema=../.schemas/progress.schema.json\n"
_KEY = "entries"
_FILE_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.))*")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry that was added: to which file, as which lines, and whether it corrects an earlier one."""

    path: Path
    entry: ProgressEntry
    text: str
    is_correction: bool


def record_progress(
    workspace: Workspace,
    entry: ProgressEntry | Wish,
    *,
    into: str | None = None,
    labels: Mapping[str, str] | None = None,
) -> Recorded:
    """Add an entry to a workspace's progress, and return where it stands now. See `Recorder.record`."""
    return Recorder(workspace).record(entry, into=into, labels=labels)


@dataclass
class Recorder:
    """Adds entries to the files of a workspace, one after the other; other processes may do so too.

    The plan, agencies and statuses that entries must agree with are those of `workspace`, as it was opened.
    `patience` is how long to wait for other writers, in seconds.
    """

    workspace: Workspace
    patience: float = PATIENCE
    _files: dict[Path, GrowingList] = field(default_factory=dict)

    def record(
        self,
        entry: ProgressEntry | Wish,
        *,
        into: str | None = None,
        labels: Mapping[str, str] | None = None,
        dry: bool = False,
    ) -> Recorded:
        """Add an entry and return where it stands.

        It is added to `progress/<into>.yaml`, else to the file that holds the entry that it corrects, else
        to the one of its year; a file that is not there is made. People's lines stay as they are. `labels`
        are what a mistake calls the entry's keys; `dry` writes nothing.

        Raises DataError with every mistake in the entry, before anything is written; WritingError where
        the file cannot be written or others hold the workspace's lock too long.
        """
        plain = plain_entry(entry)
        checked = checked_entry(self.workspace, plain, labels or {})
        home = self._home(checked)
        path = self._path(into or (home.stem if home else str(checked.as_of.year)), home, checked)
        if not dry:
            self._write(path, plain)
        return Recorded(path, checked, item_text(plain, 2), home is not None)

    def _path(self, name: str, home: Path | None, entry: ProgressEntry) -> Path:
        name = name.removesuffix(".yaml")
        if not _FILE_NAME.fullmatch(name):
            message = told("`{name}` cannot be the name of a file of progress", name=name[:60])
            raise DataError(
                Problem(message, hint=told("expected letters, digits and hyphens, such as 2026-q3"))
            )
        path = self.workspace.folder / PROGRESS_FOLDER / f"{name}.yaml"
        if home is not None and home != path:
            commitment, agency, date = entry.key
            message = told(
                "{home} has an entry of `{agency}` on {commitment} as of {date} already",
                home=home.as_posix(),
                agency=agency,
                commitment=commitment,
                date=date,
            )
            raise DataError(
                Problem(message, path.as_posix(), hint=told("a correction goes into the same file"))
            )
        return path

    def _home(self, entry: ProgressEntry) -> Path | None:
        """Return the file that holds an entry of the same commitment, agency and date, if one does."""
        earlier = self.workspace.records.progress_of.get(entry.commitment, ())
        if not any(each.key == entry.key for each in earlier):
            return None
        state = {INLINE_STATE: self.workspace.configuration.translations.inline}
        for path in sorted((self.workspace.folder / PROGRESS_FOLDER).glob("*.yaml")):
            file = validated(ProgressFile, read_yaml(path, path.as_posix()), state)
            if any(each.key == entry.key for each in file.entries):
                return path
        return None

    def _write(self, path: Path, plain: Wish) -> None:
        folder = self.workspace.folder
        with locked(folder, self.patience):
            real = require_inside(folder, path)
            _sweep(real)
            if not real.exists():
                _write(path, real, (_SCHEMA_LINE + f"{_KEY}:\n" + item_text(plain, 2)).encode())
                return
            data = read_bytes(real, path.as_posix(), MAXIMUM_BYTES)
            growing = self._files.setdefault(real, GrowingList(path.as_posix(), _KEY))
            _write(path, real, growing.appended(data, plain) or self._edited(data, path, plain))

    def _edited(self, data: bytes, path: Path, plain: Wish) -> bytes:
        """Return a file with an entry that text alone cannot add: its list is empty, or does not end it."""
        state = {INLINE_STATE: self.workspace.configuration.translations.inline}
        text = text_of(data, path.as_posix())
        validated(ProgressFile, parse_yaml(text, path.as_posix()), state)
        return with_item(text, _KEY, item_text(plain, 0)).encode()


def _write(path: Path, real: Path, data: bytes) -> None:
    """Write a file, if it can be read again."""
    if len(data) > MAXIMUM_BYTES:
        message = told(
            "would have {number} bytes with this entry; at most {maximum} are read",
            number=Grouped(len(data)),
            maximum=Grouped(MAXIMUM_BYTES),
        )
        raise DataError(Problem(message, path.as_posix(), hint=told("name another file (--into)")))
    write_atomically(real, data)


def _sweep(path: Path) -> None:
    """Take away what a process left that was killed while it wrote this file; the lock keeps others out."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        left.unlink(missing_ok=True)
