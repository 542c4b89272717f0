"""A report, ready for its layout: the context, and what the finished file says about itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from planreports.i18n.text import Text
from planreports.workspace.models import Audience


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report is asked for: who may read it, and the meeting that it is for, if it is for one."""

    audience: Audience = Audience.INTERNAL
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a report's module hands to the layout stage.

    `context` holds plain frozen values, already reduced to what the audience may see; `date` is the
    document's own date, which its file carries instead of the clock's.
    """

    layout: str
    context: Mapping[str, object]
    title: Text
    subject: Text
    author: Text
    date: datetime.date
