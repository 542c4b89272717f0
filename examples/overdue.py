"""A workspace becomes a list of what is overdue, agency by agency.

    python examples/overdue.py [WORKSPACE] [DATE]

Without a workspace, the example's is read; without a date, the day of its latest report is taken.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator

import planreports
from planreports.reports.tracking import Tracking, tracking


def overdue(found: Tracking) -> Iterator[tuple[str, datetime.date, str]]:
    """Yield who is late, since which day, and with what: commitments and next steps."""
    for commitment in found:
        if commitment.is_overdue and commitment.due:
            for agency in commitment.leads:
                yield agency.id, commitment.due, f"{commitment.id} as a whole"
        for step in commitment.overdue_steps:
            if step.due:
                yield step.owner or "nobody", step.due, f"{commitment.id}: {step.step}"


def main(folder: str | None = None, date: str | None = None) -> None:
    """Print the list."""
    workspace = planreports.open_workspace(folder or planreports.example_workspace())
    as_of = datetime.date.fromisoformat(date) if date else None
    found = tracking(workspace, as_of=as_of)
    if workspace.configuration.example:
        print("Example content: everything here is invented.")
    print(f"As of {found.as_of}:")
    last = None
    for agency, due, what in sorted(overdue(found)):
        if agency != last:
            print(f"\n{agency}")
            last = agency
        print(f"  {due}  {what}")


if __name__ == "__main__":
    main(*sys.argv[1:])
