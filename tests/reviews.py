"""A small workspace whose agencies report on three commitments; its words change with no example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import planreports
from planreports.workspace.agencies import Agencies, Agency
from planreports.workspace.assignments import Assignment
from planreports.workspace.progress import ProgressEntry
from planreports.workspace.records import Records
from planreports.workspace.reviews import Review, ReviewSettings
from planreports.workspace.workspace import Workspace, workspace_of

AGENCIES = (
    {"id": "mem", "party": "lao-pdr", "name": "Energy", "valid_to": "2025-02", "successors": ["moic"]},
    {"id": "moic", "party": "lao-pdr", "name": "Industry"},
    {"id": "moes", "party": "lao-pdr", "name": "Education"},
    {"id": "meti", "party": "japan", "name": "Economy"},
)

ASSIGNMENTS = (
    {"id": "2.2.1b", "lead": ["mem", "meti"], "audience": "partner", "target": "60 operators"},
    {"id": "3.1.2b", "lead": ["moic"], "supporting": ["moes"], "timeframe": {"to": "2027"}},
    {"id": "3.1.5a", "lead": ["moes"], "supporting": ["moic"]},
)

ENTRIES = (
    {"commitment": "2.2.1b", "agency": "moic", "as_of": "2025-09-30", "status": "on-track"},
    {"commitment": "3.1.2b", "agency": "moic", "as_of": "2025-06-30", "status": "completed"},
)


def office(
    entries: tuple[Mapping[str, object], ...] = ENTRIES,
    settings: Mapping[str, object] | None = None,
    review: Mapping[str, object] | None = None,
) -> Workspace:
    plain = workspace_of(planreports.load_plan())
    configuration = plain.configuration.model_copy(
        update={"review": ReviewSettings.model_validate(settings or {})}
    )
    progress = sorted((ProgressEntry.model_validate(each) for each in entries), key=lambda each: each.as_of)
    records = Records(
        agencies=Agencies(tuple(Agency.model_validate(each) for each in AGENCIES)),
        assignments={str(each["id"]): Assignment.model_validate(each) for each in ASSIGNMENTS},
        progress=tuple(progress),
        reviews={2026: Review.model_validate({"year": 2026, **review})} if review else {},
    )
    return replace(plain, configuration=configuration, records=records)
