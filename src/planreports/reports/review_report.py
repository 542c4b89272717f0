"""The review report: a year of all commitments, in the internal edition or in the one of both sides.

The joint edition is for partners: what is internal is taken away before anything is counted.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from planreports.document.charts import StackedBars, StackedColumns, Timeline
from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import RichText, Text, joined
from planreports.plan.models import Area
from planreports.reports.matrix import Matrix, MatrixOptions, matrix_context
from planreports.reports.report import Report, ReportOptions
from planreports.reports.review_charts import chart_by_area, chart_of_due_dates, chart_over_years
from planreports.reports.review_figures import (
    AgencyResponse,
    Change,
    Money,
    Response,
    Share,
    change_of,
    money_of,
    responses,
    total_response,
)
from planreports.reports.review_story import AreaStory, ComingStep, Exceptions, Stories, Told, Trouble
from planreports.reports.review_years import ReviewYear, parties, review_file, review_year
from planreports.reports.tracking import TrackedCommitment, Tracking, tracking
from planreports.workspace.calendars import Period
from planreports.workspace.content import Audience
from planreports.workspace.reviews import Review
from planreports.workspace.statuses import Counting, Status
from planreports.workspace.workspace import Workspace

LAYOUT = "review-report.html.jinja"
EDITIONS = ("internal", "joint")
ANNEX = ("reference", "text", "lead", "due", "status", "progress")
"""The columns of the annexed matrix; next steps have a part of their own in the report."""

_TITLE = message("Review report {year}")
_SUBJECT = message("Annual review {year}")
_GOOD = (Counting.GOOD, Counting.DONE)


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
class PartyResponse:
    """How a party's agencies answered, each and all of them."""

    party: Text
    agencies: tuple[AgencyResponse, ...]
    response: Response


@dataclass(frozen=True, slots=True)
class AreaCounts:
    """How many of an area's commitments have each status, in the scale's order, and how many are good."""

    area: Text
    number: str
    counts: tuple[int, ...]
    good: Share


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
    good: Share
    good_before: Share
    statuses: tuple[Status, ...]
    responses: tuple[PartyResponse, ...]
    change: Change
    by_area: StackedBars[Text]
    over_years: StackedColumns[Text] | None
    due_dates: Timeline[Text] | None
    areas: tuple[AreaCounts, ...]
    stories: tuple[AreaStory, ...]
    exceptions: Exceptions
    money: tuple[Money, ...]
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
        hint = did_you_mean(options.edition, EDITIONS) or f"expected one of {', '.join(EDITIONS)}"
        raise PlanReportsError(Problem(f"there is no edition `{options.edition}` of the report", hint=hint))
    if options.perspective is None:
        return
    workspace.plan.party(options.perspective)
    is_own = options.perspective == workspace.configuration.perspective
    if not is_own and _audience(options) is Audience.INTERNAL:
        message_ = f"an internal edition cannot be the copy of `{options.perspective}`"
        raise PlanReportsError(Problem(message_, hint="ask for the joint edition"))


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
        stories = Stories(workspace, review)
        change = change_of(tracked, tracked, review)
        answered = responses(tracked, review, workspace.records.agencies)
        areas = tuple(_area_counts(area, tracked) for area in workspace.plan.areas)
        configuration, sides = workspace.configuration, parties(workspace)
        return ReviewReport(
            title=workspace.catalogs.text(_TITLE).format(year=review.year),
            edition="internal" if audience is Audience.INTERNAL else "joint",
            audience=audience.value,
            is_example=configuration.example,
            organisation=configuration.organisation.name,
            department=configuration.organisation.department,
            own_party=sides[0].name,
            parties=tuple(party.name for party in sides),
            plan_title=workspace.plan.title,
            fingerprint=workspace.plan.fingerprint,
            review=review,
            summary=tuple(point.text for point in _seen(file.summary, audience)),
            good=_good([each.status for each in tracked]),
            good_before=Share(
                sum(each.before.part for each in change.counts if each.status.counts_as in _GOOD),
                sum(change.totals),
            ),
            statuses=change.statuses,
            responses=tuple(
                PartyResponse(party.name, found, total_response(found))
                for party in sides
                if (found := tuple(each for each in answered if each.party == party.id))
            ),
            change=change,
            by_area=chart_by_area(
                [(each.area, each.counts) for each in areas], change.statuses, workspace.catalogs
            ),
            over_years=chart_over_years(tracked, review, workspace),
            due_dates=chart_of_due_dates(tracked, review, self._period(review.year + 1), workspace),
            areas=areas,
            stories=tuple(
                _area_story(area, tracked, file, stories, audience) for area in workspace.plan.areas
            ),
            exceptions=stories.exceptions(tracked.commitments),
            money=money_of(tracked, review, workspace.records.agencies, sides),
            difficulties=stories.told(tracked, lambda entry: entry.difficulties),
            lessons=stories.told(tracked, lambda entry: entry.lessons),
            support=stories.told(tracked, lambda entry: entry.support_requested),
            decisions=tuple(
                DecisionRequested(each.text, each.by, each.reason) for each in _seen(file.decisions, audience)
            ),
            next_year=self._next_year(tracked, file, stories, audience),
            signing=tuple(_signing(party.id, party.name, file) for party in sides),
            matrix=matrix_context(
                workspace, MatrixOptions(audience=audience, as_of=review.as_of, columns=ANNEX)
            ),
        )

    def _next_year(self, tracked: Tracking, file: Review, stories: Stories, audience: Audience) -> NextYear:
        year = file.year + 1
        period = self._period(year)
        return NextYear(
            year=year,
            first=period.first,
            last=period.last,
            notes=tuple(point.text for point in _seen(file.next_year, audience)),
            steps=stories.coming_steps(tracked, period.first, period.last),
            due=stories.due(tracked, period.first, period.last),
        )

    def _period(self, year: int) -> Period:
        return self.workspace.configuration.calendar.review_period(year)


def _seen(contents: tuple[Content, ...], audience: Audience) -> tuple[Content, ...]:
    return tuple(each for each in contents if audience.sees(each.audience))


def _good(statuses: list[Status]) -> Share:
    """Return how many of some commitments are on track or completed."""
    return Share(sum(each.counts_as in _GOOD for each in statuses), len(statuses))


def _area_counts(area: Area, tracked: Tracking) -> AreaCounts:
    commitments = _of_area(area, tracked)
    counts = tuple(count for _, count in tracked.counts(commitments))
    return AreaCounts(area.title, area.id, counts, _good([each.status for each in commitments]))


def _area_story(
    area: Area, tracked: Tracking, file: Review, stories: Stories, audience: Audience
) -> AreaStory:
    commitments = _of_area(area, tracked)
    notes = _seen(tuple(note for note in file.areas if note.area == area.id), audience)
    return AreaStory(
        id=area.id,
        title=area.title,
        good=_good([each.status for each in commitments]),
        counts=tuple(pair for pair in tracked.counts(commitments) if pair[1]),
        notes=tuple(note.text for note in notes),
        achievements=tuple(stories.achievements(commitments)),
    )


def _of_area(area: Area, tracked: Tracking) -> list[TrackedCommitment]:
    return [each for each in tracked if each.area.id == area.id]


def _signing(party: str, name: Text, file: Review) -> SigningParty:
    found = next((each for each in file.signatories if each.party == party), None)
    return SigningParty(name, found.name if found else None, found.title if found else None)
