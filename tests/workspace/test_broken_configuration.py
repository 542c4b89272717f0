"""A mistake in planreports.toml is told with those of all other files, and is the reason for none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import planreports
from planreports.files import yaml_reading
from tests.workspace.broken_offices import ALL, BREAKS, CONFIGURATION, RIGHT, TOML, WRONG, all_told, office


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def problems_of(folder: Path) -> list[str]:
    try:
        planreports.open_workspace(folder)
    except planreports.PlanReportsError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_configuration_causes_no_other_problem(name: str) -> None:
    folder = office(RIGHT, BREAKS[name].configuration)
    assert problems_of(folder) == BREAKS[name].told


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_configuration_hides_no_other_problem(name: str) -> None:
    folder = office(RIGHT | WRONG, BREAKS[name].configuration)
    assert problems_of(folder) == all_told(BREAKS[name].told, BREAKS[name].unknown)


UNREADABLE: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", f"{TOML}:1:1: the file is empty"),
    "not UTF-8": (
        "name = 'café'".encode("latin-1"),
        f"{TOML}:1:12: this is not UTF-8: save the file as UTF-8",
    ),
    "a raw control character": (
        CONFIGURATION.replace("Green", "Gr\aeen"),
        f"{TOML}:26:12: the control character U+0007 is not allowed: remove it",
    ),
    "too large": (
        b"#" * (32 * 1024 * 1024 + 1),
        f"{TOML}: the file has 33,554,433 bytes; at most 33,554,432 are read",
    ),
    "too deep": (f"plan = {'[' * 3000}{']' * 3000}", f"{TOML}: tables and lists stand more than 50 deep"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_configuration_that_cannot_be_read_hides_no_other_problem(name: str) -> None:
    content, problem = UNREADABLE[name]
    assert problems_of(office(RIGHT | WRONG, content)) == all_told([problem], ALL)


def test_a_folder_in_place_of_the_configuration_hides_no_other_problem() -> None:
    folder = office(RIGHT | WRONG, None)
    (folder / "planreports.toml").mkdir()
    assert problems_of(folder) == all_told([f"{TOML}: this is a folder, not a file"], ALL)


def test_a_folder_without_a_configuration_is_no_workspace_whatever_is_in_it() -> None:
    assert problems_of(office(RIGHT | WRONG, None)) == [
        "office: there is no planreports.toml here, nor in a folder above: `planreports init DIR` makes a workspace"
    ]


def test_a_plan_that_ships_is_known_where_the_rest_is_wrong() -> None:
    folder = office(
        {"commitments.yaml": "commitments:\n  - {id: 3.1.2y, lead: []}\n"},
        "plan = 'lao-japan'\nexample = 5\n",
    )
    assert problems_of(folder) == [
        "office/commitments.yaml:2:10: the plan has no commitment `3.1.2y`: did you mean `3.1.2b`?",
        "office/planreports.toml:1:1: the key `perspective` is missing",
        "office/planreports.toml:1:1: the key `organisation` is missing",
        "office/planreports.toml:2:11: `example` is `5`: expected true or false",
    ]


def test_what_was_kept_under_a_right_configuration_is_judged_again_under_a_broken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(yaml_reading, "WORTH_KEEPING", 0)
    folder = office(RIGHT, CONFIGURATION)
    assert problems_of(folder) == []
    kept = [path.read_bytes() for path in Path("cache").rglob("*.json")]
    broken = BREAKS["statuses: missing key"]
    assert problems_of(office({}, broken.configuration)) == broken.told
    office({"commitments.yaml": RIGHT["commitments.yaml"].replace("mof", "fom")}, broken.configuration)
    assert problems_of(folder) == [
        "office/commitments.yaml:2:25: there is no agency `fom`: expected `mof`",
        *broken.told,
    ]
    assert [path.read_bytes() for path in Path("cache").rglob("*.json")] == kept != []
