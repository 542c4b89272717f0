"""What is legal but odd in a workspace is told once, with its place, and stops nothing."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

import planreports
from planreports.oddities import groups, oddities, placed
from planreports.workspace.records import Records
from tests.workspace.offices import make_office, write

DAY = datetime.date(2026, 10, 1)
ENTRY = "commitment: 3.1.2b, agency: moic, as_of: 2026-08-31, status: on-track"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_office(Path("office"))


def entries(office: Path, *lines: str) -> None:
    write(office / "progress" / "2026.yaml", "entries:\n" + "".join(f"  - {{{line}}}\n" for line in lines))


def assignments(office: Path, *lines: str) -> None:
    write(office / "commitments.yaml", "commitments:\n" + "".join(f"  - {{{line}}}\n" for line in lines))


def warnings(office: Path, date: datetime.date = DAY, *, is_today: bool = False) -> list[str]:
    """Return the warnings as they are printed, without those of what nobody names or does."""
    workspace = planreports.open_workspace(office)
    found = map(str, placed(workspace, oddities(workspace, date, is_today=is_today)))
    quiet = ("nobody is assigned to", "agency names")
    return [each.removeprefix("office/") for each in found if not any(words in each for words in quiet)]


def test_a_workspace_without_records_is_not_odd(office: Path) -> None:
    workspace = planreports.open_workspace(office)
    assert oddities(workspace, DAY) == []


def test_agencies_that_ceased_to_exist_are_told_with_their_successors(office: Path) -> None:
    agencies = (office / "agencies.yaml").read_text("utf-8")
    write(office / "agencies.yaml", agencies + "  - {id: old, party: japan, name: Old, valid_to: 2020}\n")
    assignments(office, "id: 3.1.2b, lead: [mem, old], supporting: [mem, meti]")
    entries(
        office, ENTRY + ", next_steps: [{step: Meet, owner: mem}, {step: Done, owner: mem, done: 2026-09-01}]"
    )
    assert warnings(office) == [
        "commitments.yaml:2:25: `mem` leads 3.1.2b, and ceased to exist (2025-02): documents name `moic` in its place",
        "commitments.yaml:2:30: `old` leads 3.1.2b, and ceased to exist (2020):"
        " no agency that is there took over: name one in `successors`",
        "commitments.yaml:2:49: `mem` supports 3.1.2b, and ceased to exist (2025-02): documents name `moic` in its place",
        "progress/2026.yaml:2:110: `mem` is to take a next step of 3.1.2b, and ceased to exist (2025-02):"
        " documents name `moic` in its place",
        "commitments.yaml:2:49: `mem` both leads and supports 3.1.2b",
    ]
    assert "ceased" not in str(warnings(office, datetime.date(2020, 12, 31)))


def test_agencies_that_nobody_names_are_told_where_anything_is_named(office: Path) -> None:
    entries(office, ENTRY)
    workspace = planreports.open_workspace(office)
    assert [str(each) for each in placed(workspace, oddities(workspace, DAY))] == [
        "office/agencies.yaml:11:5: no commitment, report or agency names `meti`"
    ]


def test_commitments_need_a_lead_of_the_side_that_is_to_act(office: Path) -> None:
    assignments(
        office, "id: 3.1.2b, lead: [meti]", "id: 2.1.1b, supporting: [moic]", "id: 2.4.1a, lead: [meti]"
    )
    assert warnings(office) == [
        "commitments.yaml:3:5: nobody leads 2.1.1b",
        "commitments.yaml:2:24: Lao PDR is to act on 3.1.2b, and none of its agencies leads",
    ]


def test_commitments_without_an_assignment_are_told_once_some_have_one(office: Path) -> None:
    assignments(office, "id: 1.1.1b-2, lead: [moic]")
    workspace = planreports.open_workspace(office)
    found = [str(each) for each in placed(workspace, oddities(workspace, DAY))]
    assert found[0] == "office/commitments.yaml:2:3: nobody is assigned to 1.1.1c-2"
    assert sum("nobody is assigned" in each for each in found) == 43


def test_what_is_overdue_or_old_is_told_as_of_a_day(office: Path) -> None:
    assignments(office, "id: 3.1.2b, lead: [moic], timeframe: {from: 2025, to: 2026-06}")
    entries(
        office,
        ENTRY
        + ", next_steps: [{step: Meet, due: 2026-09-15}, {step: Sent, due: 2026-09-01, done: 2026-08-31}]",
    )
    assert warnings(office) == [
        "commitments.yaml:2:60: 3.1.2b was due by 2026-06-30: On track",
        "progress/2026.yaml:2:108: the next step `Meet` of 3.1.2b was due on 2026-09-15:"
        " say `done:` and the day, or report anew",
    ]
    assert warnings(office, datetime.date(2026, 9, 1)) == [
        "commitments.yaml:2:60: 3.1.2b was due by 2026-06-30: On track"
    ]
    assert warnings(office, datetime.date(2027, 9, 1))[-1] == (
        "progress/2026.yaml:2:47: the latest report on 3.1.2b is of 2026-08-31:"
        " a status holds for a year: documents say No report"
    )


def test_a_report_of_a_day_to_come_is_odd_today_only(office: Path) -> None:
    entries(office, ENTRY.replace("2026", "2062"))
    assert warnings(office) == []
    assert warnings(office, is_today=True) == [
        "progress/2026.yaml:2:47: the report on 3.1.2b is of 2062-08-31, which is still to come"
    ]


def test_reporters_are_there_and_have_to_do_with_the_commitment(office: Path) -> None:
    agencies = (office / "agencies.yaml").read_text("utf-8")
    write(office / "agencies.yaml", agencies + "    valid_from: 2026-09\n")
    assignments(office, "id: 3.1.2b, lead: [moic]", "id: 2.1.1b, lead: [moic]")
    entries(
        office,
        ENTRY.replace("moic", "mem"),
        ENTRY.replace("moic", "meti"),
        "commitment: 2.1.1b, agency: mem, as_of: 2024-12-31, status: completed",
        "commitment: 2.1.1f, agency: moic, as_of: 2026-08-31, status: on-track",
    )
    assert warnings(office) == [
        "progress/2026.yaml:2:34: `mem` reports on 3.1.2b as of 2026-08-31, and ceased to exist (2025-02): `moic` took over",
        "progress/2026.yaml:3:34: `meti` reports on 3.1.2b as of 2026-08-31, and was founded later (2026-09)",
        "progress/2026.yaml:5:18: `moic` reports on 2.1.1f, which is assigned to nobody",
        "progress/2026.yaml:3:34: `meti` reports on 3.1.2b, and neither leads nor supports it",
    ]


def test_currencies_are_not_mixed_in_silence(office: Path) -> None:
    assignments(
        office,
        "id: 3.1.2b, lead: [moic], activities: [{name: A, amount: 1, currency: JPY}, {name: B, amount: 2, currency: LAK}]",
    )
    entries(office, ENTRY + ", budget: [{currency: JPY}, {currency: USD}, {currency: USD}]")
    assert warnings(office) == [
        "commitments.yaml:2:44: the activities of 3.1.2b are in JPY and LAK: they are never added: each has a total of its own",
        "progress/2026.yaml:2:85: the budget of 3.1.2b as of 2026-08-31 is in JPY and USD: they are never added: each has a total of its own",
        "progress/2026.yaml:2:85: USD stands twice in the budget of 3.1.2b as of 2026-08-31: both are added",
    ]


def test_evidence_assessments_and_courses_that_need_a_word_more(office: Path) -> None:
    entries(
        office,
        ENTRY.replace("2026-08-31", "2026-01-31").replace("on-track", "completed"),
        ENTRY
        + ", evidence: [{title: Minutes}, {title: Report, date: 2026-08-01}], secretariat: {status: delayed}",
    )
    assert warnings(office) == [
        "progress/2026.yaml:3:67: 3.1.2b was Completed as of 2026-01-31, and is On track again",
        "progress/2026.yaml:3:164: the secretariat says Delayed of 3.1.2b, the agency On track, and no note says why",
        "progress/2026.yaml:3:88: the evidence `Minutes` of 3.1.2b has no date",
    ]
    entries(office, ENTRY + ", secretariat: {status: delayed, note: Floods}")
    assert warnings(office) == []


def test_an_audience_that_is_wider_than_its_records_is_told(office: Path) -> None:
    assignments(office, "id: 3.1.2b, lead: [moic], remarks: [{text: A, audience: partner}]")
    entries(
        office,
        ENTRY
        + ", audience: partner, result: {text: A, audience: public}, lessons: {text: B, audience: internal}, next_steps: [{step: C, audience: public}]",
    )
    assert warnings(office) == [
        "commitments.yaml:2:62: `audience` says `partner` here, and the assignment is `internal`:"
        " only `internal` readers see it: widen that of the assignment",
        "progress/2026.yaml:2:124: `audience` says `public` here, and the entry is `partner`:"
        " only `partner` readers see it: widen that of the entry",
        "progress/2026.yaml:2:206: `audience` says `public` here, and the entry is `partner`:"
        " only `partner` readers see it: widen that of the entry",
    ]


def test_many_of_a_kind_are_cut_short(office: Path) -> None:
    assignments(office, "id: 1.1.1b-2")
    workspace = planreports.open_workspace(office)
    told = [(len(first), more) for first, more in groups(oddities(workspace, DAY), 3)]
    assert told == [(1, 0), (3, 40), (1, 0)]
    assert [len(first) for first, more in groups(oddities(workspace, DAY), None) if not more] == [1, 43, 1]


def test_records_that_come_from_no_file_have_no_place(office: Path) -> None:
    entries(office, ENTRY + ", evidence: [{title: Minutes}]")
    workspace = planreports.open_workspace(office)
    workspace = replace(
        workspace, records=Records(workspace.records.agencies, progress=workspace.records.progress)
    )
    (first, *_) = placed(workspace, oddities(workspace, DAY))
    assert str(first) == "office/progress: the evidence `Minutes` of 3.1.2b has no date"
