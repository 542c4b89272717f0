"""Renditions become files in a folder: all or none are written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from planreports.building.renditions import Rendition
from planreports.cli.printing import print_warnings, print_written
from planreports.document.nodes import Document
from planreports.errors import Problem
from planreports.files.atomic import write_atomically
from planreports.workspace.workspace import Workspace

__all__ = ["Rendition", "write_renditions"]


def write_renditions(renditions: Iterable[Rendition], workspace: Workspace, folder: Path) -> None:
    """Make all files first, then write them; a mistake in one leaves none behind.

    Files that differ in their format only are written from one document; what several warn of is told once.
    """
    warnings: list[Problem] = []
    made: list[tuple[str, bytes]] = []
    before: tuple[Rendition, Document] | None = None
    for rendition in renditions:
        shared = before[1] if before and rendition.shares_tree_with(before[0]) else None
        tree = shared or rendition.tree(rendition.report_made(workspace), workspace)
        made.append((rendition.file_name, rendition.of_tree(tree, workspace, warnings.append)))
        before = rendition, tree
    print_warnings(dict.fromkeys(warnings))
    for name, data in made:
        write_atomically(folder / name, data)
        print_written(folder / name)
