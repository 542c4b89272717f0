"""Pictures in the line, with words for who cannot see them; shapes have pixels for older programs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from planreports.document.nodes import Figure, Picture, Row
from tests.specimen import FOLDER
from tests.writers.docx.reading import W, outline, part, style, value, word
from tests.writers.trees import AT, cell, p, table

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def figure(name: str, kind: str, **more: object) -> Figure:
    data = (FOLDER / "images" / name).read_bytes()
    return Figure(Picture(name, kind, data, 300, 200), "What it <shows>", "en", AT, width=50, **more)  # type: ignore[arg-type]


def test_a_picture_says_what_it_shows_and_stays_with_its_caption() -> None:
    data = word(figure("seal.png", "png", caption=(p("Seal", style="caption"),)))
    assert outline(part(data)[0]) == ["FigureWithCaption: ", "Caption: Seal"]
    (described,) = part(data).iter(f"{WP}docPr")
    assert described.get("descr") == "What it <shows>"
    assert style(data, "FigureWithCaption").find(f"{W}pPr/{W}keepNext") is not None
    (extent,) = part(data).iter(f"{WP}extent")
    assert int(extent.get("cx", "0")) == (50 * 36000)


def test_shapes_are_vectors_with_pixels_for_older_programs() -> None:
    data = word(figure("chart.svg", "svg"))
    (blip,) = part(data).iter(f"{A}blip")
    assert [each.get("uri") for each in blip.iter(f"{A}ext")] == ["{96DAC541-7B7A-43D3-8B79-37D633B846F1}"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        kinds = sorted(each.rpartition(".")[2] for each in package.namelist() if "media" in each)
    assert kinds == ["png", "svg"]


def test_a_picture_used_twice_is_held_once() -> None:
    data = word(figure("seal.png", "png"), figure("seal.png", "png"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len([each for each in package.namelist() if "media" in each]) == 1
    assert [each.get("id") for each in part(data).iter(f"{WP}docPr")] == ["1", "2"]


def test_a_picture_in_an_aligned_cell_has_a_style_for_it() -> None:
    picture = cell(figure("seal.png", "png"), style="right")
    data = word(replace(table(["A"]), body=(Row((picture,), AT),)))
    assert "      Figure-right: " in outline(part(data)[0])
    assert value(style(data, "Figure-right"), "pPr/jc") == "right"
