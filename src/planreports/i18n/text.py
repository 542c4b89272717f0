"""`Text`: a human-readable string in one or more languages, each with the state of its translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from planreports.files.validation import refused
from planreports.i18n.languages import PSEUDO_LANGUAGE, SOURCE_LANGUAGE
from planreports.told import Told, told

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""A name in braces and nothing more: `str.format` would let a translation reach into what it names."""

INLINE_STATE = "inline_state"
"""The key of a pydantic validation context that says in which state a file's own translations are."""


MessageKey = tuple[str | None, str]
"""A message's context (msgctxt) and its words in the source language (msgid)."""


class TranslationState(StrEnum):
    """How far a translation may be trusted; ordered from the best to none at all."""

    OFFICIAL = "official"
    REVIEWED = "reviewed"
    DRAFT = "draft"
    MISSING = "missing"

    @property
    def rank(self) -> int:
        """Return 0 for official up to 3 for missing, so that states can be compared."""
        return list(TranslationState).index(self)


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of a text in one language.

    `language` is the language of the words themselves: when a translation was asked for that does not
    exist, it is the source language and `state` is `missing`. `is_completion` says that the words were added
    to those of a file, in whose value they have no part.
    """

    language: str
    text: str
    state: TranslationState = TranslationState.OFFICIAL
    is_completion: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A string in one or more languages; the first is the source. `str()` gives the source's words.

    `messages` are those of catalogs that it was made of; they make no difference to what it says.

    >>> text = Text.of("Status").translated("lo", "ສະຖານະ", TranslationState.DRAFT)
    >>> text.translation("lo").text, str(text)
    ('ສະຖານະ', 'Status')
    >>> text.translation("ja").state
    <TranslationState.MISSING: 'missing'>
    """

    translations: tuple[Translation, ...]
    messages: tuple[MessageKey, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def of(cls, words: str, language: str = SOURCE_LANGUAGE) -> Self:
        """Return a text in one language, its own source."""
        return cls((Translation(language, words),))

    @classmethod
    def from_mapping(
        cls, words: Mapping[str, str], state: TranslationState = TranslationState.REVIEWED
    ) -> Self:
        """Return a text from `{"en": …, "lo": …}`; languages other than the source get `state`."""
        first = SOURCE_LANGUAGE if SOURCE_LANGUAGE in words else next(iter(words))
        made = [Translation(first, words[first])]
        for code, each in words.items():
            if code != first:
                made.append(Translation(code, each, state))
        return cls(tuple(made))

    @property
    def source(self) -> Translation:
        """Return the words that the others translate."""
        return self.translations[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages that this text has words in."""
        return tuple(translation.language for translation in self.translations)

    def __str__(self) -> str:
        return self.source.text

    def __bool__(self) -> bool:
        return any(translation.text for translation in self.translations)

    def translation(self, language: str) -> Translation:
        """Return the words in a language; where there are none, the source's, in state `missing`.

        In the pseudo-locale nothing is missing: what is in no catalog stays as it is, and is found by that.
        """
        for translation in self.translations:
            if translation.language == language:
                return translation
        if language == PSEUDO_LANGUAGE:
            return self.source
        return replace(self.source, state=TranslationState.MISSING)

    def translated(self, language: str, words: str, state: TranslationState) -> Self:
        """Return this text with the words of one more language, replacing those it had in it."""
        others = tuple(each for each in self.translations if each.language != language)
        return replace(self, translations=(*others, Translation(language, words, state)))

    def completed(self, translation: Translation) -> Self:
        """Return this text with words from elsewhere, which `plain` leaves out."""
        completion = replace(translation, is_completion=True)
        return replace(self, translations=(*self.translations, completion))

    def map(self, change: Callable[[str], str]) -> Self:
        """Return this text with `change` applied to the words of each language."""
        changed = tuple(replace(each, text=change(each.text)) for each in self.translations)
        return replace(self, translations=changed)

    def format(self, **values: object) -> Self:
        """Return this text with `{name}` filled in; a value that is a `Text` gives each language its own.

        A translation is at most as good as the worst of what stands in it.

        >>> str(Text.of("{n} of {total}").format(n=1, total=2))
        '1 of 2'
        """
        inside = [value for value in values.values() if isinstance(value, Text)]
        filled = tuple(_filled(each, values) for each in self.translations)
        return type(self)(filled, messages_of((self, *inside)))

    @classmethod
    def parse(cls, value: object, state: TranslationState = TranslationState.REVIEWED) -> Self:
        """Return the text that a file's value means: words in the source language, or words per language.

        `state` is that of languages other than the source. Raises pydantic's custom error `text` for
        anything else, as its validators do.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, str) and value.strip():
            return cls.of(value)
        if isinstance(value, Mapping) and _are_words(value):
            return cls.from_mapping(value, state)
        raise refused("text", _expected(value))

    def plain(self) -> str | dict[str, str]:
        """Return the value that a file holds: what `parse` reads."""
        own = {each.language: each.text for each in self.translations if not each.is_completion}
        return self.source.text if list(own) == [SOURCE_LANGUAGE] else own

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(cls.plain)
        )

    @classmethod
    def _validate(cls, value: object, info: core_schema.ValidationInfo) -> Self:
        return cls.parse(value, (info.context or {}).get(INLINE_STATE, TranslationState.REVIEWED))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        words = {"type": "string", "minLength": 1}
        return {"anyOf": [words, {"type": "object", "minProperties": 1, "additionalProperties": words}]}


@dataclass(frozen=True, slots=True)
class RichText(Text):
    """A text written in CommonMark: emphasis, links, lists and paragraphs, never HTML."""


def _filled(translation: Translation, values: Mapping[str, object]) -> Translation:
    words, state = {}, translation.state
    for name, value in values.items():
        if isinstance(value, Text):
            part = value.translation(translation.language)
            words[name], state = part.text, max(state, part.state, key=lambda each: each.rank)
        else:
            words[name] = str(value)
    text = _PLACEHOLDER.sub(lambda placeholder: words[placeholder[1]], translation.text)
    return Translation(translation.language, text, state)


def joined(separator: str, texts: Iterable[Text], languages: Iterable[str]) -> Text:
    """Return several texts as one, in the given languages, with a separator between them."""
    texts = tuple(texts)
    made = []
    for language in languages:
        parts = [text.translation(language) for text in texts]
        state = max(
            (part.state for part in parts), key=lambda each: each.rank, default=TranslationState.OFFICIAL
        )
        made.append(Translation(language, separator.join(part.text for part in parts), state))
    return Text(tuple(made), messages_of(texts))


def messages_of(texts: Iterable[Text]) -> tuple[MessageKey, ...]:
    """Return the messages that texts were made of, each once."""
    return tuple(dict.fromkeys(key for text in texts for key in text.messages))


def _expected(value: object) -> Told:
    """Return what a text's value should have been."""
    if isinstance(value, Mapping):
        for language, words in value.items():
            if not _is_words(language, words):
                return told(
                    "expected words after `{language}:` (put words with a comma in quotation marks)",
                    language=language,
                )
    return told("expected words, or words per language: {example}", example="{en: …, lo: …}")


def _are_words(value: Mapping[object, object]) -> bool:
    for language, words in value.items():
        if not _is_words(language, words):
            return False
    return bool(value)


def _is_words(language: object, words: object) -> bool:
    return isinstance(language, str) and isinstance(words, str) and bool(words.strip())
