"""Families are found by any of their names and embedded whatever their outlines; what cannot be is an error."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from planreports.document.nodes import Paragraph, Run
from planreports.document.styles import Stylesheet
from planreports.errors import WritingError
from planreports.writers.pdf import font_files, write
from planreports.writers.pdf.font_files import font_file
from planreports.writers.pdf.fonts import FontKey, FontLibrary
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.shaping import MOST_CLUSTERS, Cluster
from tests.writers import trees
from tests.writers.trees import AT, BREAKER, ENGLISH, STYLESHEET, document, p, unspaced

LETTERS = "".join(sorted({*ENGLISH, " ", "\u25cc"}))


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder of fonts of the user's own, seen by nobody else."""
    folder = tmp_path / ".local" / "share" / "fonts"
    folder.mkdir(parents=True)
    monkeypatch.setattr(font_files, "_UNIX_FOLDERS", (str(folder),))
    monkeypatch.setattr(font_files, "_SYSTEM_FOLDERS", {})
    for cached in (font_files.font_file, font_files._system_fonts, font_files.traits):
        cached.cache_clear()
    yield folder
    for cached in (font_files.font_file, font_files._system_fonts, font_files.traits):
        cached.cache_clear()


def block(pen: object, size: int) -> None:
    pen.moveTo((50, 0))  # type: ignore[attr-defined]
    pen.lineTo((50, size))  # type: ignore[attr-defined]
    pen.curveTo((200, size + 50), (300, size + 50), (size, size))  # type: ignore[attr-defined]
    pen.lineTo((size, 0))  # type: ignore[attr-defined]
    pen.closePath()  # type: ignore[attr-defined]


def made(
    family: str,
    *,
    style: str = "Regular",
    weight: int = 400,
    cubic: bool = False,
    letters: str = LETTERS,
    **os2: int,
) -> TTFont:
    """Return a font whose letters are blocks."""
    names = [".notdef", *(f"u{ord(each):04X}" for each in letters)]
    builder = FontBuilder(1000, isTTF=not cubic)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(each): f"u{ord(each):04X}" for each in letters})
    if cubic:
        shapes = {}
        for name in names:
            pen = T2CharStringPen(600, None)
            if name not in (".notdef", "u0020"):
                block(pen, 500)
            shapes[name] = pen.getCharString()
        builder.setupCFF(f"{family}-{style}", {"FullName": family}, shapes, {})
    else:
        glyphs = {}
        for name in names:
            outline = TTGlyphPen(None)
            if name not in (".notdef", "u0020"):
                outline.moveTo((50, 0))
                for corner in ((50, 500), (500, 500), (500, 0)):
                    outline.lineTo(corner)
                outline.closePath()
            glyphs[name] = outline.glyph()
        builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": style, "fullName": f"{family} {style}"})
    builder.setupOS2(usWeightClass=weight, sTypoAscender=900, sTypoDescender=-200, **os2)
    builder.setupPost()
    return builder.font


def sheet(family: str) -> Stylesheet:
    fonts = STYLESHEET.fonts.model_copy(update={"scripts": {"Latn": family}, "fallback": ()})
    return STYLESHEET.model_copy(update={"fonts": fonts})


def pdf(family: str, *blocks: object) -> bytes:
    return write(document(*blocks), sheet(family), BREAKER)


def embedded(data: bytes) -> dict[str, TTFont]:
    """Return the fonts in a file by their names without the tags of their subsets."""
    found = {}
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descendant = font["/DescendantFonts"][0]
            program = descendant["/FontDescriptor"]["/FontFile2"].get_data()
            found[descendant["/BaseFont"].split("+")[1]] = TTFont(io.BytesIO(program))
    return found


@pytest.mark.parametrize("reader", sorted(trees.READERS))
def test_a_font_with_cubic_outlines_is_embedded_with_quadratic_ones(fonts: Path, reader: str) -> None:
    made("Blocks", cubic=True).save(fonts / "Blocks.otf")
    data = pdf("Blocks", p(ENGLISH))
    assert unspaced(trees.READERS[reader](data)) == unspaced(ENGLISH)
    glyph = embedded(data)["Blocks-Regular"]["glyf"]["glyph00001"]
    assert glyph.numberOfContours == 1
    assert glyph.xMax == 500


def test_the_fonts_of_a_collection_are_found_by_their_names(fonts: Path) -> None:
    collection = TTCollection()
    collection.fonts = [made("First"), made("Second"), made("Second", style="Bold", weight=700)]
    collection.save(fonts / "all.ttc")
    assert [font_file(name, False, False) for name in ("First", "SECOND")] == [
        (fonts / "all.ttc", 0),
        (fonts / "all.ttc", 1),
    ]
    assert font_file("Second", True, False) == (fonts / "all.ttc", 2)
    bold = Paragraph((Run(ENGLISH, "en", bold=True),), "en", "body", AT)
    assert unspaced(trees.READERS["pypdf"](pdf("Second", bold))) == unspaced(ENGLISH)


