"""Any table, and any sequence of blocks, fits its pages, loses nothing, and is laid out in finite time."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from planreports.document.nodes import (
    Aside,
    Block,
    Cell,
    Column,
    Figure,
    Footnote,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Rule,
    Run,
    Table,
)
from planreports.writers.pdf import write
from tests.writers.trees import AT, BREAKER, STYLESHEET, document, h, p, page_texts, parallel, unspaced

_TOKEN = re.compile(r"q\d+z")
_HEAD = re.compile(r"Q\d+Z")


def _png() -> Picture:
    file = io.BytesIO()
    Image.new("RGB", (60, 80), "navy").save(file, format="PNG")
    return Picture("square.png", "png", file.getvalue(), 60, 80)


PICTURE = _png()
LEFT, RIGHT, BOTTOM, TOP = (each * 72 / 25.4 for each in (20, 210 - 20, 14, 297 - 15))
LETTER = 8.0
"""A column can be narrower than a letter; then the letter stands out of it."""


class Words:
    """Words that are found again: each has a number of its own."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, length: int, *, head: bool = False) -> str:
        self.count += 1
        token = f"Q{self.count}Z" if head else f"q{self.count}z"
        return " ".join([token, *["lorem"] * length])


# What is drawn: trees of small numbers, so that Hypothesis can shrink them ---------------------------

LENGTHS = st.one_of(st.integers(0, 12), st.integers(100, 400))
LEAVES = st.one_of(
    LENGTHS.map(lambda n: ("p", n)),
    LENGTHS.map(lambda n: ("long", n)),
    st.integers(0, 40).map(lambda n: ("lao", n)),
    st.tuples(st.just("ul"), st.lists(LENGTHS, min_size=1, max_size=4)),
    st.just(("figure", 30)),
    LENGTHS.map(lambda n: ("aside", n)),
)
COLUMNS = st.one_of(
    st.integers(20, 50).map(lambda n: Column(float(n), "mm")),
    st.integers(15, 30).map(lambda n: Column(float(n), "*")),
    st.just(Column()),
)


@st.composite
def tables(draw: st.DrawFn, depth: int = 0) -> tuple[str, Any]:
    columns = draw(st.lists(COLUMNS, min_size=1, max_size=4 if depth == 0 else 2))
    inner = LEAVES if depth else st.one_of(LEAVES, LEAVES, LEAVES, tables(depth=1))
    rows, reaching = [], [0] * len(columns)
    for _ in range(draw(st.integers(1, 14 if depth == 0 else 4))):
        free = [place for place, left in enumerate(reaching) if not left]
        reaching = [max(left - 1, 0) for left in reaching]
        cells = []
        while free:
            run = 1
            while run < len(free) and free[run] == free[run - 1] + 1:
                run += 1
            across = draw(st.integers(1, run))
            down = draw(st.sampled_from((1, 1, 1, 1, 2, 3)))
            cells.append((across, down, draw(st.lists(inner, max_size=2))))
            for place in free[:across]:
                reaching[place] = down - 1
            free = free[across:]
        rows.append((draw(st.booleans()), cells))
    head = draw(st.one_of(st.none(), LENGTHS))
    return "table", (columns, head, rows, max(reaching))


def made(kind: tuple[str, Any], words: Words) -> Block:
    name, value = kind
    return MAKERS[name](value, words)


def _list(lengths: list[int], words: Words) -> List:
    items = tuple(ListItem((p(words(each), style="list"),), AT) for each in lengths)
    return List(items, ordered=True, language="en", origin=AT)


def _figure(width: int, words: Words) -> Figure:
    return Figure(PICTURE, "A square", "en", AT, (p(words(2), style="caption"),), float(width))


def _with_note(length: int, words: Words) -> Paragraph:
    note = Footnote(words.count + 1, p(words(length), style="footnote"))
    return Paragraph((Run(words(3), "en"), note, Run(" lorem", "en")), "en", "body", AT)


