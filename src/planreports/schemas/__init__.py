"""JSON Schemas of every file that people write, for editors to complete and check with.

`SCHEMAS` says which model is whose; `python -m planreports.schemas` writes them all beside this module.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from planreports.document.styles import Stylesheet
from planreports.plan.models import Area, PlanFile, RegisterFile
from planreports.workspace.agencies import AgenciesFile
from planreports.workspace.assignments import AssignmentsFile
from planreports.workspace.configuration import Configuration
from planreports.workspace.meetings import Meeting
from planreports.workspace.progress import ProgressFile
from planreports.workspace.reviews import Review

SCHEMAS: Mapping[str, type[BaseModel]] = {
    "plan": PlanFile,
    "area": Area,
    "register": RegisterFile,
    "planreports": Configuration,
    "agencies": AgenciesFile,
    "commitments": AssignmentsFile,
    "progress": ProgressFile,
    "meeting": Meeting,
    "review": Review,
    "style": Stylesheet,
}

_PARTIAL = ("style",)
"""The files that say only what differs from one that is shipped."""


def schema_text(name: str) -> str:
    """Return a file's schema (JSON Schema, draft 2020-12) as text."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True)
    if name in _PARTIAL:
        schema = _with_nothing_required(schema)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_with_plain_scalars(schema)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_path(name: str) -> Path:
    """Return where a schema ships."""
    return Path(__file__).parent / f"{name}.schema.json"


def _with_nothing_required(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {key: _with_nothing_required(value) for key, value in schema.items() if key != "required"}
    return [_with_nothing_required(each) for each in schema] if isinstance(schema, list) else schema


def _with_plain_scalars(schema: Any) -> Any:
    """Return a schema that takes `id: 3.1` as it is written: our loader keeps every scalar's text."""
    if isinstance(schema, dict):
        made = {key: _with_plain_scalars(value) for key, value in schema.items()}
        if made.get("type") == "string" and "pattern" in made:
            made["type"] = ["string", "number"]
        return made
    if isinstance(schema, list):
        return [_with_plain_scalars(value) for value in schema]
    return schema
