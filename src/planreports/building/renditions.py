"""A rendition is one file to make: a report in some languages and one format. It becomes a name and bytes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_type_hints

from planreports.document.nodes import Document
from planreports.errors import Problem
from planreports.layout.folders import SUFFIX, file_name
from planreports.rendering import file_of_tree, language_choice, report_of, tree_of
from planreports.reports import REPORTS, AskedOptions
from planreports.reports.report import Report
from planreports.workspace.pseudo import in_languages
from planreports.workspace.workspace import Workspace
from planreports.writers import FORMATS
from planreports.writers.options import MissingGlyphs


def options_in(format_: str, report: str, asked: AskedOptions) -> AskedOptions:
    """Return what a report is asked for in a format: where there are only tables, a column for every field,
    of reports that have the choice, unless that is asked for otherwise."""
    known = get_type_hints(REPORTS[report].options) if report in REPORTS else {}
    if FORMATS[format_].for_tables and "apart" in known:
        return {"apart": True, **asked}
    return asked


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
    require: str | None = None

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

    def tree(self, report: Report, workspace: Workspace) -> Document:
        """Return the document, of the report that was made, that the file is written from."""
        workspace = in_languages(workspace, self.languages)
        choice = language_choice(workspace, self.languages, self.arrangement, self.require)
        return tree_of(report, workspace, choice, self.date, self.layout, self.layout_options)

    def shares_tree_with(self, other: Rendition) -> bool:
        """Return whether another file is written from the same document, in another format."""
        return replace(self, format=other.format) == other

    def of_tree(self, tree: Document, workspace: Workspace, warn: Callable[[Problem], None]) -> bytes:
        """Return the file's bytes from its document; `warn` is told what a reader of them should know."""
        workspace = in_languages(workspace, self.languages)
        return file_of_tree(tree, workspace, self.format, self.missing_glyphs, warn)

    def report_made(self, workspace: Workspace) -> Report:
        """Return the report, ready for its layout."""
        return report_of(in_languages(workspace, self.languages), self.report, self.audience, self.options)
