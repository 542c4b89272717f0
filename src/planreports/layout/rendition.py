"""What one rendition is asked to be: its languages, and how they stand together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import TranslationState


class Arrangement(StrEnum):
    """How the languages of one document stand together."""

    SIDE_BY_SIDE = "side-by-side"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """The languages of a rendition, the first leading, and their arrangement.

    `required` is the state that every translation in it must have at least; None lets all pass.

    >>> LanguageChoice(("en", "lo")).is_multilingual
    True
    """

    languages: tuple[str, ...] = (SOURCE_LANGUAGE,)
    arrangement: Arrangement = Arrangement.SIDE_BY_SIDE
    required: TranslationState | None = None

    @property
    def main(self) -> str:
        """Return the language that comes first."""
        return self.languages[0]

    @property
    def others(self) -> tuple[str, ...]:
        """Return the languages after the first."""
        return self.languages[1:]

    @property
    def is_multilingual(self) -> bool:
        """Return whether there is more than one language."""
        return len(self.languages) > 1
