"""What a workspace says of its reviews: loaded and checked with everything else."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import planreports
from planreports.workspace.calendars import CalendarSettings, Period

CONFIGURATION = """\
plan = "lao-japan"
perspective = "lao-pdr"
[organisation]
name = "Secretariat"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    office = Path("office")
    (office / "reviews").mkdir(parents=True)
    (office / "planreports.toml").write_text(CONFIGURATION, "utf-8")
    return office


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.open_workspace(folder)
    return str(caught.value).splitlines()


def test_a_fiscal_year_begins_as_in_the_country_of_the_party() -> None:
    lao_pdr, japan = planreports.load_plan().parties
    calendar = CalendarSettings()
    assert calendar.fiscal_year(lao_pdr, 2026) == Period(
        datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
    )
    assert calendar.fiscal_year(japan, 2026) == Period(datetime.date(2026, 4, 1), datetime.date(2027, 3, 31))


def test_a_workspace_can_say_when_years_begin(folder: Path) -> None:
    words = CONFIGURATION + '[calendar]\nreview_year = "10-01"\nfiscal_years = { lao-pdr = "10-01" }\n'
    (folder / "planreports.toml").write_text(words, "utf-8")
    office = planreports.open_workspace(folder)
    calendar = office.configuration.calendar
    assert calendar.review_period(2015).last == datetime.date(2016, 9, 30)
    assert calendar.fiscal_year(office.plan.parties[0], 2015).first == datetime.date(2015, 10, 1)


def test_days_that_not_every_year_has_and_parties_that_are_none_are_named(folder: Path) -> None:
    words = CONFIGURATION + '[calendar]\nreview_year = "02-29"\nfiscal_years = { laos = "01-01" }\n'
    (folder / "planreports.toml").write_text(words, "utf-8")
    assert problems_of(folder) == [
        "office/planreports.toml:6:15: `review_year` is `02-29`: expected a day that every year has, such as 04-01",
        "office/planreports.toml:7:16: `laos` is no party of the plan: expected `lao-pdr` or `japan`",
    ]


def test_a_review_is_found_by_its_year(folder: Path) -> None:
    (folder / "reviews" / "2026.yaml").write_text("year: 2026\ndeadline: 2027-01-31\n", "utf-8")
    review = planreports.open_workspace(folder).records.reviews[2026]
    assert (review.deadline, review.issued) == (datetime.date(2027, 1, 31), None)


def test_every_mistake_of_a_review_is_reported_with_its_place(folder: Path) -> None:
    (folder / "reviews" / "2026.yaml").write_text(
        "year: 2025\n"
        "issued: 2026-12-01\n"
        "deadline: 2026-11-30\n"
        "areas: [{area: 6, text: Words}]\n"
        "signatories: [{party: japn, title: Minister}]\n"
        "summary: [{fr: Des mots}]\n",
        "utf-8",
    )
    assert problems_of(folder) == [
        "office/reviews/2026.yaml:1:7: the year 2025 differs from the file's name: expected 2026.yaml",
        "office/reviews/2026.yaml:3:11: the deadline is before the day on which forms are issued",
        "office/reviews/2026.yaml:4:16: the plan has no area `6`: expected `1`, `2`, `3`, `4` or `5`",
        "office/reviews/2026.yaml:5:23: `japn` is no party of the plan: did you mean `japan`?",
        "office/reviews/2026.yaml:6:12: there is no catalog of the language `fr`: expected `en` or `lo`",
    ]
