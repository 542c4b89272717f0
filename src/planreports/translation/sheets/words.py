"""What a review sheet says of itself, in English and in the language under review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planreports.document.nodes import Heading, Inline, LineBreak, Origin, Paragraph, Run
from planreports.errors import did_you_mean
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.language_names import language_name
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import Text, TranslationState
from planreports.told import Told

ORIGIN = Origin("review sheet", 1, 1)

TITLE = message("Review of the {language} translation")
DOMAINS = {
    "plan": message("Text of the plan"),
    "planreports": message("Words of documents"),
    "command": message("Words of the command"),
}
PLAN = message("Plan")
PLAN_NAMES = {
    "title": message("Title and parties"),
    "party": message("Title and parties"),
    "register": message("Names that the plan refers to"),
}
"""What stands above messages of the plan that are of no section, by what their context begins with."""

REFERENCE = message("Ref.")
STATE = message("State")
COMMENT = message("Comment")
CONTEXT = message("Context")
REVIEWER = message("Reviewed by: name and office")
MESSAGES = message("Messages")
BEFORE = message("English before the change")
HOW = message("How to fill in this file")
STEPS = (
    message("Write in the white cells only. References and English are locked: the file is read by them."),
    message("Correct the translation where needed. What stands in braces, such as {number}, stays as it is."),
    message("Choose a state from the list: reviewed if you approve the words, official if they are final."),
    message("To take a translation away, empty its cell and choose missing."),
    message("Write questions and reasons into the comment, your name at the top, and send the file back."),
)  # fmt: skip
STATES = {
    TranslationState.MISSING: message("missing"),
    TranslationState.DRAFT: message("draft"),
    TranslationState.REVIEWED: message("reviewed"),
    TranslationState.OFFICIAL: message("official"),
}

_BETWEEN = " · "


class UnknownStateError(ValueError):
    """Words that are no state, and which states there are."""

    def __init__(self, hint: Told | None) -> None:
        super().__init__(hint)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of sheets in one language beside English; where it has none, English alone."""

    catalogs: Catalogs
    language: str

    def of(self, words: str, **values: object) -> Text:
        """Return words of a sheet in both languages, `{name}` filled in."""
        text = self.catalogs.text(words)
        return text.format(**values) if values else text

    def language_name(self) -> Text:
        """Return the name of the language under review."""
        return language_name(self.language, self.catalogs)

    def pair(self, text: Text) -> tuple[str, str]:
        """Return the English of a text and its translation, empty where there is none."""
        other = text.translation(self.language)
        return str(text), other.text if other.language == self.language else ""

    def line(self, text: Text, between: str = _BETWEEN) -> str:
        """Return both languages of a text in one line."""
        return between.join(filter(None, self.pair(text)))

    def inlines(self, text: Text, between: str, *, is_soft: bool = True) -> tuple[Inline, ...]:
        """Return both languages of a text as inlines; a line feed between is a new line."""
        english, other = self.pair(text)
        made: list[Inline] = [Run(english, SOURCE_LANGUAGE)]
        if other:
            made.append(LineBreak() if between == "\n" else Run(between, SOURCE_LANGUAGE, "separator"))
            made.append(Run(other, self.language, "translation" if is_soft else None))
        return tuple(made)

    def paragraph(self, text: Text, style: str, between: str = _BETWEEN) -> Paragraph:
        """Return both languages of a text as one paragraph."""
        return Paragraph(self.inlines(text, between), SOURCE_LANGUAGE, style, ORIGIN)

    def heading(self, text: Text, level: int) -> Heading:
        """Return both languages of a text as a heading."""
        return Heading(level, self.inlines(text, " | ", is_soft=False), SOURCE_LANGUAGE, ORIGIN)

    # States ------------------------------------------------------------------------------------------

    def state(self, state: TranslationState) -> str:
        """Return a state as lists in sheets show it, such as `draft · ຮ່າງ`."""
        return self.line(self.of(STATES[state]))

    def states(self) -> Sequence[str]:
        """Return the list of states that a sheet offers."""
        return [self.state(each) for each in STATES]

    def state_of(self, words: str) -> TranslationState:
        """Return the state that words in a sheet mean: as the list shows it, or in either language.

        Raises UnknownStateError for others, with the hint.
        """
        asked = " ".join(words.split()).casefold()
        for state in STATES:
            if asked in {each.casefold() for each in self._names(state)}:
                return state
        raise UnknownStateError(did_you_mean(asked, [each.value for each in STATES]))

    def _names(self, state: TranslationState) -> Iterator[str]:
        yield self.state(state)
        yield state.value
        yield from filter(None, self.pair(self.of(STATES[state])))


def words_inlines(words: str, language: str, style: str | None = None) -> tuple[Run | LineBreak, ...]:
    """Return words as inlines, a line break for every line feed."""
    made: list[Run | LineBreak] = []
    for number, line in enumerate(words.split("\n")):
        if number:
            made.append(LineBreak())
        if line:
            made.append(Run(line, language, style))
    return tuple(made)
