"""What all documents of a workspace are made of beside their content: program, look, words, fonts."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import planreports
from planreports.building.digests import digest, digest_of_file, digest_of_files, files_below
from planreports.files.resources import resource
from planreports.workspace.appearance import REFERENCE_FILE, STYLE_FILE
from planreports.workspace.workspace import Workspace
from planreports.writers import FORMATS
from planreports.writers.pdf.font_files import font_file

_FOLDERS = ("images", "layouts", "locales")
"""What of a workspace every document may use; all else reaches a document through its report."""

_MADE = frozenset(format_.suffix for format_ in FORMATS.values())

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def shared_inputs(workspace: Workspace) -> str:
    """Return the digest of what every document of a workspace is made of, whatever its content."""
    folder = workspace.folder
    files = [folder / STYLE_FILE, folder / REFERENCE_FILE]
    files += [path for name in _FOLDERS for path in files_below(folder / name)]
    return digest(_program(), digest_of_files(folder, files), _fonts(workspace))


def all_inputs(workspace: Workspace, shared: str) -> str:
    """Return the digest of `shared` inputs and of every file of a workspace: nothing has changed while it is
    the same. Files that are made of others are no inputs, wherever they stand."""
    folder = workspace.folder.resolve()
    files = [path for path in files_below(folder) if path.suffix not in _MADE]
    return digest(shared, digest_of_files(folder, files))


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
