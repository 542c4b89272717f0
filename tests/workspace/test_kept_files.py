"""Large workspaces are kept as values between runs, and never believed when a byte of a file changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import planreports
from planreports.files import yaml_reading
from planreports.workspace.workspace import Workspace
from tests.workspace.offices import CONFIGURATION, write

AGENCIES = "agencies:\n  - {id: moic, party: lao-pdr, name: Ministry of Industry and Commerce}\n"
PROGRESS = "entries:\n  - {commitment: 3.1.2b, agency: moic, as_of: 2026-08-31, status: on-track}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(yaml_reading, "WORTH_KEEPING", 0)
    office = Path("office")
    for name, text in (
        ("planreports.toml", CONFIGURATION),
        ("agencies.yaml", AGENCIES),
        ("progress/2026.yaml", PROGRESS),
    ):
        write(office / name, text)
    return office


def kept() -> list[Path]:
    return list(Path("cache").rglob("*.json"))


def replaced(path: Path, old: str, new: str) -> None:
    """Change a file without changing its size, or the time that it says it was changed."""
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def statuses(workspace: Workspace) -> list[str]:
    return [entry.status for entry in workspace.records.progress]


def test_what_was_kept_is_what_is_read(folder: Path) -> None:
    first = planreports.open_workspace(folder)
    assert len(kept()) == 1
    second = planreports.open_workspace(folder)
    assert (second.records, second.plan) == (first.records, first.plan)


def test_a_file_that_changed_is_read_whatever_its_size_and_time(folder: Path) -> None:
    assert statuses(planreports.open_workspace(folder)) == ["on-track"]
    replaced(folder / "progress" / "2026.yaml", "on-track", "complete")
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.open_workspace(folder)
    assert str(caught.value) == (
        "office/progress/2026.yaml:2:67: unknown status `complete`: did you mean `completed`?"
    )


def test_a_file_that_came_or_went_is_noticed(folder: Path) -> None:
    planreports.open_workspace(folder)
    other = folder / "progress" / "2025.yaml"
    other.write_text(PROGRESS.replace("2026", "2025"), "utf-8")
    assert statuses(planreports.open_workspace(folder)) == ["on-track", "on-track"]
    other.unlink()
    assert statuses(planreports.open_workspace(folder)) == ["on-track"]


def test_other_conditions_make_what_was_kept_worthless(folder: Path) -> None:
    planreports.open_workspace(folder)
    scale = '\n[[statuses]]\nid = "green"\nlabel = "Green"\nsymbol = "●"\ncounts_as = "good"\n'
    (folder / "planreports.toml").write_text(CONFIGURATION + scale, "utf-8")
    with pytest.raises(planreports.PlanReportsError, match="unknown status `on-track`: expected `green`"):
        planreports.open_workspace(folder)


def test_what_has_mistakes_is_not_kept(folder: Path) -> None:
    replaced(folder / "progress" / "2026.yaml", "on-track", "complete")
    with pytest.raises(planreports.PlanReportsError):
        planreports.open_workspace(folder)
    assert kept() == []


@pytest.mark.parametrize("rest", [b"", b"{", b"[]", b"[" * 100_000, b"\xff"])
def test_a_broken_file_of_kept_values_is_as_good_as_none(folder: Path, rest: bytes) -> None:
    planreports.open_workspace(folder)
    (path,) = kept()
    path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n" + rest)
    assert statuses(planreports.open_workspace(folder)) == ["on-track"]


def test_a_place_that_cannot_be_written_stops_nothing(folder: Path) -> None:
    Path("cache").write_text("a file where a folder should be", "utf-8")
    assert statuses(planreports.open_workspace(folder)) == ["on-track"]


def test_a_small_workspace_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reading, "WORTH_KEEPING", 1_000_000)
    planreports.open_workspace(folder)
    assert kept() == []
