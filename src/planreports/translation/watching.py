"""Folders become a sequence of moments at which a file in them was saved."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_EVERY = 0.1
"""Seconds between two looks: a look at a hundred files takes less than a thousandth of one."""

_State = dict[str, tuple[int, int]]


def changes(folders: Sequence[Path]) -> Iterator[list[Path]]:
    """Return, without end, the files below some folders that were saved, made or removed since the last time,
    first since now. Hidden files and folders do not count: editors keep their own in them.
    """
    return _changes(folders, _state(folders))


def _changes(folders: Sequence[Path], before: _State) -> Iterator[list[Path]]:
    while True:
        time.sleep(_EVERY)
        now = _state(folders)
        if now != before:
            names = sorted(before.keys() | now.keys())
            yield [Path(name) for name in names if before.get(name) != now.get(name)]
            before = now


def _state(folders: Sequence[Path]) -> _State:
    """Return when each file was written, in nanoseconds, and its size."""
    found: _State = {}
    pending = [os.fspath(folder) for folder in folders]
    while pending:
        try:
            entries = list(os.scandir(pending.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
            elif status := _status(entry):
                found[entry.path] = status
    return found


def _status(entry: os.DirEntry[str]) -> tuple[int, int] | None:
    """Return when a file was written, and its size; None if it has gone meanwhile."""
    try:
        status = entry.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
