"""The example workspace, which ships with the library, and new workspaces made from it."""

from __future__ import annotations

from pathlib import Path

from planreports.errors import PlanReportsError, Problem
from planreports.files.atomic import write_atomically
from planreports.files.resources import resource


def example_workspace() -> Path:
    """Return the folder of the example workspace; its content is invented and says so."""
    return resource("examples", "workspace")


def make_workspace(folder: Path) -> list[Path]:
    """Write a workspace to start from into an empty or new folder, and return the files written.

    Raises PlanReportsError when the folder holds something already: nothing is overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlanReportsError(
            Problem("there is something here already", str(folder), hint="name a new folder")
        )
    example = example_workspace()
    written = []
    for path in sorted(each for each in example.rglob("*") if each.is_file()):
        target = folder / path.relative_to(example)
        write_atomically(target, path.read_bytes())
        written.append(target)
    return written
