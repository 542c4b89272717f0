"""One module a report: what it asks for, and the context that its layout is rendered from.

`REPORTS` is the list of them; nothing else knows it. `AskedOptions` are the options that they have of their
own, by the names and types that the classes of options give them.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from planreports.reports.brief import brief_report
from planreports.reports.brief_options import BriefOptions
from planreports.reports.glossary import GlossaryOptions, glossary_report
from planreports.reports.matrix import matrix_report
from planreports.reports.matrix_options import MatrixOptions
from planreports.reports.plan import PlanOptions, plan_report
from planreports.reports.report import ReportKind
from planreports.reports.review_report import ReviewReportOptions, review_report
from planreports.reports.review_template import (
    ReviewTemplateOptions,
    reporting_agencies,
    review_template_report,
)

REPORTS: Mapping[str, ReportKind[Any]] = {
    "brief": ReportKind(BriefOptions, brief_report),
    "matrix": ReportKind(MatrixOptions, matrix_report),
    "glossary": ReportKind(GlossaryOptions, glossary_report),
    "plan": ReportKind(PlanOptions, plan_report),
    "review-template": ReportKind(ReviewTemplateOptions, review_template_report, reporting_agencies),
    "review-report": ReportKind(ReviewReportOptions, review_report),
}


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
