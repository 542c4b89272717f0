"""A document whose every part is too much for a page: what conformity and readers are tried on."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from planreports.document.nodes import (
    Aside,
    Block,
    Cell,
    Column,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
)
from tests.writers.trees import AT, LAO, cell, document, h, p, table, ul


def words(name: str, count: int) -> str:
    return " ".join(f"{name}{number}" for number in range(count))


def _row(*cells: Cell | str) -> Row:
    return Row(tuple(each if isinstance(each, Cell) else cell(each) for each in cells), AT)


def _table(*rows: Row) -> Table:
    made = replace(table(["Ministry", "Action", "State"]), body=rows, continued=(p("…", style="continued"),))
    return replace(made, columns=(Column(40, "mm"), Column(1, "*"), Column(30, "mm")))


def _with_note(name: str, number: int, count: int) -> Paragraph:
    note = Footnote(number, p(words("n", count), style="footnote"))
    return Paragraph((Run(f"{name} ", "en"), note, Run(LAO, "lo")), "en", "body", AT)


def _figure(width: float) -> Figure:
    file = io.BytesIO()
    Image.new("RGB", (60, 90), "navy").save(file, format="PNG")
    picture = Picture("tall.png", "png", file.getvalue(), 60, 90)
    return Figure(picture, "A tall rectangle", "en", AT, (p("caption", style="caption"),), width)


def _headings(count: int) -> list[Heading]:
    return [replace(h(2, f"Heading {number}"), anchor=f"h{number}") for number in range(count)]


def _blocks() -> list[Block]:
    inner = replace(table(["Inner", "Head"], *[[f"i{n}", words("x", 20)] for n in range(70)]))
    tall = cell(*[words("w", 30)] * 40, row_span=3)
    items = List((ListItem((_table(_row("a", "b", "c")),), AT), ListItem((ul("deep"),), AT)), True, "en", AT)
    return [
        _table(_row(tall, "one", "1"), _row("two", "2"), _row("three", "3"), _row("four", "five", "6")),
        _table(_row("a", cell(inner, ul(*[words("l", 30)] * 60), _figure(300)), "b"), _row("c", "d", "e")),
        Aside((p(words("a", 1500), style="notice"),), "notice", AT),
        _with_note("a note longer than a page", 1, 2500),
        _table(_row(cell(_with_note("in a cell", 2, 40), row_span=2), "b", "c"), _row("d", "e")),
        items,
        _figure(500),
    ]


def hard_document() -> Document:
    """Return the document; its contents alone take more than a page."""
    headings = _headings(90)
    entries = (ContentsEntry(2, each.inlines, "en", each.anchor or "") for each in headings)
    parts = [block for each in headings for block in (each, p(words("p", 150)))]
    return document(h(1, "Hard"), Contents(tuple(entries), "en", AT), *_blocks(), *parts)
