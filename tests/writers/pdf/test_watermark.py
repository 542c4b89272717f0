"""A watermark: seen behind the text of every page, and never found among its words."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import ImageChops

from planreports.document.nodes import LineBreak, Paragraph, Run
from planreports.writers.pdf import write
from tests.writers.trees import AT, BREAKER, ENGLISH, LAO, READERS, STYLESHEET, document, p, unspaced

WORDS = Paragraph((Run("Draft", "en"), LineBreak(), Run("ຮ່າງ", "lo")), "en", "watermark", AT)


GREEN = STYLESHEET.model_copy(update={"colours": {**STYLESHEET.colours, "watermark": "#00FF00"}})


def pdf(*watermark: Paragraph, **section: str) -> bytes:
    return write(document(*[p(ENGLISH), p(LAO, "lo")] * 20, watermark=watermark, **section), GREEN, BREAKER)


def ink(data: bytes) -> list[tuple[int, int, int, int]]:
    """Return the box of the watermark on each page, in points from the top left: all that is green."""
    found = []
    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            red, green, _ = page.render(scale=1).to_pil().convert("RGB").split()
            found.append(ImageChops.subtract(green, red).point(lambda each: 255 * (each > 200)).getbbox())
    return found


def test_it_stands_in_the_middle_of_every_page() -> None:
    boxes = ink(pdf(WORDS))
    assert len(boxes) == 2
    for left, top, right, bottom in boxes:
        assert abs((left + right) / 2 - 297.5) < 40
        assert abs((top + bottom) / 2 - 421) < 40
        assert right - left > 150


def test_a_long_one_is_made_smaller_than_the_page() -> None:
    long = Paragraph((Run("Not for disclosure before the meeting", "en"),), "en", "watermark", AT)
    ((left, top, right, bottom), *_) = ink(pdf(long, orientation="landscape"))
    assert left > 40
    assert right < 802
    assert top > 20
    assert bottom < 575


@pytest.mark.parametrize("reader", sorted(READERS))
def test_its_words_are_not_found_among_the_others(reader: str) -> None:
    assert unspaced(READERS[reader](pdf(WORDS))) == unspaced(READERS[reader](pdf()))


def test_it_is_an_artifact() -> None:
    with pypdfium2.PdfDocument(pdf(WORDS)) as file:
        marks = {each.type for each in file[0].get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in marks
