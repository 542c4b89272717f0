"""Runs every contestant with every number of rows, each in a process of its own, and writes RESULTS.md."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.contestants import CONTESTANTS
from benchmarks.scale import scale_table

_RESULTS = Path(__file__).parent / "RESULTS.md"
_PACKAGES = ("typst", "weasyprint", "reportlab", "docxtpl", "python-docx", "uharfbuzz", "icu4py")
_PLAIN = " (not compiled)"
_COLD_STARTS = 5
_LONG = 20
"""Seconds that are no matter of chance any more."""

_WHOLE, _ALONE = "planreports, whole line, ", "planreports, writer alone, "


@dataclass(frozen=True)
class Result:
    """What one run took."""

    seconds: float
    peak_megabytes: float
    bytes: int


@dataclass(frozen=True)
class Options:
    """How much is measured: the rows of the matrices, seconds after which a run is stopped, and how often.

    `plain` is the interpreter of an environment where planreports is not compiled.
    """

    rows: Sequence[int]
    limit: int
    runs: int
    plain: Path


def run(name: str, count: int, options: Options) -> Result | str:
    """Return the result of one contestant, or why there is none."""
    python = options.plain if name.endswith(_PLAIN) else sys.executable
    command = [python, "-m", "benchmarks.one", name.removesuffix(_PLAIN), str(count)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=options.limit, check=True)
    except subprocess.TimeoutExpired:
        return f"over {options.limit} s"
    except subprocess.CalledProcessError as error:
        return (error.stderr.strip().splitlines() or ["failed"])[-1][:60]
    return Result(**json.loads(done.stdout.splitlines()[-1]))


def best(name: str, count: int, options: Options) -> Result | str:
    """Return the fastest of some runs; who takes long, or fails, runs once."""
    made = run(name, count, options)
    for _ in range(options.runs - 1):
        if isinstance(made, str) or made.seconds > _LONG:
            break
        again = run(name, count, options)
        made = min(made, again, key=_seconds) if isinstance(again, Result) else made
    print(f"{name}, {count:,} rows: {made}", flush=True)
    return made


def _seconds(result: Result) -> float:
    return result.seconds


def format_tables(format_name: str, options: Options) -> Iterator[str]:
    """Yield the table of one format, and how ours grows with the number of rows."""
    names = list(_names(format_name))
    yield "| | rows | seconds | × whole line | × writer alone | peak MB | file kB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    ours: dict[int, Result] = {}
    for count in options.rows:
        results = {name: best(name, count, options) for name in names}
        yield from (_row(name, count, results) for name in names)
        whole = results[f"{_WHOLE}.{format_name}"]
        if isinstance(whole, Result):
            ours[count] = whole
    yield ""
    yield from _growth(ours)


def _names(format_name: str) -> Iterator[str]:
    """Yield the contestants of a format; ours run twice."""
    for name, each in CONTESTANTS.items():
        if each.format == format_name:
            yield name
            if name.startswith("planreports"):
                yield name + _PLAIN


def _row(name: str, count: int, results: Mapping[str, Result | str]) -> str:
    """Return a contestant's row; its seconds are compared with those of both of ours."""
    result = results[name]
    if isinstance(result, str):
        return f"| {name} | {count:,} | {result} | | | | |"
    suffix = f".{CONTESTANTS[name.removesuffix(_PLAIN)].format}"
    ratios = (_ratio(result, results[ours + suffix]) for ours in (_WHOLE, _ALONE))
    return (
        f"| {name} | {count:,} | {result.seconds:.2f} | {' | '.join(ratios)} "
        f"| {result.peak_megabytes:.0f} | {result.bytes / 1000:,.0f} |"
    )


def _ratio(result: Result, ours: Result | str) -> str:
    return f"{result.seconds / ours.seconds:.2f}" if isinstance(ours, Result) else ""


def _growth(ours: Mapping[int, Result]) -> Iterator[str]:
    """Yield how the whole line's time a row changes from each number of rows to the next."""
    for (few, before), (many, after) in zip(list(ours.items())[:-1], list(ours.items())[1:], strict=True):
        ratio = (after.seconds / many) / (before.seconds / few)
        yield f"Whole line, time a row at {many:,} rows ÷ that at {few:,}: {ratio:.2f}."


def brief_seconds(options: Options) -> float:
    """Return the median time, in seconds, of the example's brief: cold start to both files on disk.

    As with an installed package, Python finds its modules' bytecode: the first run writes it, and is not
    counted.
    """
    seconds = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(1 + _COLD_STARTS):
        with tempfile.TemporaryDirectory() as folder:
            command = [str(options.plain.absolute()), "-m", "planreports", "brief", "2026-som6"]
            command += ["-l", "en,lo", "-f", "pdf", "-f", "docx", "-o", folder]
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=_example(), env=environment)
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def _example() -> Path:
    return Path(__file__).parent.parent / "examples" / "workspace"


def head(options: Options) -> Iterator[str]:
    """Yield what was measured, when, and on what."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    yield "# Results"
    yield ""
    yield (
        f"Measured on {datetime.datetime.now(tz=datetime.UTC).date()}, {_processor()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}; {versions}."
    )
    yield (
        f"Seconds are the fastest of {options.runs} runs (of one, where it takes over {_LONG} s), each in a "
        "process of its own; imports and the making of the data do not count. `×` says how many times as "
        "long a contestant takes as ours, through the whole line and by the writer alone. Ours is the "
        "compiled wheel (`make compiled`); not compiled it is what `pip install .` gives."
    )
    yield (
        "The matrix has 8 columns, two of them Lao. The whole line is typed data, Jinja, parsing, tree "
        "and writer; peers start from the same rows. Only ours and Typst's PDFs claim PDF/UA-1 and PDF/A-2a; "
        "docxtpl and python-docx write no property of complex script."
    )


def _processor() -> str:
    """Return the processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def main() -> None:
    """Run everything and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[200, 1600, 6400])
    parser.add_argument("--limit", type=int, default=300, help="seconds after which a run is stopped")
    parser.add_argument("--runs", type=int, default=3, help="the fastest of these counts")
    parser.add_argument(
        "--plain", type=Path, default=Path(sys.executable), help="an interpreter without compiled code"
    )
    options = Options(**vars(parser.parse_args()))
    lines = list(head(options))
    for format_name, title in (("pdf", "PDF"), ("docx", "Word")):
        lines += ["", f"## {title}", "", *format_tables(format_name, options)]
    lines += ["", "## The example's brief", ""]
    cold = f"{brief_seconds(options):.2f} s (median of {_COLD_STARTS})"
    lines += [f"Cold start to both files on disk, side by side, not compiled: {cold}."]
    lines += ["", "## Large workspaces", ""]
    lines += ["Not compiled. Both languages side by side; the matrix shows every field.", ""]
    lines += scale_table(options.plain)
    _RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