def test_a_family_is_found_by_its_typographic_and_its_full_name(fonts: Path) -> None:
    font = made("Plan Light", weight=300)
    font["name"].setName("Plan", 16, 3, 1, 0x409)
    font.save(fonts / "a-light.ttf")
    made("Plan", weight=400).save(fonts / "b-regular.ttf")
    made("Plan", style="Condensed", usWidthClass=3).save(fonts / "a-condensed.ttf")
    made("Plan", style="Italic", fsSelection=1).save(fonts / "a-italic.ttf")
    found = {
        name: font_file(name, False, False).path.name for name in ("Plan", "plan light", "Plan Condensed")
    }
    assert found == {
        "Plan": "b-regular.ttf",
        "plan light": "a-light.ttf",
        "Plan Condensed": "a-condensed.ttf",
    }
    assert font_file("Plan", False, True).path.name == "a-italic.ttf"


def test_a_family_without_bold_is_made_bold(fonts: Path) -> None:
    made("Blocks").save(fonts / "blocks.ttf")
    runs = (Run("a", "en"), Run("a", "en", bold=True))
    faces = embedded(pdf("Blocks", Paragraph(runs, "en", "body", AT)))
    regular, bold = (faces[f"Blocks-{style}"]["glyf"]["glyph00001"] for style in ("Regular", "Bold"))
    assert bold.xMax - bold.xMin > regular.xMax - regular.xMin
    assert bold.yMax - bold.yMin > regular.yMax - regular.yMin


def test_broken_font_files_are_passed_over(fonts: Path) -> None:
    good = io.BytesIO()
    made("Blocks").save(good)
    (fonts / "a.ttf").write_bytes(b"")
    (fonts / "b.otf").write_bytes(b"garbage" * 1000)
    (fonts / "c.ttf").write_bytes(good.getvalue()[:600])
    (fonts / "d.ttc").write_bytes(b"ttcf" + bytes(8) + b"\xff\xff\xff\xff")
    (fonts / "e.ttf").mkdir()
    (fonts / "f.ttf").symlink_to(fonts / "nowhere")
    with pytest.raises(WritingError) as caught:
        pdf("Blocks", p("a"))
    assert str(caught.value) == (
        "the font `Blocks` is not installed: install it, or choose another in style.toml"
    )


def test_a_font_that_may_not_be_embedded_is_an_error(fonts: Path) -> None:
    made("Mine", fsType=2).save(fonts / "mine.ttf")
    with pytest.raises(WritingError) as caught:
        pdf("Mine", p("a"))
    assert str(caught.value) == (
        "the font `Mine` may not be embedded: its maker does not allow it (mine.ttf): "
        "choose another in style.toml"
    )


def test_a_family_may_have_any_name(fonts: Path) -> None:
    made("A (b) / ລາວ #1").save(fonts / "odd.ttf")
    data = pdf("A (b) / ລາວ #1", p("ace"))
    assert unspaced(trees.READERS["pypdf"](data)) == "ace"
    assert list(embedded(data)) == ["Ab1-Regular"]


def test_a_font_goes_on_in_another_when_it_is_full() -> None:
    face = FontLibrary().face(FontKey("Noto Sans"))
    assert face.word("one").resource == "F1"
    full = [Cluster("x", (), 0)] * (MOST_CLUSTERS - len(face.subsets[0].clusters) - 2)
    face.subsets[0].clusters += full
    assert face.word("to").resource == "F1"
    assert face.word("new").resource == "F1.1"
    assert face.word("one").resource == "F1"
    assert [len(subset.clusters) for subset in face.subsets] == [MOST_CLUSTERS - 1, 3]


def test_lao_italics_are_the_upright_letters_and_are_embedded_once() -> None:
    runs = (Run("ກ", "lo"), Run("ກ", "lo", italic=True), Run("a", "en", italic=True))
    data = write(document(Paragraph(runs, "lo", "body", AT)), STYLESHEET, BREAKER)
    assert sorted(embedded(data)) == ["NotoSans-Italic", "NotoSansLao-Regular"]


def test_letters_are_drawn_by_the_font_of_their_script_and_figures_by_that_of_what_is_before_them(
    fonts: Path,
) -> None:
    made("Blocks", letters=f"{LETTERS}ກ").save(fonts / "blocks.ttf")
    scripts = {"Latn": "Noto Sans", "Laoo": "Blocks"}
    chosen = STYLESHEET.fonts.model_copy(update={"scripts": scripts})
    itemiser = Itemiser(STYLESHEET.model_copy(update={"fonts": chosen}), FontLibrary())
    pieces = itemiser.pieces("ກ2Both2,ກ’ກ", "lo", False, False, AT)
    assert [(face.name, words) for face, words in pieces] == [
        ("Blocks-Regular", "ກ2"),
        ("NotoSans-Regular", "Both2,"),
        ("Blocks-Regular", "ກ"),
        ("NotoSans-Regular", "’"),
        ("Blocks-Regular", "ກ"),
    ]
