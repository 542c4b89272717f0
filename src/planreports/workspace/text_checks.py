"""What a workspace's words must hold to: languages that have a catalog, CommonMark that documents hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from pydantic import BaseModel

from planreports.errors import Problem, did_you_mean
from planreports.files.parts import Parts
from planreports.files.source import Source, ValuePath
from planreports.i18n import commonmark
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import RichText, Text, Translation
from planreports.told import told

M = TypeVar("M", bound=BaseModel)


def known_text_problems(found: Parts[M], languages: Sequence[str]) -> Iterator[Problem]:
    """Yield what `text_problems` yields of all that is right of a model, whatever is wrong beside it."""
    for path, part in found.right.items():
        yield from text_problems(part, languages, found.source, path)


def text_problems(
    model: object, languages: Sequence[str], source: Source, path: ValuePath = ()
) -> Iterator[Problem]:
    """Yield a problem for every text, however deep in a model, that has words no document would show, and
    for every construct in a rich text that is refused. `path` is where the model stands in its source."""
    if not _is_plain(model, frozenset((SOURCE_LANGUAGE, *languages))):
        yield from _text_problems(model, languages, source, path)


def _is_plain(model: object, languages: frozenset[str]) -> bool:
    """Return whether all texts of a model are right at a glance: of 100,000 hardly one needs a second."""
    waiting = [model]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            for translation in value.translations:
                if translation.language not in languages:
                    return False
                if isinstance(value, RichText) and not commonmark.is_plain(translation.text):
                    return False
        elif isinstance(value, BaseModel):
            waiting.extend(value.__dict__.values())
        elif isinstance(value, tuple):
            waiting.extend(value)
    return True


def _text_problems(
    model: object, languages: Sequence[str], source: Source, path: ValuePath
) -> Iterator[Problem]:
    if isinstance(model, Text):
        for translation in model.translations:
            if translation.language not in (SOURCE_LANGUAGE, *languages):
                message = told(
                    "there is no catalog of the language `{language}`", language=translation.language[:20]
                )
                hint = did_you_mean(translation.language, [SOURCE_LANGUAGE, *languages])
                where = _words_path(source, path, translation.language)
                yield source.problem(where, message, hint, at_key=True)
            for refusal in _refusals(model, translation):
                where = _words_path(source, path, translation.language)
                yield source.problem(where, refusal.message, refusal.hint)
    elif isinstance(model, BaseModel):
        for name, field in type(model).model_fields.items():
            yield from _text_problems(getattr(model, name), languages, source, (*path, field.alias or name))
    elif isinstance(model, tuple):
        for number, item in enumerate(model):
            yield from _text_problems(item, languages, source, (*path, number))


def _refusals(text: Text, translation: Translation) -> Iterable[commonmark.Refusal]:
    """Return what documents refuse in a rich text; most hold no sign that could mean anything."""
    if not isinstance(text, RichText) or commonmark.is_plain(translation.text):
        return ()
    return commonmark.refusals(translation.text)


def _words_path(source: Source, path: ValuePath, language: str) -> ValuePath:
    """Return where a text's words stand: under `text:` or not, per language or not."""
    for candidate in ((*path, language), (*path[:-1], language), path, path[:-1]):
        if candidate in source.places:
            return candidate
    return path
