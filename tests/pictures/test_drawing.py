"""Small pages look as they looked when they were last accepted; and a change that a reader sees is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from tests.pictures.cases import CASES, SMALL, small_pdf, spanning_table
from tests.pictures.comparison import SCALE, TOLERANCE, PictureAcceptance, difference, drawn
from tests.writers.trees import boxes, p

FOLDER = Path(__file__).parent / "accepted"


@pytest.mark.parametrize("name", CASES)
def test_a_page_looks_as_it_was_accepted(name: str, accept: bool, tmp_path: Path) -> None:
    PictureAcceptance(FOLDER, accept, tmp_path).picture(name, drawn(CASES[name]()))


def with_marks_moved(data: bytes, words: str, points: float) -> Image.Image:
    """Return a page on which the marks above some words, the upper third of their box, stand higher."""
    image = drawn(data)
    _, left, bottom, right, top = (each * SCALE for each in boxes(data, words)[0])
    upper, lower = int(image.height - top) - 1, int(image.height - top + (top - bottom) * 0.35)
    box = (int(left) - 1, upper, int(right) + 1, lower)
    marks = image.crop(box)
    image.paste("white", box)
    image.paste(marks, (box[0], upper - round(points * SCALE)))
    return image


@pytest.mark.parametrize("words", ["ໝູ່", "ສີ່", "ນ້ຳ"])
def test_marks_that_move_by_a_point_and_a_half_are_seen(words: str) -> None:
    data = small_pdf(p("ໝູ່ ສີ່ ນ້ຳ", "lo"))
    assert difference(drawn(data), with_marks_moved(data, words, 1.5)) > TOLERANCE


def test_rules_that_are_missing_are_seen() -> None:
    plain = SMALL.table["plain"].model_copy(update={"rule_row": None})
    bare = SMALL.model_copy(update={"table": {**SMALL.table, "plain": plain}})
    ruled, unruled = (drawn(small_pdf(spanning_table(), look=look)) for look in (SMALL, bare))
    assert difference(ruled, unruled) > TOLERANCE


def test_another_colour_is_seen() -> None:
    grey = SMALL.model_copy(update={"colours": {**SMALL.colours, "ink": "#5B6470"}})
    one, other = (drawn(small_pdf(p("words"), look=look)) for look in (SMALL, grey))
    assert difference(one, other) > TOLERANCE


def test_other_smoothing_is_not_seen() -> None:
    image = drawn(CASES["scripts"]())
    assert difference(image, image.filter(ImageFilter.GaussianBlur(0.35))) <= TOLERANCE


def test_a_failure_keeps_both_pictures_and_their_difference(tmp_path: Path) -> None:
    folder, kept = tmp_path / "accepted", tmp_path / "kept"
    PictureAcceptance(folder, True, kept).picture("a", Image.new("RGB", (8, 8), "white"))
    PictureAcceptance(folder, False, kept).picture("a", Image.new("RGB", (8, 8), "#F9F9F9"))
    with pytest.raises(AssertionError) as caught:
        PictureAcceptance(folder, False, kept).picture("a", Image.new("RGB", (8, 8), "black"))
    assert str(caught.value) == (
        f"the picture a differs by 255 (at most 10 is smoothing); see {kept}/a-*.png;"
        " if it is right, run  pytest --accept  and commit what it rewrites"
    )
    assert sorted(path.name for path in kept.iterdir()) == [
        "a-accepted.png",
        "a-difference.png",
        "a-found.png",
    ]
    with pytest.raises(AssertionError, match="the picture new was not accepted yet"):
        PictureAcceptance(folder, False, kept).picture("new", Image.new("RGB", (8, 8)))
