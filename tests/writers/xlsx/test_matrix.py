"""The matrix of the example as a workbook: what is due is a date, counts are numbers."""

from __future__ import annotations

import datetime

import planreports
from tests.renditions import example
from tests.writers.xlsx.reading import opened


def test_the_matrix_has_real_dates_and_counts() -> None:
    data = planreports.render(example(), "matrix", apart=True, languages=["en"], format="xlsx")
    counts, commitments = opened(data).worksheets[1:]
    assert {type(each.value) for each in counts[3][2:]} == {int}
    heads = [each.value for each in commitments[1]]
    due = [row[heads.index("Due")].value for row in commitments.iter_rows(min_row=2)]
    dates = [each for each in due if isinstance(each, datetime.datetime)]
    assert len(dates) > 10
    reported = [row[heads.index("Reported")].value for row in commitments.iter_rows(min_row=2)]
    assert {type(each) for each in reported} <= {datetime.datetime, str}
    assert sum(isinstance(each, datetime.datetime) for each in reported) > 10
    assert {str(each) for each in due if each and not isinstance(each, datetime.datetime)} <= {
        "continuing",
        "—",
    }


def test_amounts_are_numbers_and_never_of_two_currencies_in_one_cell() -> None:
    data = planreports.render(
        example(), "matrix", profile="full", apart=True, languages=["en"], format="xlsx"
    )
    sheet = opened(data).worksheets[-1]
    heads = [each.value for each in sheet[1]]
    rows = [
        (row[heads.index("Amount")].value, row[heads.index("Currency")].value)
        for row in sheet.iter_rows(min_row=2)
    ]
    numbers = [(amount, currency) for amount, currency in rows if isinstance(amount, int | float)]
    assert len(numbers) > 3
    assert {currency for _, currency in numbers} <= {"JPY", "USD", "LAK"}
