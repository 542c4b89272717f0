"""Tints, rules and borders of tables and cells, and where words stand in cells with room to spare."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from planreports.document.nodes import Block, Column, Row, Table
from planreports.document.styles import CellStyle, Line, Stylesheet
from planreports.writers.pdf import write
from tests.writers.trees import AT, BREAKER, ENGLISH, STYLESHEET, boxes, cell, document, table

NAVY, RED, TINT, WHITE = (0x1F, 0x3A, 0x5F), (0xA6, 0x1B, 0x29), (0xF3, 0xF5, 0xF8), (255, 255, 255)


def styled() -> Stylesheet:
    plain = STYLESHEET.table["plain"]
    line = Line(width=2, colour="navy")
    tables = {
        "columns": plain.model_copy(update={"rule_column": line}),
        "framed": plain.model_copy(update={"frame": line, "rule_top": None, "rule_row": None}),
    }
    cells = {
        "warning": CellStyle(border=Line(width=2, colour="red")),
        "tinted": CellStyle(fill="tint", vertical="middle"),
        "low": CellStyle(vertical="bottom"),
    }
    return STYLESHEET.model_copy(update={"table": STYLESHEET.table | tables, "cell": STYLESHEET.cell | cells})


def made(style: str, *rows: Row) -> Table:
    return replace(table(["A", "B", "C"]), style=style, body=rows, columns=(Column(1, "*"),) * 3)


def pdf(*blocks: Block) -> bytes:
    return write(document(*blocks), styled(), BREAKER)


def row(*cells: object) -> Row:
    return Row(tuple(cell(each) if isinstance(each, str) else each for each in cells), AT)  # type: ignore[arg-type]


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """Return the colour of the first page at a point, in points from its bottom left."""
    with pypdfium2.PdfDocument(data) as pdf:
        image: Image.Image = pdf[0].render(scale=4).to_pil().convert("RGB")
        return image.getpixel((round(x * 4), image.height - round(y * 4)))  # type: ignore[return-value]


LEFT, RIGHT = 20 * 72 / 25.4, 190 * 72 / 25.4
THIRD = (RIGHT - LEFT) / 3


def middle(data: bytes, words: str) -> float:
    (box,) = boxes(data, words)
    return (box[2] + box[4]) / 2


def test_rules_stand_between_columns_but_not_through_a_cell_over_several() -> None:
    data = pdf(made("columns", row("one", "two", "three"), row(cell("wide", column_span=2), "four")))
    assert pixel(data, LEFT + THIRD, middle(data, "one")) == NAVY
    assert pixel(data, LEFT + THIRD, middle(data, "wide")) == WHITE
    assert pixel(data, LEFT + 2 * THIRD, middle(data, "wide")) == NAVY
    assert pixel(data, LEFT, middle(data, "one")) == WHITE


def test_a_frame_stands_around_the_whole_table() -> None:
    data = pdf(made("framed", row("one", "two", "three"), row("four", "five", "six")))
    for words in ("A", "one", "four"):
        assert pixel(data, LEFT, middle(data, words)) == NAVY
        assert pixel(data, RIGHT, middle(data, words)) == NAVY
        assert pixel(data, LEFT + THIRD, middle(data, words)) == WHITE


def test_a_border_stands_around_a_cell_whatever_rows_it_reaches_over() -> None:
    tall = cell("tall", row_span=2, style="warning")
    data = pdf(made("plain", row("one", tall, "three"), row("four", "six"), row("last", "b", "c")))
    for words in ("one", "four"):
        assert pixel(data, LEFT + THIRD, middle(data, words)) == RED
        assert pixel(data, LEFT + 2 * THIRD, middle(data, words)) == RED
    assert pixel(data, LEFT + THIRD, middle(data, "last")) == WHITE


def test_a_tint_fills_all_rows_of_its_cell_and_hides_no_words() -> None:
    tall = cell("tall", row_span=3, style="tinted")
    data = pdf(made("plain", row(tall, "one", "x"), row("two", "y"), row("three", "z")))
    for words in ("one", "two", "three"):
        assert pixel(data, LEFT + THIRD - 2, middle(data, words)) == TINT
    assert middle(data, "tall") == pytest.approx(middle(data, "two"), abs=1)
    left, right = boxes(data, "tall")[0][1], boxes(data, "tall")[0][3]
    darkest = min(sum(pixel(data, x / 2, middle(data, "tall"))) for x in range(int(left * 2), int(right * 2)))
    assert darkest < 300


def test_words_stand_at_the_foot_of_a_cell_that_asks_for_it() -> None:
    data = pdf(made("plain", row(cell("low", style="low"), ENGLISH * 3 + " end", "high")))
    assert boxes(data, "low")[0][2] == pytest.approx(boxes(data, "end")[0][2], abs=1)
    assert boxes(data, "high")[0][2] > boxes(data, "end")[0][2] + 20
