"""Embedded fonts: what another library reads of the files that we write."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from planreports.writers.pdf.truetype import Glyph, OutlinePen, truetype_file

NOTHING = Glyph(b"", 1000)


def square(side: float, left: float = 0.0) -> Glyph:
    pen = OutlinePen(1.0)
    pen.moveTo((left, 0))
    pen.lineTo((left + side, 0))
    pen.lineTo((left + side, side))
    pen.lineTo((left, side))
    pen.lineTo((left, 0))
    pen.closePath()
    return pen.glyph(600)


def read(*glyphs: Glyph) -> Any:
    """Return a font of some glyphs as fontTools has it, with every table read and its checksum right."""
    font = TTFont(io.BytesIO(truetype_file(glyphs, 1000, 800, 200)), checkChecksums=2)
    font.ensureDecompiled()
    return font


def points(font: Any, number: int) -> list[tuple[int, int]]:
    return list(font["glyf"][font.getGlyphName(number)].coordinates)


def test_a_font_has_the_tables_that_an_embedded_one_needs() -> None:
    font = read(NOTHING, square(500))
    assert sorted(font.reader.keys()) == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]
    assert (font["head"].unitsPerEm, font["hhea"].ascent, font["hhea"].descent) == (1000, 800, -200)
    assert [font["hmtx"][name] for name in font.getGlyphOrder()] == [(1000, 0), (600, 0)]


def test_a_contour_closes_by_itself() -> None:
    assert points(read(NOTHING, square(500)), 1) == [(0, 0), (500, 0), (500, 500), (0, 500)]


def test_coordinates_are_whole_units_halves_rounded_up() -> None:
    assert points(read(NOTHING, square(10.0, left=0.5)), 1)[0] == (1, 0)


def test_a_contour_of_one_point_is_none() -> None:
    pen = OutlinePen(1.0)
    pen.moveTo((5, 5))
    pen.closePath()
    assert pen.glyph(300) == Glyph(b"", 300)


def test_curves_keep_their_control_points() -> None:
    pen = OutlinePen(1.0)
    pen.moveTo((0, 0))
    pen.qCurveTo((100, 0), (100, 100), (0, 100))
    pen.closePath()
    drawn = RecordingPen()
    font = read(NOTHING, pen.glyph(600))
    font.getGlyphSet()[font.getGlyphName(1)].draw(drawn)
    assert drawn.value == [
        ("moveTo", ((0, 0),)),
        ("qCurveTo", ((100, 0), (100, 100), (0, 100))),
        ("closePath", ()),
    ]


def test_cubic_curves_become_quadratic_ones_that_end_where_they_ended() -> None:
    pen = OutlinePen(1.0)
    pen.moveTo((0, 0))
    pen.curveTo((0, 550), (450, 1000), (1000, 1000))
    pen.closePath()
    glyph = read(NOTHING, pen.glyph(600))["glyf"]["glyph00001"]
    assert glyph.coordinates[-1] == (1000, 1000)
    assert glyph.flags[0] == glyph.flags[-1] == 1
    assert len(glyph.coordinates) > 3


def test_the_fonts_box_is_that_of_all_that_is_drawn() -> None:
    font = read(NOTHING, square(100, left=-40), square(900))
    head, hhea = font["head"], font["hhea"]
    assert (head.xMin, head.yMin, head.xMax, head.yMax) == (-40, 0, 900, 900)
    assert (hhea.minLeftSideBearing, hhea.minRightSideBearing, hhea.xMaxExtent) == (-40, -300, 900)
    assert (font["maxp"].maxPoints, font["maxp"].maxContours, font["maxp"].numGlyphs) == (4, 1, 3)


def test_a_font_that_draws_nothing_can_be_read() -> None:
    assert read(NOTHING, Glyph(b"", 250))["head"].xMax == 0


@pytest.mark.parametrize(("count", "is_long"), [(100, 0), (6000, 1)])
def test_a_large_font_has_long_offsets(count: int, is_long: int) -> None:
    font = read(NOTHING, *(square(number % 900 + 1) for number in range(count)))
    assert font["head"].indexToLocFormat == is_long
    assert points(font, count)[2] == ((count - 1) % 900 + 1,) * 2


@given(st.lists(st.tuples(st.integers(-9000, 9000), st.integers(-9000, 9000)), min_size=2, max_size=400))
def test_any_points_come_back(corners: list[tuple[int, int]]) -> None:
    pen = OutlinePen(1.0)
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    expected = corners[:-1] if corners[0] == corners[-1] else corners
    assert points(read(NOTHING, pen.glyph(600)), 1) == expected


def test_the_least_bytes_are_written() -> None:
    # what fontTools writes of the same glyph, whose flags repeat
    glyph = square(500)
    font = read(NOTHING, glyph)
    written = font["glyf"]["glyph00001"].compile(font["glyf"])
    assert glyph.record.rstrip(b"\0") == written.rstrip(b"\0")
