"""The topics of a meeting become those of its brief: chosen, quoted, and each with what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planreports.i18n.text import RichText, Text
from planreports.plan.models import Section, Statement
from planreports.reports.matrix_rows import MatrixRow, Rows
from planreports.reports.selection import Selection
from planreports.reports.tracking import Tracking
from planreports.reports.words import TYPES
from planreports.workspace.content import Audience
from planreports.workspace.meetings import CitingPoint, Exchange, Meeting, Topic
from planreports.workspace.statuses import Status
from planreports.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement that a point is about; its `status` and that status's date where it is a commitment."""

    id: str
    citation: str
    status: Status | None
    as_of: datetime.date | None


@dataclass(frozen=True, slots=True)
class BriefPoint:
    """Something to say, and what of the plan it is about."""

    text: RichText
    cites: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class BriefExchange:
    """What they may raise, our response, and what of the plan it is about."""

    point: RichText
    response: RichText
    cites: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class QuotedStatement:
    """A statement of the plan as the brief quotes it, what its clauses are, and what became of those that
    are commitments."""

    id: str
    citation: str
    text: Text
    types: tuple[Text, ...]
    commitments: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class BriefTopic:
    """A section of the plan with what is to be said, answered and left unsaid."""

    id: str
    citation: str
    title: Text
    statements: tuple[QuotedStatement, ...]
    say: tuple[BriefPoint, ...]
    they_may_raise: tuple[BriefExchange, ...]
    if_raised: tuple[BriefPoint, ...]
    not_to_raise: tuple[BriefPoint, ...]
    background: RichText | None

    @property
    def is_silent(self) -> bool:
        """Return whether it holds the plan's words only."""
        parts = (self.say, self.they_may_raise, self.if_raised, self.not_to_raise, self.background)
        return not any(parts)


@dataclass(frozen=True)
class Topics:
    """Makes the topics of a brief for an audience, from a meeting's and the plan's."""

    workspace: Workspace
    tracked: Tracking

    def chosen(self, meeting: Meeting, selection: Selection, *, of_plan: bool) -> tuple[BriefTopic, ...]:
        """Return the topics of a meeting that are as `selection` asks; with `of_plan` also the sections of
        the plan that are, and that the meeting does not list.

        A topic of which the audience may see nothing is left out.
        """
        choice = _Choice(selection, self.tracked)
        seen = [topic for topic in meeting.topics if self._is_seen(topic)]
        listed = [topic for topic in seen if choice.takes(topic.section, self._statements(topic))]
        added = self._added({topic.section for topic in seen}, choice) if of_plan else ()
        return tuple(self._topic(topic) for topic in (*listed, *added))

    def _added(self, listed: Collection[str], choice: _Choice) -> Iterator[Topic]:
        """Yield a topic for each other section that is asked for; a listed one that is not to be seen is no
        exception, which would tell that it is listed."""
        for section in self.workspace.plan.sections():
            statements = [each for paragraph in section.paragraphs for each in paragraph.statements]
            if section.id not in listed and choice.takes(section.id, statements):
                ids = tuple(each.id for each in statements if choice.takes(section.id, [each]))
                yield Topic(section=section.id, statements=ids)

    @property
    def _audience(self) -> Audience:
        return self.tracked.audience

    def _is_seen(self, topic: Topic) -> bool:
        if topic.audience is not None or self._audience is Audience.INTERNAL:
            return self._audience.sees(topic.audience or Audience.INTERNAL)
        return not self._topic(topic).is_silent

    def _topic(self, topic: Topic) -> BriefTopic:
        section, audience = self.workspace.plan.section(topic.section), self._audience
        seen = topic.background is not None and audience.sees(topic.background.audience)
        return BriefTopic(
            id=section.id,
            citation=section.citation,
            title=section.title,
            statements=tuple(self._quoted(each) for each in self._statements(topic)),
            say=self._points(topic.say, section),
            they_may_raise=tuple(self._exchanges(topic.they_may_raise, section)),
            if_raised=self._points(topic.if_raised, section),
            not_to_raise=self._points(topic.not_to_raise, section),
            background=topic.background.text if topic.background and seen else None,
        )

    def _statements(self, topic: Topic) -> list[Statement]:
        section = self.workspace.plan.section(topic.section)
        statements = [each for paragraph in section.paragraphs for each in paragraph.statements]
        return [each for each in statements if not topic.statements or each.id in topic.statements]

    def _points(self, points: Iterable[CitingPoint], section: Section) -> tuple[BriefPoint, ...]:
        return tuple(
            BriefPoint(each.text, self._cited(each.cites, section))
            for each in points
            if self._audience.sees(each.audience)
        )

    def _exchanges(self, exchanges: Iterable[Exchange], section: Section) -> Iterator[BriefExchange]:
        for each in exchanges:
            if self._audience.sees(each.audience):
                yield BriefExchange(each.point, each.response, self._cited(each.cites, section))

    def _cited(self, ids: Sequence[str], section: Section) -> tuple[Cited, ...]:
        statements = [each for paragraph in section.paragraphs for each in paragraph.statements]
        return tuple(self._citation(each) for each in statements if each.id in ids)

    def _citation(self, statement: Statement) -> Cited:
        """Return how a statement is cited; of several commitments, the first's status stands for it."""
        commitments = statement.commitments
        if not commitments:
            return Cited(statement.id, statement.citation, None, None)
        tracked = self.tracked[commitments[0].id]
        return Cited(
            statement.id, statement.citation, tracked.status, tracked.last.as_of if tracked.last else None
        )

    def _quoted(self, statement: Statement) -> QuotedStatement:
        types = dict.fromkeys(clause.type for clause in statement.clauses)
        rows = Rows(self.workspace)
        return QuotedStatement(
            id=statement.id,
            citation=statement.citation,
            text=statement.text,
            types=tuple(self.workspace.catalogs.text(TYPES[each]) for each in types),
            commitments=tuple(rows.row(self.tracked[each.id]) for each in statement.commitments),
        )


class _Choice:
    """Says whether a section is as asked for: by its id, and by what became of its commitments."""

    def __init__(self, selection: Selection, tracked: Tracking) -> None:
        self.sections = selection.section
        others = replace(selection, section=())
        self.statements = {each.statement.id for each in others.of(tracked)} if others else None

    def takes(self, section: str, statements: Iterable[Statement]) -> bool:
        """Return whether a topic of this section with these statements is asked for."""
        if self.sections and section not in self.sections:
            return False
        return self.statements is None or any(each.id in self.statements for each in statements)
