"""What became of commitments: as of a date, and for readers who may know only part of it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import planreports
from planreports.reports.tracking import Tracking, tracking
from planreports.workspace.assignments import Assignment
from planreports.workspace.content import Audience
from planreports.workspace.progress import ProgressEntry
from planreports.workspace.records import Records
from planreports.workspace.workspace import Workspace, workspace_of

BASE = {"commitment": "3.1.2b", "agency": "moic", "as_of": "2026-08-31", "status": "on-track"}


def workspace(*entries: dict[str, object], assignment: dict[str, object] | None = None) -> Workspace:
    progress = sorted(
        (ProgressEntry.model_validate(BASE | each) for each in entries), key=lambda each: each.as_of
    )
    assignments = {"3.1.2b": Assignment.model_validate({"id": "3.1.2b"} | assignment)} if assignment else {}
    return replace(
        workspace_of(planreports.load_plan()),
        records=Records(assignments=assignments, progress=tuple(progress)),
    )


def day(value: str) -> datetime.date:
    return datetime.date.fromisoformat(value)


def status(found: Tracking) -> str:
    return found["3.1.2b"].status.id


def test_without_a_date_it_is_that_of_the_latest_report() -> None:
    found = tracking(workspace({"as_of": "2025-01-31"}, {"as_of": "2026-02-28", "status": "completed"}))
    assert (found.as_of, status(found)) == (day("2026-02-28"), "completed")


def test_what_is_reported_later_is_not_known_on_an_earlier_date() -> None:
    office = workspace({"as_of": "2025-01-31"}, {"as_of": "2026-02-28", "status": "completed"})
    assert status(tracking(office, as_of=day("2025-12-31"))) == "on-track"
    assert status(tracking(office, as_of=day("2025-01-30"))) == "no-report"


def test_a_status_that_is_a_year_old_is_no_report_any_more_unless_it_is_final() -> None:
    for chosen, later in (
        ("on-track", "no-report"),
        ("completed", "completed"),
        ("discontinued", "discontinued"),
    ):
        office = workspace({"status": chosen})
        assert status(tracking(office, as_of=day("2027-08-30"))) == chosen
        assert status(tracking(office, as_of=day("2027-08-31"))) == later


def test_what_is_internal_does_not_change_what_others_are_told() -> None:
    office = workspace(
        {"as_of": "2026-03-31", "audience": "partner"},
        {"as_of": "2026-08-31", "status": "delayed", "reason": "Secret"},
    )
    assert (tracking(office).as_of, status(tracking(office))) == (day("2026-08-31"), "delayed")
    partner = tracking(office, Audience.PARTNER)
    assert (partner.as_of, status(partner)) == (day("2026-03-31"), "on-track")
    assert status(tracking(office, Audience.PUBLIC)) == "no-report"


def test_parts_of_an_entry_can_be_for_fewer_eyes_but_never_for_more() -> None:
    office = workspace(
        {
            "audience": "partner",
            "achievements": {"text": "Shared", "audience": "public"},
            "difficulties": {"text": "Secret", "audience": "internal"},
            "next_steps": [{"step": "Meet"}, {"step": "Secret", "audience": "internal"}],
            "secretariat": {"status": "delayed", "note": "Secret"},
        }
    )
    entry = tracking(office, Audience.PARTNER)["3.1.2b"].last
    assert entry is not None
    assert str(entry.achievements.text if entry.achievements else "") == "Shared"
    assert (entry.difficulties, entry.secretariat) == (None, None)
    assert [str(step.step) for step in entry.next_steps] == ["Meet"]
    assert tracking(office, Audience.PUBLIC)["3.1.2b"].last is None


def test_a_commitment_is_overdue_when_its_day_has_passed_and_it_is_not_finished() -> None:
    due = {"timeframe": {"to": "2026-06"}, "audience": "partner"}
    assert tracking(workspace({}, assignment=due))["3.1.2b"].is_overdue
    assert not tracking(workspace({"status": "completed"}, assignment=due))["3.1.2b"].is_overdue
    assert not tracking(workspace({}, assignment=due), as_of=day("2026-06-30"))["3.1.2b"].is_overdue


def test_steps_are_open_until_they_are_done_and_overdue_after_their_day() -> None:
    steps = [
        {"step": "Done", "due": "2026-03-01", "done": "2026-02-01"},
        {"step": "Late", "due": "2026-03-01"},
        {"step": "Coming", "due": "2026-12-01"},
    ]
    found = tracking(workspace({"next_steps": steps}))["3.1.2b"]
    assert [str(each.step) for each in found.open_steps] == ["Late", "Coming"]
    assert [str(each.step) for each in found.overdue_steps] == ["Late"]


def test_counts_are_of_commitments_only_and_add_up() -> None:
    found = tracking(workspace({}, {"commitment": "3.1.5a", "status": "completed"}))
    counts = {status.id: count for status, count in found.counts()}
    assert counts == {
        "not-started": 0,
        "on-track": 1,
        "delayed": 0,
        "completed": 1,
        "discontinued": 0,
        "no-report": 42,
    }
