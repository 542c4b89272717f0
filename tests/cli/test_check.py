"""`planreports check`: mistakes of all files at once, and warnings of what is legal but odd."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.offices import make_office, write


@pytest.fixture(autouse=True)
def office(run) -> Path:
    return make_office(Path("office"))


def test_warnings_stop_nothing_and_name_their_places(run, office: Path) -> None:
    write(office / "commitments.yaml", "commitments:\n  - {id: 3.1.2b, lead: [mem]}\n")
    done = run("check", "office", "--as-of", "2026-10-01")
    assert done.err.splitlines() == [
        "warning: office/commitments.yaml:2:25: `mem` leads 3.1.2b, and ceased to exist (2025-02):"
        " documents name `moic` in its place",
        "warning: office/commitments.yaml:2:3: nobody is assigned to 1.1.1b-2",
        "warning: office/commitments.yaml:2:3: nobody is assigned to 1.1.1c-2",
        "warning: office/commitments.yaml:2:3: nobody is assigned to 1.1.2a",
        "         … and 40 more like these (--all)",
        "warning: office/agencies.yaml:11:5: no commitment, report or agency names `meti`",
    ]
    assert done.out == "office: no problems, 45 warnings (plan lao-japan, 0 meetings, 1 assignment).\n"
    assert done.status == 0
    assert len(run("check", "office", "--all").err.splitlines()) == 45


def test_the_clock_is_asked_only_where_no_day_is_given(run, office: Path) -> None:
    entry = "  - {commitment: 3.1.2b, agency: moic, as_of: 2020-08-31, status: on-track}\n"
    write(office / "progress" / "2020.yaml", f"entries:\n{entry}")
    for arguments, is_old in (((), True), (("--as-of", "today"), True), (("--as-of", "2020-12-31"), False)):
        assert (
            "the latest report on 3.1.2b is of 2020-08-31" in run("check", "office", *arguments).err
        ) is is_old


def test_warnings_can_be_made_to_count(run, office: Path) -> None:
    assert run("check", "office", "--strict").status == 0
    write(office / "commitments.yaml", "commitments:\n  - {id: 3.1.2b, lead: [moic]}\n")
    assert run("check", "office", "--strict").status == 1


def test_mistakes_of_every_kind_of_file_are_told_at_once(run, office: Path) -> None:
    write(office / "layouts" / "brief.html.jinja", "{% if %}")
    write(office / "meetings" / "x.yaml", "- x")
    (office / "reference.docx").write_bytes(b"no Word file")
    write(office / "planreports.toml", "perspective = 5\norganisation.name = 'x'\n")
    done = run("check", "office")
    assert done.status == 1
    assert [line.partition(": ")[0] for line in done.err.splitlines() if line.strip()] == [
        "layouts/brief.html.jinja:1",
        "office/meetings/x.yaml:1:1",
        "office/planreports.toml:1:15",
        "office/reference.docx",
        "4 problems; nothing was written.",
    ]
