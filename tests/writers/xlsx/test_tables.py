"""A table of data as a sheet: heads, filters, real dates and numbers, words that stay words."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from planreports.document.nodes import Column, DateValue, Document, Parallel, ParallelRow, Row, Run
from planreports.errors import WritingError
from tests.writers.trees import AT, LAO, cell, document, h, p, table
from tests.writers.xlsx.reading import opened, rows, workbook, written


def sheet_of(made, **section):
    return workbook(h(2, "Areas"), made, **section)["Areas"]


def with_row(*cells, style: str | None = None) -> Row:
    return Row(tuple(each if hasattr(each, "blocks") else cell(each) for each in cells), AT, style)


def with_body(made, *body: Row):
    return replace(made, body=body)


def test_heads_stay_filter_and_are_printed_on_every_page() -> None:
    heads = with_row(*(cell(p(each, style="table-head"), scope="column") for each in ("Item", "Title")))
    made = replace(table(["-", "-"], ["1", "One"], ["2", "Two"]), head=(heads,))
    sheet = sheet_of(made, orientation="landscape")
    assert rows(sheet) == [["Item", "Title"], ["1", "One"], ["2", "Two"]]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    head, body = sheet["A1"], sheet["B2"]
    assert (head.font.b, head.font.color.rgb, head.fill.fgColor.rgb) == (True, "FF1F3A5F", "FFF3F5F8")
    assert (body.font.b, body.alignment.wrap_text, body.alignment.vertical) == (False, True, "top")


def test_the_filter_is_below_heads_of_several_rows() -> None:
    head = (
        with_row(cell("Item", scope="column", row_span=2), cell("Counts", scope="column", column_span=2)),
        with_row(cell("2025", scope="column"), cell("2026", scope="column")),
    )
    made = replace(table(["a", "b", "c"], ["1", "2", "3"]), head=head)
    sheet = sheet_of(made)
    assert rows(sheet) == [["Item", "Counts", None], [None, "2025", "2026"], ["1", "2", "3"]]
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A1:A2", "B1:C1"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes, sheet.print_title_rows) == ("A2:C3", "B3", "$1:$2")


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'a", '=HYPERLINK("http://x")', "|calc", "%0A=1"]
)
def test_words_that_look_like_a_formula_are_words_and_stay_so(words: str) -> None:
    found = sheet_of(table(["A"], [words]))["A2"]
    assert (str(found.value), found.data_type, found.quotePrefix) == (words, "s", True)


@pytest.mark.parametrize(
    "words", ["<r>a</r>", "<r><t>a</t></r>", "_x0041_", "1", "TRUE", "2026-08-31", "</si>"]
)
def test_words_that_look_like_markup_or_numbers_are_words(words: str) -> None:
    found = sheet_of(table(["A"], [words]))["A2"]
    assert (str(found.value), found.data_type) == (words, "s")


@pytest.mark.parametrize(
    ("value", "words", "found", "number_format"),
    [
        (DateValue(datetime.date(2026, 8, 31)), "31 August 2026", "2026-08-31", "[$-809]d mmmm yyyy"),
        (DateValue(datetime.date(2026, 8, 31)), "2026-08-31", "2026-08-31", "yyyy-mm-dd"),
        (DateValue(datetime.date(2026, 8, 1), "month"), "August 2026", "2026-08-01", "[$-809]mmmm yyyy"),
        (DateValue(datetime.date(2030, 1, 1), "year"), "2030", "2030-01-01", "[$-809]yyyy"),
        (DateValue(datetime.date(2030, 12, 31)), "2030", "2030-12-31", "[$-809]yyyy"),
        (DateValue(datetime.date(2026, 8, 31)), "August 2026", "2026-08-31", "[$-809]mmmm yyyy"),
        (Decimal("1234.50"), "JPY 1,234.50", "1234.5", '"JPY "#,##0.00'),
        (Decimal(12), "12 km", "12", '0" km"'),
        (Decimal("0.455"), "45.5%", "0.455", "0.0%"),
        (Decimal(45), "45%", "45", '0"%"'),
        (Decimal("-7"), "-7", "-7", "0"),
    ],
)
def test_dates_and_numbers_are_real_and_shown_as_in_the_document(value, words, found, number_format) -> None:
    made = with_body(table(["A"]), with_row(cell(words, value=value)))
    real = sheet_of(made)["A2"]
    shown = real.value.date().isoformat() if isinstance(value, DateValue) else str(real.value)
    assert (shown, real.number_format) == (found, number_format)


def test_a_date_in_lao_has_lao_months() -> None:
    made = with_body(
        table(["A"]), with_row(cell("31 ສິງຫາ 2026", value=DateValue(datetime.date(2026, 8, 31))))
    )
    whole = document(h(2, "Areas"), made, languages=("lo",))
    assert opened(written(whole))["Areas"]["A2"].number_format == "[$-454]d mmmm yyyy"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (DateValue(datetime.date(1899, 12, 31)), "31 December 1899"),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal(5), 'a "5"'),
        (Decimal(5), ""),
    ],
)
def test_what_excel_would_change_stays_words(value, words: str) -> None:
    found = sheet_of(with_body(table(["A", "B"]), with_row(cell(words, value=value), "x")))["A2"].value
    assert str(found or "") == words


def test_a_cell_over_several_rows_says_its_words_in_each() -> None:
    body = (with_row(cell("Trade", row_span=2), "a"), with_row("b"), with_row("Peace", "c"))
    assert rows(sheet_of(with_body(table(["Area", "Item"]), *body)))[1:] == [
        ["Trade", "a"],
        ["Trade", "b"],
        ["Peace", "c"],
    ]


def test_a_band_fills_its_row_without_joining_cells() -> None:
    body = (with_row(cell("Area 1", column_span=2), style="band"), with_row("a", "b"))
    sheet = sheet_of(with_body(table(["Item", "Title"]), *body))
    assert [each.fill.fgColor.rgb for each in sheet[2]] == ["FFF3F5F8", "FFF3F5F8"]
    assert not sheet.merged_cells.ranges


def test_a_band_in_two_languages_is_one_line() -> None:
    band = with_row(cell(p("Areas"), p("ຂົງເຂດ", "lo"), column_span=2), style="band")
    made = table(["Item", "Title"], columns=[Column(60, "mm"), Column(60, "mm")])
    sheet = sheet_of(with_body(made, band, with_row("a", "b")))
    assert str(sheet["A2"].value) == "Areas · ຂົງເຂດ"
    assert not sheet.merged_cells.ranges


def test_words_over_some_columns_stand_in_the_first_of_them() -> None:
    body = (with_row(cell("word " * 80, column_span=2), "c"),)
    sheet = sheet_of(with_body(table(["A", "B", "C"]), *body))
    assert not sheet.merged_cells.ranges
    assert sheet["A2"].alignment.wrap_text


def test_words_too_long_for_a_line_join_their_columns() -> None:
    body = (with_row(cell("word " * 80, column_span=2)), with_row("a", "b"))
    sheet = sheet_of(with_body(table(["Item", "Title"]), *body))
    assert list(map(str, sheet.merged_cells.ranges)) == ["A2:B2"]
    assert sheet.row_dimensions[2].height > 60


def test_languages_side_by_side_have_columns_of_their_own() -> None:
    both = Parallel((ParallelRow(((p("word"),), (p("ຄຳ", "lo"),)), AT),), ("en", "lo"), AT)
    title = replace(p("", style="table-head"), inlines=(Run("Title", "en"), Run("ຫົວຂໍ້", "lo")))
    head = (with_row(cell("Item", scope="column"), cell(title, scope="column")),)
    made = replace(with_body(table(["a", "b"]), with_row("1", cell(both))), head=head)
    assert rows(sheet_of(made)) == [["Item", "Title", "ຫົວຂໍ້"], ["1", "word", "ຄຳ"]]


def test_each_script_has_its_font_and_a_draft_its_bar() -> None:
    draft = p(LAO[:20], "lo", "table-body", mark="draft")
    found = sheet_of(with_body(table(["A"]), with_row(cell(p("word", style="table-body"), draft))))["A2"]
    first, second = found.value
    assert (first.font.rFont, second.font.rFont) == ("Noto Sans", "Noto Sans Lao")
    assert str(found.value) == f"word\n{LAO[:20]}"
    assert found.border.left.color.rgb == "FFE2B566"


def test_a_column_is_as_wide_as_the_table_has_it_and_rows_as_high_as_their_words() -> None:
    made = table(["A", "B"], ["a", "word " * 40], columns=[Column(30, "mm"), Column(1, "*")])
    sheet = sheet_of(made)
    assert sheet.column_dimensions["A"].width == pytest.approx(19, abs=1)
    assert sheet.row_dimensions[2].height > 2 * sheet.row_dimensions[1].height


def test_text_longer_than_a_cell_is_an_error_with_its_place() -> None:
    with pytest.raises(WritingError) as caught:
        written(document(h(2, "Areas"), table(["A"], ["x" * 32_768])))
    assert str(caught.value) == (
        "layouts/test.jinja:3:5: a cell has 32,768 characters; Excel holds 32,767: "
        "shorten its words, or make a Word, PDF or HTML file"
    )
    assert len(sheet_of(table(["A"], ["x" * 32_767]))["A2"].value) == 32_767


def test_more_rows_than_a_sheet_holds_are_an_error_with_their_place() -> None:
    made = table(["A"], ["a"])
    with pytest.raises(WritingError) as caught:
        written(document(h(2, "Areas"), replace(made, body=made.body * 1_048_576)))
    assert str(caught.value) == (
        "layouts/test.jinja:3:5: the table has 1,048,577 rows; a sheet holds 1,048,576: "
        "part it, or make a Word, PDF or HTML file"
    )


def test_every_character_that_xml_cannot_hold_is_an_error() -> None:
    with pytest.raises(WritingError) as caught:
        written(document(h(2, "Areas"), table(["A"], ["a\x07b"], ["\ud800\uffff"])))
    assert str(caught.value).splitlines() == [
        "layouts/test.jinja:3:5: an Excel file cannot hold the character U+0007: remove it",
        "layouts/test.jinja:3:5: an Excel file cannot hold the character U+D800: remove it",
        "layouts/test.jinja:3:5: an Excel file cannot hold the character U+FFFF: remove it",
    ]


def undated(whole: Document) -> Document:
    return replace(whole, metadata=replace(whole.metadata, date=None))


def test_a_workbook_says_what_the_document_says_of_itself_and_nothing_of_the_clock() -> None:
    whole = document(h(2, "Areas"), table(["A"], ["a"]))
    properties = opened(written(whole)).properties
    assert (properties.title, properties.creator, properties.subject) == (
        "A <title> & more",
        "Ministry",
        "Brief",
    )
    assert properties.created == properties.modified == datetime.datetime(2026, 10, 12)
    assert b"dcterms" not in written(undated(whole)).replace(b"xmlns:dcterms", b"")
    assert written(whole) == written(whole)
    assert written(undated(whole)) == written(undated(whole))
