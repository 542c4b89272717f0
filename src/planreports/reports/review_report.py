"""The review report: a year of all commitments, in the internal edition or in the one of both sides.

The joint edition is for partners: what is internal is taken away before anything is counted.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import RichText, Text, joined
from planreports.plan.models import Area
from planreports.reports.matrix import Matrix, matrix_context
from planreports.reports.matrix_options import MatrixOptions
from planreports.reports.report import Report, ReportKind, ReportOptions
from planreports.reports.review_standing import Standing, good_share, of_area, standing
from planreports.reports.review_story import AreaStory, ComingStep, Exceptions, Stories, Told, Trouble
from planreports.reports.review_years import ReviewYear, parties, review_file, review_year
from planreports.reports.tracking import Tracking, tracking
from planreports.told import listed, told
from planreports.workspace.content import Audience
from planreports.workspace.reviews import Review
from planreports.workspace.workspace import Workspace

LAYOUT = "review-report.html.jinja"
EDITIONS = ("internal", "joint")
ANNEX = ("reference", "text", "lead", "due", "status", "progress")
"""The columns of the annexed matrix; next steps have a part of their own in the report."""

_TITLE = message("Review report {year}")
_SUBJECT = message("Annual review {year}")


class _HasAudience(Protocol):
    @property
    def audience(self) -> Audience: ...


Content = TypeVar("Content", bound=_HasAudience)


@dataclass(frozen=True, slots=True)
class ReviewReportOptions(ReportOptions):
    """What a review report is asked for: the `year` under review, the `edition` (`internal` or `joint`), and
    whose copy it is: the `perspective` is a party's id, the own side's unless given."""

    year: int | None = None
    edition: str = "internal"
    perspective: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionRequested:
    """A decision that is asked for, by whom, and why."""

    text: RichText
    by: Text | None
    reason: RichText | None


@dataclass(frozen=True, slots=True)
class NextYear:
    """What comes in the year after: notes, steps that agencies announced, and commitments that fall due."""

    year: int
    first: datetime.date
    last: datetime.date
    notes: tuple[RichText, ...]
    steps: tuple[ComingStep, ...]
    due: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class SigningParty:
    """A party and who signs for it; what is not known yet is a line to write on."""

    party: Text
    name: Text | None
    title: Text | None


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """Everything that the report's layout may show, already reduced to what its audience may see."""

    title: Text
    edition: str
    audience: str
    is_example: bool
    organisation: Text
    department: Text | None
    own_party: Text
    parties: tuple[Text, ...]
    plan_title: Text
    fingerprint: str
    review: ReviewYear
    summary: tuple[RichText, ...]
    standing: Standing
    stories: tuple[AreaStory, ...]
    exceptions: Exceptions
    difficulties: tuple[Told, ...]
    lessons: tuple[Told, ...]
    support: tuple[Told, ...]
    decisions: tuple[DecisionRequested, ...]
    next_year: NextYear
    signing: tuple[SigningParty, ...]
    matrix: Matrix


def review_report(workspace: Workspace, options: ReviewReportOptions) -> Report:
    """Return the report of a year's review.

    Raises PlanReportsError when no year is named, for an edition or party that does not exist, and for an
    internal edition from the other side's perspective.
    """
    _check(workspace, options)
    workspace = seen_by(workspace, options.perspective)
    made = _Making(workspace, options).report()
    return Report(
        layout=LAYOUT,
        context={"report": made},
        title=made.title,
        subject=workspace.catalogs.text(_SUBJECT).format(year=made.review.year),
        author=_author(made, workspace),
        date=made.review.as_of,
    )


def _author(made: ReviewReport, workspace: Workspace) -> Text:
    """Return whose the report is: the organisation's that writes it, or the parties' whose it is together."""
    if made.edition == "internal":
        return made.organisation
    return joined(" – ", made.parties, (SOURCE_LANGUAGE, *workspace.catalogs.languages))


def seen_by(workspace: Workspace, perspective: str | None) -> Workspace:
    """Return a workspace whose documents are a party's copies: it stands first, and signs first."""
    if perspective is None:
        return workspace
    configuration = workspace.configuration.model_copy(update={"perspective": perspective})
    return replace(workspace, configuration=configuration)


