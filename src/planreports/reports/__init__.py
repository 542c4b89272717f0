"""One module a report: what it asks for, and the context that its layout is rendered from.

`REPORTS` is the list of them; nothing else knows it.
"""

from collections.abc import Callable, Mapping

from planreports.reports.brief import brief_report
from planreports.reports.report import Report, ReportOptions
from planreports.workspace.workspace import Workspace

REPORTS: Mapping[str, Callable[[Workspace, ReportOptions], Report]] = {
    "brief": brief_report,
}
