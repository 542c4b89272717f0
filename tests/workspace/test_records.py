"""Agencies, assignments and progress: loaded, checked against the plan and each other, all at once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import planreports
from planreports.workspace.workspace import Workspace
from tests.workspace.offices import CONFIGURATION, write

AGENCIES = """\
agencies:
  - id: mem
    party: lao-pdr
    name: Ministry of Energy and Mines
    valid_to: 2025-02
    successors: [moic]
  - id: moic
    party: lao-pdr
    name: Ministry of Industry and Commerce
  - id: meti
    party: japan
    name: Ministry of Economy, Trade and Industry
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    office = Path("office")
    write(office / "planreports.toml", CONFIGURATION)
    write(office / "agencies.yaml", AGENCIES)
    return office


def entries(*lines: str) -> str:
    return "entries:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def opened(folder: Path) -> Workspace:
    return planreports.open_workspace(folder)


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(planreports.PlanReportsError) as caught:
        opened(folder)
    return str(caught.value).splitlines()


def test_an_agency_is_called_what_it_is_called_on_the_date(folder: Path) -> None:
    agencies = opened(folder).records.agencies
    assert [each.id for each in agencies.on("mem", datetime.date(2025, 2, 28))] == ["mem"]
    assert [each.id for each in agencies.on("mem", datetime.date(2025, 3, 1))] == ["moic"]


def test_successors_that_go_round_in_a_circle_come_to_an_end(folder: Path) -> None:
    circle = AGENCIES.replace("Commerce\n", "Commerce\n    valid_to: 2025\n    successors: [mem]\n")
    write(folder / "agencies.yaml", circle)
    assert [each.id for each in opened(folder).records.agencies.on("mem", datetime.date(2026, 1, 1))] == [
        "moic"
    ]


def test_a_later_entry_in_the_same_file_corrects_an_earlier(folder: Path) -> None:
    same = "commitment: 3.1.2b, agency: moic, as_of: 2026-08-31, status: "
    write(folder / "progress" / "2026.yaml", entries(same + "completed", same + "on-track"))
    assert [each.status for each in opened(folder).records.progress] == ["on-track"]


def test_every_mistake_of_all_records_is_reported_at_once(folder: Path) -> None:
    write(
        folder / "agencies.yaml",
        AGENCIES.replace("[moic]", "[moik]")
        .replace("party: japan", "party: jpan")
        .replace("id: meti", "id: mem"),
    )
    write(
        folder / "commitments.yaml",
        "commitments:\n"
        "  - {id: 3.1.2b, lead: [mem, moic], supporting: [jicca]}\n"
        "  - {id: 3.1.2b}\n"
        "  - {id: 3.1.2a}\n"
        "  - {id: 3.1.9a, activities: [{name: Study, amount: 5}], timeframe: {from: 2027, to: 2026}}\n",
    )
    assert problems_of(folder) == [
        "office/agencies.yaml:6:18: there is no other agency `moik`: did you mean `moic`?",
        "office/agencies.yaml:10:9: the id `mem` stands twice; first in line 2",
        "office/agencies.yaml:11:12: `jpan` is no party of the plan: did you mean `japan`?",
        "office/commitments.yaml:2:50: there is no agency `jicca`: expected `mem` or `moic`",
        "office/commitments.yaml:3:10: the id `3.1.2b` stands twice; first in line 2",
        "office/commitments.yaml:4:10: `3.1.2a` is no commitment: the plan promises nothing there",
        "office/commitments.yaml:5:10: the plan has no commitment `3.1.9a`: did you mean `3.1.7a`?",
        "office/commitments.yaml:5:31: an amount and its currency are given together",
        "office/commitments.yaml:5:69: the timeframe ends before it begins",
    ]


def test_ids_that_lead_nowhere_name_the_nearest(folder: Path) -> None:
    write(
        folder / "commitments.yaml",
        "commitments:\n"
        "  - {id: 3.1.2b, lead: [mem, moic], supporting: [metti]}\n"
        "  - {id: 3.1.2b}\n"
        "  - {id: 3.1.2a}\n"
        "  - {id: 3.1.9a}\n",
    )
    assert problems_of(folder) == [
        "office/commitments.yaml:2:30: `mem` and `moic` are of the same party: one leads: name the others in `supporting`",
        "office/commitments.yaml:2:50: there is no agency `metti`: did you mean `meti`?",
        "office/commitments.yaml:3:10: the id `3.1.2b` stands twice; first in line 2",
        "office/commitments.yaml:4:10: `3.1.2a` is no commitment: the plan promises nothing there",
        "office/commitments.yaml:5:10: the plan has no commitment `3.1.9a`: did you mean `3.1.7a`?",
    ]


def test_a_status_is_of_the_scale_and_says_why_where_it_must(folder: Path) -> None:
    start = "commitment: 3.1.2b, agency: moic, as_of: 2026-08-31, status: "
    write(
        folder / "progress" / "2026.yaml",
        entries(
            start + "delayed",
            start + "on-trak",
            start + "no-report",
            start + "on-track, secretariat: {status: late}, next_steps: [{step: Meet, owner: mofa}]",
        ),
    )
    assert problems_of(folder) == [
        "office/progress/2026.yaml:2:67: the status `delayed` needs a `reason`",
        "office/progress/2026.yaml:3:67: unknown status `on-trak`: did you mean `on-track`?",
        "office/progress/2026.yaml:4:67: `no-report` is never chosen: it is what a commitment has without an entry",
        "office/progress/2026.yaml:5:99: unknown status `late`: expected `not-started`, `on-track`, `delayed`, `completed` or `discontinued`",
        "office/progress/2026.yaml:5:139: there is no agency `mofa`: expected `mem`, `moic` or `meti`",
    ]


def test_an_entry_that_two_files_have_is_nobodys_correction(folder: Path) -> None:
    one = "commitment: 3.1.2b, agency: moic, as_of: 2026-08-31, status: on-track"
    write(folder / "progress" / "a.yaml", entries(one))
    write(folder / "progress" / "b.yaml", entries(one))
    assert problems_of(folder) == [
        "office/progress/b.yaml:2:5: office/progress/a.yaml has an entry of `moic` on 3.1.2b as of 2026-08-31 too: "
        "a correction stands in the same file, below what it corrects"
    ]


def test_a_workspace_may_have_a_scale_of_its_own(folder: Path) -> None:
    own = '\n[[statuses]]\nid = "green"\nlabel = "Green"\nsymbol = "●"\ncounts_as = "good"\nstyle = "status-on-track"\n'
    write(folder / "planreports.toml", CONFIGURATION + own)
    scale = opened(folder).statuses
    assert (scale.ids, scale["green"].style, scale.no_report.id) == (
        ("green",),
        "status-on-track",
        "no-report",
    )