def _check(workspace: Workspace, options: ReviewReportOptions) -> None:
    if options.edition not in EDITIONS:
        hint = did_you_mean(options.edition, EDITIONS) or told(
            "expected one of {names}", names=listed(EDITIONS)
        )
        raise PlanReportsError(
            Problem(told("there is no edition `{edition}` of the report", edition=options.edition), hint=hint)
        )
    if options.perspective is None:
        return
    workspace.plan.party(options.perspective)
    is_own = options.perspective == workspace.configuration.perspective
    if not is_own and _audience(options) is Audience.INTERNAL:
        message_ = told("an internal edition cannot be the copy of `{party}`", party=options.perspective)
        raise PlanReportsError(Problem(message_, hint=told("ask for the joint edition")))


def _audience(options: ReviewReportOptions) -> Audience:
    """Return who reads an edition: partners have the joint one, and never more than was asked for."""
    widest = Audience.PARTNER if options.edition == "joint" else Audience.INTERNAL
    return widest if options.audience.sees(widest) else options.audience


@dataclass(frozen=True, slots=True)
class _Making:
    """The making of one report; what is worked out of the commitments comes from `tracked` only."""

    workspace: Workspace
    options: ReviewReportOptions

    def report(self) -> ReviewReport:
        workspace, audience = self.workspace, _audience(self.options)
        review = review_year(workspace, self.options.year)
        file = review_file(workspace, review.year)
        tracked = tracking(workspace, audience, review.as_of)
        stories, sides = Stories(workspace, review), parties(workspace)
        return ReviewReport(
            title=workspace.catalogs.text(_TITLE).format(year=review.year),
            edition="internal" if audience is Audience.INTERNAL else "joint",
            audience=audience.value,
            is_example=workspace.configuration.example,
            organisation=workspace.configuration.organisation.name,
            department=workspace.configuration.organisation.department,
            own_party=sides[0].name,
            parties=tuple(party.name for party in sides),
            plan_title=workspace.plan.title,
            fingerprint=workspace.plan.fingerprint,
            review=review,
            summary=tuple(point.text for point in _seen(file.summary, audience)),
            standing=standing(workspace, tracked, review),
            stories=tuple(_area_story(area, tracked, file, stories) for area in workspace.plan.areas),
            exceptions=stories.exceptions(tracked.commitments),
            difficulties=stories.told(tracked, lambda entry: entry.difficulties),
            lessons=stories.told(tracked, lambda entry: entry.lessons),
            support=stories.told(tracked, lambda entry: entry.support_requested),
            decisions=_decisions(file, audience),
            next_year=self._next_year(tracked, file, stories),
            signing=tuple(_signing(party.id, party.name, file) for party in sides),
            matrix=matrix_context(
                workspace, MatrixOptions(audience=audience, as_of=review.as_of, columns=ANNEX)
            ),
        )

    def _next_year(self, tracked: Tracking, file: Review, stories: Stories) -> NextYear:
        year = file.year + 1
        period = self.workspace.configuration.calendar.review_period(year)
        return NextYear(
            year=year,
            first=period.first,
            last=period.last,
            notes=tuple(point.text for point in _seen(file.next_year, tracked.audience)),
            steps=stories.coming_steps(tracked, period.first, period.last),
            due=stories.due(tracked, period.first, period.last),
        )


def _seen(contents: tuple[Content, ...], audience: Audience) -> tuple[Content, ...]:
    return tuple(each for each in contents if audience.sees(each.audience))


def _decisions(file: Review, audience: Audience) -> tuple[DecisionRequested, ...]:
    return tuple(
        DecisionRequested(each.text, each.by, each.reason) for each in _seen(file.decisions, audience)
    )


def _area_story(area: Area, tracked: Tracking, file: Review, stories: Stories) -> AreaStory:
    commitments = of_area(area, tracked)
    notes = _seen(tuple(note for note in file.areas if note.area == area.id), tracked.audience)
    return AreaStory(
        id=area.id,
        title=area.title,
        good=good_share(commitments),
        counts=tuple(pair for pair in tracked.counts(commitments) if pair[1]),
        notes=tuple(note.text for note in notes),
        achievements=tuple(stories.achievements(commitments)),
    )


def _signing(party: str, name: Text, file: Review) -> SigningParty:
    found = next((each for each in file.signatories if each.party == party), None)
    return SigningParty(name, found.name if found else None, found.title if found else None)


REPORT = ReportKind(ReviewReportOptions, review_report)