def made_table(value: Any, words: Words) -> Table:
    columns, head, rows, left = value
    top = ()
    if head is not None:
        cells = tuple(Cell((p(words(head, head=True), style="table-head"),), AT, "column") for _ in columns)
        top = (Row(cells, AT),)
    body = [_row(row, words) for row in rows]
    body += [Row((), AT)] * left
    continued = (p("more", style="continued"),) if top else ()
    return Table(tuple(columns), top, tuple(body), "plain", "en", AT, continued=continued)


def _row(row: Any, words: Words) -> Row:
    together, cells = row
    made_cells = []
    for across, down, blocks in cells:
        first = p(words(0), style="table-body")
        made_cells.append(
            Cell((first, *(made(each, words) for each in blocks)), AT, column_span=across, row_span=down)
        )
    return Row(tuple(made_cells), AT, together=together)


MAKERS: dict[str, Callable[[Any, Words], Block]] = {
    "p": lambda length, words: p(words(length), style="table-body"),
    "long": lambda length, words: p(words(1) + "m" * length),
    "lao": lambda length, words: p(words(0) + "ນ້ຳຢູ່" * length, "lo", mark="draft"),
    "ul": _list,
    "figure": _figure,
    "aside": lambda length, words: Aside((p(words(length), style="notice"),), "notice", AT),
    "note": _with_note,
    "h": lambda level, words: h(level, words(2)),
    "parallel": lambda length, words: parallel(
        (p(words(length)), p(words(length))), (p(words(3)), p(words(3)))
    ),
    "rule": lambda _, words: Rule(AT),
    "break": lambda _, words: PageBreak(AT),
    "table": made_table,
}


BLOCKS = st.one_of(
    LEAVES,
    LENGTHS.map(lambda n: ("note", n)),
    st.sampled_from((("h", 2), ("h", 3), ("rule", 0), ("break", 0))),
    st.integers(0, 60).map(lambda n: ("parallel", n)),
    tables(),
)

# What is asked of every document -----------------------------------------------------------------------


def check(data: bytes, count: int) -> None:
    pages = [unspaced(page) for page in page_texts(data)]
    found = [token for page in pages for token in _TOKEN.findall(page)]
    assert sorted(found) == sorted(set(found)), "something is drawn twice"
    seen = {*found, *(token.lower() for page in pages for token in _HEAD.findall(page))}
    assert seen == {f"q{number}z" for number in range(1, count + 1)}
    for number, left, bottom, right, top, character in characters(data):
        assert LEFT - 1 < left < right < RIGHT + LETTER, (number, character, right)
        assert BOTTOM - 1 < bottom < top < TOP + 1, (number, character, bottom)


def characters(data: bytes) -> Iterator[tuple[int, float, float, float, float, str]]:
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            for index, character in enumerate(text.get_text_range()):
                if index < text.count_chars() and character.strip():
                    left, bottom, right, top = text.get_charbox(index)
                    if right > left:
                        yield number, left, bottom, right, top, character


ANY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@ANY
@given(tables(), st.sampled_from((("en",), ("en", "lo"))))
def test_any_table_fits_its_pages_and_loses_no_cell(
    table: tuple[str, Any], languages: tuple[str, ...]
) -> None:
    words = Words()
    tree = document(made(table, words), languages=languages)
    check(write(tree, STYLESHEET, BREAKER), words.count)


@ANY
@given(st.lists(BLOCKS, min_size=1, max_size=10))
def test_any_sequence_of_blocks_fits_its_pages_and_loses_nothing(blocks: list[tuple[str, Any]]) -> None:
    words = Words()
    tree = document(*[made(each, words) for each in blocks])
    check(write(tree, STYLESHEET, BREAKER), words.count)


@pytest.mark.interop("pdfinfo")
@settings(ANY, max_examples=15)
@given(st.lists(BLOCKS.filter(lambda block: block[0] != "note"), min_size=1, max_size=6))
def test_who_listens_hears_every_word_of_any_blocks_once_and_in_order(blocks: list[tuple[str, Any]]) -> None:
    words = Words()
    data = write(document(*[made(each, words) for each in blocks]), STYLESHEET, BREAKER)
    command = ["pdfinfo", "-struct-text", "-"]
    heard = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    numbers = re.findall(r"q(\d+)z", unspaced(heard), re.IGNORECASE)
    assert [int(number) for number in numbers] == list(range(1, words.count + 1))
