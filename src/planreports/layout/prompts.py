"""What asks for an answer where a program fills in a form: words of the catalog, or signs in small fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from planreports.document.forms import FieldKind, Prompt
from planreports.i18n.messages import message
from planreports.i18n.text import Text

_WORDS: Mapping[FieldKind, str] = {"lines": message("Write here"), "choice": message("Choose one")}

_SIGNS: Mapping[FieldKind, str] = {"text": "…………", "date": "__/__/____"}
"""The same in every language, because words of two would not fit into a small field."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """The words that ask, by the kind of field."""

    texts: Mapping[FieldKind, Text]

    @classmethod
    def of(cls, translate: Callable[[str], Text]) -> Prompts:
        """Return the words in all languages that `translate` knows."""
        return cls({kind: translate(words) for kind, words in _WORDS.items()})

    def asking(self, kind: FieldKind, languages: Sequence[str]) -> tuple[Prompt, ...]:
        """Return what asks for a field of a kind, in some languages: a field is one for all of them."""
        if kind in _SIGNS:
            return (Prompt(languages[0], _SIGNS[kind]),)
        found = (self.texts[kind].translation(language) for language in languages)
        return tuple(dict.fromkeys(Prompt(each.language, each.text) for each in found))
