"""A workspace's own text becomes messages: what its files say in the source language, and its layouts' words.

The context of a message is the file and the way to it: `meetings/2026-som6.yaml:topics[3.1].say[2].text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polib
from pydantic import BaseModel

from planreports.files.reading import read_text
from planreports.files.resources import resource
from planreports.files.source import Source
from planreports.files.toml_source import read_toml
from planreports.files.validation import Problems, validated
from planreports.files.yaml_source import placed
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import Text
from planreports.translation.interface_messages import layout_messages
from planreports.translation.source_messages import SourceMessage
from planreports.workspace.texts import FILES, TextPlace, with_texts

_LETTER = re.compile(r"[^\W\d_]")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def workspace_messages(folder: Path) -> Iterator[SourceMessage]:
    """Yield the messages of a workspace's folder, and those of its layouts that ship with no catalog.

    Raises DataError with every mistake in the form of all its files.
    """
    problems = Problems()
    for pattern, model in FILES.items():
        for path in sorted(folder.glob(pattern)):
            with problems.collecting():
                yield from file_messages(source_of(path), model, path.relative_to(folder).as_posix())
    problems.raise_if_any()
    shipped = {
        entry.msgid for entry in polib.pofile(resource("locales", "planreports.pot").read_text("utf-8"))
    }
    for message in layout_messages(folder / "layouts", "layouts"):
        if message.words not in shipped:
            yield message


def file_messages(source: Source, model: type[BaseModel], name: str) -> Iterator[SourceMessage]:
    """Yield the messages of one file of a workspace; `name` is its path in the workspace's folder.

    Raises DataError with every mistake in its form.
    """
    found: list[SourceMessage] = []

    def note(text: Text, place: TextPlace) -> Text:
        if text.source.language == SOURCE_LANGUAGE and _LETTER.search(_PLACEHOLDER.sub("", str(text))):
            line, _ = source.place(place.path)
            languages = frozenset(text.languages)
            found.append(SourceMessage(str(text), name, line, place.context, place.part_of, languages))
        return text

    with_texts(validated(model, source), name, note)
    yield from found


def model_of(name: str) -> type[BaseModel] | None:
    """Return what a workspace's file becomes, by its path; None for one that holds no text."""
    return next((model for pattern, model in FILES.items() if Path(name).match(pattern)), None)


def source_of(path: Path) -> Source:
    """Return what a workspace's file holds, with places. Raises DataError for one that cannot be read."""
    name = path.as_posix()
    return read_toml(path, name) if path.suffix == ".toml" else placed(read_text(path, name), name)
