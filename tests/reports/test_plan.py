"""The plan's text: the source's words in their order in every format, and what we read in them set apart."""

from __future__ import annotations

import dataclasses
import datetime
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from lxml import etree

import planreports
from planreports.i18n.text import Text, TranslationState
from planreports.plan.models import PlanDetails
from planreports.reports import REPORTS, AskedOptions
from planreports.reports.plan import PlanOptions, PlanText, plan_context
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace, workspace_of
from tests.interop.statements import Comparison
from tests.outlines import html
from tests.plan.source import joined_blocks, source_areas
from tests.writers.docx.reading import part, words
from tests.writers.html.reading import Page
from tests.writers.trees import READERS, unspaced

CORE = "docProps/core.xml"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return workspace_of(planreports.load_plan())


@pytest.fixture(scope="module")
def annotated(workspace: Workspace) -> PlanText:
    return plan_context(workspace, PlanOptions(annotations=True))


def source() -> list[str]:
    """Return the source's titles and sentences in their order."""
    found = [joined_blocks()[0]]
    for area, (title, sections) in enumerate(source_areas(), 1):
        found.append(f"{area} {title}")
        for section, (heading, paragraphs) in enumerate(sections, 1):
            found.append(f"({section}) {heading}")
            for paragraph in paragraphs:
                found += re.split(r"(?<=\.) (?=[A-Z])", paragraph)
    return found


def reading(data: bytes, format_: str) -> tuple[str, Callable[[str], str]]:
    """Return what a reader finds in a file, without heads, feet and white space, and what leaves them out."""
    match format_:
        case "pdf":
            compared = Comparison(data, READERS["pdfium"](data))
            return compared.text, compared.plain
        case "docx":
            numbered = re.compile("^[1-5] ")  # Word counts areas itself
            return unspaced(words(part(data))), lambda each: unspaced(numbered.sub("", each))
        case _:
            return unspaced(Page(data).text), unspaced


@pytest.mark.parametrize("annotations", [False, True])
@pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
def test_a_file_holds_the_source_verbatim_and_in_its_order(format_: str, annotations: bool) -> None:
    data = planreports.render(planreports.load_plan(), "plan", annotations=annotations, format=format_)
    text, plain = reading(data, format_)
    place = 0
    expected = list(filter(None, map(plain, source())))
    assert len(expected) >= 100
    for each in expected:
        place = text.find(each, place)
        assert place >= 0, each
        place += len(each)


def test_the_plan_by_itself_is_a_workspace_with_the_shipped_translations(workspace: Workspace) -> None:
    assert workspace.plan.title.translation("lo").state is TranslationState.DRAFT
    assert workspace.configuration.organisation.name.translation("lo").text == "ສປປ ລາວ, ຍີ່ປຸ່ນ"
    assert workspace.configuration.languages == ("en",)


def test_paragraphs_are_cited_by_the_official_number_and_ours(annotated: PlanText) -> None:
    section = annotated.areas[3].sections[7]
    assert (section.id, section.citation) == ("4.8", "4 (8)")
    assert [[each.citation for each in paragraph] for paragraph in section.paragraphs][2][0] == "4 (8) ¶3"
    citations = [
        each.citation
        for area in annotated.areas
        for section in area.sections
        for paragraph in section.paragraphs
        for each in paragraph
    ]
    assert len(citations) == 72
    assert len(list(filter(None, citations))) == 48


def test_what_was_not_asked_for_is_not_there(workspace: Workspace) -> None:
    text = plan_context(workspace, PlanOptions())
    assert not text.types
    assert "Annotation(" not in repr(text)
    assert "Blemish(" not in repr(text)


def test_clauses_are_counted_by_type_and_area(annotated: PlanText) -> None:
    assert [(str(each.type), each.by_area, each.total) for each in annotated.types] == [
        ("Action", (2, 0, 2, 1, 0), 5),
        ("Continuing", (6, 10, 7, 10, 6), 39),
        ("Position", (1, 2, 3, 0, 11), 17),
        ("Acknowledgement", (3, 6, 3, 8, 4), 24),
    ]
    assert sum(each.total for each in annotated.types if each.is_commitment) == 44
    assert (annotated.extent.clauses, annotated.extent.commitments) == (85, 44)


def test_an_annotation_says_who_speaks_how_and_of_what(annotated: PlanText) -> None:
    (statement,) = annotated.areas[2].sections[0].paragraphs[4]
    (made,) = statement.annotations
    assert (str(made.type), str(made.actor), str(made.stance)) == ("Action", "Both sides", "affirmed")
    assert [str(each) for each in made.by] == ["Japan"]
    assert [(str(each.relation), str(each.value)) for each in made.dates] == [("by", "2030")]
    assert ("Green Growth Development Policy of the Lao PDR", "instrument") in [
        (str(each.name), str(each.kind)) for each in made.references
    ]
    assert made.quote is None
    assert statement.blemishes[0].words == "Japan's lesson in"


