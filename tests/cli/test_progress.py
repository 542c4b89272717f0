"""`planreports progress add`, as a secretariat uses it: with mistakes first."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.workspace.offices import make_office

ADD = ("progress", "add", "3.1.2b", "--agency", "moic", "--as-of", "2026-08-31")


@pytest.fixture(autouse=True)
def office(run, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make_office(Path("office"))
    monkeypatch.chdir(folder)
    return Path()


def test_an_entry_is_added_and_is_in_the_workspace(run) -> None:
    done = run(
        *ADD,
        "--status",
        "delayed",
        "--achievements",
        "Two of three seminars: done",
        "--achievements",
        "lo=ສຳມະນາສອງຄັ້ງ",
        "--reason",
        "Floods",
        "--next-step",
        "Third seminar|meti|2026-12-01|lo=ສຳມະນາຄັ້ງທີສາມ|audience=internal",
        "--evidence",
        "Minutes|2026-08-30|https://example.org/m",
        "--budget",
        "JPY|5000000|1200000.50",
        "--secretariat-status",
        "on-track",
        "--received",
        "2026-09-14",
        "--audience",
        "partner",
    )
    assert (done.status, done.err) == (0, "")
    assert done.out == "wrote progress/2026.yaml: 3.1.2b, moic, 2026-08-31: delayed\n"
    assert (
        Path("progress/2026.yaml").read_text("utf-8").partition("entries:\n")[2]
        == """\
  - commitment: 3.1.2b
    as_of: 2026-08-31
    received: 2026-09-14
    agency: moic
    status: delayed
    achievements:
      en: 'Two of three seminars: done'
      lo: ສຳມະນາສອງຄັ້ງ
    reason: Floods
    budget:
      - currency: JPY
        planned: 5000000
        spent: 1200000.50
    next_steps:
      - step:
          en: Third seminar
          lo: ສຳມະນາຄັ້ງທີສາມ
        owner: meti
        due: 2026-12-01
        audience: internal
    evidence:
      - title: Minutes
        date: 2026-08-30
        link: https://example.org/m
    secretariat:
      status: on-track
    audience: partner
"""
    )
    assert run("check").status == 0


def test_every_mistake_names_its_option(run) -> None:
    done = run(
        "progress",
        "add",
        "3.1.2c",
        "--status",
        "on-trak",
        "--as-of",
        "31.8.2026",
        "--next-step",
        "Meet",
        "--next-step",
        "Write|metti|soon",
        "--next-step",
        "Send||2026-12-01|onwer=meti",
        "--evidence",
        "Minutes|2026-08-30|https://example.org/m|more",
        "--achievements",
        "Done",
        "--achievements",
        "en=Done",
        "--recommendation",
        "stop",
    )
    assert done.status == 1
    assert done.err.splitlines() == [
        "--achievements: `en` is given twice",
        "--next-step: unknown name `onwer`: did you mean `owner`?",
        "--evidence: `Minutes|2026-08-30|https://example.org/m|more` has too many parts:"
        " expected TITLE|DATE|LINK, and then audience=…",
        "--agency: is missing: expected `mem`, `moic` or `meti`",
        "--as-of: `as_of` is `31.8.2026`: expected a date such as 2026-10-22",
        "--next-step (number 2): `due` is `soon`: expected a date such as 2026-10-22",
        "--next-step (number 2): there is no agency `metti`: did you mean `meti`?",
        "--recommendation: unknown recommendation `stop`: expected `continue`, `amend` or `close`",
        "--status: unknown status `on-trak`: did you mean `on-track`?",
        "COMMITMENT: the plan has no commitment `3.1.2c`: did you mean `3.1.2b`?",
        "",
        "10 problems; nothing was written.",
    ]
    assert not Path("progress").exists()


def test_what_would_be_added_can_be_seen_first(run) -> None:
    done = run(*ADD, "--status", "on-track", "--language", "lo", "--lessons", "ດີ", "--dry-run")
    assert done.out.splitlines() == [
        "would be added to progress/2026.yaml:",
        "",
        "  - commitment: 3.1.2b",
        "    as_of: 2026-08-31",
        "    agency: moic",
        "    status: on-track",
        "    lessons:",
        "      lo: ດີ",
    ]
    assert not Path("progress").exists()


def test_without_a_day_it_is_today_and_the_same_day_again_is_a_correction(run) -> None:
    today = datetime.date.today()
    add = ("progress", "add", "3.1.2b", "--agency", "moic", "--into", "now", "--status")
    assert run(*add, "on-track").out == f"wrote progress/now.yaml: 3.1.2b, moic, {today}: on-track\n"
    assert run(*add, "completed").out.splitlines()[1] == (
        "It corrects the earlier entry of the same day, which stays in the file above it."
    )


def test_amounts_that_are_none_are_told_with_what_was_expected(run, office: Path) -> None:
    asked = ("progress", "add", "3.1.2b", "--agency", "moic", "--status", "on-track", "--as-of", "2026-08-31")
    done = run(*asked, "--budget", "JPY|5,000|x", "--budget", "USD|-1|0.001", "-w", office.as_posix())
    assert done.err.splitlines()[:-2] == [
        "--budget: `planned` is `5,000`: expected a number such as 1500000.50",
        "--budget: `spent` is `x`: expected a number such as 1500000.50",
        "--budget (number 2): `planned` cannot be `-1`: expected at least 0",
        "--budget (number 2): `spent` is `0.001`: expected a number with at most two decimals",
    ]
