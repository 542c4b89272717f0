"""`planreports.toml` as typed data: what holds for a whole workspace."""

from __future__ import annotations

import datetime
import re

from pydantic import Field, field_validator

from planreports.files.validation import refused
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import Text, TranslationState
from planreports.told import told
from planreports.workspace.build_tables import BuildTable
from planreports.workspace.calendars import CalendarSettings
from planreports.workspace.content import Id, LanguageCode, WorkspaceModel
from planreports.workspace.reviews import ReviewSettings
from planreports.workspace.statuses import Status


class Organisation(WorkspaceModel):
    """Who writes the documents, as their head has it.

    `national_head` are the lines of the State's name and motto, centred above the head of documents for the
    own side; joint documents have none.
    """

    name: Text
    department: Text | None = None
    place: Text | None = None
    national_head: tuple[Text, ...] = Field(default=(), max_length=4)


class Numbering(WorkspaceModel):
    """How documents are numbered: `{number}` is what the file of one says, `{year}` that of its issue."""

    brief: Text | None = None

    @field_validator("brief")
    @classmethod
    def _it_has_a_number(cls, pattern: Text | None) -> Text | None:
        for each in pattern.translations if pattern else ():
            found = _PLACEHOLDERS.findall(each.text)
            if "{number}" not in found or not {"{number}", "{year}"}.issuperset(found):
                expected = told(
                    "expected words with {number}, and {year} if the year is to stand there",
                    number="{number}",
                    year="{year}",
                )
                raise refused("text", expected)
        return pattern

    def of_brief(self, number: str, issued: datetime.date) -> Text | str:
        """Return how a brief's number is written: in each language, where the pattern says it in several."""
        if self.brief is None:
            return number
        written = self.brief.format(number=number, year=issued.year)
        return written if len(written.translations) > 1 else str(written)


_PLACEHOLDERS = re.compile(r"\{[^{}]*\}|[{}]")


class Translations(WorkspaceModel):
    """How far translations may be trusted that stand in the workspace's own files."""

    inline: TranslationState = TranslationState.REVIEWED


class Configuration(WorkspaceModel):
    """`planreports.toml`: what holds for the whole workspace.

    `perspective` is the id of the party whose own copies are written: its side stands first. `example`
    says on every page that the content is invented.
    """

    plan: str = Field(default="lao-japan", min_length=1, max_length=200)
    languages: tuple[LanguageCode, ...] = Field(default=(SOURCE_LANGUAGE,), min_length=1)
    perspective: Id
    example: bool = False
    organisation: Organisation
    numbering: Numbering = Numbering()
    translations: Translations = Translations()
    statuses: tuple[Status, ...] = ()
    calendar: CalendarSettings = CalendarSettings()
    review: ReviewSettings = ReviewSettings()
    build: tuple[BuildTable, ...] = ()
