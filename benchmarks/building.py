"""How long a build of forms takes in one process and in two: `python -m benchmarks.building [AGENCIES]`.

The workspace is made for it: each agency leads one commitment of the plan, and its form for a year's review
is written in English, Lao, and both, side by side and stacked, as Word, PDF and HTML: twelve files an agency.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import planreports
from planreports.files.resources import resource

_AGENCIES = 42
"""As many give 504 files; the plan has 44 commitments."""

_TABLES = """
[[build]]
report = "review-template"
every = ["year", "agency"]
languages = [["en"], ["lo"], ["en", "lo"]]

[[build]]
report = "review-template"
every = ["year", "agency"]
languages = ["en", "lo"]
arrangement = "stacked"
"""


class Taken(NamedTuple):
    """What a build took: seconds by the clock, and of processors, in all of its processes."""

    clock: float
    processors: float


def workspace(folder: Path, agencies: int) -> Path:
    """Return a workspace with so many agencies, and tables that make every form of each."""
    (folder / "reviews").mkdir(parents=True)
    shutil.copy(resource("examples", "workspace", "planreports.toml"), folder)
    configuration = (folder / "planreports.toml").read_text("utf-8").partition("[[build]]")[0]
    (folder / "planreports.toml").write_text(configuration + _TABLES, "utf-8")
    (folder / "reviews" / "2026.yaml").write_text("year: 2026\nissued: 2026-08-15\n", "utf-8")
    commitments = planreports.load_plan().commitments()[:agencies]
    names = "".join(f"  - {{id: a{n}, party: lao-pdr, name: Agency {n}}}\n" for n in range(len(commitments)))
    leads = "".join(f"  - {{id: {each.id}, lead: [a{n}]}}\n" for n, each in enumerate(commitments))
    (folder / "agencies.yaml").write_text(f"agencies:\n{names}", "utf-8")
    (folder / "commitments.yaml").write_text(f"commitments:\n{leads}", "utf-8")
    return folder


def taken(folder: Path, output: Path, jobs: int) -> tuple[Taken, int]:
    """Return what a build takes, and how many files it has; check that none is missing."""
    clock, before = time.perf_counter(), sum(os.times()[:4])
    built = planreports.build(folder, output, jobs=jobs)
    assert not built.problems
    return Taken(time.perf_counter() - clock, sum(os.times()[:4]) - before), len(built.files)


def main(agencies: int) -> None:
    """Print the times of a build in one process, in two, and of one in which nothing has changed."""
    with tempfile.TemporaryDirectory() as place:
        folder = workspace(Path(place) / "office", agencies)
        alone, files = taken(folder, Path(place) / "one", 1)
        both, _ = taken(folder, Path(place) / "two", 2)
        again, _ = taken(folder, Path(place) / "two", 2)
    print(f"{files} files in one process: {alone.clock:.1f} s; processors {alone.processors:.1f} s")
    print(f"in two: {both.clock:.1f} s; processors {both.processors:.1f} s")
    print(f"two against one: {both.clock / alone.clock:.2f}; without other load {_ideal(alone, both):.2f}")
    print(f"nothing has changed: {again.clock:.1f} s")


def _ideal(alone: Taken, both: Taken) -> float:
    """Return two processes against one by the time of processors, as if nothing else ran."""
    return both.processors / 2 / alone.processors


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else _AGENCIES)
