"""Outlines and advances become a TrueType file with the tables that a PDF's reader needs (ISO 32000-1, 9.9).

Names of tables and fields are those of the OpenType specification. Lengths are font units; y grows upwards.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from fontTools.cu2qu import curve_to_quadratic

Point = tuple[float, float]

_ON_CURVE, _X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32
"""Flags of a point (glyf, Simple Glyph Flags)."""

_LONGEST_SHORT_LOCA = 0x20000
"""The size of the table glyf from which its offsets need four bytes."""

_MAGIC = 0x5F0F3CF5
_CHECKSUM_OF_FILE = 0xB1B0AFBA
_UNSIGNED = 1 << 32


class Bounds(NamedTuple):
    """The box around an outline."""

    left: int
    bottom: int
    right: int
    top: int


class Glyph(NamedTuple):
    """A glyph's record of the table glyf, which is empty where nothing is drawn, and its measures."""

    record: bytes
    advance: int
    bounds: Bounds = Bounds(0, 0, 0, 0)
    points: int = 0
    contours: int = 0


@dataclass
class OutlinePen:
    """Collects the points of an outline, as HarfBuzz and fontTools draw it; cubic curves become quadratic
    ones, `curve_error` units away at most."""

    curve_error: float
    points: list[Point] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """The number, from 0, of each contour's last point."""

    def moveTo(self, point: Point) -> None:  # noqa: N802 - the names of fontTools' pens
        """Begin a contour."""
        self.lineTo(point)

    def lineTo(self, point: Point) -> None:  # noqa: N802
        """Draw a line."""
        self.points.append(point)
        self.flags.append(_ON_CURVE)

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        """Draw a curve: control points, then its end. Between two of the former there is an implied point."""
        self.points += points
        self.flags += [0] * (len(points) - 1) + [_ON_CURVE]

    def curveTo(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        """Draw a cubic curve by quadratic ones."""
        curve = (self.points[-1], first, second, end)
        self.qCurveTo(*curve_to_quadratic(curve, self.curve_error)[1:])

    def closePath(self) -> None:  # noqa: N802
        """End a contour, which closes by itself; one of a single point is none."""
        start = self.ends[-1] + 1 if self.ends else 0
        count = len(self.points) - start
        if count == 1 or (count and self.points[start] == self.points[-1]):
            self.points.pop()
            self.flags.pop()
        if count > 1:
            self.ends.append(len(self.points) - 1)

    def glyph(self, advance: int) -> Glyph:
        """Return what was drawn, rounded to whole units."""
        if not self.ends:
            return Glyph(b"", advance)
        xs = [math.floor(x + 0.5) for x, _ in self.points]
        ys = [math.floor(y + 0.5) for _, y in self.points]
        bounds = Bounds(min(xs), min(ys), max(xs), max(ys))
        count = len(self.ends)
        head = struct.pack(f">h4h{count}HH", count, *bounds, *self.ends, 0)
        record = head + _coordinates(self.flags, xs, ys)
        return Glyph(record + b"\0" * (len(record) % 2), advance, bounds, len(xs), count)


def _coordinates(flags: Iterable[int], xs: Iterable[int], ys: Iterable[int]) -> bytes:
    """Return flags, x and y of a glyph's points, each as its distance from the one before it."""
    packed_flags, packed_xs, packed_ys = bytearray(), bytearray(), bytearray()
    last_x = last_y = 0
    last, repeats = -1, 0
    for on_curve, x, y in zip(flags, xs, ys, strict=True):
        flag = on_curve | _packed(x - last_x, packed_xs, _X_SHORT, _X_SAME)
        flag |= _packed(y - last_y, packed_ys, _Y_SHORT, _Y_SAME)
        last_x, last_y = x, y
        if flag != last or repeats == 255:
            packed_flags.append(flag)
            last, repeats = flag, 0
            continue
        repeats += 1
        if repeats == 1:
            packed_flags.append(flag)
        else:
            packed_flags[-2:] = flag | _REPEAT, repeats
    return bytes(packed_flags + packed_xs + packed_ys)


def _packed(distance: int, packed: bytearray, short: int, same: int) -> int:
    """Append a distance in the least bytes; return the flag that says how."""
    if distance == 0:
        return same
    if -256 < distance < 256:
        packed.append(abs(distance))
        return short | same if distance > 0 else short
    packed += struct.pack(">h", distance)
    return 0


def truetype_file(glyphs: Sequence[Glyph], units_per_em: int, ascent: int, descent: int) -> bytes:
    """Return the file of a font whose glyphs, by number, are these; `descent` is positive below the baseline.

    It has no character map: a PDF's page names glyphs by their numbers.
    """
    drawn = [glyph for glyph in glyphs if glyph.contours] or [Glyph(b"", 0)]
    records = [glyph.record for glyph in glyphs]
    size = sum(map(len, records))
    is_long = size >= _LONGEST_SHORT_LOCA
    metrics = (part for glyph in glyphs for part in (glyph.advance, glyph.bounds.left))
    return _sfnt(
        {
            b"head": _head(drawn, units_per_em, is_long),
            b"hhea": _hhea(glyphs, drawn, ascent, descent),
            b"maxp": _maxp(len(glyphs), drawn),
            b"hmtx": struct.pack(">" + "Hh" * len(glyphs), *metrics),
            b"loca": _loca(records, is_long),
            b"glyf": b"".join(records) or b"\0",
        }
    )


def _head(drawn: Sequence[Glyph], units_per_em: int, is_long: bool) -> bytes:
    """Return the table head: no date, baseline and bearings at 0 (flags), directions mixed (hint 2)."""
    left = min(glyph.bounds.left for glyph in drawn)
    bottom = min(glyph.bounds.bottom for glyph in drawn)
    right = max(glyph.bounds.right for glyph in drawn)
    top = max(glyph.bounds.top for glyph in drawn)
    versions_and_sums = struct.pack(">4I", 0x10000, 0x10000, 0, _MAGIC)
    box = struct.pack(">HH16x4h", 0b11, units_per_em, left, bottom, right, top)
    return versions_and_sums + box + struct.pack(">HHhhh", 0, 3, 2, is_long, 0)


def _hhea(glyphs: Sequence[Glyph], drawn: Sequence[Glyph], ascent: int, descent: int) -> bytes:
    widest = max(glyph.advance for glyph in glyphs)
    bearing = min(glyph.bounds.left for glyph in drawn)
    room = min(glyph.advance - glyph.bounds.right for glyph in drawn)
    extent = max(glyph.bounds.right for glyph in drawn)
    fields = (ascent, -descent, 0, widest, bearing, room, extent, 1)
    return struct.pack(">I3hH4h14xH", 0x10000, *fields, len(glyphs))


def _maxp(count: int, drawn: Sequence[Glyph]) -> bytes:
    """Return the table maxp: the most points and contours, two zones, and nothing of instructions."""
    points = max(glyph.points for glyph in drawn)
    contours = max(glyph.contours for glyph in drawn)
    return struct.pack(">I6H16x", 0x10000, count, points, contours, 0, 0, 2)


def _loca(records: Iterable[bytes], is_long: bool) -> bytes:
    """Return where each glyph's record begins, and where the last ends: halved if short."""
    offsets = [0]
    for record in records:
        offsets.append(offsets[-1] + len(record))
    if is_long:
        return struct.pack(f">{len(offsets)}I", *offsets)
    return struct.pack(f">{len(offsets)}H", *(offset // 2 for offset in offsets))


def _sfnt(tables: dict[bytes, bytes]) -> bytes:
    """Return the file of some tables, with their checksums and that of the whole (OpenType, Organization)."""
    power = len(tables).bit_length() - 1
    range_ = 16 << power
    head = struct.pack(">I4H", 0x10000, len(tables), range_, power, 16 * len(tables) - range_)
    offset = len(head) + 16 * len(tables)
    entries, bodies = {}, []
    for tag, table in tables.items():
        entries[tag] = struct.pack(">4s3I", tag, _checksum(table), offset, len(table))
        bodies.append(table + b"\0" * (-len(table) % 4))
        offset += len(bodies[-1])
    file = bytearray(head + b"".join(entries[tag] for tag in sorted(entries)) + b"".join(bodies))
    adjustment = (_CHECKSUM_OF_FILE - _checksum(file)) % _UNSIGNED
    struct.pack_into(">I", file, len(head) + 16 * len(tables) + 8, adjustment)
    return bytes(file)


def _checksum(data: bytes | bytearray) -> int:
    padded = bytes(data) + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % _UNSIGNED
