"""One module a report: what it asks for, and the context that its layout is rendered from.

`REPORTS` is the list of them; nothing else knows it. Each module has its row of the table as `REPORT`, and is
imported when that report is asked for. `AskedOptions` are the options that they have of their own, by the
names and types that the classes of options give them.
"""

import datetime
import importlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from planreports.reports.report import ReportKind


class _Reports(Mapping[str, ReportKind[Any]]):
    """The reports by name, each imported when it is looked up: a brief does not wait for the glossary."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> ReportKind[Any]:
        kind: ReportKind[Any] = importlib.import_module(self._modules[name]).REPORT
        return kind

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


REPORTS: Mapping[str, ReportKind[Any]] = _Reports(
    {
        "brief": "planreports.reports.brief",
        "matrix": "planreports.reports.matrix",
        "glossary": "planreports.reports.glossary",
        "plan": "planreports.reports.plan",
        "review-template": "planreports.reports.review_template",
        "review-report": "planreports.reports.review_report",
    }
)


class AskedOptions(TypedDict, total=False):
    """The options of single reports, as `planreports.render` takes them: `meeting`, `form`, `copy` and
    `topics` are the brief's, `annotations` the plan's, `kinds` and `sort` the glossary's, the others the
    matrix's, and some of them the brief's too."""

    meeting: str | None
    form: str
    copy: int | None
    topics: str
    annotations: bool
    profile: str
    columns: Sequence[str]
    details: Sequence[str]
    apart: bool
    group_by: str
    as_of: datetime.date | None
    area: Sequence[str]
    section: Sequence[str]
    agency: str | Sequence[str] | None
    party: Sequence[str]
    status: Sequence[str]
    type: Sequence[str]
    overdue: bool
    due_before: datetime.date | None
    changed_since: datetime.date | None
    kinds: Sequence[str]
    sort: str | None
    year: int | None
    edition: str
    perspective: str | None
