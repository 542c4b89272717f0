"""What all files of a workspace are made of: ids, amounts, words, and who may see them.

Whatever is for some eyes only says so in `audience`; what says nothing is internal.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from planreports.i18n.text import RichText
from planreports.told import told

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    Field(description=told("lower-case letters and digits, joined by hyphens, such as 2026-som6")),
]
LanguageCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=20),
    Field(description=told("a language code such as en or lo")),
]
ClockTime = Annotated[
    str,
    StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"),
    Field(description=told("a time of day such as 09:30")),
]
SectionId = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]*\.[1-9][0-9]*$"),
    Field(description=told("a section's id such as 3.1")),
]
StatementId = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]*\.[1-9][0-9]*\.[1-9][0-9]*[a-z]$"),
    Field(description=told("a statement's id such as 3.1.2b")),
]


Currency = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]{3}$"),
    Field(description=told("a currency's code (ISO 4217) such as LAK, JPY or USD")),
]
Amount = Annotated[Decimal, Field(ge=0, max_digits=18, decimal_places=2)]
"""An amount of money; amounts of different currencies are never added."""


class Audience(StrEnum):
    """Who may see a piece of content; each sees what the ones after it see."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"

    def sees(self, content: Audience) -> bool:
        """Return whether this audience may see content that is declared for another.

        >>> Audience.PARTNER.sees(Audience.PUBLIC), Audience.PARTNER.sees(Audience.INTERNAL)
        (True, False)
        """
        order = list(Audience)
        return order.index(self) <= order.index(content)

    def narrowed(self, content: Audience | None) -> Audience:
        """Return who may see a part of content that is for this audience; a part never reaches further.

        >>> Audience.PARTNER.narrowed(Audience.PUBLIC), Audience.PARTNER.narrowed(Audience.INTERNAL)
        (<Audience.PARTNER: 'partner'>, <Audience.INTERNAL: 'internal'>)
        """
        return content if content is not None and content.sees(self) else self


Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""A line of words that are the same in every language, such as a telephone number."""


class WorkspaceModel(BaseModel):
    """What all models share: frozen, and no key that is not named."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def as_point(value: object) -> object:
    """Return words as a point that says nothing of its audience."""
    if isinstance(value, Mapping) and "text" in value:
        return value
    return {"text": value}


class PointContent(WorkspaceModel):
    """Something to say or to know: its words, and who may see them."""

    text: RichText
    audience: Audience = Audience.INTERNAL


Point = Annotated[PointContent, BeforeValidator(as_point)]


class PartContent(WorkspaceModel):
    """Words that are part of a record, seen by whom the record is for; `audience` can narrow that."""

    text: RichText
    audience: Audience | None = None


Part = Annotated[PartContent, BeforeValidator(as_point)]
