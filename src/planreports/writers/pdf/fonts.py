"""Font families become faces: files found, axes set, coverage known.

Families come from the package `manimgx-fonts` (variable Noto fonts, OFL), or from the system's font folders.
HarfBuzz sets a variable font's weight itself, so no static instance is ever made.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path

import uharfbuzz as hb

from planreports.errors import Problem, WritingError
from planreports.writers.pdf.shaping import Face

_WEIGHTS = {False: 400, True: 700}
_SYSTEM_FOLDERS = {
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
    "darwin": ("/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts"),
}
_UNIX_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True, slots=True)
class FontKey:
    """A face by what a style asks for."""

    family: str
    bold: bool = False
    italic: bool = False


@dataclass
class FontLibrary:
    """The faces that one document uses, in the order in which it first asked for them."""

    faces: dict[FontKey, Face] = field(default_factory=dict)

    def face(self, key: FontKey) -> Face:
        """Return a face; a family without italics stands upright.

        Raises WritingError if there is no such family.
        """
        if key not in self.faces:
            self.faces[key] = _load(key, f"F{len(self.faces) + 1}")
        return self.faces[key]


def _load(key: FontKey, resource_name: str) -> Face:
    path = font_file(key.family, key.bold, key.italic)
    if path is None:
        message = f"the font `{key.family}` is not installed"
        raise WritingError(Problem(message, hint="install it, or choose another in style.toml"))
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(face)
    if face.has_var_data:
        font.set_variations({"wght": _WEIGHTS[key.bold]})
    style = ("Bold" if key.bold else "") + ("Italic" if key.italic else "") or "Regular"
    return Face(f"{key.family.replace(' ', '')}-{style}", resource_name, font)


@lru_cache(maxsize=64)
def font_file(family: str, bold: bool, italic: bool) -> Path | None:
    """Return the file of a family's face: the nearest that there is, or None."""
    shipped = _shipped_file(family, italic) or (_shipped_file(family, False) if italic else None)
    if shipped:
        return shipped
    files = [path for name, path in _system_fonts() if name == family.casefold()]
    return min(files, key=lambda path: _distance(path, bold, italic), default=None)


def _shipped_file(family: str, italic: bool) -> Path | None:
    folder = Path(str(resources.files("manimgx_fonts")))
    path = folder / f"{family.replace(' ', '')}{'-Italic' if italic else ''}[wght].ttf"
    return path if path.is_file() else None


def _distance(path: Path, bold: bool, italic: bool) -> tuple[int, str]:
    """Return how far a file's name is from a style, smaller is nearer; the name makes the choice stable."""
    name = path.stem.casefold()
    is_italic = "italic" in name or "oblique" in name
    return (("bold" in name) != bold) + 2 * (is_italic != italic), path.name


@lru_cache(maxsize=1)
def _system_fonts() -> tuple[tuple[str, Path], ...]:
    """Return the family (case folded) and path of every font file of the system, sorted by path."""
    return tuple((family, path) for path in sorted(_font_paths()) if (family := _family_of(path)))


def _font_paths() -> Iterator[Path]:
    for folder in _SYSTEM_FOLDERS.get(sys.platform, _UNIX_FOLDERS):
        for pattern in ("**/*.ttf", "**/*.otf"):
            yield from Path(folder).expanduser().glob(pattern)


def _family_of(path: Path) -> str | None:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    name = face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    return name.casefold() if name else None
