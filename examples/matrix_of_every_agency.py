"""A workspace becomes a folder of matrices: one for every agency that leads something, in both languages.

python examples/matrix_of_every_agency.py OUT [WORKSPACE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import planreports
from planreports.reports.tracking import tracking


def leading_agencies(workspace: planreports.Workspace) -> list[str]:
    """Return the ids of the agencies of the own side that lead a commitment today, each once."""
    own = workspace.configuration.perspective
    leads = (agency for each in tracking(workspace) for agency in each.leads)
    return list(dict.fromkeys(agency.id for agency in leads if agency.party == own))


def main(out: str, folder: str | None = None) -> None:
    """Write `matrix-AGENCY.pdf` for every agency, and print what was written."""
    workspace = planreports.open_workspace(folder or planreports.example_workspace())
    Path(out).mkdir(parents=True, exist_ok=True)
    for agency in leading_agencies(workspace):
        file = Path(out) / f"matrix-{agency}.pdf"
        file.write_bytes(planreports.render(workspace, "matrix", agency=[agency], languages=["en", "lo"]))
        print(f"wrote {file}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except planreports.PlanReportsError as error:
        sys.exit(str(error))
