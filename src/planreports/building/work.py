"""A piece of work becomes a file's bytes, in whichever process it is done.

Work and what comes of it are plain values that can be pickled. A process opens a workspace once, and again
only when one of its files has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from planreports.building.digests import digest
from planreports.building.renditions import Rendition
from planreports.errors import PlanReportsError, Problem
from planreports.workspace.workspace import Workspace, open_workspace


@dataclass(frozen=True, slots=True)
class Work:
    """One file to make of the workspace in `folder`, whose files have the digest `state`.

    `shared` is the digest of what all documents are made of; `known` that of all that this one was made of
    the last time, where its file is still there.
    """

    folder: str
    state: str
    shared: str
    rendition: Rendition
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What came of work: its inputs' digest, and the file's bytes unless that was `known`; or problems."""

    inputs: str | None = None
    data: bytes | None = None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def done(work: Work, workspace: Workspace | None = None) -> Made:
    """Return what comes of work; `workspace` is given where the process has it already."""
    warnings: list[Problem] = []
    try:
        workspace = workspace or _opened(work.folder, work.state)
        report = work.rendition.report_made(workspace)
        inputs = digest(work.shared, work.rendition, report)
        if inputs == work.known:
            return Made(inputs)
        tree = work.rendition.tree(report, workspace)
        data = work.rendition.of_tree(tree, workspace, warnings.append)
    except PlanReportsError as error:
        return Made(problems=error.problems, warnings=tuple(warnings))
    return Made(inputs, data, warnings=tuple(warnings))


@lru_cache(maxsize=1)
def _opened(folder: str, state: str) -> Workspace:
    """Return the workspace in a folder; `state` only tells one state of its files from another."""
    return open_workspace(folder)
