"""Pictures of shapes: what their lines, curves, transforms and words become on the page."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from planreports.document.nodes import Figure, Picture
from planreports.writers.pdf import write
from tests.writers.trees import AT, BREAKER, STYLESHEET, boxes, document, page_texts

LEFT, TOP = 20 * 72 / 25.4, 15 * 72 / 25.4
RED, WHITE, BLACK = (255, 0, 0), (255, 255, 255), (0, 0, 0)


def pdf(shapes: str) -> bytes:
    """Return a page with a picture of 100 units a side, a point each."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{shapes}</svg>'.encode()
    picture = Picture("shapes.svg", "svg", data, 100, 100)
    figure = Figure(picture, "Shapes", "en", AT, width=100 * 25.4 / 72)
    return write(document(figure), STYLESHEET, BREAKER)


def colours(shapes: str, *points: tuple[float, float]) -> list[tuple[int, ...]]:
    """Return the colours at points of the picture, from its top left."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf(shapes))) as made:
        image: Image.Image = made[0].render(scale=4).to_pil().convert("RGB")
    return [image.getpixel((round((LEFT + x) * 4), round((TOP + y) * 4))) for x, y in points]  # type: ignore[misc]


def test_a_shape_without_a_fill_is_black() -> None:
    assert colours('<rect x="10" y="10" width="20" height="20"/>', (20, 20), (40, 20)) == [BLACK, WHITE]


def test_a_turned_rectangle_is_drawn_turned() -> None:
    shape = '<rect x="40" y="10" width="20" height="80" fill="red" transform="rotate(90 50 50)"/>'
    assert colours(shape, (50, 50), (15, 50), (85, 50), (50, 15)) == [RED, RED, RED, WHITE]


@pytest.mark.parametrize(
    "curve",
    ["q20 -60 40 0", "t20 -30 t20 30", "a20 20 0 0 1 40 0", "c10 -40 30 -40 40 0", "s30 -60 40 0"],
)
def test_curves_of_every_kind_are_filled(curve: str) -> None:
    shape = f'<path d="M20 60 {curve} L60 80 L20 80 z" fill="red"/>'
    assert colours(shape, (40, 70), (90, 70)) == [RED, WHITE]


def test_dashes_grow_with_what_they_stand_in() -> None:
    line = '<line x1="0" y1="5" x2="10" y2="5" stroke="red" stroke-width="1" stroke-dasharray="1 1"/>'
    assert colours(f'<g transform="scale(10)">{line}</g>', (5, 50), (15, 50), (25, 50), (35, 50)) == [
        RED,
        WHITE,
        RED,
        WHITE,
    ]


def test_an_even_odd_fill_leaves_holes() -> None:
    path = "M10 10 h80 v80 h-80 z M30 30 h40 v40 h-40 z"
    assert colours(f'<path d="{path}" fill="red" fill-rule="evenodd"/>', (20, 20), (50, 50)) == [RED, WHITE]
    assert colours(f'<path d="{path}" fill="red"/>', (50, 50)) == [RED]


def test_words_stand_where_their_anchor_says_and_are_found() -> None:
    data = pdf(
        '<text x="0" y="20" font-size="8">begin</text>'
        '<text x="50" y="40" font-size="8" text-anchor="middle">middle</text>'
        '<text x="100" y="60" font-size="8" text-anchor="end" xml:lang="lo">ສະຖານະ</text>'
    )
    assert boxes(data, "begin")[0][1] == pytest.approx(LEFT, abs=1.5)
    (middle,) = boxes(data, "middle")
    assert (middle[1] + middle[3]) / 2 == pytest.approx(LEFT + 50, abs=1.5)
    assert boxes(data, "ສະຖານະ")[0][3] == pytest.approx(LEFT + 100, abs=1.5)
    assert "ສະຖານະ" in page_texts(data)[0]
