"""Renditions become files in a folder: how they are named, and that all or none are written."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from planreports.cli.messages import print_warnings, print_written
from planreports.errors import Problem
from planreports.files.atomic import write_atomically
from planreports.rendering import render
from planreports.workspace.workspace import Workspace
from planreports.writers import FORMATS
from planreports.writers.options import MissingGlyphs


@dataclass(frozen=True, slots=True)
class BriefRendition:
    """One file to make: a meeting's brief in some languages and one format.

    `missing_glyphs` and `date` are as `planreports.render` has them.
    """

    meeting: str
    languages: Sequence[str]
    format: str
    arrangement: str = "side-by-side"
    audience: str = "internal"
    missing_glyphs: MissingGlyphs = "error"
    date: datetime.date | None = None

    @property
    def file_name(self) -> str:
        """Return the file's name: the report, the meeting, what sets this copy apart, and the suffix."""
        parts = ["brief", self.meeting, "+".join(self.languages)]
        if len(self.languages) > 1 and self.arrangement != "side-by-side":
            parts.append(self.arrangement)
        if self.audience != "internal":
            parts.append(self.audience)
        return "-".join(parts) + FORMATS[self.format].suffix

    def made(self, workspace: Workspace, warn: Callable[[Problem], None]) -> bytes:
        """Return the file's bytes; `warn` is told what a reader of them should know."""
        return render(
            workspace,
            "brief",
            meeting=self.meeting,
            languages=self.languages,
            format=self.format,
            arrangement=self.arrangement,
            audience=self.audience,
            missing_glyphs=self.missing_glyphs,
            date=self.date,
            warn=warn,
        )


def write_renditions(renditions: Iterable[BriefRendition], workspace: Workspace, folder: Path) -> None:
    """Make all files first, then write them; a mistake in one leaves none behind.

    What several files warn of is printed once.
    """
    warnings: list[Problem] = []
    made = [(rendition.file_name, rendition.made(workspace, warnings.append)) for rendition in renditions]
    print_warnings(dict.fromkeys(warnings))
    for name, data in made:
        write_atomically(folder / name, data)
        print_written(folder / name)
