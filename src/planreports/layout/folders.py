"""Folders of layouts: which file a layout's name stands for, and how messages name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateNotFound
from jinja2.loaders import split_template_path

from planreports.errors import LayoutError, Problem, did_you_mean
from planreports.told import told

SUFFIX = ".html.jinja"


@dataclass(frozen=True, slots=True)
class LayoutFolder:
    """A folder of layouts, and how messages name it; earlier folders win."""

    path: Path
    name: str

    def names(self) -> tuple[str, ...]:
        """Return the names of its layouts as people write them: without the suffix; a path where one is
        in a folder below."""
        paths = sorted(self.path.glob(f"**/*{SUFFIX}"))
        return tuple(path.relative_to(self.path).as_posix().removesuffix(SUFFIX) for path in paths)


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """A layout's file, and how messages name it."""

    path: Path
    name: str


def file_name(layout: str) -> str:
    """Return the name of a layout's file, which people may write without its suffix.

    >>> file_name("brief"), file_name("brief.html.jinja")
    ('brief.html.jinja', 'brief.html.jinja')
    """
    return layout if layout.endswith(SUFFIX) else layout + SUFFIX


def find_layout(layout: str, folders: Sequence[LayoutFolder]) -> LayoutFile:
    """Return the file of a layout: that of the first folder that has it.

    Raises LayoutError, with the nearest name, when none has it; a name cannot lead out of the folders.
    """
    for folder in folders:
        if path := layout_path(layout, folder):
            return LayoutFile(path, f"{folder.name}/{path.relative_to(folder.path).as_posix()}")
    names = sorted({name for folder in folders for name in folder.names() if not name.startswith("_")})
    name = layout.removesuffix(SUFFIX)
    raise LayoutError(
        Problem(told("there is no layout `{name}`", name=name[:60]), hint=did_you_mean(name, names))
    )


def layout_path(layout: str, folder: LayoutFolder) -> Path | None:
    """Return the path of a layout in a folder; None if it is not there."""
    try:
        parts = split_template_path(file_name(layout))
    except TemplateNotFound:
        return None
    path = folder.path.joinpath(*parts)
    try:
        return path if path.is_file() else None
    except OSError:  # a name that is too long for the file system
        return None
