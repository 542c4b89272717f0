"""Tables that Word and LibreOffice both respect: widths, head rows, spans, rules; no empty paragraphs."""

from __future__ import annotations

from dataclasses import replace

from planreports.document.nodes import Column, PageBreak, Row, Section
from planreports.writers.docx import write
from tests.writers.docx.reading import W, outline, part, style, value, values, word
from tests.writers.trees import AT, BREAKER, STYLESHEET, cell, document, h, p, table


def test_header_rows_repeat_and_rows_are_not_parted() -> None:
    data = word(table(["A", "B"], ["1", "2"], columns=(Column(40, "mm"), Column(100, "*"))))
    rows = list(part(data).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    grid = [int(each.get(W + "w")) for each in part(data).iter(f"{W}gridCol")]
    assert grid == [2268, 7370]
    assert [int(each.get(W + "w")) for each in rows[0].iter(f"{W}tcW")] == grid
    assert next(part(data).iter(f"{W}tblLayout")).get(W + "type") == "fixed"


def test_cells_over_several_rows_and_columns_are_merged() -> None:
    base = table(["A", "B", "C"])
    rows = (
        Row((cell("tall", row_span=2), cell("wide", column_span=2)), AT),
        Row((cell("x"), cell("y")), AT),
    )
    data = word(replace(base, body=rows))
    body_rows = list(part(data).iter(f"{W}tr"))[1:]
    merges = [[each.get(W + "val") for each in row.iter(f"{W}vMerge")] for row in body_rows]
    assert merges == [["restart"], [None]]
    assert [each.get(W + "val") for each in body_rows[0].iter(f"{W}gridSpan")] == ["2"]
    assert len(list(body_rows[1].iter(f"{W}tc"))) == 3


def test_tables_that_follow_each_other_are_parted_and_there_is_no_other_empty_paragraph() -> None:
    data = word(table(["A"], ["1"]), table(["B"], ["2"]), p("end"))
    empty = [line for line in outline(part(data)[0]) if line.endswith(": ")]
    assert empty == ["TableGap-7: "]


def test_what_follows_a_table_makes_the_space_below_it() -> None:
    data = word(table(["A"], ["1"]), p("end"))
    assert outline(part(data)[0])[-1] == "BodyText-before8: end"
    assert value(style(data, "BodyText-before8"), "pPr/spacing", "before") == "160"


def test_cells_begin_and_end_without_space() -> None:
    data = word(table(["A"], [p("a", style="label")]))
    assert "      Label-before0-after0: a" in outline(part(data)[0])


def test_a_column_as_wide_as_its_content_is_measured_with_the_fonts() -> None:
    narrow = table(["A", "B"], ["i" * 10, "m" * 10], columns=(Column(), Column()))
    grid = [int(each or 0) for each in values(part(word(narrow)), "gridCol", "w")]
    assert sum(grid) == 9638
    assert grid[1] - grid[0] > 800
    cells = [int(each or 0) for each in values(part(word(narrow)), "tcW", "w")]
    assert cells == grid * 2


def test_decimal_marks_stand_under_each_other() -> None:
    base = table(["A", "B"], columns=(Column(100, "mm"), Column(70, "mm")))
    rows = tuple(Row((cell("a"), cell(each, style="decimal")), AT) for each in ("1,234.5", "0.125"))
    tabs = list(part(word(replace(base, body=rows))).iter(f"{W}tab"))
    assert {each.get(W + "val") for each in tabs} == {"decimal"}
    assert len({each.get(W + "pos") for each in tabs}) == 1


def test_several_head_rows_have_a_rule_above_the_first_and_below_the_last() -> None:
    base = table(["A"], ["1"])
    data = word(replace(base, head=(base.head[0], base.head[0], base.head[0])))
    rules = [(value(each, "top"), value(each, "bottom")) for each in part(data).iter(f"{W}tcBorders")]
    assert rules == [("single", "none"), ("none", "none"), ("none", "single")]
    assert len(list(part(data).iter(f"{W}tblHeader"))) == 3


def test_who_listens_is_told_which_cells_are_heads() -> None:
    base = table(["A", "B"], ["1", "2"])
    rows = (Row((cell("1", scope="row"), cell("2")), AT),)
    data = word(base, replace(base, body=rows), replace(base, head=()))
    looks = [
        (each.get(W + "val"), each.get(W + "firstRow"), each.get(W + "firstColumn"))
        for each in part(data).iter(f"{W}tblLook")
    ]
    assert looks == [("0620", "1", "0"), ("06A0", "1", "1"), ("0600", "0", "0")]


def test_a_table_begins_its_page_itself() -> None:
    data = word(p("a"), PageBreak(AT), table(["A"], ["1"]), p("b"))
    assert outline(part(data)[0])[:2] == ["BodyText: a", "tbl"]
    begun = [each for each in part(data).iter(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert begun == [next(part(data).iter(f"{W}tc"))[-1]] or len(begun) == 1


def test_a_table_in_a_cell_is_followed_by_a_paragraph_a_point_high() -> None:
    data = word(table(["A"], [table(["B"], ["1"])]))
    assert outline(part(data)[0])[-3:] == ["            TableBody: 1", "      TableGap: ", "TableGap: "]
    assert (value(style(data, "TableGap"), "pPr/spacing", "line")) == "20"


def test_a_sections_properties_stand_in_its_last_paragraph() -> None:
    sections = (
        Section((h(2, "a"), p("b")), AT),
        Section((table(["A"], ["1"]),), AT),
        Section((p("c"),), AT),
    )
    data = write(replace(document(p("x")), sections=sections), STYLESHEET, BREAKER)
    assert outline(part(data)[0]) == [
        *("Heading2: a", "BodyText: b"),
        *("tbl", "  tr", "    tc", "      TableBody-kept: A", "  tr", "    tc", "      TableBody: 1"),
        *("TableGap: ", "BodyText: c"),
    ]
    assert [len(list(each.iter(f"{W}sectPr"))) for each in part(data)[0]] == [0, 1, 0, 1, 0, 1]
