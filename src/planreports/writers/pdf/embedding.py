"""Faces become embedded fonts: a TrueType subset whose every glyph is one cluster (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib

from planreports.writers.pdf.objects import Objects
from planreports.writers.pdf.shaping import Cluster, Face, Subset
from planreports.writers.pdf.truetype import Glyph, OutlinePen, truetype_file

_CURVE_ERROR = 0.001
"""How far a curve may be from the font's own, in parts of an em."""

_BFCHAR_BLOCK = 100

_NOTHING = Glyph(b"", 1000)
"""The glyph of what has no character (.notdef)."""


def font_reference(face: Face, subset: Subset, objects: Objects) -> bytes:
    """Add a composite font (Type 0 over CIDFontType2, 9.7.4) with a face's subset; return its reference."""
    program = _program(face, subset)
    base = f"{_subset_tag(program)}+{face.name}".encode()
    widths = b" ".join(b"%d" % _scaled(face, each.advance) for each in subset.clusters)
    descendant = objects.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDToGIDMap/Identity/DW 1000/W[1[%b]]"
        b"/FontDescriptor %b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        % (base, widths, _descriptor(face, program, base, objects))
    )
    return objects.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%b]/ToUnicode %b>>"
        % (base, descendant, objects.stream(_to_unicode(subset.clusters).encode()))
    )


def _descriptor(face: Face, program: bytes, base: bytes, objects: Objects) -> bytes:
    """Return the font descriptor (9.8). All characters are of the font's own: flag 4, symbolic."""
    ascent, descent = round(face.ascent * 1000), round(face.descent * 1000)
    return objects.add(
        b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[-1000 %d 2000 %d]/ItalicAngle %d"
        b"/Ascent %d/Descent %d/CapHeight 714/StemV %d/FontFile2 %b>>"
        % (
            base,
            -descent,
            ascent,
            -12 if "Italic" in face.name else 0,
            ascent,
            -descent,
            140 if "Bold" in face.name else 80,
            objects.stream(program, b"/Length1 %d" % len(program)),
        )
    )


def _scaled(face: Face, units: int) -> int:
    return round(units * 1000 / face.units_per_em)


def _subset_tag(program: bytes) -> str:
    """Return six letters that name this subset (9.6.4), the same for the same content."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _program(face: Face, subset: Subset) -> bytes:
    """Return the TrueType program: glyph n draws cluster n, glyph 0 nothing."""
    glyphs = [_NOTHING, *(_glyph(face, cluster) for cluster in subset.clusters)]
    ascent, descent = (round(each * face.units_per_em) for each in (face.ascent, face.descent))
    return truetype_file(glyphs, face.units_per_em, ascent, descent)


def _glyph(face: Face, cluster: Cluster) -> Glyph:
    """Return the outline of a cluster, rounded to font units; cubic curves become quadratic ones."""
    pen = OutlinePen(face.units_per_em * _CURVE_ERROR)
    face.draw(cluster, pen)
    return pen.glyph(max(cluster.advance, 0))


def _to_unicode(clusters: list[Cluster]) -> str:
    """Return the CMap from CIDs to the clusters' texts (9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    entries = [
        f"<{cid:04X}> <{cluster.text.encode('utf-16-be').hex().upper()}>"
        for cid, cluster in enumerate(clusters, 1)
    ]
    for start in range(0, len(entries), _BFCHAR_BLOCK):
        block = entries[start : start + _BFCHAR_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])
