"""Which sheets a workbook has, what they are called, and what the first of them says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planreports.document.nodes import Aside, Footnote, Paragraph, Row, Run
from planreports.errors import WritingError
from tests.writers.trees import AT, cell, document, h, p, parallel, table, ul
from tests.writers.xlsx.reading import opened, rows, workbook, written

DATA = table(["Name"], ["a"])


def facts(*pairs: tuple[str, str], presentation: bool = False):
    made = table(["-"], *[[left, right] for left, right in pairs])
    body = tuple(
        replace(row, cells=(replace(row.cells[0], scope=None if presentation else "row"), row.cells[1]))
        for row in made.body
    )
    return replace(
        made, columns=made.columns * 2, head=(), body=body, presentation=presentation, style="facts"
    )


def test_every_table_with_column_heads_is_a_sheet_named_by_its_heading() -> None:
    book = workbook(h(1, "Title"), h(2, "1 Areas"), DATA, h(2, "2 Agencies"), DATA, DATA)
    assert book.sheetnames == ["A <title> & more", "1 Areas", "2 Agencies", "2 Agencies (2)"]


def test_a_heading_in_two_languages_gives_the_name_in_the_first() -> None:
    both = replace(h(2, ""), inlines=(Run("Areas", "en"), Run(" | ", "en", "separator"), Run("ຂົງເຂດ", "lo")))
    assert workbook(both, DATA).sheetnames == ["A <title> & more", "Areas"]


def test_the_first_sheet_is_named_by_a_title_that_fits() -> None:
    whole = document(h(1, "Title"), h(2, "Areas"), DATA)
    long = replace(whole.metadata, title="The sixth meeting of senior officials")
    assert opened(written(whole)).sheetnames[0] == "A <title> & more"
    assert opened(written(replace(whole, metadata=long))).sheetnames[0] == "Brief"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a/b\\c?d*e[f]g:h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("History", "History (2)"),
        ("A <TITLE> & MORE", "A <TITLE> & MORE (2)"),
        ("Sustainable development of an economy", "Sustainable development of an…"),
        ("ຂ" * 40, "ຂ" * 30 + "…"),
        ("😀" * 20, "😀" * 15 + "…"),
        ("='A'!A1", "='A'!A1"),
        ("[]", "—"),
    ],
)
def test_any_words_become_a_name_that_excel_takes(words: str, name: str) -> None:
    assert workbook(h(2, words), DATA).sheetnames[1] == name


def test_the_first_sheet_says_all_else_and_leads_to_the_tables() -> None:
    note = Footnote(1, p("the note", style="footnote"))
    book = workbook(
        h(1, "Title"),
        p("As of 31 August 2026"),
        Aside((p("An example", style="notice"),), "notice", AT),
        facts(("Place", "Vientiane")),
        ul("one", "two"),
        h(2, "Areas"),
        DATA,
        Paragraph((Run("words", "en"), note), "en", "body", AT),
        header=(p("Internal", style="marking"),),
    )
    found = [[each for each in row if each] for row in rows(book.worksheets[0])]
    assert [row for row in found if row] == [
        ["Internal"],
        ["Title"],
        ["As of 31 August 2026"],
        ["An example"],
        ["Place", "Vientiane"],
        ["• one\n• two"],
        ["Areas"],
        ["→ Areas"],
        ["words[1]"],
        ["[1]", "the note"],
    ]
    link = next(each for row in book.worksheets[0].iter_rows() for each in row if each.value == "→ Areas")
    assert link.hyperlink.location == "'Areas'!A1"
    assert link.hyperlink.target is None


def test_footnotes_of_tables_are_on_the_first_sheet() -> None:
    noted = Paragraph((Run("a", "en"), Footnote(1, p("the note", style="footnote"))), "en", "table-body", AT)
    book = workbook(h(2, "Areas"), table(["A"], [noted]))
    assert str(book["Areas"]["A2"].value) == "a[1]"
    assert rows(book.worksheets[0])[-1] == ["[1]", "the note"]


def test_languages_side_by_side_are_columns_of_the_first_sheet() -> None:
    book = workbook(parallel((p("word"), p("ຄຳ", "lo"))), DATA)
    assert rows(book.worksheets[0])[0] == [None, "word", "ຄຳ"]


def test_a_table_that_only_arranges_has_its_narrow_first_column_for_labels() -> None:
    made = facts(("3 (1)", "The text"), presentation=True)
    narrow = replace(made, columns=(replace(made.columns[0], width=29, unit="mm"), made.columns[1]))
    assert rows(workbook(narrow, DATA).worksheets[0])[0] == ["3 (1)", "The text"]
    assert rows(workbook(made, DATA).worksheets[0])[0] == [None, "3 (1)\nThe text"]


def test_a_document_without_a_table_of_data_is_no_workbook() -> None:
    with pytest.raises(WritingError) as caught:
        written(document(h(1, "Title"), p("words"), facts(("Place", "Vientiane"))))
    assert str(caught.value) == (
        "this document has no table of data: an Excel file of it would be empty: make a Word, PDF or HTML file"
    )


def test_running_heads_and_feet_are_those_of_printed_pages() -> None:
    sheet = workbook(
        DATA,
        header=(p("Internal & more", style="marking"), p("The brief", style="running")),
        footer=(p("x" * 300, style="running"),),
    ).worksheets[1]
    assert (sheet.oddHeader.center.text, sheet.oddHeader.left.text) == ("Internal && more", "The brief")
    assert sheet.oddFooter.left.text == "x" * 110 + "…"


def test_a_figure_at_the_beginning_of_a_running_head_is_no_size_of_letters() -> None:
    sheet = workbook(DATA, header=(p("2026 & 2027", style="running"),)).worksheets[1]
    assert (sheet.oddHeader.left.size, sheet.oddHeader.left.text) == (8, "2026 && 2027")


def test_what_stands_at_the_sides_is_in_the_main_language_and_never_meets() -> None:
    both = replace(p("", style="running"), inlines=(Run("Matrix " * 20, "en"), Run("ຕາຕະລາງ", "lo")))
    cells = (cell(both), cell(p("Plan " * 20, style="running"), style="right"))
    made = replace(facts(("a", "b"), presentation=True), head=(), body=(Row(cells, AT),))
    header = workbook(DATA, header=(made,)).worksheets[1].oddHeader
    assert len(header.left.text) + len(header.right.text) < 120
    assert "ຕາ" not in header.left.text


def test_an_address_is_words_and_no_link() -> None:
    run = Run("office", "en", "link", href="https://example.org/a")
    book = opened(written(document(Paragraph((run,), "en", "body", AT), table(["A"], [cell("b").blocks[0]]))))
    assert rows(book.worksheets[0])[0][1] == "office (https://example.org/a)"
