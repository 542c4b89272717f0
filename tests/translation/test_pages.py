"""On which pages messages stand: what the list says is on the pages of the file itself."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pypdf import PdfReader

import planreports
from planreports.document.nodes import Document
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.rendering import document_of, report_of, write
from planreports.translation.documents import MessageDocument, documents, traced
from planreports.translation.message_names import message_id, named_messages
from planreports.translation.pages import PageList, page_ranges, pages
from tests.renditions import example

BRIEF = MessageDocument("brief", "2026-som6", {"meeting": "2026-som6"})
MATRIX = MessageDocument("matrix", "area 4", {"area": ["4"]})


@cache
def pages_of_plan() -> list[str]:
    file = planreports.render(example(), "plan", languages=["en"])
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(file)).pages]


@cache
def found() -> PageList:
    return pages(example(), ["en"], [MessageDocument("plan"), MATRIX])


def test_every_statement_stands_on_the_page_that_is_listed() -> None:
    for statement in example().plan.statements():
        key = statement.id, str(statement.text)
        (page,) = found()[key]["plan"]
        assert str(statement.text)[:40] in pages_of_plan()[page - 1], statement.id


def test_heads_of_pages_and_repeated_heads_of_tables_stand_on_every_page_that_has_them() -> None:
    count = len(pages_of_plan())
    assert found()[None, "Text of the plan"]["plan"] == list(range(1, count + 1))
    matrix = found()[None, "Commitment"]["matrix area 4"]
    assert matrix == list(range(matrix[0], matrix[-1] + 1))
    assert len(matrix) > 2
    assert found()[None, "(continued)"]["matrix area 4"] == matrix[1:]


def test_a_watermark_stands_on_every_page() -> None:
    brief = pages(example(), ["lo"], [BRIEF])[None, "Draft"][BRIEF.name]
    assert brief == list(range(1, brief[-1] + 1))


def test_what_a_message_is_filled_with_is_a_message_too() -> None:
    brief = pages(example(), ["en"], [BRIEF])
    assert brief["party:lao-pdr", "Lao PDR"] == brief[None, "Internal — {party} side only"]


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_a_traced_document_is_laid_out_as_it_is_without(arrangement: Arrangement) -> None:
    choice = LanguageChoice(("en", "lo"), arrangement)
    report = report_of(example(), BRIEF.report, "internal", BRIEF.options)
    plain, tree = document_of(report, example(), choice), traced(BRIEF, example(), choice).tree
    assert _letters_of(plain) == _letters_of(tree)


def _letters_of(document: Document) -> list[str]:
    file = write(document, "pdf", example().stylesheet)
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(file)).pages]


def test_every_report_of_a_workspace_is_looked_in() -> None:
    assert [each.name for each in documents(example())] == [
        "plan",
        "brief 2026-som6",
        "brief 2026-trade-group2",
        "brief 2025-som5",
        "brief 2026-som6 short",
        "matrix",
        "matrix full",
        "plan annotated",
        "glossary",
        "review-report 2026 internal",
        "review-report 2026 joint",
        "review-template 2026 mofa-japan",
        "review-template 2026 pmo",
    ]


def test_a_message_is_named_by_its_id_or_by_its_words() -> None:
    status = (None, "Status")
    assert named_messages(["Status", message_id(status), "3.1"], example().catalogs) == [
        status,
        ("3.1", "Promotion of Investment"),
    ]


def test_every_name_that_no_message_has_is_told_with_the_nearest() -> None:
    with pytest.raises(planreports.PlanReportsError) as error:
        named_messages(["3.1.2z", "Statos"], example().catalogs)
    assert [str(each) for each in error.value.problems] == [
        "there is no message `3.1.2z`: did you mean `3.1.2b`?",
        "there is no message `Statos`: did you mean `Status`?",
    ]


def test_pages_in_a_row_are_written_as_a_range() -> None:
    assert page_ranges([]) == ""
    assert page_ranges([2, 3, 7]) == "2–3, 7"
