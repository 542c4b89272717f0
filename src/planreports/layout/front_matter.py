"""The head of a layout becomes what it says of itself: what it is for, and the options that it has.

Front matter is YAML in a comment of Jinja, at the very beginning: so it is never part of what is rendered,
and its mistakes have the line and column that they have in the layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from planreports.errors import DataError, LayoutError, Problem
from planreports.files.reading import read_text
from planreports.files.source import Source
from planreports.files.validation import validated
from planreports.files.yaml_source import parse_yaml
from planreports.i18n.text import Text
from planreports.layout.folders import LayoutFile
from planreports.told import told

MAXIMUM_BYTES = 1_000_000
"""The largest layout that is read."""

_BEGIN = "{#---"
_FRONT_MATTER = re.compile(r"\{#---[ \t]*\n(?P<yaml>(?:.*\n)*?)---#\}")

OptionName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$", max_length=40),
    Field(description=told("lower-case letters and digits, joined by underscores, such as with_annex")),
]
Choice = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40),
    Field(description=told("lower-case letters and digits, joined by hyphens, such as by-area")),
]


class OptionType(StrEnum):
    """What an option of a layout holds."""

    TEXT = "text"
    WHOLE_NUMBER = "whole number"
    NUMBER = "number"
    YES_OR_NO = "yes or no"
    DATE = "date"
    CHOICE = "choice"


class LayoutOption(BaseModel):
    """An option that a layout declares; `default` is as the file has it, and None where it has none."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    type: OptionType
    default: Any = None
    choices: tuple[Choice, ...] = ()
    help: Text | None = None


class FrontMatter(BaseModel):
    """What a layout says of itself.

    `about` says in words what it is for; `options` are those that it has.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    about: Text | None = None
    options: dict[OptionName, LayoutOption] = {}


class ReadFrontMatter(BaseModel):
    """Front matter, and where in its layout everything of it stands."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    matter: FrontMatter
    source: Source


def read_front_matter(layout: LayoutFile) -> ReadFrontMatter:
    """Return the front matter of a layout; it is empty where the layout has none.

    Raises LayoutError for a layout that cannot be read, and with every mistake in its front matter: broken
    YAML, unknown keys and types with the nearest that there are, choices without words.
    """
    try:
        return parse_front_matter(read_text(layout.path, layout.name, MAXIMUM_BYTES), layout.name)
    except DataError as error:
        raise LayoutError(error.problems) from error


def parse_front_matter(layout: str, name: str) -> ReadFrontMatter:
    """Return the front matter at the beginning of a layout's source; see `read_front_matter`."""
    if not layout.startswith(_BEGIN):
        return ReadFrontMatter(matter=FrontMatter(), source=Source(name, {}))
    found = _FRONT_MATTER.match(layout)
    if found is None:
        message = told("the front matter has no end")
        raise LayoutError(
            Problem(
                message,
                name,
                1,
                1,
                told("expected {begin}, lines of YAML, and a line {end}", begin="{#---", end="---#}"),
            )
        )
    if "#}" in found["yaml"]:
        before = layout[: layout.index("#}")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise LayoutError(
            Problem(
                told("{end} ends the front matter here", end="#}"),
                name,
                line,
                column,
                told("put a space between"),
            )
        )
    if not found["yaml"].strip():
        return ReadFrontMatter(matter=FrontMatter(), source=Source(name, {}))
    source = parse_yaml("\n" + found["yaml"], name)
    matter = validated(FrontMatter, source)
    if problems := list(_choice_problems(matter, source)):
        raise LayoutError(problems)
    return ReadFrontMatter(matter=matter, source=source)


def _choice_problems(matter: FrontMatter, source: Source) -> Iterator[Problem]:
    for name, option in matter.options.items():
        path = ("options", name)
        if option.type is OptionType.CHOICE and len(option.choices) < 2:
            yield source.problem(
                (*path, "type"),
                told("the option `{name}` has nothing to choose from", name=name),
                told("expected choices: [one, another]"),
            )
        if option.type is not OptionType.CHOICE and option.choices:
            yield source.problem(
                (*path, "choices"),
                told("the option `{name}` is no choice", name=name),
                told("expected type: choice"),
                at_key=True,
            )
