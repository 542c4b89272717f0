"""Tables of layouts: limits, cells that meet, languages side by side in a cell."""

from __future__ import annotations

import pytest

from planreports.document.nodes import Paragraph, Parallel
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
