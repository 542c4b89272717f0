"""Who writes into a workspace holds its lock; who finds it held waits, and hears in the end who holds it."""

from __future__ import annotations

import datetime
import getpass
import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from planreports.errors import Problem, WritingError
from planreports.told import Told, told

PRIVATE_FOLDER = ".planreports"
"""What the program keeps in a workspace for itself; it can be deleted at any time when nothing runs."""

PATIENCE = 30.0
"""How long a writer waits for others, in seconds: writing an entry takes hundredths of one."""

_POLL_SECONDS = 0.01


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a workspace's folder while the block runs.

    The operating system lets go of it when the process ends, however it ends. Raises WritingError where
    others do not finish within `patience` seconds, naming who holds it, and where nothing can be written.
    """
    private = private_folder(folder)
    mode = 0o600 | _mode(folder) & 0o666
    lock = FileLock(private / "lock", timeout=patience, mode=mode, poll_interval=_POLL_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        hint = told("try again when it has finished")
        raise WritingError(Problem(_busy(private, patience), folder.as_posix(), hint=hint)) from error
    except OSError as error:
        message = told("the lock cannot be taken: {reason}", reason=error.strerror or error)
        raise WritingError(Problem(message, (private / "lock").as_posix())) from error
    try:
        _sign(private)
        yield
    finally:
        lock.release()


def private_folder(folder: Path) -> Path:
    """Return the folder in a workspace that is the program's own, made when it is first needed.

    Who may write into the workspace may write there; Git passes it over, as its own `.gitignore` says.
    Raises WritingError where it cannot be made, and where it is a link to a place outside the workspace.
    """
    private = folder / PRIVATE_FOLDER
    require_inside(folder, private)
    try:
        if not private.is_dir():
            private.mkdir(exist_ok=True)
            private.chmod(_mode(folder))
            (private / ".gitignore").write_text("*\n", "utf-8")
    except OSError as error:
        message = told("cannot be made: {reason}", reason=error.strerror or error)
        raise WritingError(Problem(message, private.as_posix())) from error
    return private


def _mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def require_inside(folder: Path, path: Path) -> Path:
    """Return a path below a workspace's folder without its links, which may not lead out of that.

    A path without links comes back as it is.

    Raises WritingError for one that does: a workspace that comes from somebody else must not be able to say
    where on this machine its records are written.
    """
    try:
        real, home = path.resolve(), folder.resolve()
        is_inside = real.is_relative_to(home)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise WritingError(
            Problem(told("cannot be written: {reason}", reason=error), path.as_posix())
        ) from error
    if not is_inside:
        message = told("is a link that leads out of the workspace; nothing is written there")
        raise WritingError(
            Problem(message, path.as_posix(), hint=told("put a folder or file in place of {real}", real=real))
        )
    return path if home / path.relative_to(folder) == real else real


def _sign(private: Path) -> None:
    """Leave word of who holds the lock, for others who wait. Nothing depends on it."""
    note = private / "holder"
    now = datetime.datetime.now().astimezone()
    words = f"process {os.getpid()} of {_user()} on {socket.gethostname()}, since {now:%H:%M:%S}"
    try:
        note.unlink(missing_ok=True)  # whatever it is: a link is not followed
        with note.open("x", encoding="utf-8") as file:
            file.write(words)
    except OSError:
        return


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # KeyError: no name, before Python 3.13
        return "somebody"


def _busy(private: Path, patience: float) -> Told:
    if holder := _holder(private):
        return told(
            "another process is writing here, and did not finish in {patience} seconds ({holder})",
            patience=f"{patience:g}",
            holder=holder,
        )
    return told(
        "another process is writing here, and did not finish in {patience} seconds", patience=f"{patience:g}"
    )


def _holder(private: Path) -> str:
    try:
        words = (private / "holder").read_text("utf-8", "replace")[:200]
    except OSError:
        return ""
    return "".join(each for each in words if each.isprintable())
