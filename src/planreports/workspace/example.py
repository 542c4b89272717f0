"""The example workspace, which ships with the library, and new workspaces made from it."""

from __future__ import annotations

from pathlib import Path

from planreports.errors import PlanReportsError, Problem
from planreports.files.atomic import write_atomically
from planreports.files.resources import resource
from planreports.told import told
from planreports.workspace.locking import PRIVATE_FOLDER


def example_workspace() -> Path:
    """Return the folder of the example workspace; its content is invented and says so."""
    return resource("examples", "workspace")


def make_workspace(folder: Path) -> list[Path]:
    """Write a workspace to start from into an empty or new folder, and return its files.

    Beside them it gets `.schemas/`, from which editors complete and check them.

    Raises PlanReportsError when the folder holds something already: nothing is overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlanReportsError(
            Problem(told("there is something here already"), str(folder), hint=told("name a new folder"))
        )
    example = example_workspace()
    files = {path.relative_to(example): path for path in example.rglob("*") if path.is_file()}
    files = {name: path for name, path in files.items() if name.parts[0] != PRIVATE_FOLDER}
    files |= {Path(".schemas") / path.name: path for path in resource("schemas").glob("*.schema.json")}
    for name, path in sorted(files.items()):
        write_atomically(folder / name, path.read_bytes())
    return [folder / name for name in sorted(files) if not name.parts[0].startswith(".")]
