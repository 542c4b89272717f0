"""What stands side by side stands on one line, whatever its language."""

from __future__ import annotations

import itertools

import pytest

from planreports.document.nodes import Paragraph, Run
from planreports.writers.pdf import write
from tests.writers import trees
from tests.writers.trees import AT, BREAKER, LAO, STYLESHEET, document, p, parallel, table


def pdf(*blocks: object) -> bytes:
    return write(document(*blocks), STYLESHEET, BREAKER)


def bottoms(data: bytes, *words: str) -> list[float]:
    return [round(trees.boxes(data, each)[0][2], 2) for each in words]


@pytest.mark.parametrize("style", ["body", "list", "quote", "table-body", "footnote"])
def test_languages_side_by_side_begin_on_one_baseline(style: str) -> None:
    data = pdf(parallel((p("xa", style=style), p(f"xb {LAO * 3}", "lo", style))))
    left, right = bottoms(data, "xa", "xb")
    assert left == right


def test_cells_of_a_row_begin_on_one_baseline() -> None:
    mixed = Paragraph((Run("xc ", "en"), Run(LAO, "lo", bold=True)), "en", "table-body", AT)
    data = pdf(
        table(["h1", "h2", "h3"], [p("xa", style="table-body"), p(f"xb {LAO}", "lo", "table-body"), mixed])
    )
    assert len(set(bottoms(data, "xa", "xb", "xc"))) == 1


def test_lines_of_one_language_keep_their_distance() -> None:
    data = pdf(p("x " * 400), p("x " * 400, "lo"))
    found = sorted({(page, -round(bottom, 1)) for page, _, bottom, *_ in trees.boxes(data, "x")})
    steps = {round(lower - upper, 1) for (_, upper), (_, lower) in itertools.pairwise(found)}
    body = STYLESHEET.paragraph_style("body", "en")
    distances = {
        round(STYLESHEET.paragraph_style("body", each).line_height * body.size, 1) for each in ("en", "lo")
    }
    assert distances <= steps
    assert len(steps) <= 5
