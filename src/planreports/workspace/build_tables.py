"""A `[[build]]` table of `planreports.toml` as typed data: documents that are made all at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from planreports.told import told
from planreports.workspace.content import Audience, LanguageCode, WorkspaceModel

LanguageList = Annotated[tuple[LanguageCode, ...], Field(min_length=1)]

Every = Literal["meeting", "agency", "year"]
"""What a document can be made for each of: a meeting's file, an agency with commitments, a reviewed year."""


def _as_choices(value: object) -> object:
    """Return a list of languages as the only choice of a list of choices."""
    is_one = isinstance(value, list) and value and all(isinstance(each, str) for each in value)
    return [value] if is_one else value


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


LanguageChoices = Annotated[
    tuple[LanguageList, ...],
    BeforeValidator(_as_choices, json_schema_input_type=LanguageList | tuple[LanguageList, ...]),
]


class BuildTable(WorkspaceModel):
    """What to make of one report: in which languages and formats, for whom, for each of what, and where to.

    `languages` is a list such as `["en", "lo"]`, or a list of such lists. `into` is a folder below the output
    folder and `name` a file's name, both with `{agency}`, `{languages}` and the like in them.
    """

    report: str = Field(min_length=1, max_length=80)
    every: Annotated[
        tuple[Every, ...], BeforeValidator(_as_list, json_schema_input_type=Every | tuple[Every, ...])
    ] = ()
    languages: LanguageChoices = ()
    arrangement: Literal["side-by-side", "stacked"] = "side-by-side"
    formats: tuple[str, ...] = Field(
        default=(), description=told("file formats such as docx, pdf, html, xlsx")
    )
    audience: Audience = Audience.INTERNAL
    into: str = Field(default="", max_length=200)
    name: str | None = Field(default=None, min_length=1, max_length=120)
    options: Mapping[str, Any] = Field(default_factory=dict)
    require: Literal["draft", "reviewed", "official"] | None = Field(
        default=None, description=told("the state that every translation must have at least")
    )
    layout: str | None = None
    layout_options: Mapping[str, Any] = Field(default_factory=dict)
