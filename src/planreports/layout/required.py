"""The messages that a document prints must be in a state that was asked for, or there is no document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from planreports.errors import PlanReportsError, Problem
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import Text, TranslationState
from planreports.layout.rendition import LanguageChoice
from planreports.told import Told, told


class CatalogPlace(NamedTuple):
    """Where a message stands in a catalog."""

    file: str
    line: int


FindPlace = Callable[[str, str], CatalogPlace | None]
"""Returns where the words of the source stand in a language's catalog, if they do."""


def require_state(messages: Iterable[Text], choice: LanguageChoice, place_of: FindPlace) -> None:
    """Raise PlanReportsError with every message whose translation is less than the choice requires."""
    if choice.required is not None:
        problems = list(_problems(dict.fromkeys(messages), choice, choice.required, place_of))
        if problems:
            raise PlanReportsError(dict.fromkeys(problems))


def _problems(
    messages: Iterable[Text], choice: LanguageChoice, required: TranslationState, place_of: FindPlace
) -> Iterator[Problem]:
    hint = told("at least {state} is required", state=_said(required))
    translated = [code for code in choice.languages if code != SOURCE_LANGUAGE]
    for text in messages:
        for code in translated:
            found = text.translation(code)
            if found.state.rank > required.rank:
                words = str(text)
                message = told(
                    "`{words}` in the language `{code}`: {state}",
                    words=words if len(words) <= 60 else words[:60] + "…",
                    code=code,
                    state=_said(found.state),
                )
                file, line = place_of(code, words) or (None, None)
                yield Problem(message, file, line, hint=hint)


def _said(state: TranslationState) -> Told:
    match state:
        case TranslationState.OFFICIAL:
            return told("official")
        case TranslationState.REVIEWED:
            return told("reviewed")
        case TranslationState.DRAFT:
            return told("a draft")
        case TranslationState.MISSING:
            return told("not translated")
