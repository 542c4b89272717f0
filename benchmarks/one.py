"""One contestant, once, in a process of its own: prints its seconds, peak memory and file size as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.contestants import CONTESTANTS


def main() -> None:
    """Run a contestant (first argument) with some rows (second); keep its file (third)."""
    name, count = sys.argv[1], int(sys.argv[2])
    make = CONTESTANTS[name].prepare(count)
    start = time.perf_counter()
    data = make()
    seconds = time.perf_counter() - start
    if len(sys.argv) > 3:
        Path(sys.argv[3]).write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_megabytes": peak, "bytes": len(data)}))


if __name__ == "__main__":
    main()
