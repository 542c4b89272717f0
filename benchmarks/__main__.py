"""Runs every contestant with every number of rows, each in a process of its own, and writes RESULTS.md."""

from __future__ import annotations

import argparse
import datetime
import json
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.contestants import CONTESTANTS

_RESULTS = Path(__file__).parent / "RESULTS.md"
_PACKAGES = ("typst", "weasyprint", "reportlab", "docxtpl", "python-docx", "uharfbuzz", "icu4py")


@dataclass(frozen=True)
class Result:
    """What one run took; None where it was stopped or failed."""

    seconds: float
    peak_megabytes: float
    bytes: int


def run(name: str, count: int, limit: int) -> Result | str:
    """Return the result of one contestant, or why there is none."""
    command = [sys.executable, "-m", "benchmarks.one", name, str(count)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return f"over {limit} s"
    except subprocess.CalledProcessError as error:
        return (error.stderr.strip().splitlines() or ["failed"])[-1][:60]
    return Result(**json.loads(done.stdout.splitlines()[-1]))


def best(name: str, count: int, limit: int, runs: int) -> Result | str:
    """Return the fastest of some runs."""
    results = [run(name, count, limit) for _ in range(runs)]
    good = [each for each in results if isinstance(each, Result)]
    return min(good, key=lambda each: each.seconds) if good else results[0]


def table(format_name: str, counts: Sequence[int], limit: int, runs: int) -> Iterator[str]:
    """Yield the rows of one format's table; the first contestant is what the others are compared with."""
    names = [name for name, each in CONTESTANTS.items() if each.format == format_name]
    yield "| | rows | seconds | × ours | peak MB | file kB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for count in counts:
        ours: Result | None = None
        for name in names:
            result = best(name, count, limit, runs)
            print(name, count, result, flush=True)
            if isinstance(result, str):
                yield f"| {name} | {count:,} | {result} | | | |"
                continue
            ours = ours or result
            ratio = result.seconds / ours.seconds
            yield (
                f"| {name} | {count:,} | {result.seconds:.2f} | {ratio:.1f} "
                f"| {result.peak_megabytes:.0f} | {result.bytes / 1000:,.0f} |"
            )


def main() -> None:
    """Run everything and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[200, 1600, 6400])
    parser.add_argument("--limit", type=int, default=300, help="seconds after which a run is stopped")
    parser.add_argument("--runs", type=int, default=3, help="the fastest of these counts")
    options = parser.parse_args()
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    lines = [
        "# Results",
        "",
        f"Measured on {datetime.datetime.now(tz=datetime.UTC).date()}, Python {platform.python_version()}, "
        f"{platform.machine()}; {versions}.",
        "Seconds are the fastest of "
        f"{options.runs} runs, each in a process of its own, imports and the making of the data not counted.",
        "The matrix has 8 columns, half of its words Lao. `whole line` is typed data, Jinja, parsing, tree "
        "and writer; peers start from the same rows.",
    ]
    for format_name, title in (("pdf", "PDF"), ("docx", "Word")):
        lines += ["", f"## {title}", "", *table(format_name, options.rows, options.limit, options.runs)]
    _RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
