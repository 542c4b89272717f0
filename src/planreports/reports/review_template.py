"""The review template: a year's commitments of an agency become a form to fill in, what is known locked.

An agency of the own side gets what is internal; one of the other party, what partners may see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planreports.errors import PlanReportsError, Problem, UnknownIdError
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import RichText, Text, joined
from planreports.reports.report import Report, ReportKind, ReportOptions
from planreports.reports.review_cards import Cards, FormCommitment
from planreports.reports.review_words import GUIDANCE, RECOMMENDATIONS, SHARING, SHARING_OF_PARTNERS
from planreports.reports.review_years import ReviewYear, audience_of, review_year
from planreports.reports.tracking import (
    TrackedCommitment,
    Tracking,
    reduced_agency,
    tracking,
)
from planreports.told import Told, both, told
from planreports.workspace.agencies import Agency, FocalPoint
from planreports.workspace.content import Audience, PointContent
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace

LAYOUT = "review-template.html.jinja"

_SUBJECT = message("Form for the annual review")
_TITLE = message("Annual review {year}")


@dataclass(frozen=True, slots=True)
class ReviewTemplateOptions(ReportOptions):
    """What a form is asked for: the id of the `agency` that fills it in, and the `year` under review."""

    agency: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list: its words, and the value that stands for it in a workspace's files."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """Everything that a form's layout may show, already reduced to what its agency may see.

    `to_report` has a card each; `closed` was finished before the year, and `supported` is led by others:
    both are listed only.
    """

    id: str
    version: str
    fingerprint: str
    audience: str
    is_example: bool
    organisation: Text
    department: Text | None
    own_party: Text
    plan_title: Text
    source_language: str
    agency: Text
    party: Text
    contacts: tuple[FocalPoint, ...]
    review: ReviewYear
    return_to: Text | None
    focal_point: FocalPoint | None
    guidance: RichText | None
    usual_guidance: tuple[Text, ...]
    statuses: tuple[Status, ...]
    sharing: tuple[Choice, ...]
    recommendations: tuple[Choice, ...]
    to_report: tuple[FormCommitment, ...]
    closed: tuple[FormCommitment, ...]
    supported: tuple[FormCommitment, ...]

    @property
    def status_choices(self) -> tuple[Choice, ...]:
        """Return the closed list of statuses."""
        return tuple(Choice(each.id, each.label) for each in self.statuses)


def review_template_report(workspace: Workspace, options: ReviewTemplateOptions) -> Report:
    """Return the form of an agency for a year.

    Raises PlanReportsError when no agency or year is named, or the agency leads nothing in that year, and
    UnknownIdError for an agency that is not there.
    """
    form = review_form(workspace, options)
    return Report(
        layout=LAYOUT,
        context={"form": form},
        title=workspace.catalogs.text(_TITLE).format(year=form.review.year),
        subject=workspace.catalogs.text(_SUBJECT),
        author=form.organisation,
        date=form.review.issued,
    )


def reporting_agencies(
    workspace: Workspace, year: int | None, asked: Audience = Audience.INTERNAL
) -> tuple[str, ...]:
    """Return the ids of the agencies that get a form for a year: who leads something that is not finished."""
    review = review_year(workspace, year)
    found = {
        agency.id
        for party in workspace.plan.parties
        for each in _tracked(workspace, review, audience_of(workspace, party.id, asked))
        for agency in each.leads
        if agency.party == party.id and not _is_closed(each, review)
    }
    return tuple(each.id for each in workspace.records.agencies if each.id in found)


def review_form(workspace: Workspace, options: ReviewTemplateOptions) -> ReviewForm:
    """Return the context of an agency's form. Raises as `review_template_report`."""
    review = review_year(workspace, options.year)
    agency = _agency(workspace, options.agency, review)
    audience = audience_of(workspace, agency.party, options.audience)
    known = _tracked(workspace, review, audience)
    led = [each for each in known if agency.id in _ids(each.leads)]
    open_ = [each for each in led if not _is_closed(each, review)]
    if not open_:
        raise PlanReportsError(_nothing_to_report(agency, review, led, audience))
    settings, configuration, plan = workspace.configuration.review, workspace.configuration, workspace.plan
    made = Cards(workspace, review)
    return ReviewForm(
        id=form_id(workspace, agency, review.year),
        version=settings.form_version,
        fingerprint=plan.fingerprint,
        audience=audience.value,
        is_example=configuration.example,
        organisation=configuration.organisation.name,
        department=configuration.organisation.department,
        own_party=plan.party(configuration.perspective).name,
        plan_title=plan.title,
        source_language=plan.title.source.language,
        agency=agency.name,
        party=plan.party(agency.party).name,
        contacts=reduced_agency(agency, audience).focal_points,
        review=review,
        return_to=settings.return_to,
        focal_point=_seen_person(settings.focal_point, audience),
        guidance=_seen_words(settings.guidance, audience),
        usual_guidance=_usual_guidance(workspace.catalogs, audience),
        statuses=tuple(workspace.statuses),
        sharing=_sharing(workspace, audience),
        recommendations=tuple(
            Choice(each.value, workspace.catalogs.text(words)) for each, words in RECOMMENDATIONS.items()
        ),
        to_report=made.of(open_),
        closed=made.of(each for each in led if _is_closed(each, review)),
        supported=made.of(each for each in known if agency.id in _ids(each.supporting)),
    )


