"""Large workspaces: read the first time and again, checked, and rendered as a matrix, each in a new process.

`python -m benchmarks.scale` prints the table; `make bench` puts it into RESULTS.md.
"""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.large_workspace import YEARS, write_large_workspace

_SIZES = (2_000, 5_000, 10_000)
_STEPS = ("first", "again", "check", "matrix")


def scale_table(python: Path, sizes: Sequence[int] = _SIZES) -> Iterator[str]:
    """Yield a row a number of commitments: seconds to read, read again, check, and render the full matrix."""
    yield "| commitments | entries | read first | read again | check more | full matrix, .pdf | peak MB |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_large_workspace(Path(folder) / "office", size)
            taken = {step: _run(python, step, Path(folder)) for step in _STEPS}
        seconds = " | ".join(f"{taken[step][0]:.2f}" for step in _STEPS)
        peak = max(megabytes for _, megabytes in taken.values())
        yield f"| {size:,} | {size * len(YEARS):,} | {seconds} | {peak:.0f} |"


def _run(python: Path, step: str, folder: Path) -> tuple[float, float]:
    """Return the seconds and the peak memory, in megabytes, of a step in a process of its own."""
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
    command = [str(python), "-m", "benchmarks.scale", step, str(folder / "office")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    return seconds, megabytes


def step(name: str, folder: Path) -> float:
    """Return the seconds that a step takes, without imports; what must be there before is not counted."""
    import planreports
    from planreports.oddities import oddities
    from planreports.rendering import render

    start = time.perf_counter()
    workspace = planreports.open_workspace(folder)
    if name in ("first", "again"):
        return time.perf_counter() - start
    start = time.perf_counter()
    if name == "check":
        oddities(workspace, datetime.date(2026, 12, 31), is_today=False)
    else:
        render(workspace, "matrix", profile="full", languages=["en", "lo"], format="pdf")
    return time.perf_counter() - start


def main() -> None:
    """Run one step (arguments: its name, a workspace), or print the table."""
    if len(sys.argv) == 1:
        print("\n".join(scale_table(Path(sys.executable))))
        return
    import resource

    seconds = step(sys.argv[1], Path(sys.argv[2]))
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


if __name__ == "__main__":
    main()
