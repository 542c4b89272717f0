"""Bytes become a whole file, or nothing at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from planreports.errors import Problem, WritingError
from planreports.told import told


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file: to a temporary one in the same folder, then renamed; missing folders are made.

    Whoever reads sees the old file or the new one, never a part; a file that is replaced keeps its
    permissions. Raises WritingError, in plain words, when the place cannot be written; then nothing is
    left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        reason = told("there is a folder of this name") if path.is_dir() else error.strerror or str(error)
        raise WritingError(Problem(told("cannot be written: {reason}", reason=reason), str(path))) from error


def _replace(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new one."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
