"""Which documents translators' commands look at: every report of a workspace, or of the example."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.reports import REPORTS
from planreports.translation.documents import MessageDocument, documents
from planreports.workspace.example import example_workspace
from planreports.workspace.workspace import Workspace, is_in_workspace, open_workspace

report_option = click.option(
    "--report", type=click.Choice(list(REPORTS)), help="Look in this report only. Default: in all."
)
"""Gives a command's function the option `report`."""


def workspace_to_show(folder: Path | None) -> Workspace:
    """Return the workspace of a folder, or the one that this folder is in, or the example that ships."""
    return open_workspace(folder_to_show(folder))


def folder_to_show(folder: Path | None) -> Path:
    """Return the folder of the workspace whose documents are meant."""
    if folder is not None:
        return folder
    return Path() if is_in_workspace() else example_workspace()


def chosen_documents(workspace: Workspace, report: str | None) -> list[MessageDocument]:
    """Return the documents of a workspace, or those of one report."""
    return [each for each in documents(workspace) if report in (None, each.report)]
