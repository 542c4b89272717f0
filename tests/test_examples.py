"""The scripts of examples/ run as its README says."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from planreports.files.resources import resource

EXAMPLES = Path(__file__).parent.parent / "examples"


def run(script: str, *arguments: str) -> str:
    """Return what a script prints."""
    command = [sys.executable, str(EXAMPLES / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_every_script_is_in_the_readme() -> None:
    named = set(re.findall(r"python examples/(\w+\.py)", (EXAMPLES / "README.md").read_text("utf-8")))
    assert named == {path.name for path in EXAMPLES.glob("*.py")}


def test_what_is_overdue_is_listed_by_agency() -> None:
    lines = run("overdue.py").splitlines()
    assert lines[:2] == ["Example content: everything here is invented.", "As of 2026-09-30:"]
    start = lines.index("mpwt")
    assert lines[start : start + 4] == [
        "mpwt",
        "  2026-03-31  4.6.2a as a whole",
        "  2026-08-31  4.6.2a: Send the figures of passengers to the airlines",
        "  2026-09-20  2.2.1a-1: Send the new cost estimate",
    ]


def test_what_was_overdue_on_an_earlier_day_is_less() -> None:
    workspace = str(resource("examples", "workspace"))
    earlier, later = (run("overdue.py", workspace, day) for day in ("2026-02-28", "2026-09-30"))
    assert earlier.splitlines()[-5:] == [
        "mpwt",
        "  2026-01-31  4.6.2a: Write to the airlines together",
        "",
        "mtc",
        "  2025-12-31  3.1.6a as a whole",
    ]
    assert len(later.splitlines()) > len(earlier.splitlines())


def test_statuses_are_exported_for_an_audience() -> None:
    workspace = str(resource("examples", "workspace"))
    public, internal = (
        list(csv.DictReader(run("statuses_to_csv.py", workspace, audience).splitlines()))
        for audience in ("public", "internal")
    )
    assert len(public) == len(internal) == 44
    of = {each["id"]: each for each in internal}
    assert (of["2.2.1b"]["lead"], of["2.2.1b"]["status"]) == ("moic jica", "on-track")
    assert of["2.2.1b"]["result_lo"] == "ຊ່ຽວຊານ 2 ໃນ 3 ທ່ານ; ຜູ້ຄວບຄຸມ 52 ໃນ 60 ຄົນ"
    hidden = next(each for each in public if each["id"] == "2.2.1b")
    assert (hidden["lead"], hidden["status"], hidden["result_en"]) == ("", "no-report", "")


def test_every_leading_agency_gets_its_matrix(tmp_path: Path) -> None:
    written = run("matrix_of_every_agency.py", str(tmp_path / "out")).splitlines()
    files = sorted((tmp_path / "out").iterdir())
    assert sorted(written) == [f"wrote {path}" for path in files]
    assert {"matrix-moic.pdf", "matrix-mae.pdf", "matrix-na.pdf"} <= {path.name for path in files}
    assert not {"matrix-mem.pdf", "matrix-jica.pdf"} & {path.name for path in files}
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out" / "matrix-mae.pdf").pages)
    assert "5.8.1a" in text
    assert "2.2.1b" not in text


def test_a_workspace_that_is_not_there_is_said_without_a_traceback(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run("matrix_of_every_agency.py", str(tmp_path / "out"), str(tmp_path))
    assert "Traceback" not in caught.value.stderr
    assert "there is no planreports.toml here" in caught.value.stderr
