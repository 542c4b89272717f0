"""How long a build takes in one process and in two: `python -m benchmarks.building [FILES]`.

The workspace is made for it: one meeting for each file, which deals with three sections of the plan.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

import planreports
from planreports.files.resources import resource

_FILES = 500


def workspace(folder: Path, files: int) -> Path:
    """Return a workspace with so many meetings, and a table that makes a brief of each."""
    (folder / "meetings").mkdir(parents=True)
    shutil.copy(resource("examples", "workspace", "planreports.toml"), folder)
    configuration = (folder / "planreports.toml").read_text("utf-8").partition("[[build]]")[0]
    table = '[[build]]\nreport = "brief"\nevery = "meeting"\nformats = ["pdf"]\nlanguages = ["en", "lo"]\n'
    (folder / "planreports.toml").write_text(configuration + table, "utf-8")
    sections = [section.id for section in planreports.load_plan().sections()]
    for number in range(files):
        topics = "".join(
            f"  - {{section: {sections[(number + each * 7) % len(sections)]}}}\n" for each in range(3)
        )
        words = f"id: m{number}\nnumber: {number}\ntitle: Meeting {number}\n"
        words += "issued: 2026-10-12\ndate: 2026-10-22\n"
        (folder / "meetings" / f"m{number}.yaml").write_text(f"{words}topics:\n{topics}", "utf-8")
    return folder


def seconds(folder: Path, output: Path, jobs: int) -> float:
    """Return how long a build takes, and check that it has made all files."""
    begun = time.perf_counter()
    built = planreports.build(folder, output, jobs=jobs)
    assert not built.problems
    return time.perf_counter() - begun


def main(files: int) -> None:
    """Print the times of a build in one process, in two, and of one in which nothing has changed."""
    with tempfile.TemporaryDirectory() as place:
        folder = workspace(Path(place) / "office", files)
        alone = seconds(folder, Path(place) / "one", 1)
        both = seconds(folder, Path(place) / "two", 2)
        again = seconds(folder, Path(place) / "two", 2)
    print(f"{files} files: {alone:.1f} s in one process, {both:.1f} s in two (×{both / alone:.2f})")
    print(f"nothing changed: {again:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else _FILES)
