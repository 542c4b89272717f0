"""Where things stand on pages: columns, repeated heads, what is kept together, running heads."""

from __future__ import annotations

from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from planreports.document.nodes import (
    Aside,
    Column,
    LineBreak,
    PageBreak,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Rule,
    Run,
    RunningTitle,
)
from planreports.errors import WritingError
from planreports.writers.pdf import write
from planreports.writers.pdf.columns import ContentWidths, column_widths
from planreports.writers.pdf.measures import MILLIMETRE
from tests.writers.trees import (
    AT,
    BREAKER,
    ENGLISH,
    LAO,
    STYLESHEET,
    boxes,
    cell,
    document,
    h,
    lines,
    p,
    page_texts,
    parallel,
    table,
    ul,
)


def pdf(*blocks: object, **more: object) -> bytes:
    return write(document(*blocks, **more), STYLESHEET, BREAKER)


LEFT = 20 * MILLIMETRE
WIDTH = 170 * MILLIMETRE


def test_languages_side_by_side_begin_at_the_same_height() -> None:
    data = pdf(parallel((p("Alpha " + ENGLISH), p("ກຂຄ " + LAO, "lo")), (p("Beta"), p("ງຈສ", "lo"))))
    for left_words, right_words in (("Alpha", "ກຂຄ"), ("Beta", "ງຈສ")):
        (left,), (right,) = boxes(data, left_words), boxes(data, right_words)
        assert left[1] == pytest.approx(LEFT, abs=1)
        assert right[1] == pytest.approx(LEFT + WIDTH / 2 + 10, abs=1)
        assert left[2] == pytest.approx(right[2], abs=3)


def test_lists_of_two_languages_align_item_by_item() -> None:
    data = pdf(parallel((ul("short", "Beta"), ul(LAO, "ງຈສ", language="lo"))))
    (left,), (right,) = boxes(data, "Beta"), boxes(data, "ງຈສ")
    assert left[2] == pytest.approx(right[2], abs=3)


def test_header_rows_are_repeated_on_every_page() -> None:
    data = pdf(table(["Reference", "Words"], *[[f"row{n}", ENGLISH] for n in range(120)]))
    pages = page_texts(data)
    assert len(pages) > 2
    assert all(page.count("Reference") == 1 for page in pages)
    assert [f"row{n}" for n in range(120)] == [
        word for page in pages for word in page.split() if word.startswith("row")
    ]


def test_the_last_row_of_a_table_never_stands_alone_on_a_page() -> None:
    for count in range(40, 60):
        pages = page_texts(pdf(table(["Head"], *[[f"row{n}"] for n in range(count)])))
        assert pages[-1].count("row") > 1


def test_a_row_taller_than_a_page_is_parted_and_the_next_one_follows() -> None:
    data = pdf(table(["Head"], [" ".join(f"w{n}" for n in range(4000))], ["after"]))
    pages = page_texts(data)
    assert len(pages) > 2
    words = [word for page in pages for word in page.split() if word[0] == "w"]
    assert words == [f"w{n}" for n in range(4000)]
    assert "after" in pages[-1]


def test_a_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    for filler in range(30, 60):
        pages = page_texts(pdf(*[p("x")] * filler, h(2, "Heading"), p(ENGLISH * 4)))
        with_heading = next(page for page in pages if "Heading" in page)
        assert "Both sides" in with_heading


def test_no_line_of_a_paragraph_is_alone_on_a_page() -> None:
    words = " ".join(f"w{n}" for n in range(90))
    for filler in range(36, 46):
        pages = page_texts(pdf(*[p("x")] * filler, p(words)))
        counts = [sum(line.startswith("w") for line in page.replace("\r", "").split("\n")) for page in pages]
        assert 1 not in counts


def test_page_numbers_count_all_pages() -> None:
    field = Paragraph((PageNumber("en"), Run(" of ", "en"), PageCount("en")), "en", "running", AT)
    data = pdf(p("a"), PageBreak(AT), p("b"), PageBreak(AT), p("c"), footer=(field,))
    assert [page.split()[-3:] for page in page_texts(data)] == [[str(n), "of", "3"] for n in (1, 2, 3)]


def test_the_first_page_has_its_own_head_and_the_body_is_clear_of_both() -> None:
    head = tuple(p(f"head{n}", style="running") for n in range(8))
    data = pdf(
        p("first"), PageBreak(AT), p("second"), header=head, first_header=(p("cover", style="running"),)
    )
    first, _ = page_texts(data)
    assert "cover" in first
    assert "head7" not in first
    assert boxes(data, "head7")[0][2] > boxes(data, "second")[0][4]
    assert boxes(data, "cover")[0][2] > boxes(data, "first")[0][4]