def form_id(workspace: Workspace, agency: Agency, year: int) -> str:
    """Return the id of a form, such as `LJ-2026-MOIC-1`: plan, year, agency, version of the form."""
    settings = workspace.configuration.review
    prefix = settings.form_prefix or "".join(part[0] for part in workspace.plan.id.split("-")).upper()
    return f"{prefix}-{year}-{agency.id.upper()}-{settings.form_version}"


def _tracked(workspace: Workspace, review: ReviewYear, audience: Audience) -> Tracking:
    return tracking(workspace, audience, review.known)


def _agency(workspace: Workspace, id_: str | None, review: ReviewYear) -> Agency:
    """Return the agency that fills a form in. Raises for none, and for one that is not there or gone."""
    agencies = workspace.records.agencies
    if id_ is None:
        ids = ", ".join(each.id for each in agencies)
        hint = told("there are: {ids}", ids=ids) if ids else told("there are none in agencies.yaml")
        raise PlanReportsError(Problem(told("a form is for an agency; name one"), hint=hint))
    agency = agencies[id_]
    now = agencies.on(id_, review.known)
    if now != (agency,):
        names = both(f"`{each.id}`" for each in now)
        message_ = told("the agency `{id}` was no more on {date}", id=id_, date=review.known)
        raise UnknownIdError(Problem(message_, hint=told("its commitments are with {names}", names=names)))
    return agency


def _ids(agencies: Iterable[Agency]) -> set[str]:
    return {each.id for each in agencies}


def _is_closed(commitment: TrackedCommitment, review: ReviewYear) -> bool:
    """Return whether it was finished before the year under review began: nobody is asked about it."""
    last = commitment.last
    return commitment.status.is_final and last is not None and last.as_of < review.period.first


def _nothing_to_report(
    agency: Agency, review: ReviewYear, led: Sequence[TrackedCommitment], audience: Audience
) -> Problem:
    what = _nothing_led(audience) if not led else told("all that it leads is finished")
    return Problem(
        told("the agency `{id}` has nothing to report for {year}", id=agency.id, year=review.year), hint=what
    )


def _nothing_led(audience: Audience) -> Told:
    if audience is Audience.INTERNAL:
        return told("commitments.yaml names it as no commitment's `lead`")
    return told(
        "commitments.yaml names it as no commitment's `lead` for the audience `{audience}`", audience=audience
    )


def _seen_person(person: FocalPoint | None, audience: Audience) -> FocalPoint | None:
    return person if person and audience.sees(person.audience) else None


def _seen_words(point: PointContent | None, audience: Audience) -> RichText | None:
    return point.text if point and audience.sees(point.audience) else None


def _usual_guidance(catalogs: Catalogs, audience: Audience) -> tuple[Text, ...]:
    sharing = SHARING if audience is Audience.INTERNAL else SHARING_OF_PARTNERS
    return tuple(catalogs.text(sharing if each is SHARING else each) for each in GUIDANCE)


def _sharing(workspace: Workspace, audience: Audience) -> tuple[Choice, ...]:
    """Return with whom an answer may be shared. What the other party sends is known to both already."""
    text = workspace.catalogs.text
    public = Choice(Audience.PUBLIC, text(message("Public")))
    if audience is not Audience.INTERNAL:
        return (Choice(Audience.PARTNER, text(message("Both sides"))), public)
    own = workspace.configuration.perspective
    others = [each.name for each in workspace.plan.parties if each.id != own]
    names = joined(", ", others, (SOURCE_LANGUAGE, *workspace.catalogs.languages))
    return (
        Choice(Audience.INTERNAL, text(message("Internal"))),
        Choice(Audience.PARTNER, names),
        public,
    )


REPORT = ReportKind(ReviewTemplateOptions, review_template_report, reporting_agencies)
