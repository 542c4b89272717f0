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
    assert {str(each) for each in due if each and not isinstance(each, datetime.datetime)} <= {
        "continuing",
        "—",
    }
