"""What all documents of a workspace are made of beside their content: program, look, words, fonts."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import planreports
from planreports.building.digests import digest, digest_of_file, digest_of_files, files_below
from planreports.files.resources import resource
from planreports.workspace.appearance import REFERENCE_FILE, STYLE_FILE
from planreports.workspace.workspace import Workspace, open_workspace
from planreports.writers import FORMATS
from planreports.writers.pdf.font_files import font_file

_FOLDERS = ("images", "layouts", "locales")
"""What of a workspace every document may use; all else reaches a document through its report."""

_MADE = frozenset(format_.suffix for format_ in FORMATS.values())
"""What is made of other files is no input, wherever it stands."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Inputs(NamedTuple):
    """Digests: of what every document is made of, whatever its content; and of that and all files."""

    shared: str
    state: str


def opened(folder: Path) -> tuple[Workspace, Inputs]:
    """Return the workspace in a folder, and the digests of what it was read from.

    Files are digested before they are read: one that changes meanwhile is found changed the next time.
    """
    root = folder.resolve()
    common = [folder / STYLE_FILE, folder / REFERENCE_FILE]
    common += [path for name in _FOLDERS for path in files_below(folder / name)]
    looks = digest_of_files(folder, common)
    files = digest_of_files(root, [path for path in files_below(root) if path.suffix not in _MADE])
    workspace = open_workspace(folder)
    shared = digest(_program(), looks, _fonts(workspace))
    return workspace, Inputs(shared, digest(shared, files))


@lru_cache(maxsize=1)
def _program() -> str:
    """Return the digest of this program: its own files, and the versions of the libraries that it uses."""
    folders = [Path(planreports.__file__).parent, resource("templates"), resource("locales")]
    own = [digest_of_files(folder, files_below(folder)) for folder in folders]
    return digest(planreports.__version__, own, _versions())


def _versions() -> list[tuple[str, str]]:
    try:
        required = metadata.requires("planreports") or []
    except metadata.PackageNotFoundError:
        return []
    names = {match[0] for each in required if "extra ==" not in each and (match := _NAME.match(each))}
    return [(name, metadata.version(name)) for name in sorted(names)]


def _fonts(workspace: Workspace) -> list[tuple[str, str | None]]:
    """Return the font families that the look names, with digests of their files."""
    fonts = workspace.stylesheet.fonts
    found = []
    for family in sorted({*fonts.scripts.values(), *fonts.fallback}):
        for bold in (False, True):
            for italic in (False, True):
                file = font_file(family, bold, italic)
                found.append((family, _digest_of_font(file.path) if file else None))
    return found


@lru_cache(maxsize=64)
def _digest_of_font(path: Path) -> str | None:
    return digest_of_file(path)
