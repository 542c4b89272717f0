"""What came out is compared with what was accepted once; `pytest --accept` accepts what comes out now."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

SHOWN_LINES = 120
"""How many lines of a difference are printed; all of it is a `git diff` away."""


@dataclass(frozen=True)
class Acceptance:
    """Compares with the accepted files below `folder`, or rewrites them (`accept`)."""

    folder: Path
    accept: bool

    def text(self, name: str, found: str) -> None:
        """Fail with a unified difference unless the accepted text of this name is what was found."""
        path = self.folder / name
        accepted = path.read_text("utf-8") if path.exists() else ""
        if found == accepted:
            return
        if self.accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, "utf-8")
            return
        raise AssertionError(_message(path, accepted, found))


def _message(path: Path, accepted: str, found: str) -> str:
    lines = list(
        difflib.unified_diff(accepted.splitlines(), found.splitlines(), "accepted", "found", n=2, lineterm="")
    )
    more = [f"… and {len(lines) - SHOWN_LINES} more lines"] if len(lines) > SHOWN_LINES else []
    state = "differs from what was accepted" if path.exists() else "has not been accepted yet"
    head = f"{path.name} {state}; if this is right, run  pytest --accept  and commit what it rewrites"
    return "\n".join([head, *lines[:SHOWN_LINES], *more])
