"""A secretariat's folder becomes a workspace: configuration, plan, catalogs and meetings, all checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from planreports.errors import DataError, Problem, UnknownIdError, did_you_mean
from planreports.files.resources import resource
from planreports.files.source import Source
from planreports.files.toml_source import read_toml
from planreports.files.validation import Problems, validated
from planreports.files.yaml_source import read_yaml
from planreports.i18n import commonmark
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import INLINE_STATE, RichText
from planreports.plan.loader import load_plan
from planreports.plan.models import Plan
from planreports.workspace.models import Configuration, Meeting

CONFIGURATION_FILE = "planreports.toml"


@dataclass(frozen=True)
class Workspace:
    """A loaded workspace: every file read and checked, the plan in all its languages."""

    folder: Path
    configuration: Configuration
    catalogs: Catalogs
    plan: Plan
    meetings: tuple[Meeting, ...]

    def meeting(self, id_: str) -> Meeting:
        """Return the meeting with an id. Raises UnknownIdError, naming the nearest."""
        for meeting in self.meetings:
            if meeting.id == id_:
                return meeting
        hint = did_you_mean(id_, [meeting.id for meeting in self.meetings])
        raise UnknownIdError(Problem(f"there is no meeting `{id_}`", f"{self.folder}/meetings", hint=hint))


def open_workspace(path: str | Path = ".") -> Workspace:
    """Return the workspace of a folder, or of the folder above it that holds `planreports.toml`.

    Raises DataError with every problem of all its files, each with file, line and column.
    """
    folder = _workspace_folder(Path(path))
    problems = Problems()
    configuration = _read_configuration(folder)
    return _load(folder, configuration, problems)
