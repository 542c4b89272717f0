"""Fields to fill in by hand: as high as asked for in every format, and squares that are words."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from planreports.document.forms import FormField
from planreports.document.nodes import Cell, CheckBox, Column, Paragraph, Row, Run, Table
from planreports.writers.pdf import write
from tests.writers.docx.reading import W, part, word, words
from tests.writers.html.reading import page
from tests.writers.trees import AT, BREAKER, READERS, STYLESHEET, boxes, document, p

FIELD = FormField("why", "Why", "lines")


def box(height: float, *blocks: Paragraph) -> Table:
    row = Row((Cell(blocks, AT, field=FIELD),), AT, height=height)
    return Table((Column(100, "*"),), (), (row,), "field", "en", AT, presentation=True)


def top_of(data: bytes, text: str) -> tuple[int, float]:
    number, _, _, _, top = boxes(data, text)[0]
    return number, top


def test_a_row_is_as_high_as_asked_for_in_pdf() -> None:
    tops = [
        top_of(write(document(p("before"), box(height), p("after")), STYLESHEET, BREAKER), "after")[1]
        for height in (20, 50)
    ]
    assert abs((tops[0] - tops[1]) - 30 * 72 / 25.4) < 0.1


def test_a_row_grows_with_what_stands_in_it() -> None:
    hint = p("word " * 200, style="field-hint")
    data = write(document(box(5, hint), p("after")), STYLESHEET, BREAKER)
    assert top_of(data, "after")[1] < boxes(data, "word")[-1][2]


def test_a_field_that_has_no_room_stands_on_the_next_page() -> None:
    data = write(
        document(p("before"), box(200), box(120), p("after"), languages=("en",)), STYLESHEET, BREAKER
    )
    assert len(pypdfium2.PdfDocument(data)) == 2
    assert top_of(data, "after")[0] == 1


def test_a_field_higher_than_a_page_ends_with_the_page() -> None:
    data = write(document(box(900), p("after"), languages=("en",)), STYLESHEET, BREAKER)
    assert len(pypdfium2.PdfDocument(data)) <= 5
    assert all("after" in read(data) for read in READERS.values())


def test_word_and_html_give_rows_the_same_height() -> None:
    (row,) = part(word(box(20))).iter(f"{W}trHeight")
    assert (row.get(f"{W}val"), row.get(f"{W}hRule")) == ("1134", "atLeast")
    assert "height:4.7244rem" in page(box(20)).css


def test_a_square_is_a_character_in_every_format() -> None:
    square = CheckBox("status", "done", "en")
    line = Paragraph((square, Run("\u00a0Done", "en")), "en", "choices", AT)
    data = write(document(line), STYLESHEET, BREAKER)
    assert all("☐" in read(data) for read in READERS.values())
    assert words(part(word(line))) == "☐\u00a0Done"
    assert page(line).text == "☐\u00a0Done"
    assert replace(square, style="soft").run.style == "soft"
