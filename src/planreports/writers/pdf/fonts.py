"""Font families become faces: a font's file with its weight set, made bold where the family has no bold.

HarfBuzz sets a variable font's weight itself, so no static instance is ever made.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import uharfbuzz as hb

from planreports.errors import Problem, WritingError, nearest
from planreports.told import told
from planreports.writers.pdf.font_files import (
    WEIGHTS,
    FontFile,
    font_face,
    font_file,
    installed_families,
    traits,
)
from planreports.writers.pdf.missing import MissingFace
from planreports.writers.pdf.shaping import Face

_NOT_IN_NAMES = re.compile("[^A-Za-z0-9-]")
"""What would have to be escaped in a font's name (ISO 32000-1, 7.3.5)."""

NEARLY_BOLD = 600
"""From this weight on (OS/2, usWeightClass) no strokes are thickened for bold words."""

_EMBOLDENING = 0.022
"""How much wider and higher strokes become where a family has no bold, in parts of an em: as much as makes
the strokes of a regular face a third thicker, and leaves the counters of Lao letters open."""

_ALIKE = 0.8

_PACKAGES = {
    "phetsarath ot": "fonts-lao",
    "noto serif lao": "fonts-noto-core",
    "noto looped lao": "fonts-noto-core",
}
"""Where fonts with Lao letters come from that people ask for."""

_RESTRICTED = 0x0002
"""Of OS/2's fsType: the font must not be embedded."""


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
    _missing: MissingFace | None = None

    def face(self, key: FontKey) -> Face:
        """Return a face; a family without italics stands upright, one without bold is made bold.

        Raises WritingError if there is no such family, or if it may not be embedded.
        """
        face = self.faces.get(key)
        if face is None:
            name = f"F{len(self.faces) + 1}"
            face = self.face(replace(key, italic=False)) if _is_upright(key) else _load(key, name)
            self.faces[key] = face
        return face

    def missing_face(self, digits: Face) -> Face:
        """Return the face of marks for characters that no font has; another face draws their digits."""
        if self._missing is None:
            self._missing = MissingFace("MissingCharacters", "F0", digits.font)
        return self._missing

    def face_of(self, resource: str) -> Face:
        """Return the face that page contents call `resource`, or which one of its subsets is called so."""
        name = resource.partition(".")[0]
        return next(face for face in self.all_faces() if face.resource == name)

    def all_faces(self) -> Iterable[Face]:
        """Return every face that pages may use."""
        faces = [*self.faces.values(), *([self._missing] if self._missing else [])]
        return {face.resource: face for face in faces}.values()


def _is_upright(key: FontKey) -> bool:
    """Return whether italics are asked for of a family that has none."""
    return key.italic and font_file(key.family, key.bold, True) == font_file(key.family, key.bold, False)


def _load(key: FontKey, resource_name: str) -> Face:
    file = font_file(key.family, key.bold, key.italic)
    if file is None:
        raise WritingError(absence_of(key.family))
    face = font_face(file)
    _require_embeddable(face, key.family, file)
    style = ("Bold" if key.bold else "") + ("Italic" if key.italic else "") or "Regular"
    return Face(
        f"{_NOT_IN_NAMES.sub('', key.family)}-{style}", resource_name, _weighted(face, file, key.bold)
    )


def absence_of(family: str) -> Problem:
    """Return the problem of a family that is not installed: what to do, and the nearest that is there."""
    match = nearest(family, installed_families(), cutoff=_ALIKE)
    source = _PACKAGES.get(family.casefold())
    remedy = (
        told("install it (Debian's package {package}), or choose another in style.toml", package=source)
        if source
        else told("install it, or choose another in style.toml")
    )
    hint = told("did you mean `{word}`? if not, {remedy}", word=match, remedy=remedy) if match else remedy
    return Problem(told("the font `{family}` is not installed", family=family), hint=hint)


def _weighted(face: hb.Face, file: FontFile, bold: bool) -> hb.Font:
    """Return a font with its weight: by its axis, or its strokes thickened if it has none and is not bold."""
    font = hb.Font(face)
    if any(axis.tag == "wght" for axis in face.axis_infos):
        font.set_variations({"wght": WEIGHTS[bold]})
    elif bold and traits(file).weight < NEARLY_BOLD:
        font.synthetic_bold = (_EMBOLDENING, _EMBOLDENING, False)
    return font


def _require_embeddable(face: hb.Face, family: str, file: FontFile) -> None:
    """Raise WritingError for a font whose maker forbids what a PDF must do (ISO 19005-2, 6.2.11.4.1)."""
    table = bytes(face.reference_table("OS/2").data)
    if len(table) >= 10 and struct.unpack_from(">H", table, 8)[0] & 0x000F == _RESTRICTED:
        message = told(
            "the font `{family}` may not be embedded: its maker does not allow it ({name})",
            family=family,
            name=file.path.name,
        )
        raise WritingError(Problem(message, hint=told("choose another in style.toml")))
