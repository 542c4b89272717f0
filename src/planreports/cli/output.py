"""Renditions become files in a folder: all or none are written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from planreports.building.renditions import Rendition
from planreports.cli.messages import print_warnings, print_written
from planreports.errors import Problem
from planreports.files.atomic import write_atomically
from planreports.workspace.workspace import Workspace

__all__ = ["Rendition", "write_renditions"]


def write_renditions(renditions: Iterable[Rendition], workspace: Workspace, folder: Path) -> None:
    """Make all files first, then write them; a mistake in one leaves none behind.

    What several files warn of is printed once.
    """
    warnings: list[Problem] = []
    made = [(rendition.file_name, rendition.made(workspace, warnings.append)) for rendition in renditions]
    print_warnings(dict.fromkeys(warnings))
    for name, data in made:
        write_atomically(folder / name, data)
        print_written(folder / name)
