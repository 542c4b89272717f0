"""What does not fit on a page: rows, cells over several rows, nested tables, lists, notices, footnotes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from planreports.document.nodes import (
    Aside,
    Block,
    Cell,
    Column,
    Footnote,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
)
from planreports.writers.pdf import write
from tests.writers.trees import AT, BREAKER, STYLESHEET, boxes, cell, document, h, p, page_texts, table, ul

WIDTHS = (Column(40, "mm"), Column(1, "*"), Column(30, "mm"))


def pdf(*blocks: Block, languages: tuple[str, ...] = ("en",), **more: object) -> bytes:
    return write(document(*blocks, languages=languages, **more), STYLESHEET, BREAKER)


def words(name: str, count: int) -> str:
    return " ".join(f"{name}{number}" for number in range(count))


def row(*cells: Cell | str, together: bool = False) -> Row:
    return Row(tuple(each if isinstance(each, Cell) else cell(each) for each in cells), AT, together=together)


def rows(*body: Row, head: bool = True) -> Table:
    made = replace(table(["Ministry", "Action", "State"]), body=body, columns=WIDTHS)
    made = replace(made, continued=(p("(continued)", style="continued"),))
    return made if head else replace(made, head=(), continued=())


def found(name: str, page: str) -> list[int]:
    return [int(number) for number in re.findall(rf"\b{name}(\d+)\b", page)]


def in_order(name: str, count: int, data: bytes) -> bool:
    return [number for page in page_texts(data) for number in found(name, page)] == [*range(count)]


def with_note(text: str, number: int, note: str) -> Paragraph:
    inlines = (Run(f"{text} ", "en"), Footnote(number, p(note, style="footnote")), Run(" end", "en"))
    return Paragraph(inlines, "en", "body", AT)


# Rows ------------------------------------------------------------------------------------------------


def test_a_cell_over_several_rows_that_is_taller_than_a_page_goes_on_upon_the_next() -> None:
    tall = cell(*[words(f"p{n}x", 12) for n in range(40)], row_span=3)
    data = pdf(rows(row(tall, "one", "1"), row("two", "2"), row("three", "3"), row("after", "four", "4")))
    first, second = page_texts(data)
    assert [name for name in ("one", "two", "three") if name in first] == ["one", "two", "three"]
    assert "four" in second
    assert "(continued)" in second
    seen = re.findall(r"p(\d+)x(\d+)", first + second)
    assert seen == [(str(n), str(m)) for n in range(40) for m in range(12)]
    assert all(box[2] > 14 * 72 / 25.4 for box in boxes(data, "p2"))


def test_rows_that_a_cell_joins_stay_on_one_page_where_one_can_hold_them() -> None:
    joined = [row(cell("MOFA", row_span=3), "r0", "0"), row("r1", "1"), row("r2", "2")]
    for filler in range(30, 46):
        pages = page_texts(pdf(*[p("x")] * filler, rows(*joined)))
        assert [0, 1, 2] in [found("r", page) for page in pages]


def test_rows_that_a_cell_joins_part_between_each_other_where_they_need_more_than_a_page() -> None:
    joined = [row(cell("MOFA", row_span=60), "r0", "0"), *[row(f"r{n}", str(n)) for n in range(1, 60)]]
    data = pdf(rows(*joined, row("after", "r60", "60")), languages=("en", "lo"))
    assert in_order("r", 61, data)
    assert len(page_texts(data)) == 2


def test_a_row_too_tall_for_a_page_begins_where_the_one_before_it_ends() -> None:
    for languages in (("en",), ("en", "lo")):
        data = pdf(rows(row("a", "short", "b"), row("c", words("w", 2500), "d")), languages=languages)
        assert found("w", page_texts(data)[0])
        assert in_order("w", 2500, data)


def test_a_table_head_is_never_alone_above_a_row_that_is_too_tall() -> None:
    first, *_ = page_texts(
        pdf(h(2, "Heading"), rows(row("a", words("w", 3000), "b")), languages=("en", "lo"))
    )
    assert found("w", first)


def test_rows_part_in_one_language_where_much_of_a_page_would_stay_empty_and_move_in_two() -> None:
    blocks = *[p("x")] * 30, rows(row("a", words("w", 280), "b"))
    assert found("w", page_texts(pdf(*blocks))[0])
    assert not found("w", page_texts(pdf(*blocks, languages=("en", "lo")))[0])


def test_rows_together_share_a_page_if_it_can_hold_them_and_else_fill_pages() -> None:
    few = [row(f"r{n}", "x", "y", together=n < 7) for n in range(8)]
    for filler in range(30, 44):
        pages = page_texts(pdf(*[p("x")] * filler, rows(*few)))
        assert [*range(8)] in [found("r", page) for page in pages]
    many = [row(f"r{n}", words("w", 40), "y", together=n < 99) for n in range(100)]
    data = pdf(rows(*many))
    assert in_order("r", 100, data)
    assert min(len(found("r", page)) for page in page_texts(data)[:-1]) > 10


def test_a_head_taller_than_half_a_page_stands_there_once() -> None:
    columns = Column(20, "mm"), Column(1, "*"), Column(1, "*")
    head = row(cell(words("w", 130), scope="column"), cell("b", scope="column"), cell("c", scope="column"))
    data = pdf(replace(rows(*[row(f"r{n}", "x", "y") for n in range(60)]), head=(head,), columns=columns))
    assert in_order("w", 130, data)
    assert in_order("r", 60, data)


def test_a_head_taller_than_a_page_is_parted_as_any_row() -> None:
    head = row(cell(words("w", 900), scope="column"), cell("b", scope="column"), cell("c", scope="column"))
    data = pdf(replace(rows(*[row(f"r{n}", "x", "y") for n in range(60)]), head=(head,)))
    assert in_order("w", 900, data)
    assert in_order("r", 60, data)


# What stands in cells ----------------------------------------------------------------------------------


def test_a_nested_table_repeats_its_own_head_on_every_page() -> None:
    inner = table(["Inner", "Head"], *[[f"n{n}", words("x", 20)] for n in range(70)])
    inner = replace(inner, continued=(p("(again)", style="continued"),))
    data = pdf(rows(row("a", cell("before", inner, "behind"), "b"), row("c", "last", "d")))
    pages = page_texts(data)
    assert len(pages) > 2
    assert in_order("n", 70, data)
    assert all(page.count("Inner") == 1 for page in pages)
    assert ["(again)" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    assert "behind" in pages[-1]


def test_lists_and_notices_in_a_cell_part_with_it() -> None:
    items = ul(*[f"i{n} {words('x', 12)}" for n in range(80)], ordered=True)
    notice = Aside((p(words("w", 900), style="notice"),), "notice", AT)
    data = pdf(rows(row("a", cell(items, notice), "b")))
    assert in_order("i", 80, data)
    assert in_order("w", 900, data)


def test_no_line_of_a_cell_is_alone_on_a_page() -> None:
    for filler in range(18, 30):
        data = pdf(*[p("x")] * filler, rows(row("a", words("w", 400), "b")))
        counts = [len(re.findall(r"^w\d+", page, re.MULTILINE)) for page in page_texts(data)]
        assert 1 not in counts


# Lists, headings, breaks -------------------------------------------------------------------------------


def test_the_label_of_an_item_stands_beside_whatever_begins_it() -> None:
    items = (
        ListItem((rows(row("a", "b", "c")),), AT),
        ListItem((Aside((p("notice", style="notice"),), "notice", AT),), AT),
    )
    data = pdf(List(items, True, "en", AT, start=8))
    (label,), (top,) = boxes(data, "8."), boxes(data, "Ministry")
    assert label[2] == pytest.approx(top[2], abs=8)
    (label,), (words_,) = boxes(data, "9."), boxes(data, "notice")
    assert label[2] == pytest.approx(words_[2], abs=8)


def test_large_numbers_of_a_list_do_not_touch_its_words() -> None:
    items = tuple(ListItem((p("item", style="list"),), AT) for _ in range(3))
    data = pdf(List(items, True, "en", AT, start=998))
    assert boxes(data, "1000.")[0][3] < boxes(data, "item")[0][1] - 1


def test_nested_lists_keep_their_own_labels() -> None:
    third = List((ListItem((p("deep", style="list"),), AT),), False, "en", AT)
    second = List((ListItem((p("inner", style="list"), third), AT),), True, "en", AT, start=4)
    data = pdf(List((ListItem((p("outer", style="list"), second), AT),), False, "en", AT))
    assert " ".join(page_texts(data)[0].split()) == "• outer 4. inner • deep"
    lefts = [boxes(data, name)[0][1] for name in ("outer", "inner", "deep")]
    assert lefts == sorted(lefts)


@pytest.mark.parametrize(
    "following",
    [
        rows(row("a", "mark", "b")),
        ul("mark"),
        Aside((p("mark", style="notice"),), "notice", AT),
        p("mark"),
    ],
    ids=["table", "list", "notice", "paragraph"],
)
def test_headings_stay_with_each_other_and_with_what_follows(following: Block) -> None:
    for filler in range(34, 52):
        pages = page_texts(pdf(*[p("x")] * filler, h(2, "Alpha"), h(3, "Beta"), following))
        assert [page for page in pages if "Alpha" in page and "Beta" in page and "mark" in page]


def test_page_breaks_make_no_empty_pages() -> None:
    end = PageBreak(AT)
    assert len(page_texts(pdf(end, p("a"), end, end, p("b"), end))) == 2


def test_a_page_break_holds_against_a_heading_before_it() -> None:
    first, second = page_texts(pdf(h(2, "Alpha"), PageBreak(AT), p("Beta")))
    assert "Alpha" in first
    assert "Beta" in second


# Footnotes ---------------------------------------------------------------------------------------------


def test_a_footnote_longer_than_a_page_goes_on_at_the_foot_of_the_next() -> None:
    data = pdf(p("first"), with_note("here", 1, words("w", 2500)), p("last"))
    assert in_order("w", 2500, data)
    pages = page_texts(data)
    assert "last" in pages[1]
    for number, _, bottom, _, top in boxes(data, "last"):
        assert all(top > box[2] for box in boxes(data, "w2499") if box[0] == number)
        assert bottom > 0


def test_footnotes_stand_on_the_page_of_their_number() -> None:
    blocks = [p(words("x", 60)) for _ in range(30)]
    for place in (4, 11, 19):
        blocks[place] = with_note(f"mark{place}", place, f"note{place}")
    for page in page_texts(pdf(*blocks)):
        assert found("mark", page) == found("note", page)


def test_footnotes_of_cells_lists_and_headings_stand_at_the_foot_of_the_page() -> None:
    note = Footnote(1, p("note1", style="footnote"))
    heading = replace(h(2, "Heading"), inlines=(Run("Heading", "en"), note))
    item = List((ListItem((with_note("item", 3, "note3"),), AT),), False, "en", AT)
    tall = cell(with_note("cell", 2, "note2"), row_span=2)
    data = pdf(heading, rows(row(tall, "a", "b"), row("c", "d")), item)
    heights = [boxes(data, f"note{number}")[0][2] for number in (1, 2, 3)]
    assert heights == sorted(heights, reverse=True)
    assert max(heights) < 120


def test_a_row_whose_footnotes_do_not_fit_moves_to_the_next_page_with_them() -> None:
    body = [row("a", cell(with_note(f"mark{n}", n, words("x", 60))), "b") for n in range(30)]
    data = pdf(rows(*body))
    assert in_order("mark", 30, data)
    assert min(box[2] for box in boxes(data, "x59")) > 14 * 72 / 25.4
