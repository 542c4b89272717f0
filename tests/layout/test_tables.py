"""Tables of layouts: limits, cells that meet, languages side by side in a cell."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from planreports.document.nodes import DateValue, Paragraph, Parallel
from planreports.errors import LayoutError


def problems_of(build, table: str) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        build(f"<section>\n<table><tbody>{table}</tbody></table></section>")
    return str(caught.value).splitlines()


def test_a_table_has_at_most_a_hundred_columns(build) -> None:
    assert problems_of(build, "<tr>" + "<td>a</td>" * 10_000 + "</tr>") == [
        "layouts/test.jinja:2:1: the table has 10,000 columns: expected at most 100"
    ]


@pytest.mark.parametrize("name", ["colspan", "rowspan"])
def test_a_cell_reaches_over_at_most_a_thousand_rows_or_columns(build, name: str) -> None:
    first, *_ = problems_of(build, f'<tr><td {name}="1000000">a</td></tr>')
    assert first == (
        f'layouts/test.jinja:2:19: {name}="1000000" of <td>: expected a whole number from 1 to 1000'
    )


def test_a_cell_over_a_thousand_columns_is_too_much(build) -> None:
    assert problems_of(build, '<tr><td colspan="1000">a</td></tr>') == [
        "layouts/test.jinja:2:1: the table has 1,000 columns: expected at most 100"
    ]


def test_a_cell_cannot_reach_through_one_from_a_row_above(build) -> None:
    rows = '<tr><td>a</td><td rowspan="2">b</td><td>c</td></tr>\n<tr><td colspan="2">d</td></tr>'
    assert problems_of(build, rows) == [
        "layouts/test.jinja:3:5: this cell over 2 columns meets one that reaches down from a row above:"
        " mend its colspan, or the other's rowspan"
    ]


def test_a_row_that_leaves_a_hole_is_named(build) -> None:
    assert problems_of(build, "<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr>") == [
        "layouts/test.jinja:3:1: this row fills 1 of the table's 2 columns: mend its cells or colspan"
    ]


def test_a_rowspan_ends_with_its_part_of_the_table(build) -> None:
    assert problems_of(build, '<tr><td rowspan="2">a</td></tr>') == [
        "layouts/test.jinja:2:1: a cell's rowspan reaches below the last row of its part of the table"
    ]


@pytest.mark.parametrize(
    "around", ["<table><tbody><tr><td>{}</td></tr></tbody></table>", "<aside>{}</aside>"]
)
def test_a_page_breaks_between_blocks_of_a_section_only(build, around: str) -> None:
    with pytest.raises(LayoutError) as caught:
        build("<section>\n" + around.format('\n<hr class="page-break">') + "</section>")
    name = "<td>" if "td" in around else "<aside>"
    expected = f"layouts/test.jinja:3:1: a page break stands in {name}: expected it in <section> only"
    assert str(caught.value) == expected


def test_languages_stand_side_by_side_in_a_cell_that_asks_for_it(build) -> None:
    source = (
        "<section><table><tbody><tr>"
        '<td class="parallel"><p>{{ _("Status") }}</p></td><td><p>{{ _("Status") }}</p></td>'
        "</tr></tbody></table></section>"
    )

    def kinds(arrangement: str) -> list[list[type]]:
        tree = build(source, "en", "lo", arrangement=arrangement)
        (row,) = tree.sections[0].blocks[0].body
        return [[type(block) for block in cell.blocks] for cell in row.cells]

    assert kinds("side-by-side") == [[Parallel], [Paragraph, Paragraph]]
    assert kinds("stacked") == [[Paragraph, Paragraph], [Paragraph, Paragraph]]


@pytest.mark.parametrize(
    ("cell_", "value"),
    [
        ('<time datetime="2026-08-31">31 August</time>', DateValue(datetime.date(2026, 8, 31))),
        ('<time datetime="2026-08">August</time>', DateValue(datetime.date(2026, 8, 1), "month")),
        ('<time datetime="2030">2030</time>', DateValue(datetime.date(2030, 1, 1), "year")),
        ('<time datetime="2021/2025">2021–2025</time>', None),
        ('<p class="facts"> <strong><data value="-1234.50">x</data></strong> </p>', Decimal("-1234.50")),
        ('<data value="1">1</data> of 2', None),
        ('<data value="1">1</data><data value="2">2</data>', None),
        ('<ul><li><data value="1">1</data></li></ul>', None),
        ("words", None),
    ],
)
def test_a_cell_that_holds_one_date_or_number_means_it(build, cell_: str, value: object) -> None:
    (section,) = build(f"<section><table><tbody><tr><td>{cell_}</td></tr></tbody></table></section>").sections
    assert section.blocks[0].body[0].cells[0].value == value


def test_what_is_no_date_or_number_is_named(build) -> None:
    cells = '<td><time datetime="31.8.2026">a</time></td><td><data value="1,5">a</data><data>b</data></td>'
    assert problems_of(build, f"<tr>{cells}</tr>") == [
        'layouts/test.jinja:2:23: datetime="31.8.2026" of <time>:'
        " expected a date such as 2030, 2020-08, 2020-08-01 or 2021/2025",
        'layouts/test.jinja:2:67: value="1,5" of <data>: expected a number such as -1234.5',
        'layouts/test.jinja:2:93: value="" of <data>: expected a number such as -1234.5',
    ]


def test_dates_and_numbers_have_a_notation_for_programs(build) -> None:
    row = '<td><time datetime="{{ day | machine }}">{{ day }}</time></td><td><data value="{{ 3 | machine }}">3</data></td>'
    whole = build(
        f"<section><table><tbody><tr>{row}</tr></tbody></table></section>",
        context={"day": datetime.date(2026, 8, 31)},
    )
    (cells,) = (each.cells for each in whole.sections[0].blocks[0].body)
    assert [each.value for each in cells] == [DateValue(datetime.date(2026, 8, 31)), Decimal(3)]
