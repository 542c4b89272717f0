"""A workspace becomes the documents that its messages are looked for in: every report as it prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planreports.document.nodes import Document
from planreports.layout.rendition import LanguageChoice
from planreports.layout.tracing import Trace
from planreports.rendering import document_of, report_of
from planreports.reports import AskedOptions
from planreports.reports.review_report import EDITIONS
from planreports.reports.review_template import reporting_agencies
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MessageDocument:
    """A document that prints messages: a report and what it is asked for; `subject` tells it from its like.

    >>> MessageDocument("brief", "2026-som6").name
    'brief 2026-som6'
    """

    report: str
    subject: str = ""
    options: AskedOptions = field(default_factory=AskedOptions)

    @property
    def name(self) -> str:
        """Return what lists call it."""
        return f"{self.report} {self.subject}".rstrip()


@dataclass(frozen=True, slots=True)
class TracedDocument:
    """A document's tree, and which of its blocks hold which messages."""

    tree: Document
    trace: Trace


def documents(workspace: Workspace) -> Iterator[MessageDocument]:
    """Yield every report of a workspace, those first that print the most of the plan and of the interface.

    The plan's text comes first, then the briefs of all meetings, the latest first, the matrix, the glossary,
    and of the latest year of review its report and a form of each party.
    """
    yield MessageDocument("plan")
    yield from _briefs(workspace)
    yield MessageDocument("matrix")
    yield MessageDocument("matrix", "full", {"profile": "full"})
    yield MessageDocument("plan", "annotated", {"annotations": True})
    yield MessageDocument("glossary")
    if workspace.records.reviews:
        yield from _of_review(workspace, max(workspace.records.reviews))


def _briefs(workspace: Workspace) -> Iterator[MessageDocument]:
    meetings = sorted(workspace.meetings, key=lambda meeting: meeting.date, reverse=True)
    for meeting in meetings:
        yield MessageDocument("brief", meeting.id, {"meeting": meeting.id})
    for meeting in meetings[:1]:
        yield MessageDocument("brief", f"{meeting.id} short", {"meeting": meeting.id, "form": "short"})


def _of_review(workspace: Workspace, year: int) -> Iterator[MessageDocument]:
    for edition in EDITIONS:
        yield MessageDocument("review-report", f"{year} {edition}", {"year": year, "edition": edition})
    agencies = [workspace.records.agencies[each] for each in reporting_agencies(workspace, year)]
    for agency in {agency.party: agency.id for agency in reversed(agencies)}.values():
        yield MessageDocument("review-template", f"{year} {agency}", {"year": year, "agency": agency})


def traced(document: MessageDocument, workspace: Workspace, choice: LanguageChoice) -> TracedDocument:
    """Return a document's tree in some languages, with what it holds.

    Raises PlanReportsError as `planreports.render` does.
    """
    trace = Trace()
    report = report_of(workspace, document.report, "internal", document.options)
    return TracedDocument(document_of(report, workspace, choice, trace=trace), trace)
