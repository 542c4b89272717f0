"""What a copy's readers may not see is in no byte of it, in any format, nor changes one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import planreports
from planreports.writers import FORMATS
from tests.hostile.meetings import (
    Files,
    Meeting,
    Words,
    everything_in,
    full_meeting,
    full_records,
    without,
    workspace,
)

AUDIENCES = ("internal", "partner", "public")
REPORTS: dict[str, dict[str, Any]] = {
    "brief": {"meeting": "m"},
    "brief of the plan": {"meeting": "m", "topics": "plan", "party": ["japan"]},
    "short brief": {"meeting": "m", "form": "short"},
    "matrix": {},
    "full matrix": {"profile": "full"},
    "matrix of what is late": {"overdue": True, "group_by": "due"},
}
"""What is asked of each report; a report's name is the last word but for `of`."""


def report_of(name: str) -> str:
    return "brief" if "brief" in name else "matrix"


class Cage:
    """Makes canaries, each another: `internalxkxkyk`, `publicxkxkzk`, …

    Those of `printed` are in a report for whom they are meant for, the others need not be.
    """

    def __init__(self) -> None:
        self.canaries: list[str] = []
        self.printed: dict[str, set[str]] = {"brief": set(), "full matrix": set()}

    def words(self, *reports: str) -> Words:
        def canary(audience: str) -> str:
            digits = f"{len(self.canaries):03}"
            made = audience + "".join("xyzvw"[int(digit) % 5] + "kq"[int(digit) // 5] for digit in digits)
            self.canaries.append(made)
            for report in reports:
                self.printed[report].add(made)
            return made

        return canary


def visible(found: set[str], audience: str) -> set[str]:
    return {each for each in found if each.startswith(AUDIENCES[AUDIENCES.index(audience) :])}


@pytest.fixture(scope="module")
def cage() -> Cage:
    return Cage()


@pytest.fixture(scope="module")
def content(cage: Cage) -> tuple[Meeting, Files]:
    """Return a meeting and records whose every word for an audience is a canary."""
    of_brief = cage.words("brief")
    return full_meeting(of_brief, of_brief), full_records(cage.words("full matrix"), cage.words())


@pytest.fixture(scope="module")
def office(content: tuple[Meeting, Files], tmp_path_factory: pytest.TempPathFactory) -> planreports.Workspace:
    return planreports.open_workspace(workspace(tmp_path_factory.mktemp("canaries"), *content))


def canaries(data: bytes) -> set[str]:
    everything = re.sub(r"[\s\u00ad]+", "", everything_in(data))
    return {found[0] for found in re.finditer(r"(internal|partner|public)((?:[xyzvw][kq]){3})", everything)}


def copy(office: planreports.Workspace, name: str, audience: str, format_: str, *languages: str) -> bytes:
    return planreports.render(
        office,
        report_of(name),
        languages=languages or ("en",),
        format=format_,
        audience=audience,
        **REPORTS[name],
    )


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("name", "languages"),
    [*((name, ("en",)) for name in REPORTS), *((name, ("lo", "en")) for name in ("brief", "full matrix"))],
)
def test_a_copy_holds_what_its_readers_may_see_and_no_byte_more(
    office: planreports.Workspace, cage: Cage, name: str, format_: str, languages: tuple[str, ...]
) -> None:
    for audience in AUDIENCES:
        found = canaries(copy(office, name, audience, format_, *languages))
        assert found <= visible(set(cage.canaries), audience)
        printed = cage.printed.get(name, set())
        assert found & printed == visible(printed, audience)


def test_there_are_canaries_of_every_kind(cage: Cage, office: planreports.Workspace) -> None:
    for printed in cage.printed.values():
        for audience in AUDIENCES:
            assert sum(each.startswith(audience) for each in printed) > 10


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("audience", ["partner", "public"])
def test_a_copy_is_the_same_byte_for_byte_where_there_is_nothing_to_hide(
    office: planreports.Workspace,
    content: tuple[Meeting, Files],
    tmp_path: Path,
    name: str,
    audience: str,
    format_: str,
) -> None:
    """Counts, numbers, dates, statuses, widths and metadata tell nothing either."""
    hidden = AUDIENCES[: AUDIENCES.index(audience)]
    meeting, records = (without(hidden, each) for each in content)
    innocent = planreports.open_workspace(workspace(tmp_path / "innocent", meeting, records))
    assert copy(office, name, audience, format_) == copy(innocent, name, audience, format_)


def test_amounts_are_seen_by_those_whom_they_are_for(office: planreports.Workspace) -> None:
    amounts = {"internal": "27,182,818", "partner": "16,180,339", "public": "31,415,926"}
    for audience in AUDIENCES:
        data = copy(office, "full matrix", audience, "html").decode()
        assert {each for each in AUDIENCES if amounts[each] in data} == visible(set(AUDIENCES), audience)
