"""`status`, `commitments` and `agencies`: what a secretariat reads on the terminal, and scripts read as JSON."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from tests.workspace.offices import make_office, write

COMMITMENTS = """\
commitments:
  - id: 3.1.2b
    lead: [moic]
    supporting: [meti]
    timeframe: {from: 2025, to: 2026-06}
    activities: [{name: "[bold]CANARY-ACTIVITY[/bold]", amount: 1000.50, currency: JPY, audience: internal}]
    audience: public
  - {id: 2.1.1b, lead: [mem], remarks: [CANARY-ASSIGNMENT]}
"""

PROGRESS = """\
entries:
  - {commitment: 3.1.2b, as_of: 2025-08-31, agency: moic, status: not-started, audience: public}
  - commitment: 3.1.2b
    as_of: 2026-08-31
    agency: moic
    status: on-track
    achievements: {text: {en: "[red]Two[/red] seminars", lo: ສຳມະນາສອງຄັ້ງ}, audience: public}
    difficulties: {text: CANARY-PART, audience: internal}
    next_steps:
      - {step: {en: Third seminar, lo: ສຳມະນາຄັ້ງທີສາມ}, owner: meti, due: 2026-07-31}
      - {step: CANARY-STEP, audience: internal}
    secretariat: {status: delayed, note: CANARY-NOTE}
    evidence: [{title: Minutes, date: 2026-08-30}]
    audience: partner
  - {commitment: 2.1.1b, as_of: 2026-09-30, agency: moic, status: completed, lessons: CANARY-ENTRY}
