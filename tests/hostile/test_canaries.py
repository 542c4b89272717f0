"""What a copy's readers may not see is in no byte of it, in any format."""

from __future__ import annotations

import re

import pytest

import planreports
from planreports.writers import FORMATS
from tests.hostile.meetings import everything_in, full_meeting, workspace


class Cage:
    """Makes canaries, each another: `internalxkxkyk`, `publicxkxkzk`, …"""

    def __init__(self) -> None:
        self.canaries: list[str] = []

    def canary(self, audience: str) -> str:
        digits = f"{len(self.canaries):03}"
        self.canaries.append(
            audience + "".join("xyzvw"[int(digit) % 5] + "kq"[int(digit) // 5] for digit in digits)
        )
        return self.canaries[-1]

    def of(self, *audiences: str) -> set[str]:
        return {each for each in self.canaries if each.startswith(audiences)}


@pytest.fixture(scope="module")
def cage() -> Cage:
    return Cage()


@pytest.fixture(scope="module")
def office(cage: Cage, tmp_path_factory: pytest.TempPathFactory) -> planreports.Workspace:
    """Return a workspace whose every word for an audience is a canary."""
    folder = workspace(tmp_path_factory.mktemp("canaries"), full_meeting(cage.canary, cage.canary))
    return planreports.open_workspace(folder)


def canaries(data: bytes) -> set[str]:
    everything = re.sub(r"[\s\u00ad]+", "", everything_in(data))
    return {found[0] for found in re.finditer(r"(internal|partner|public)((?:[xyzvw][kq]){3})", everything)}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("languages", [("en",), ("lo", "en")])
def test_a_copy_holds_what_its_readers_may_see_and_no_byte_more(
    office: planreports.Workspace, cage: Cage, format_: str, languages: tuple[str, ...]
) -> None:
    found = {
        audience: canaries(
            planreports.render(
                office, "brief", meeting="m", languages=languages, format=format_, audience=audience
            )
        )
        for audience in ("internal", "partner", "public")
    }
    assert len(cage.of("internal")) > 20
    assert found["internal"] == cage.of("internal", "partner", "public")
    assert found["partner"] == cage.of("partner", "public")
    assert found["public"] == cage.of("public")
