"""A workspace's look is judged before a document is made: its letterhead, and its fonts on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from planreports.errors import Problem
from planreports.files.source import Source, ValuePath
from planreports.files.toml_source import read_toml
from planreports.workspace.appearance import REFERENCE_FILE, STYLE_FILE, reference_file
from planreports.workspace.workspace import Workspace
from planreports.writers.docx.reference.source import read_reference
from planreports.writers.pdf.font_files import font_file
from planreports.writers.pdf.fonts import absence_of


def require_usable_reference(folder: Path) -> None:
    """Raise DataError with everything that makes a workspace's `reference.docx` unfit for Word files."""
    name = (folder / REFERENCE_FILE).as_posix()
    if (data := reference_file(folder, name)) is not None:
        read_reference(data, name)


def absent_fonts(workspace: Workspace) -> Iterator[Problem]:
    """Yield a warning for every family of the workspace's own `style.toml` that is not installed here.

    Word files can be made all the same: they name their fonts, and need them where they are read.
    """
    path = workspace.folder / STYLE_FILE
    if path.exists():
        source = read_toml(path, path.as_posix())
        for place, family in _families(workspace, source):
            if font_file(family, bold=False, italic=False) is None:
                line, column = source.place(place)
                yield replace(absence_of(family), file=source.name, line=line, column=column)


def _families(workspace: Workspace, source: Source) -> Iterator[tuple[ValuePath, str]]:
    """Yield the families that the file itself names, each with its place."""
    fonts = workspace.stylesheet.fonts
    for script, family in fonts.scripts.items():
        if ("fonts", "scripts", script) in source.places:
            yield ("fonts", "scripts", script), family
    if ("fonts", "fallback") in source.places:
        for family in fonts.fallback:
            yield ("fonts", "fallback"), family
