"""What is internal reaches neither the other party's form nor the joint edition, in no byte of any format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import planreports
from planreports.writers import FORMATS
from tests.hostile.meetings import everything_in

AUDIENCES = ("internal", "partner", "public")
COMMITMENTS = {"internal": "2.2.1b", "partner": "3.1.2b", "public": "3.1.5a"}
"""A commitment whose assignment and entry are for an audience."""

Record = dict[str, object]

CONFIGURATION = """\
plan = "lao-japan"
languages = ["en", "lo"]
perspective = "lao-pdr"

[organisation]
name = "Secretariat"

[review]
deadline = "11-30"
"""


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


def canaries(data: bytes) -> set[str]:
    everything = re.sub(r"[\s\u00ad]+", "", everything_in(data))
    return {found[0] for found in re.finditer(r"(internal|partner|public)((?:[xyzvw][kq]){3})", everything)}


def for_each(cage: Cage, key: str) -> list[Record]:
    return [{key: cage.canary(audience), "audience": audience} for audience in AUDIENCES]


def people(cage: Cage) -> list[Record]:
    return [
        {"name": cage.canary(audience), "title": cage.canary(audience), "audience": audience}
        for audience in AUDIENCES
    ]


def assignment(cage: Cage, audience: str) -> Record:
    return {
        "id": COMMITMENTS[audience],
        "lead": ["moic", "meti"],
        "supporting": ["moes"],
        "timeframe": {"to": "2027-06-30"},
        "indicator": cage.canary(audience),
        "baseline": cage.canary(audience),
        "target": cage.canary(audience),
        "audience": audience,
    }


def entry(cage: Cage, audience: str) -> Record:
    """Return an entry whose every part is for its own audience or, where it says so, for the internal one."""
    parts = ("achievements", "result", "difficulties", "lessons", "support_requested", "reason")
    inner = "internal" if audience == "partner" else audience
    return {
        "commitment": COMMITMENTS[audience],
        "agency": "moic",
        "as_of": "2026-10-31",
        "status": "delayed",
        **{part: {"text": cage.canary(audience), "audience": audience} for part in parts[:3]},
        **{part: {"text": cage.canary(inner), "audience": inner} for part in parts[3:]},
        "next_steps": [
            {"step": cage.canary(audience), "due": "2027-03-31"},
            {"step": cage.canary("internal"), "due": "2027-04-30", "audience": "internal"},
        ],
        "secretariat": {"status": "on-track", "note": cage.canary("internal")},
        "audience": audience,
    }


def review(cage: Cage) -> Record:
    return {
        "year": 2026,
        "summary": for_each(cage, "text"),
        "areas": [{**each, "area": "3"} for each in for_each(cage, "text")],
        "decisions": [
            {
                "text": cage.canary(each),
                "by": cage.canary(each),
                "reason": cage.canary(each),
                "audience": each,
            }
            for each in AUDIENCES
        ],
        "next_year": for_each(cage, "text"),
        "signatories": [{"party": "japan", "title": "Ambassador"}],
    }


@pytest.fixture(scope="module")
def cage() -> Cage:
    return Cage()


@pytest.fixture(scope="module")
def office(cage: Cage, tmp_path_factory: pytest.TempPathFactory) -> planreports.Workspace:
    """Return a workspace whose every word for an audience is a canary."""
    folder = tmp_path_factory.mktemp("reviews")
    agencies = [
        {"id": id_, "party": party, "name": id_.upper(), "focal_points": people(cage)}
        for id_, party in (("moic", "lao-pdr"), ("moes", "lao-pdr"), ("meti", "japan"))
    ]
    guidance = (
        f'guidance = "{cage.canary("internal")}"\nfocal_point = {{ name = "{cage.canary("internal")}" }}\n'
    )
    files: dict[str, Record] = {
        "agencies.yaml": {"agencies": agencies},
        "commitments.yaml": {"commitments": [assignment(cage, each) for each in AUDIENCES]},
        "progress/2026.yaml": {"entries": [entry(cage, each) for each in AUDIENCES]},
        "reviews/2026.yaml": review(cage),
    }
    (folder / "planreports.toml").write_text(CONFIGURATION + guidance, "utf-8")
    for name, content in files.items():
        path = Path(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(yaml.safe_dump(content), "utf-8")
    return planreports.open_workspace(folder)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_form_of_the_other_party_holds_nothing_internal(
    office: planreports.Workspace, cage: Cage, format_: str
) -> None:
    found = {
        agency: canaries(
            planreports.render(
                office, "review-template", agency=agency, year=2026, languages=("en",), format=format_
            )
        )
        for agency in ("moic", "meti")
    }
    internal = cage.of("internal")
    assert found["meti"]
    assert not found["meti"] & internal
    assert len(found["moic"] & internal) >= 7, "the form of the own side shows what is internal"


@pytest.mark.parametrize("format_", FORMATS)
def test_the_joint_edition_holds_what_partners_may_see_and_no_byte_more(
    office: planreports.Workspace, cage: Cage, format_: str
) -> None:
    def of(edition: str, audience: str = "internal", perspective: str | None = None) -> set[str]:
        return canaries(
            planreports.render(
                office,
                "review-report",
                year=2026,
                edition=edition,
                perspective=perspective,
                audience=audience,
                languages=("en",),
                format=format_,
            )
        )

    whole = of("internal")
    assert len(whole & cage.of("internal")) > 20
    joint = of("joint")
    assert joint == whole - cage.of("internal")
    assert of("joint", perspective="japan") == joint
    assert of("joint", "public") == whole - cage.of("internal", "partner")
