"""The plan's text: a plan becomes the context of `plan.html.jinja`, verbatim, with annotations or without.

The plan is public: every audience has the same copy. Without annotations the context holds none.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from planreports.i18n.catalogs import Catalogs
from planreports.i18n.language_names import language_name
from planreports.i18n.messages import message
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.plan.models import Actor, Area, Blemish, Clause, ClauseType, Paragraph, Section, Statement
from planreports.plan.plan import Plan
from planreports.reports import words
from planreports.reports.report import Report, ReportKind, ReportOptions
from planreports.workspace.workspace import Workspace

LAYOUT = "plan.html.jinja"

_BOTH_SIDES = message("Both sides")


@dataclass(frozen=True, slots=True)
class PlanOptions(ReportOptions):
    """What the plan's text is asked for: `annotations` adds what we read in it, set apart from its words."""

    annotations: bool = False


@dataclass(frozen=True, slots=True)
class DateOfClause:
    """A date of the text, and the word for how it bears on what is said."""

    relation: Text
    value: PartialDate


@dataclass(frozen=True, slots=True)
class Reference:
    """What a clause refers to: its name, and what kind of thing it is."""

    name: Text
    kind: Text


@dataclass(frozen=True, slots=True)
class Annotation:
    """What we read in a clause; `quote` are its words where a statement has several clauses."""

    id: str
    type: Text
    is_commitment: bool
    actor: Text
    stance: Text
    by: tuple[Text, ...]
    dates: tuple[DateOfClause, ...]
    references: tuple[Reference, ...]
    quote: str | None


@dataclass(frozen=True, slots=True)
class TextStatement:
    """A sentence of the plan, verbatim; `citation` is its paragraph's, for the first of each."""

    id: str
    citation: str | None
    text: Text
    annotations: tuple[Annotation, ...]
    blemishes: tuple[Blemish, ...]


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section with the official number that it is cited by, such as `3 (1)`."""

    id: str
    citation: str
    title: Text
    paragraphs: tuple[tuple[TextStatement, ...], ...]


@dataclass(frozen=True, slots=True)
class TextArea:
    """An area of the plan."""

    id: str
    title: Text
    sections: tuple[TextSection, ...]


@dataclass(frozen=True, slots=True)
class TypeCount:
    """A type of clause, what it means, and how many clauses are of it: in each area, and in all."""

    type: Text
    meaning: Text
    is_commitment: bool
    by_area: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a plan holds."""

    areas: int
    sections: int
    paragraphs: int
    statements: int
    clauses: int
    commitments: int


@dataclass(frozen=True, slots=True)
class PlanText:
    """Everything that the layout of the plan's text may show; what nobody knows of a plan is not there."""

    title: Text
    organisation: Text
    parties: tuple[Text, ...]
    source: Text | None
    version: str | None
    date: datetime.date | None
    authentic: tuple[Text, ...]
    source_language: str
    source_language_name: Text
    fingerprint: str
    extent: Extent
    is_annotated: bool
    types: tuple[TypeCount, ...]
    areas: tuple[TextArea, ...]


def plan_report(workspace: Workspace, options: PlanOptions) -> Report:
    """Return the text of a workspace's plan."""
    made = plan_context(workspace, options)
    subject = (
        message("Text of the plan with annotations") if options.annotations else message("Text of the plan")
    )
    return Report(
        layout=LAYOUT,
        context={"plan": made},
        title=made.title,
        subject=workspace.catalogs.text(subject),
        author=made.organisation,
        date=made.date,
    )


def plan_context(workspace: Workspace, options: PlanOptions) -> PlanText:
    """Return the context of the plan's text; its annotations are in it if they are asked for."""
    plan, catalogs = workspace.plan, workspace.catalogs
    reading = _Reading(plan, catalogs) if options.annotations else None
    return PlanText(
        title=plan.title,
        organisation=workspace.configuration.organisation.name,
        parties=tuple(party.name for party in plan.parties),
        source=plan.details.source,
        version=plan.details.version,
        date=plan.details.date,
        authentic=tuple(language_name(code, catalogs) for code in plan.details.authentic),
        source_language=plan.title.source.language,
        source_language_name=language_name(plan.title.source.language, catalogs),
        fingerprint=plan.fingerprint,
        extent=_extent(plan),
        is_annotated=options.annotations,
        types=tuple(_type_count(each, plan, catalogs) for each in ClauseType) if reading else (),
        areas=tuple(_area(area, reading) for area in plan.areas),
    )


def _extent(plan: Plan) -> Extent:
    return Extent(
        areas=len(plan.areas),
        sections=len(plan.sections()),
        paragraphs=len(plan.paragraphs()),
        statements=len(plan.statements()),
        clauses=len(plan.clauses()),
        commitments=len(plan.commitments()),
    )


def _type_count(type_: ClauseType, plan: Plan, catalogs: Catalogs) -> TypeCount:
    found = [clause for clause in plan.clauses() if clause.type is type_]
    areas = Counter(clause.id.partition(".")[0] for clause in found)
    return TypeCount(
        catalogs.text(words.TYPES[type_]),
        catalogs.text(words.MEANINGS[type_]),
        type_ in (ClauseType.ACTION, ClauseType.CONTINUING),
        tuple(areas[area.id] for area in plan.areas),
        len(found),
    )


def _area(area: Area, reading: _Reading | None) -> TextArea:
    return TextArea(area.id, area.title, tuple(_section(each, reading) for each in area.sections))


def _section(section: Section, reading: _Reading | None) -> TextSection:
    paragraphs = tuple(tuple(_statements(each, reading)) for each in section.paragraphs)
    return TextSection(section.id, section.citation, section.title, paragraphs)


def _statements(paragraph: Paragraph, reading: _Reading | None) -> Iterable[TextStatement]:
    for number, statement in enumerate(paragraph.statements):
        yield TextStatement(
            id=statement.id,
            citation=None if number else paragraph.citation,
            text=statement.text,
            annotations=reading.annotations(statement) if reading else (),
            blemishes=statement.blemishes if reading else (),
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Puts what a plan says of its clauses into words of the catalogs."""

    plan: Plan
    catalogs: Catalogs

    def annotations(self, statement: Statement) -> tuple[Annotation, ...]:
        several = len(statement.clauses) > 1
        return tuple(self._annotation(each, quoted=several) for each in statement.clauses)

    def _annotation(self, clause: Clause, *, quoted: bool) -> Annotation:
        text, plan = self.catalogs.text, self.plan
        both = clause.actor is Actor.BOTH_SIDES
        entries = [plan.register[each] for each in clause.refers_to]
        return Annotation(
            id=clause.id,
            type=text(words.TYPES[clause.type]),
            is_commitment=clause.is_commitment,
            actor=text(_BOTH_SIDES) if both else plan.party(clause.actor).name,
            stance=text(words.STANCES[clause.stance]),
            by=tuple(plan.party(each).name for each in clause.by),
            dates=tuple(
                DateOfClause(text(words.RELATIONS[each.relation]), each.value) for each in clause.dates
            ),
            references=tuple(Reference(each.name, text(words.KINDS[each.kind])) for each in entries),
            quote=clause.quote if quoted else None,
        )


REPORT = ReportKind(PlanOptions, plan_report)
