"""The report of a year's review: figures with what they are a part of, and what each edition may hold."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

import planreports
from planreports.reports.review_figures import Share
from planreports.reports.review_report import ReviewReport, ReviewReportOptions, review_report
from planreports.workspace.agencies import Agencies, Agency
from planreports.workspace.assignments import Assignment
from planreports.workspace.progress import ProgressEntry
from planreports.workspace.records import Records
from planreports.workspace.reviews import Review
from planreports.workspace.workspace import Workspace, workspace_of

Record = Mapping[str, object]

AGENCIES = (
    {"id": "mem", "party": "lao-pdr", "name": "Energy", "valid_to": "2026-02", "successors": ["moic"]},
    {"id": "moic", "party": "lao-pdr", "name": "Industry"},
    {"id": "meti", "party": "japan", "name": "Economy"},
)
ASSIGNMENTS = (
    {"id": "2.2.1b", "lead": ["mem", "meti"], "audience": "partner", "timeframe": {"to": "2026-06"}},
    {"id": "3.1.2b", "lead": ["moic"], "audience": "partner", "timeframe": {"to": "2027-06"}},
    {"id": "3.1.5a", "lead": ["moic"]},
)


def entry(commitment: str, as_of: str, status: str, agency: str = "moic", **more: object) -> Record:
    reason = {"reason": "Rain"} if status in ("delayed", "discontinued") else {}
    return {
        "commitment": commitment,
        "agency": agency,
        "as_of": as_of,
        "status": status,
        "audience": "partner",
        **reason,
        **more,
    }


def office(*entries: Record, review: Record | None = None) -> Workspace:
    progress = sorted((ProgressEntry.model_validate(each) for each in entries), key=lambda each: each.as_of)
    records = Records(
        agencies=Agencies(tuple(Agency.model_validate(each) for each in AGENCIES)),
        assignments={str(each["id"]): Assignment.model_validate(each) for each in ASSIGNMENTS},
        progress=tuple(progress),
        reviews={2026: Review.model_validate({"year": 2026, "deadline": "2026-11-30", **(review or {})})},
    )
    return replace(workspace_of(planreports.load_plan()), records=records)


def report(workspace: Workspace, **options: object) -> ReviewReport:
    asked = ReviewReportOptions(year=2026, **options)  # type: ignore[arg-type]
    made = review_report(workspace, asked).context["report"]
    assert isinstance(made, ReviewReport)
    return made


def answers(workspace: Workspace) -> dict[str, tuple[int, int, int, int]]:
    return {
        str(each.agency): (
            each.response.expected,
            each.response.in_time,
            each.response.late,
            each.response.missing,
        )
        for side in report(workspace).standing.responses
        for each in side.agencies
    }


def test_agencies_answer_in_time_late_or_not_at_all() -> None:
    found = answers(
        office(
            entry("2.2.1b", "2026-09-30", "on-track", received="2026-12-03"),
            entry("3.1.2b", "2026-09-30", "on-track"),
        )
    )
    assert found == {"Industry": (3, 1, 1, 1), "Economy": (1, 0, 0, 1)}


def test_what_an_agency_reported_before_it_was_succeeded_counts() -> None:
    assert answers(office(entry("2.2.1b", "2026-01-31", "on-track", agency="mem")))["Industry"] == (
        3,
        1,
        0,
        2,
    )


def test_nobody_is_asked_for_what_was_finished_before_the_year() -> None:
    found = answers(office(entry("3.1.2b", "2025-06-30", "completed")))
    assert found["Industry"] == (2, 0, 0, 2)


def test_what_was_finished_in_the_year_was_asked_for() -> None:
    found = answers(office(entry("3.1.2b", "2026-06-30", "completed")))
    assert found["Industry"] == (3, 1, 0, 2)


def test_every_share_has_its_whole() -> None:
    assert (Share(1, 3).percent, Share(2, 3).percent, Share(1, 8).percent, Share(0, 0).percent) == (
        33,
        67,
        13,
        0,
    )


def test_old_statuses_by_new_ones_add_up_to_all_commitments() -> None:
    made = report(
        office(
            entry("2.2.1b", "2025-09-30", "on-track"),
            entry("2.2.1b", "2026-09-30", "delayed"),
            entry("3.1.2b", "2026-09-30", "completed"),
        )
    )
    cells = {
        (row.before.id, new.id): count
        for row in made.standing.change.rows
        for new, count in zip(made.standing.change.statuses, row.now, strict=True)
        if count
    }
    assert cells == {
        ("on-track", "delayed"): 1,
        ("no-report", "completed"): 1,
        ("no-report", "no-report"): 42,
    }
    assert sum(made.standing.change.totals) == 44
    assert (made.standing.good, made.standing.good_before) == (Share(1, 44), Share(1, 44))


def test_what_needs_a_look_is_told_apart() -> None:
    made = report(office(entry("2.2.1b", "2026-09-30", "delayed"), entry("3.1.2b", "2026-09-30", "on-track")))
    found = made.exceptions
    assert [(each.commitment.id, str(each.reason)) for each in found.troubled] == [("2.2.1b", "Rain")]
    assert [(each.commitment.id, each.due) for each in found.overdue] == [
        ("2.2.1b", datetime.date(2026, 6, 30))
    ]
    assert len(found.unreported) == 42


def test_money_is_added_neither_across_currencies_nor_across_parties() -> None:
    made = report(
        office(
            entry(
                "2.2.1b",
                "2026-09-30",
                "on-track",
                budget=[{"currency": "JPY", "planned": 100, "spent": 50}, {"currency": "LAK", "planned": 7}],
            ),
            entry("2.2.1b", "2026-10-31", "on-track", "meti", budget=[{"currency": "JPY", "planned": 100}]),
            entry(
                "3.1.2b", "2026-09-30", "on-track", budget=[{"currency": "JPY", "planned": 60, "spent": 30}]
            ),
        )
    )
    assert [
        (str(each.party), each.currency, each.planned, each.spent, each.spent_percent)
        for each in made.standing.money
    ] == [
        ("Lao PDR", "JPY", Decimal(160), Decimal(80), 50),
        ("Lao PDR", "LAK", Decimal(7), None, None),
        ("Japan", "JPY", Decimal(100), None, None),
    ]


def test_of_several_reports_in_a_year_the_last_of_each_agency_is_told() -> None:
    made = report(
        office(
            entry(
                "2.2.1b",
                "2026-03-31",
                "on-track",
                achievements="Half",
                budget=[{"currency": "JPY", "spent": 1}],
            ),
            entry(
                "2.2.1b",
                "2026-09-30",
                "on-track",
                achievements="All",
                budget=[{"currency": "JPY", "spent": 2}],
            ),
            entry("2.2.1b", "2025-09-30", "on-track", achievements="Before"),
        )
    )
    (told,) = [each for story in made.stories for each in story.achievements]
    assert (str(told.achievements), made.standing.money[0].spent) == ("All", Decimal(2))


def test_what_comes_next_year_is_steps_and_commitments_that_fall_due() -> None:
    steps = [{"step": "Later", "due": "2028-01-01"}, {"step": "Meet", "owner": "mem", "due": "2027-02-01"}]
    made = report(office(entry("2.2.1b", "2026-09-30", "on-track", next_steps=steps)))
    assert [(str(each.step), str(each.owner)) for each in made.next_year.steps] == [("Meet", "Industry")]
    assert [each.commitment.id for each in made.next_year.due] == ["3.1.2b"]


def test_the_joint_edition_counts_only_what_partners_may_see() -> None:
    hidden = entry("2.2.1b", "2026-09-30", "delayed", audience="internal")
    workspace = office(hidden, entry("3.1.2b", "2026-09-30", "on-track"))
    whole, joint = report(workspace), report(workspace, edition="joint")
    assert (whole.edition, whole.audience) == ("internal", "internal")
    assert (joint.edition, joint.audience) == ("joint", "partner")
    assert [each.commitment.id for each in whole.exceptions.troubled] == ["2.2.1b"]
    assert joint.exceptions.troubled == ()
    assert whole.standing.responses[0].response.received == Share(2, 3)
    assert joint.standing.responses[0].response.received == Share(1, 2)


def test_the_side_whose_copy_it_is_stands_first_and_signs_first() -> None:
    signatories = [{"party": "lao-pdr", "title": "Vice Minister"}, {"party": "japan", "title": "Ambassador"}]
    workspace = office(review={"signatories": signatories})
    own, other = report(workspace, edition="joint"), report(workspace, edition="joint", perspective="japan")
    assert [str(each.title) for each in own.signing] == ["Vice Minister", "Ambassador"]
    assert [str(each.title) for each in other.signing] == ["Ambassador", "Vice Minister"]
    assert [str(each) for each in other.parties] == ["Japan", "Lao PDR"]
    assert [str(each.party) for each in other.standing.responses] == ["Japan", "Lao PDR"]
    assert own.standing.change == other.standing.change


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"edition": "jont"}, "there is no edition `jont` of the report: did you mean `joint`?"),
        ({"perspective": "japn"}, "there is no party `japn`: did you mean `japan`?"),
        (
            {"perspective": "japan"},
            "an internal edition cannot be the copy of `japan`: ask for the joint edition",
        ),
        ({"year": 0}, "there is no review of the year 0: expected one from 1900 to 2999"),
        ({"year": None}, "a review is of a year; name one: there are: 2026"),
    ],
)
def test_what_cannot_be_asked_for_is_said(options: dict[str, object], message: str) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        review_report(office(), ReviewReportOptions(**{"year": 2026, **options}))  # type: ignore[arg-type]
    assert str(caught.value) == message


@pytest.mark.parametrize("arrangement", ["side-by-side", "stacked"])
def test_a_report_without_any_words_is_whole(arrangement: str) -> None:
    data = planreports.render(
        office(), "review-report", year=2026, languages=("lo", "en"), format="html", arrangement=arrangement
    )
    assert "No summary has been written yet." in data.decode().replace("<wbr>", "")
