"""The form for a year's review: what an agency leads, what is known of it, and nothing that it may not see."""

from __future__ import annotations

import datetime

import pytest

import planreports
from planreports.reports.review_template import (
    ReviewForm,
    ReviewTemplateOptions,
    form_id,
    reporting_agencies,
    review_form,
)
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace
from tests.reviews import ENTRIES, office


def form(agency: str, workspace: Workspace | None = None, **options: object) -> ReviewForm:
    asked = ReviewTemplateOptions(agency=agency, year=2026, **options)  # type: ignore[arg-type]
    return review_form(workspace or office(), asked)


def problem(agency: str | None, year: int | None = 2026, audience: Audience = Audience.INTERNAL) -> str:
    with pytest.raises(planreports.PlanReportsError) as caught:
        review_form(office(), ReviewTemplateOptions(agency=agency, year=year, audience=audience))
    return str(caught.value)


def test_an_agency_reports_on_what_it_leads_and_on_what_came_to_it_from_others() -> None:
    found = form("moic")
    assert [each.id for each in found.to_report] == ["2.2.1b"]
    assert [each.id for each in found.closed] == ["3.1.2b"]
    assert [each.id for each in found.supported] == ["3.1.5a"]


def test_what_was_finished_in_the_year_itself_is_reported_on() -> None:
    done = {"commitment": "3.1.2b", "agency": "moic", "as_of": "2026-01-01", "status": "completed"}
    assert [each.id for each in form("moic", office((done,))).to_report] == ["2.2.1b", "3.1.2b"]


def test_a_form_shows_what_was_known_on_the_day_when_it_was_issued() -> None:
    later = {
        "commitment": "2.2.1b",
        "agency": "moic",
        "as_of": "2026-11-01",
        "status": "delayed",
        "reason": "R",
    }
    before = form("moic", office((*ENTRIES, later), review={"issued": "2026-10-01"}))
    assert (before.to_report[0].status.id, before.to_report[0].reported) == (
        "on-track",
        datetime.date(2025, 9, 30),
    )
    assert form("moic", office((*ENTRIES, later))).to_report[0].status.id == "delayed"


def test_the_status_that_is_shown_is_the_last_however_old_it_is() -> None:
    old = {"commitment": "2.2.1b", "agency": "moic", "as_of": "2023-09-30", "status": "on-track"}
    assert form("moic", office((old,))).to_report[0].status.id == "on-track"


def test_steps_that_were_promised_and_are_not_done_are_shown_with_who_has_them_now() -> None:
    steps = [{"step": "Done", "done": "2025-12-01"}, {"step": "Open", "owner": "mem", "due": "2026-06-30"}]
    found = form("moic", office(({**ENTRIES[0], "next_steps": steps},))).to_report[0]
    assert [(str(each.step), str(each.owner), each.due) for each in found.steps] == [
        ("Open", "Industry", datetime.date(2026, 6, 30))
    ]


def test_the_other_party_gets_what_partners_may_see() -> None:
    found = form("meti")
    assert (found.audience, [each.id for each in found.to_report]) == ("partner", ["2.2.1b"])
    assert found.to_report[0].reported is None
    assert form("moic").audience == "internal"
    assert [(each.value, str(each.label)) for each in found.sharing] == [
        ("partner", "Both sides"),
        ("public", "Public"),
    ]
    assert "stay between both sides" in str(found.usual_guidance[5])
    assert "internal" in str(form("moic").usual_guidance[5])
    assert [(each.value, str(each.label)) for each in form("moic").sharing] == [
        ("internal", "Internal"),
        ("partner", "Japan"),
        ("public", "Public"),
    ]


def test_nobody_is_given_more_than_was_asked_for() -> None:
    assert problem("moic", audience=Audience.PUBLIC) == (
        "the agency `moic` has nothing to report for 2026: "
        "commitments.yaml names it as no commitment's `lead` for the audience `public`"
    )


def test_guidance_and_who_answers_questions_are_internal_unless_they_say_otherwise() -> None:
    internal = office(settings={"guidance": "Ask us.", "focal_point": {"title": "Head"}})
    assert (form("meti", internal).guidance, form("meti", internal).focal_point) == (None, None)
    assert str(form("moic", internal).guidance) == "Ask us."
    shared = office(settings={"guidance": {"text": "Ask us.", "audience": "partner"}})
    assert str(form("meti", shared).guidance) == "Ask us."


def test_the_deadline_is_the_years_own_or_the_usual_one() -> None:
    usual = office(settings={"deadline": "11-30"})
    assert form("moic", usual).review.deadline == datetime.date(2026, 11, 30)
    own = office(settings={"deadline": "11-30"}, review={"deadline": "2027-01-31"})
    assert form("moic", own).review.deadline == datetime.date(2027, 1, 31)
    assert form("moic").review.deadline is None


def test_each_party_has_its_own_fiscal_year_the_own_side_first() -> None:
    years = form("moic").review.fiscal_years
    assert [(str(each.party), each.first.isoformat(), each.last.isoformat()) for each in years] == [
        ("Lao PDR", "2026-01-01", "2026-12-31"),
        ("Japan", "2026-04-01", "2027-03-31"),
    ]


def test_a_form_has_an_id_of_plan_year_agency_and_version() -> None:
    workspace = office()
    assert form("moic", workspace).id == "LJ-2026-MOIC-1"
    named = office(settings={"form_prefix": "AP", "form_version": "2.1"})
    assert form_id(named, named.records.agencies["moes"], 2025) == "AP-2025-MOES-2.1"


def test_the_agencies_that_get_a_form_are_those_with_something_to_report() -> None:
    assert reporting_agencies(office(), 2026) == ("moic", "moes", "meti")


def test_who_cannot_fill_in_a_form_is_named_with_the_reason() -> None:
    assert problem(None) == "a form is for an agency; name one: there are: mem, moic, moes, meti"
    assert problem("moi") == "there is no agency `moi`: did you mean `moic`?"
    assert problem("mem") == ("the agency `mem` was no more on 2026-12-31: its commitments are with `moic`")
    assert problem("moic", year=None) == "a review is of a year; name one: such as 2026"


@pytest.mark.parametrize("languages", [("en",), ("lo",), ("en", "lo")])
@pytest.mark.parametrize("format_", ["docx", "pdf", "html"])
def test_a_form_is_written_in_every_language_and_format(format_: str, languages: tuple[str, ...]) -> None:
    workspace = office(settings={"deadline": "11-30"})
    data = planreports.render(
        workspace, "review-template", agency="moic", year=2026, languages=languages, format=format_
    )
    assert len(data) > 5000