def test_landscape_turns_the_paper() -> None:
    data = pdf(p("a"), orientation="landscape")
    with pypdfium2.PdfDocument(data) as made:
        assert made[0].get_size() == pytest.approx((841.89, 595.28), abs=0.1)


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        ((Column(20, "mm"), Column(30, "*"), Column(10, "*")), (56.7, 318.9, 106.3)),
        ((Column(100, "mm"), Column(100, "mm")), (240.9, 240.9)),
        ((Column(41, "mm"), Column()), (116.2, 365.7)),
    ],
)
def test_columns_fill_the_width_as_they_say(columns: tuple[Column, ...], widths: tuple[float, ...]) -> None:
    from planreports.writers.pdf.blocks import BlockLayout
    from planreports.writers.pdf.fonts import FontLibrary
    from planreports.writers.pdf.itemise import Itemiser
    from planreports.writers.pdf.lines import Typesetter

    made = table(["a"] * len(columns), ["b"] * len(columns), columns=columns)
    layout = BlockLayout.of(Typesetter(STYLESHEET, BREAKER, Itemiser(STYLESHEET, FontLibrary())), ["en"])
    content = ContentWidths.of(made, STYLESHEET, layout.paragraphs)
    found = column_widths(made, STYLESHEET.table["plain"], WIDTH, content)
    assert found == pytest.approx(widths, abs=0.1)
    assert sum(found) == pytest.approx(WIDTH)


def test_measured_columns_follow_their_content() -> None:
    data = pdf(table(["A", "B"], ["short", ENGLISH * 5]))
    assert boxes(data, "short")[0][1] < boxes(data, "Both")[0][1] < LEFT + 80


def test_a_cell_over_several_rows_and_columns_keeps_the_grid() -> None:
    base = table(["A", "B", "C"], ["a", "b", "c"])
    rows = (
        Row((cell("tall", row_span=2), cell("one"), cell("two")), AT),
        Row((cell("three"), cell("four")), AT),
        Row((cell("wide", column_span=2), cell("five")), AT),
    )
    data = pdf(replace(base, body=rows, columns=(Column(50, "mm"),) * 3))
    assert boxes(data, "three")[0][1] == pytest.approx(boxes(data, "one")[0][1], abs=1)
    assert boxes(data, "five")[0][1] == pytest.approx(boxes(data, "two")[0][1], abs=1)
    assert boxes(data, "wide")[0][1] == pytest.approx(boxes(data, "tall")[0][1], abs=1)


def test_lao_lines_stand_further_apart_so_that_marks_never_touch() -> None:
    english, lao = pdf(p("ab ab " * 80)), pdf(p("ນ້ຳ ຢູ່ " * 80, "lo"))

    def pitch(data: bytes, words: str) -> float:
        tops = sorted({round(box[2], 1) for box in boxes(data, words)}, reverse=True)
        return tops[0] - tops[1]

    assert pitch(english, "ab") == pytest.approx(9.5 * 1.45, abs=0.2)
    assert pitch(lao, "ນ້ຳ") == pytest.approx(9.5 * 1.6, abs=0.2)


def test_every_block_has_its_place_and_nothing_is_lost() -> None:
    blocks = (
        h(1, "Title"),
        p("one"),
        ul("two", "three", ordered=True),
        Aside((p("four", style="notice"),), "notice", AT),
        Rule(AT),
        p("five", mark="draft"),
    )
    data = pdf(*blocks)
    assert " ".join(page_texts(data)[0].split()) == "Title one 1. two 2. three four five"


def test_links_are_annotations_that_lead_where_they_say() -> None:
    run = Run("here", "en", href="https://example.org/a(b)?q=ລາວ")
    data = pdf(Paragraph((Run("see ", "en"), run), "en", "body", AT))
    import io

    (annotation,) = pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Annots"]
    link = annotation.get_object()
    assert link["/A"]["/URI"] == "https://example.org/a(b)?q=%E0%BA%A5%E0%BA%B2%E0%BA%A7"
    box = boxes(data, "here")[0]
    assert link["/Rect"][0] == pytest.approx(box[1], abs=1)


def test_running_heads_that_leave_no_room_are_an_error() -> None:
    section = {"header": (p("word " * 4000),)}
    with pytest.raises(WritingError) as caught:
        pdf(p("text"), **section)
    assert str(caught.value) == (
        "layouts/test.jinja:3:5: margins, running head and running foot leave 170 × 0 mm of a page for its text:"
        " at least 5 × 25 mm are needed"
    )


def test_a_paragraph_of_line_breaks_only_is_empty_lines() -> None:
    empty = Paragraph((LineBreak(), LineBreak()), "en", "body", AT)
    assert lines(pdf(p("above"), empty, p("below"))) == ["above", "below"]


def test_a_running_title_is_the_pages_first_heading_or_the_last_before_it() -> None:
    title = (Paragraph((Run("Part: ", "en"), RunningTitle(2, "en")), "en", "running", AT),)
    one, two, three, four = (replace(h(2, each), anchor=each) for each in ("One", "Two", "Three", "Four"))
    blocks = (one, two, PageBreak(AT), p("x"), PageBreak(AT), three, four, PageBreak(AT), p("y"))
    pages = page_texts(pdf(*blocks, header=title))
    assert [page.split("Part: ")[1].split()[0] for page in pages] == ["One", "Two", "Three", "Four"]
