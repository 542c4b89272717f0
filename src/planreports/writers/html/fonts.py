"""Faces become subsets inside the page: the glyphs that it draws, with the rules that place Lao's marks.

HarfBuzz makes the subset, its layout tables included, and fixes a variable font's weight: a browser then
prints it as an ordinary font. It is packed as WOFF2 (W3C Recommendation), whose bytes depend on no clock.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from planreports.errors import Problem, WritingError
from planreports.told import told
from planreports.writers.html.css import string
from planreports.writers.html.lettering import has_weight_axis
from planreports.writers.pdf.font_files import WEIGHTS, font_file, traits
from planreports.writers.pdf.font_files import font_face as harfbuzz_face
from planreports.writers.pdf.fonts import NEARLY_BOLD, FontKey


def font_face(key: FontKey, characters: Iterable[str]) -> str:
    """Return the @font-face rule of a face, with a subset of its font that draws some characters."""
    data = base64.b64encode(packed(subset(key, characters))).decode()
    return (
        f"@font-face{{font-family:{string(key.family)};font-weight:{_weights(key)};"
        f"font-style:{'italic' if key.italic else 'normal'};"
        f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
    )


def _weights(key: FontKey) -> str:
    """Return the weights that a face stands for: all of them if it is nearly bold and has no other."""
    file = font_file(key.family, key.bold, key.italic)
    if file and not has_weight_axis(file) and NEARLY_BOLD <= traits(file).weight < WEIGHTS[True]:
        return f"{WEIGHTS[False]} {WEIGHTS[True]}"
    return str(WEIGHTS[key.bold])


def subset(key: FontKey, characters: Iterable[str]) -> bytes:
    """Return the font of a face (OpenType) with the glyphs of some characters and of what they form."""
    file = font_file(key.family, key.bold, key.italic)
    if file is None:
        raise WritingError(Problem(told("the font `{family}` is not installed", family=key.family)))
    face = harfbuzz_face(file)
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    if face.has_var_data:
        wanted.pin_all_axes_to_default(face)
        if has_weight_axis(file):
            wanted.pin_axis_location(face, "wght", WEIGHTS[key.bold])
    return bytes(hb.subset(face, wanted).blob.data)


def packed(font: bytes) -> bytes:
    """Return a font as WOFF2."""
    made = TTFont(io.BytesIO(font), recalcTimestamp=False, recalcBBoxes=False)
    made.flavor = "woff2"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()
