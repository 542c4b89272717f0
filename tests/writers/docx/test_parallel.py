"""Languages side by side: rows of a table without rules, whose texts stand where the PDF has them."""

from __future__ import annotations

from tests.writers.docx.reading import W, outline, part, style, value, values, word
from tests.writers.trees import p, parallel, ul


def test_languages_side_by_side_stand_in_rows_of_a_table_without_rules() -> None:
    data = word(parallel((p("a"), p("ກ", "lo")), (ul("b", "c"), ul("ຂ", "ຄ", language="lo"))))
    assert outline(part(data)[0]) == [
        "tbl",
        *("  tr", "    tc", "      BodyText: a", "    tc", "      BodyText-lo: ກ"),
        *("  tr", "    tc", "      ListBullet: b", "    tc", "      ListBullet-lo: ຂ"),
        *("  tr", "    tc", "      ListBullet-after0: c", "    tc", "      ListBullet-lo-after0: ຄ"),
        "TableGap: ",
    ]


def test_between_two_rows_stands_the_larger_space_of_both() -> None:
    label, quote = p("a", style="label"), p("b", style="quote")
    data = word(parallel((quote, quote), (label, label), (quote, quote)))
    assert [each.strip() for each in outline(part(data)[0]) if ": " in each] == [
        *("Quote: b", "Quote: b", "Label-before0: a", "Label-before0: a"),
        *("Quote-after0: b", "Quote-after0: b", "TableGap:"),
    ]


def test_what_follows_has_the_space_that_the_last_row_asked_for() -> None:
    data = word(parallel((p("a"), p("b"))), p("c"))
    assert outline(part(data)[0])[-1] == "BodyText-before5: c"


def test_the_bar_of_a_draft_hangs_between_the_columns() -> None:
    data = word(parallel((p("a"), p("ກ", "lo", mark="draft")), (p("b"), p("ຂ", "lo"))))
    lefts = [value(each, "tcPr/tcMar/left", "w") for each in part(data).iter(f"{W}tc")]
    assert lefts == ["0", "78", "0", "78"]
    assert [each.strip() for each in outline(part(data)[0]) if "-lo" in each] == [
        "BodyText-lo-draft-cell: ກ",
        "BodyText-lo-inset-after0: ຂ",
    ]
    indents = [
        value(style(data, each), "pPr/ind", "left")
        for each in ("BodyText-lo-draft-cell", "BodyText-lo-inset-after0")
    ]
    assert indents == ["122", "122"]


def test_in_the_first_column_it_hangs_in_the_margin() -> None:
    data = word(parallel((p("ກ", "lo", mark="draft"), p("a"))))
    assert values(part(data), "tblInd", "w") == ["-122"]
    assert values(part(data), "gridCol", "w") == ["4941", "4819"]


def test_lists_of_one_length_have_a_row_an_item() -> None:
    data = word(parallel((ul("a", "b"), ul("ກ", "ຂ", language="lo"))))
    assert len(list(part(data).iter(f"{W}tr"))) == 2
