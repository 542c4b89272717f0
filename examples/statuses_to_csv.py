"""A workspace becomes a CSV file with a line a commitment, for a spreadsheet or another program.

    python examples/statuses_to_csv.py [WORKSPACE] [AUDIENCE] > statuses.csv

The audience is `public` unless another is named: what it may not see is not in the file. Only the standard
library is used beside planreports.
"""

from __future__ import annotations

import csv
import sys
from typing import TextIO

import planreports
from planreports.reports.tracking import TrackedCommitment, tracking
from planreports.workspace.content import Audience

FIELDS = (
    "id",
    "citation",
    "area",
    "type",
    "lead",
    "due",
    "status",
    "as_of",
    "is_overdue",
    "result_en",
    "result_lo",
)


def fields_of(commitment: TrackedCommitment) -> dict[str, object]:
    """Return the fields of a commitment's line."""
    last = commitment.last
    result = last.result.text if last and last.result else None
    return {
        "id": commitment.id,
        "citation": commitment.statement.citation,
        "area": str(commitment.area.title),
        "type": commitment.clause.type.value,
        "lead": " ".join(agency.id for agency in commitment.leads),
        "due": commitment.due,
        "status": commitment.status.id,
        "as_of": last.as_of if last else None,
        "is_overdue": int(commitment.is_overdue),
        "result_en": harmless(str(result or "")),
        "result_lo": harmless(result.translation("lo").text if result else ""),
    }


def harmless(words: str) -> str:
    """Return words that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words


def write_statuses(workspace: planreports.Workspace, audience: Audience, file: TextIO) -> None:
    """Write a line a commitment."""
    writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(fields_of(each) for each in tracking(workspace, audience))


def main(folder: str | None = None, audience: str = "public") -> None:
    """Print the file."""
    workspace = planreports.open_workspace(folder or planreports.example_workspace())
    write_statuses(workspace, Audience(audience), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