def test_what_a_clause_refers_to_is_named_in_every_language(annotated: PlanText) -> None:
    (statement,) = annotated.areas[2].sections[0].paragraphs[4]
    names = [each.name.translation("lo") for made in statement.annotations for each in made.references]
    assert names
    assert {each.language for each in names} == {"lo"}


def test_clauses_of_one_sentence_quote_their_words(annotated: PlanText) -> None:
    first, second = annotated.areas[0].sections[0].paragraphs[0][2].annotations
    assert (first.id, second.id) == ("1.1.1c-1", "1.1.1c-2")
    assert str(second.quote).startswith("affirmed their readiness")


def test_annotations_stand_on_a_tint_and_the_text_does_not() -> None:
    data = planreports.render(planreports.load_plan(), "plan", annotations=True, format="html")
    page = Page(data)
    tinted = [row for row in page.all("tr") if "annotation" in (row.get("class") or "")]
    plain = [row for row in page.all("tr") if "annotation" not in (row.get("class") or "")]
    read = unspaced(" ".join("".join(row.itertext()) for row in plain))
    assert [each for each in source()[1:] if unspaced(each) not in read and ". " in each] == []
    assert len(tinted) > 85
    assert all("Both sides affirmed ·" not in "".join(row.itertext()) for row in plain)


def test_only_what_is_known_of_a_plan_is_shown(workspace: Workspace) -> None:
    known = PlanDetails(
        source=Text.of("Ministry’s website"),
        version="2nd",
        date=datetime.date(2021, 3, 1),
        authentic=("en", "lo"),
    )
    told = dataclasses.replace(workspace, plan=dataclasses.replace(workspace.plan, details=known))
    without, with_ = (
        html.outline(planreports.render(each, "plan", format="html")) for each in (workspace, told)
    )
    for label, value in (
        ("Source", "Ministry’s website"),
        ("Version", "2nd"),
        ("Date", "1 March 2021"),
        ("Authentic text", "English, Lao"),
    ):
        assert f"“{label}”" not in without
        assert f"“{label}”" in with_
        assert value in with_


def test_a_plan_without_a_date_gives_files_without_one_and_never_the_clocks() -> None:
    plan = planreports.load_plan()
    pdf, word, page = (planreports.render(plan, "plan", format=each) for each in ("pdf", "docx", "html"))
    assert b"/CreationDate" not in pdf
    assert b"xmp:CreateDate" not in pdf
    assert "http://purl.org/dc/terms/" not in [etree.QName(each).namespace for each in part(word, CORE)]
    assert b"dcterms" not in page
    dated = planreports.render(plan, "plan", format="docx", date=datetime.date(2026, 10, 12))
    assert "2026-10-12T00:00:00Z" in "".join(part(dated, CORE).itertext())


def test_the_fingerprint_changes_with_a_word_and_not_with_a_translation(workspace: Workspace) -> None:
    plan = planreports.load_plan()
    assert plan.fingerprint == workspace.plan.fingerprint
    other = dataclasses.replace(plan, title=Text.of("Another plan"))
    assert other.fingerprint != plan.fingerprint


def test_every_audience_has_the_same_copy() -> None:
    plan = planreports.load_plan()
    made = {
        planreports.render(plan, "plan", annotations=True, audience=each, format="html") for each in Audience
    }
    assert len(made) == 1


def test_the_options_of_all_reports_are_those_that_render_takes() -> None:
    own: dict[str, Any] = {}
    for kind in REPORTS.values():
        for name, type_ in get_type_hints(kind.options).items():
            if name != "audience":
                own[name] = own[name] | type_ if name in own else type_
    assert own == get_type_hints(AskedOptions)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"anotations": True}, "the report `plan` has no option `anotations`: did you mean `annotations`?"),
        ({"meeting": "x"}, "the report `plan` has no option `meeting`: expected `annotations`"),
        (
            {"annotations": "yes"},
            "the option `annotations` of the report `plan` cannot be 'yes': Input should be a valid boolean",
        ),
    ],
)
def test_options_that_the_report_does_not_have_are_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.render(planreports.load_plan(), "plan", **options)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_workspaces_own_layout_is_used(tmp_path: Path) -> None:
    shutil.copytree(planreports.example_workspace(), tmp_path / "w")
    (tmp_path / "w" / "layouts").mkdir()
    layout = "<section><h1>{{ plan.areas[0].sections[0].citation }}</h1></section>"
    (tmp_path / "w" / "layouts" / "plan.html.jinja").write_text(layout, "utf-8")
    data = planreports.render(planreports.open_workspace(tmp_path / "w"), "plan", format="html")
    assert Page(data).one("h1").text_content() == "1 (1)"
