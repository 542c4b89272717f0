"""Records become plain values for `--json`: a shape for scripts to rely on, told in docs/developers.md.

Every key is always there; what nobody said is null or empty. Words are per language, dates as in ISO 8601,
amounts as text, since numbers of other programs may not hold them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.reports.tracking import TrackedCommitment, Tracking
from planreports.workspace.agencies import Agency


def plain(value: object) -> Any:
    """Return a record's value as JSON holds it."""
    match value:
        case BaseModel():
            fields = type(value).model_fields.items()
            return {field.alias or name: plain(getattr(value, name)) for name, field in fields}
        case Text():
            return {each.language: each.text for each in value.translations}
        case Enum():
            return value.value
        case datetime.date() | PartialDate() | Decimal():
            return str(value)
        case tuple():
            return [plain(each) for each in value]
    return value


def commitments_value(tracking: Tracking, chosen: Iterable[TrackedCommitment]) -> dict[str, Any]:
    """Return what `status --json` and `commitments --json` print."""
    return {
        "as_of": plain(tracking.as_of),
        "audience": plain(tracking.audience),
        "commitments": [_commitment_value(each) for each in chosen],
    }


def _commitment_value(commitment: TrackedCommitment) -> dict[str, Any]:
    clause, last = commitment.clause, commitment.last
    return {
        "id": clause.id,
        "area": commitment.area.id,
        "section": commitment.section.id,
        "citation": commitment.statement.citation,
        "type": plain(clause.type),
        "by": list(clause.by),
        "quote": clause.quote,
        "text": plain(commitment.statement.text),
        "status": commitment.status.id,
        "reported": plain(last.as_of) if last else None,
        "reported_by": last.agency if last else None,
        "due": plain(commitment.due),
        "is_overdue": commitment.is_overdue,
        "leads": [agency.id for agency in commitment.leads],
        "supporting": [agency.id for agency in commitment.supporting],
        "open_steps": [
            {**plain(step), "is_overdue": step.is_overdue(commitment.as_of)} for step in commitment.open_steps
        ],
        "assignment": plain(commitment.assignment),
        "entries": [plain(entry) for entry in commitment.entries],
    }


def agencies_value(tracking: Tracking, agencies: Iterable[Agency]) -> dict[str, Any]:
    """Return what `agencies --json` prints."""
    return {
        "as_of": plain(tracking.as_of),
        "audience": plain(tracking.audience),
        "agencies": [_agency_value(each, tracking) for each in agencies],
    }


def _agency_value(agency: Agency, tracking: Tracking) -> dict[str, Any]:
    return {
        **plain(agency),
        "exists": agency.exists_on(tracking.as_of),
        "leads": led_by(agency, tracking),
        "supports": supported_by(agency, tracking),
        "reported": plain(last_report(agency, tracking)),
    }


def led_by(agency: Agency, tracking: Tracking) -> list[str]:
    """Return the ids of the commitments that an agency leads on the day."""
    return [each.id for each in tracking if any(lead.id == agency.id for lead in each.leads)]


def supported_by(agency: Agency, tracking: Tracking) -> list[str]:
    """Return the ids of the commitments that an agency supports on the day."""
    return [each.id for each in tracking if any(other.id == agency.id for other in each.supporting)]


def last_report(agency: Agency, tracking: Tracking) -> datetime.date | None:
    """Return the day of an agency's latest report; None without any."""
    dates = (entry.as_of for each in tracking for entry in each.entries if entry.agency == agency.id)
    return max(dates, default=None)
