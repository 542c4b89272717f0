"""How a workspace's documents look: `style.toml`, `images/` and `reference.docx`, read and judged."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from planreports.document.pictures import PictureError, PictureFolders
from planreports.document.styles import Stylesheet
from planreports.document.stylesheets import load_house_style, load_stylesheet
from planreports.errors import Problem
from planreports.files.office_package import MAXIMUM_BYTES
from planreports.files.reading import read_bytes
from planreports.files.resources import resource
from planreports.files.source import Source
from planreports.files.toml_source import read_toml
from planreports.files.validation import Problems
from planreports.files.word_file import read_word_file

STYLE_FILE = "style.toml"
REFERENCE_FILE = "reference.docx"

_LAYOUT_BYTES = 1_000_000
"""How much of a layout is searched for names of styles."""


def shipped_style() -> Stylesheet:
    """Return the look of documents that no workspace changes."""
    return load_stylesheet(resource("templates", STYLE_FILE))


def picture_folders(folder: Path) -> PictureFolders:
    """Return where pictures are looked for: a workspace's own first, then the ones that are shipped."""
    return PictureFolders((folder / "images", resource("templates") / "images"))


def house_style(folder: Path, name: str, languages: Collection[str], pictures: PictureFolders) -> Stylesheet:
    """Return the look of a workspace's documents: the shipped one, changed by its own file, if it has one.

    `name` is how messages call that file. Raises DataError with every mistake in it, and for a logo that
    is no picture below `images/`.
    """
    if not (folder / STYLE_FILE).exists():
        return shipped_style()
    own = read_toml(folder / STYLE_FILE, name)
    problems = Problems()
    problems.found += _logo_problems(own, pictures)
    stylesheet = shipped_style()
    with problems.collecting():
        stylesheet = load_house_style(resource("templates", STYLE_FILE), own, _layouts(folder), languages)
    problems.raise_if_any()
    return stylesheet


def _logo_problems(own: Source, pictures: PictureFolders) -> Iterator[Problem]:
    match own.value:
        case {"logo": {"picture": str(picture)}}:
            try:
                pictures.picture(picture)
            except PictureError as error:
                yield own.problem(("logo", "picture"), error.message, error.hint)


def reference_file(folder: Path, name: str) -> bytes | None:
    """Return a workspace's own Word file, whose styles and letterhead Word files take; None without one.

    `name` is how messages call it. Raises DataError for what is no Word file, or not a safe one.
    """
    path = folder / REFERENCE_FILE
    if not path.exists():
        return None
    data = read_bytes(path, name, MAXIMUM_BYTES)
    read_word_file(data, name)
    return data


def _layouts(folder: Path) -> str:
    """Return the sources of a workspace's own layouts, as far as they can be read."""
    files = [path for path in sorted((folder / "layouts").glob("**/*.jinja")) if path.is_file()]
    return "\n".join(path.read_bytes()[:_LAYOUT_BYTES].decode("utf-8", "replace") for path in files)