"""


@pytest.fixture(autouse=True)
def office(run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_office(Path("office"))
    agencies = (folder / "agencies.yaml").read_text("utf-8")
    write(folder / "agencies.yaml", agencies + "    focal_points: [{name: CANARY-PERSON}]\n")
    write(folder / "commitments.yaml", COMMITMENTS)
    write(folder / "progress" / "2026.yaml", PROGRESS)
    monkeypatch.chdir(folder)


def test_statuses_are_listed_in_lines_that_other_programs_can_read(run) -> None:
    done = run("status", "3.1", "2.1.1")
    assert done.err == ""
    assert done.out.splitlines() == [
        "Ref.      Status       As of       Agency  Due                   Next step",
        "2.1.1a-2  ○ No report",
        "2.1.1b    ✓ Completed  2026-09-30  MoIC",
        "2.1.1c    ○ No report",
        "2.1.1f    ○ No report",
        "3.1.1a    ○ No report",
        "3.1.2b    ● On track   2026-08-31  MoIC    2026-06-30 (overdue)  "
        "Third seminar – Ministry of Economy, Trade and Industry, 2026-07-31 (overdue); CANARY-STEP",
        "3.1.5a    ○ No report",
        "3.1.6a    ○ No report",
        "3.1.7a    ○ No report",
        "",
        "9 of 44 commitments as of 2026-09-30: 1 On track, 1 Completed, 7 No report; 1 overdue.",
    ]


def test_lao_words_stand_in_columns_as_wide_as_they_look(run) -> None:
    lines = run("status", "2.1.1b", "3.1.2b", "-l", "lo").out.splitlines()
    assert lines[:3] == [
        "ອ້າງອີງ   ສະຖານະ             ນັບຮອດວັນທີ    ພາກສ່ວນ  ກຳນົດ                  ບາດກ້າວຕໍ່ໄປ",
        "2.1.1b  ✓ ສຳເລັດແລ້ວ         2026-09-30  MoIC",
        "3.1.2b  ● ກຳລັງປະຕິບັດຕາມແຜນ  2026-08-31  MoIC    2026-06-30 (ເກີນກຳນົດ)  "
        "ສຳມະນາຄັ້ງທີສາມ – Ministry of Economy, Trade and Industry, 2026-07-31 (ເກີນກຳນົດ); CANARY-STEP",
    ]
    seen = ["".join(each for each in line if unicodedata.category(each) != "Mn") for line in lines]
    assert seen[0].index("ນບຮອດ") == seen[1].index("2026-09-30") == seen[2].index("2026-08-31")


def test_the_reports_of_one_commitment_are_shown_the_latest_first(run) -> None:
    lines = run("status", "3.1.2b").out.splitlines()
    assert lines[0] == "3.1.2b  (3 (1) ¶2)"
    assert lines[3:] == [
        "  Status: ● On track",
        "  Lead agency: MoIC",
        "  Supporting agency: Ministry of Economy, Trade and Industry",
        "  Due: 2026-06-30 (overdue)",
        "",
        "  2026-08-31  MoIC: ● On track",
        "    Progress: [red]Two[/red] seminars",
        "    Difficulties: CANARY-PART",
        "    Next step: Third seminar – Ministry of Economy, Trade and Industry, 2026-07-31 (overdue)",
        "    Next step: CANARY-STEP",
        "    Evidence: Minutes (2026-08-30)",
        "    The secretariat’s view: ◐ Delayed – CANARY-NOTE",
        "",
        "  2025-08-31  MoIC: – Not started",
    ]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (("--status", "completed"), ["2.1.1b"]),
        (("--agency", "mem"), ["2.1.1b"]),
        (("--agency", "moic"), ["2.1.1b", "3.1.2b"]),
        (("--overdue",), ["3.1.2b"]),
        (("--changed-since", "2026-09-01"), ["2.1.1b"]),
        (("--changed-since", "2026-09-01", "--area", "3"), []),
        (("--as-of", "2025-12-31", "--status", "not-started"), ["3.1.2b"]),
        (("3.1.2", "2.1.1b"), ["2.1.1b", "3.1.2b"]),
        (("3.1", "--audience", "public", "--status", "not-started"), ["3.1.2b"]),
    ],
)
def test_filters_choose(run, arguments: tuple[str, ...], ids: list[str]) -> None:
    found = json.loads(run("status", *arguments, "--json").out)["commitments"]
    assert [each["id"] for each in found] == ids


def test_a_commitment_has_the_same_keys_whatever_is_known_of_it(run) -> None:
    value = json.loads(run("commitments", "--json").out)
    assert {key: value[key] for key in ("as_of", "audience")} == {
        "as_of": "2026-09-30",
        "audience": "internal",
    }
    keys = {tuple(each) for each in value["commitments"]}
    assert keys == {
        (
            *("id", "area", "section", "citation", "type", "by", "quote", "text", "status", "reported"),
            *(
                "reported_by",
                "due",
                "is_overdue",
                "leads",
                "supporting",
                "open_steps",
                "assignment",
                "entries",
            ),
        )
    }
    (one,) = [each for each in value["commitments"] if each["id"] == "3.1.2b"]
    assert one["entries"][1]["achievements"] == {
        "text": {"en": "[red]Two[/red] seminars", "lo": "ສຳມະນາສອງຄັ້ງ"},
        "audience": "public",
    }
    assert one["assignment"]["activities"][0]["amount"] == "1000.50"
    assert one["assignment"]["timeframe"] == {"from": "2025", "to": "2026-06"}
    assert one["open_steps"][0] == {
        "step": {"en": "Third seminar", "lo": "ສຳມະນາຄັ້ງທີສາມ"},
        "owner": "meti",
        "due": "2026-07-31",
        "done": None,
        "audience": None,
        "is_overdue": True,
    }


@pytest.mark.parametrize("command", ["status", "commitments", "agencies"])
@pytest.mark.parametrize("audience", ["partner", "public"])
def test_nothing_internal_is_listed_for_others(run, command: str, audience: str) -> None:
    assert "CANARY" in run(command, "--json").out
    for how in ((), ("--json",), ("-l", "lo"), ("3.1.2b",) if command == "status" else ()):
        done = run(command, *how, "--audience", audience)
        assert done.status == 0
        assert "CANARY" not in done.out
        assert "2026-08-31" not in done.out or audience == "partner"
        assert "2026-09-30" not in done.out


def test_commitments_are_listed_with_who_is_to_do_them(run) -> None:
    lines = run("commitments", "--agency", "moic").out.splitlines()
    assert lines[0].split("  ")[0] == "Ref."
    assert lines[2].startswith("3.1.2b  Continuing  Lao PDR, Japan  MoIC ")
    assert (
        "MoIC         Ministry of Economy, Trade and Industry  2026-06-30 (overdue)  ● On track" in lines[2]
    )
    assert lines[-1] == "2 of 44 commitments as of 2026-09-30."


def test_agencies_are_listed_with_what_they_lead(run) -> None:
    assert run("agencies").out.splitlines() == [
        "ID    Name                                      Party    Leads  Supports  Last report  Existed    Successors",
        "mem   Ministry of Energy and Mines              Lao PDR                                – 2025-02  moic",
        "moic  Ministry of Industry and Commerce (MoIC)  Lao PDR  2                2026-09-30",
        "meti  Ministry of Economy, Trade and Industry   Japan           1",
        "",
        "3 of 3 agencies as of 2026-09-30.",
    ]
    value = json.loads(run("agencies", "moic", "--party", "lao-pdr", "--json").out)
    assert [(each["id"], each["exists"], each["leads"]) for each in value["agencies"]] == [
        ("moic", True, ["2.1.1b", "3.1.2b"])
    ]


@pytest.mark.parametrize(
    ("arguments", "problems"),
    [
        (
            ("status", "3.1.2z", "5.3", "--status", "late", "--agency", "moik"),
            [
                "there is no part of the plan `3.1.2z`: did you mean `3.1.2`?",
                "there is no commitment in `5.3`",
                "there is no agency `moik`: did you mean `moic`?",
                "there is no status `late`: expected `not-started`, `on-track`, `delayed`, `completed`, `discontinued` or `no-report`",
            ],
        ),
        (
            ("agencies", "moik", "--party", "jpan"),
            [
                "there is no agency `moik`: did you mean `moic`?",
                "there is no party `jpan`: did you mean `japan`?",
            ],
        ),
        (("commitments", "-l", "fr"), ["unknown language `fr`: expected `en` or `lo`"]),
    ],
)
def test_every_wrong_wish_is_told_at_once(run, arguments: tuple[str, ...], problems: list[str]) -> None:
    done = run(*arguments)
    assert done.status == 1
    assert done.err.splitlines()[:-2] == problems
