"""Names of font families become font files: those of the package, then those of the system.

Families come from the package `manimgx-fonts` (variable Noto fonts, OFL), from our own font of signs, or from
the system's font folders, where a file may be a collection of several fonts.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from planreports.files.resources import resource

WEIGHTS = {False: 400, True: 700}
"""Of what is bold and what is not (OS/2, usWeightClass)."""

_SYSTEM_FOLDERS = {
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
    "darwin": ("/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts"),
}
_UNIX_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})

_FONT_PACKAGES = ("manimgx_fonts_cjk",)
"""Packages of fonts that nobody needs but who writes Chinese, Japanese or Korean."""

_FAMILY_NAMES = (
    hb.OTNameIdPredefined.FONT_FAMILY,
    hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY,
    hb.OTNameIdPredefined.FULL_NAME,
)

_OS2 = struct.Struct(">4xHH54xH")
"""Of the table OS/2: usWeightClass, usWidthClass, fsSelection."""

_ITALIC, _OBLIQUE = 1, 1 << 9
_MEDIUM_WIDTH = 5


class FontFile(NamedTuple):
    """A font: its file, and which of a collection's fonts it is, from 0."""

    path: Path
    number: int = 0


class _Traits(NamedTuple):
    """What a font says of itself: its weight (400 is regular), its width (5 is medium), and its slant."""

    weight: int
    width: int
    is_italic: bool


def font_face(file: FontFile) -> hb.Face:
    """Return a font as HarfBuzz has it; one that is broken has no glyphs."""
    return hb.Face(hb.Blob.from_file_path(str(file.path)), file.number)


@lru_cache(maxsize=64)
def font_file(family: str, bold: bool, italic: bool) -> FontFile | None:
    """Return a family's font that is nearest to what a style asks for, or None if there is no such family.

    A family is known by its name, its typographic name, or the full name of one of its fonts.
    """
    shipped = _shipped_file(family, italic) or (_shipped_file(family, False) if italic else None)
    if shipped:
        return shipped
    files = _system_fonts().get(family.casefold(), ())
    return min(files, key=lambda file: _distance(traits(file), bold, italic), default=None)


def installed_families() -> list[str]:
    """Return the names of all families that there are, as their fonts write them, in order."""
    shipped = [path for folder in _shipped_folders() for path in folder.glob("*.ttf")]
    files = [*map(FontFile, shipped), *(file for files in _system_fonts().values() for file in files)]
    names = {font_face(file).get_name(hb.OTNameIdPredefined.FONT_FAMILY) for file in files}
    return sorted(name for name in names if name)


def _shipped_file(family: str, italic: bool) -> FontFile | None:
    name = family.replace(" ", "") + ("-Italic" if italic else "")
    paths = (folder / f"{name}{axis}.ttf" for folder in _shipped_folders() for axis in ("[wght]", ""))
    return next((FontFile(path) for path in paths if path.is_file()), None)


def _shipped_folders() -> tuple[Path, Path]:
    return Path(str(resources.files("manimgx_fonts"))), resource("fonts")


def _distance(traits: _Traits, bold: bool, italic: bool) -> tuple[bool, int, int]:
    """Return how far a font is from what is asked for; smaller is nearer, the first of equals is taken."""
    return traits.is_italic != italic, abs(traits.width - _MEDIUM_WIDTH), abs(traits.weight - WEIGHTS[bold])


@lru_cache(maxsize=256)
def traits(file: FontFile) -> _Traits:
    """Return a font's traits (OpenType, OS/2); one that does not say is regular."""
    table = bytes(font_face(file).reference_table("OS/2").data)
    if len(table) < _OS2.size:
        return _Traits(WEIGHTS[False], _MEDIUM_WIDTH, is_italic=False)
    weight, width, selection = _OS2.unpack_from(table)
    return _Traits(weight, width, bool(selection & (_ITALIC | _OBLIQUE)))


@lru_cache(maxsize=1)
def _system_fonts() -> dict[str, list[FontFile]]:
    """Return the fonts of the system by their families' names, case folded; each list is sorted by path."""
    families: dict[str, list[FontFile]] = {}
    for path in sorted(_font_paths()):
        for file, names in _fonts_in(path):
            for name in names:
                families.setdefault(name, []).append(file)
    return families


def _font_paths() -> Iterator[Path]:
    system = (Path(folder).expanduser() for folder in _SYSTEM_FOLDERS.get(sys.platform, _UNIX_FOLDERS))
    for folder in (*_packaged_folders(), *system):
        for path in folder.rglob("*"):
            if path.suffix.lower() in _SUFFIXES:
                yield path


def _packaged_folders() -> Iterator[Path]:
    """Yield the folders of packages with more fonts, as far as they are installed."""
    for package in _FONT_PACKAGES:
        if (found := find_spec(package)) and found.origin:
            yield Path(found.origin).parent


def _fonts_in(path: Path) -> Iterator[tuple[FontFile, set[str]]]:
    """Yield the fonts of a file with the names that they are known by; none if it cannot be read."""
    try:
        blob = hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError:
        return
    for number in range(hb.Face(blob).count):
        face = hb.Face(blob, number)
        names = {name.casefold() for each in _FAMILY_NAMES if (name := face.get_name(each))}
        if face.glyph_count and face.unicodes:
            yield FontFile(path, number), names
