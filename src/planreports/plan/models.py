"""The plan's typed data: areas, sections, paragraphs, statements and their clauses, and the register.

Every model is frozen and built of tuples: typed, hashable, safe to share. Ids are the plan's own
numbering (`3`, `3.1`, `3.1.2`, `3.1.2b`, `3.1.2b-2`), stable, and never given to anything else.
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text
from planreports.plan.stance import Stance


def _id(pattern: str, description: str) -> object:
    return Field(pattern=f"^{pattern}$", max_length=60, description=description)


_NUMBER = r"[1-9][0-9]{0,2}"
AreaId = Annotated[str, _id(_NUMBER, "an area's id such as 3")]
SectionId = Annotated[str, _id(rf"{_NUMBER}\.{_NUMBER}", "a section's id such as 3.1")]
ParagraphId = Annotated[str, _id(rf"{_NUMBER}(\.{_NUMBER}){{2}}", "a paragraph's id such as 3.1.2")]
StatementId = Annotated[str, _id(rf"{_NUMBER}(\.{_NUMBER}){{2}}[a-z]", "a statement's id such as 3.1.2b")]
ClauseId = Annotated[
    str, _id(rf"{_NUMBER}(\.{_NUMBER}){{2}}[a-z](-{_NUMBER})?", "a clause's id such as 3.1.2b or 3.1.2b-2")
]
Slug = Annotated[
    str,
    _id(
        r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters and digits, joined by hyphens, such as rcep-agreement"
    ),
]
LanguageCode = Annotated[str, _id("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code such as en or lo")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class PlanModel(BaseModel):
    """What all models share: frozen, and no key that is not named."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Actor(StrEnum):
    """Who speaks in a clause."""

    BOTH_SIDES = "both-sides"
    LAO_PDR = "lao-pdr"
    JAPAN = "japan"


class ClauseType(StrEnum):
    """What a clause is: only actions and continuing ones are commitments."""

    ACTION = "action"
    CONTINUING = "continuing"
    POSITION = "position"
    ACKNOWLEDGEMENT = "acknowledgement"


class DateRelation(StrEnum):
    """How a date bears on what a clause says."""

    BY = "by"
    IN = "in"
    ON = "on"
    SINCE = "since"
    DURING = "during"


class EntryKind(StrEnum):
    """What a register's entry is."""

    INSTRUMENT = "instrument"
    AGREEMENT = "agreement"
    PROGRAMME = "programme"
    BODY = "body"
    EVENT = "event"
    PLACE = "place"
    TERM = "term"


class ClauseDate(PlanModel):
    """A date that the text itself gives, as precise as it gives it, with the words that say it."""

    value: PartialDate
    relation: DateRelation
    words: Words


class Clause(PlanModel):
    """Part of a statement with one actor and one stance, quoting the statement's words exactly.

    `by` are the parties who must act: given for commitments, and for them only. Where `quote` leaves words
    out, ` … ` stands for them.
    """

    id: ClauseId
    actor: Actor
    stance: Stance
    type: ClauseType
    quote: Words
    by: tuple[Slug, ...] = ()
    dates: tuple[ClauseDate, ...] = ()
    refers_to: tuple[Slug, ...] = ()

    @property
    def is_commitment(self) -> bool:
        """Return whether something must be done: tracked, reported on, and counted."""
        return self.type in (ClauseType.ACTION, ClauseType.CONTINUING)

    @property
    def statement_id(self) -> str:
        """Return the id of the statement that it is part of."""
        return self.id.partition("-")[0]


class Blemish(PlanModel):
    """A slip of the source that is kept verbatim and flagged, never mended."""

    words: Words
    note: Words


class Statement(PlanModel):
    """A sentence of the plan, verbatim, and what it binds whom to."""

    id: StatementId
    text: Text
    clauses: tuple[Clause, ...] = Field(min_length=1)
    blemishes: tuple[Blemish, ...] = ()

    @property
    def commitments(self) -> tuple[Clause, ...]:
        """Return its clauses that are commitments."""
        return tuple(clause for clause in self.clauses if clause.is_commitment)

    @property
    def citation(self) -> str:
        """Return how the plan's own numbering names its paragraph, with our paragraph number: `3 (1) ¶2`."""
        area, section, paragraph = self.id[:-1].split(".")
        return f"{area} ({section}) ¶{paragraph}"


class Paragraph(PlanModel):
    """A paragraph of the plan; the source does not number them, so the number in its citation is ours."""

    id: ParagraphId
    statements: tuple[Statement, ...] = Field(min_length=1)

    @property
    def text(self) -> str:
        """Return its words in the source language: its statements, joined by spaces."""
        return " ".join(str(statement.text) for statement in self.statements)

    @property
    def citation(self) -> str:
        """Return how it is cited: `3 (1) ¶2`."""
        return self.statements[0].citation


class Section(PlanModel):
    """A numbered section of an area."""

    id: SectionId
    title: Text
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1)

    @property
    def citation(self) -> str:
        """Return its number as the text has it: `3 (1)`."""
        area, section = self.id.split(".")
        return f"{area} ({section})"


class Area(PlanModel):
    """One of the plan's areas."""

    id: AreaId
    title: Text
    sections: tuple[Section, ...] = Field(min_length=1)


class Party(PlanModel):
    """A party to the plan; `country` is its ISO 3166 code."""

    id: Slug
    name: Text
    country: Annotated[str, _id("[A-Z]{2}", "an ISO 3166 country code such as LA")]


class RegisterEntry(PlanModel):
    """What clauses refer to, defined once. `names` are the other words by which the text names it."""

    id: Slug
    kind: EntryKind
    name: Text
    acronym: Words | None = None
    expansion: Words | None = None
    expanded_in_text: bool = False
    names: tuple[Words, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """Return every word by which it may be asked for."""
        names = (str(self.name), self.acronym, self.expansion, *self.names)
        return tuple(dict.fromkeys(name for name in names if name))


class RegisterFile(PlanModel):
    """`register.yaml`: everything that clauses refer to."""

    entries: tuple[RegisterEntry, ...]


class PlanDetails(PlanModel):
    """What is known of a plan beside its words, typed by whoever knows it; what nobody typed is not there.

    `source` says where the words were taken from, `version` which of its versions they are, `date` when it
    was agreed, and `authentic` in which languages its words bind.
    """

    source: Text | None = None
    version: Words | None = None
    date: datetime.date | None = None
    authentic: tuple[LanguageCode, ...] = ()


class PlanFile(PlanDetails):
    """`plan.yaml`: the plan's title, details and parties, and which files hold the rest.

    `retired` are ids of clauses that were published once and withdrawn; they are never used again.
    """

    id: Slug
    title: Text
    source_language: str = "en"
    parties: tuple[Party, ...] = Field(min_length=1)
    areas: tuple[str, ...] = Field(min_length=1)
    register_file: str = Field(default="register.yaml", alias="register")
    retired: tuple[ClauseId, ...] = ()
