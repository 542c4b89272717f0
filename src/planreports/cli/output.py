"""Renditions become files in a folder: how they are named, and that all or none are written."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planreports.cli.messages import print_warnings, print_written
from planreports.errors import Problem
from planreports.files.atomic import write_atomically
from planreports.layout.folders import SUFFIX, file_name
from planreports.rendering import render
from planreports.reports import AskedOptions
from planreports.workspace.workspace import Workspace
from planreports.writers import FORMATS
from planreports.writers.options import MissingGlyphs


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file to make: a report in some languages and one format.

    `subject` is what it is about, as its name has it: a meeting's or a plan's id. `edition` sets this copy
    apart by its `options`, which are the report's own. The others are as `planreports.render` has them.
    """

    report: str
    subject: str
    languages: Sequence[str]
    format: str
    arrangement: str = "side-by-side"
    audience: str = "internal"
    missing_glyphs: MissingGlyphs = "error"
    date: datetime.date | None = None
    edition: str = ""
    options: AskedOptions = field(default_factory=AskedOptions)
    layout: str | None = None
    layout_options: Mapping[str, object] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """Return the file's name: the report, its subject, what sets this copy apart, and the suffix."""
        parts = [self.report, self.subject, "+".join(self.languages)]
        if len(self.languages) > 1 and self.arrangement != "side-by-side":
            parts.append(self.arrangement)
        if self.audience != "internal":
            parts.append(self.audience)
        if self.layout and file_name(self.layout) != file_name(self.report):
            parts.append(file_name(self.layout).removesuffix(SUFFIX).replace("/", "-"))
        if self.edition:
            parts.append(self.edition)
        return "-".join(parts) + FORMATS[self.format].suffix

    def made(self, workspace: Workspace, warn: Callable[[Problem], None]) -> bytes:
        """Return the file's bytes; `warn` is told what a reader of them should know."""
        return render(
            workspace,
            self.report,
            languages=self.languages,
            format=self.format,
            arrangement=self.arrangement,
            audience=self.audience,
            missing_glyphs=self.missing_glyphs,
            date=self.date,
            layout=self.layout,
            layout_options=self.layout_options,
            warn=warn,
            **self.options,
        )


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
