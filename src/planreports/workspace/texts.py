"""The texts of a workspace's files, each with the context that a catalog knows it by, and their translations.

A context is a file and the way to the text in it: `agencies.yaml:agencies[mofa].name`. An item of a list is
called by its id where it has one, else by its position from 1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from planreports.files.source import ValuePath
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import Text, Translation
from planreports.workspace.agencies import AgenciesFile
from planreports.workspace.assignments import AssignmentsFile
from planreports.workspace.configuration import Configuration
from planreports.workspace.meetings import Meeting
from planreports.workspace.progress import ProgressEntry, ProgressFile
from planreports.workspace.reviews import Review

DOMAIN = "workspace"
"""The catalogs of a workspace's own text, in its `locales/`."""

FILES: Mapping[str, type[BaseModel]] = {
    "planreports.toml": Configuration,
    "agencies.yaml": AgenciesFile,
    "commitments.yaml": AssignmentsFile,
    "meetings/*.yaml": Meeting,
    "reviews/*.yaml": Review,
    "progress/*.yaml": ProgressFile,
}
"""The files of a workspace that hold text, and what each becomes."""

M = TypeVar("M", bound=BaseModel)

_IDS = ("id", "section", "area", "party")
"""Fields by which an item of a list is called."""

_SUFFIXES = frozenset(Path(pattern).suffix for pattern in FILES)
_POSITION = re.compile(r"\[[0-9]+\]")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text stands: its context, its path in the file, and the title of what it is part of."""

    context: str
    path: ValuePath = ()
    part_of: str = ""

    def inside(self, name: str, part_of: str) -> TextPlace:
        """Return the place of a field."""
        dot = "" if self.context.endswith(":") else "."
        return TextPlace(f"{self.context}{dot}{name}", (*self.path, name), part_of)

    def item(self, name: str, number: int) -> TextPlace:
        """Return the place of an item of a list."""
        return TextPlace(f"{self.context}[{name}]", (*self.path, number), self.part_of)


ChangeText = Callable[[Text, TextPlace], Text]


def with_texts(model: M, file: str, change: ChangeText) -> M:
    """Return a file's model with what `change` returns for each of its texts, in their order.

    `file` is named as in `agencies.yaml` or `meetings/2026-som6.yaml`.
    """
    made = _changed(model, TextPlace(f"{file}:"), change)
    return made if isinstance(made, type(model)) else model


def _changed(value: object, place: TextPlace, change: ChangeText) -> object:
    match value:
        case Text():
            return change(value, place)
        case BaseModel():
            return _changed_model(value, place, change)
        case tuple():
            names = _names(value)
            items = [
                _changed(each, place.item(names[number], number), change) for number, each in enumerate(value)
            ]
            is_same = all(new is old for new, old in zip(items, value, strict=True))
            return value if is_same else tuple(items)
        case _:
            return value


def _changed_model(model: BaseModel, place: TextPlace, change: ChangeText) -> BaseModel:
    title = _title(model) or place.part_of
    updates = {}
    for name, field_ in type(model).model_fields.items():
        old = getattr(model, name)
        if isinstance(old, Text | BaseModel | tuple):
            part_of = place.part_of if isinstance(old, Text) and str(old) == title else title
            new = _changed(old, place.inside(field_.alias or name, part_of), change)
            if new is not old:
                updates[name] = new
    return model.model_copy(update=updates) if updates else model


def _title(model: BaseModel) -> str:
    """Return what a record is called by people, if it has a title or name."""
    titles = (getattr(model, name, None) for name in ("title", "name", "item"))
    return next((str(title) for title in titles if isinstance(title, Text)), "")


def _names(items: Sequence[object]) -> list[str]:
    """Return what the items of a list are called: those with one name in common have a number too."""
    ids = [_id(item) for item in items]
    seen: Counter[str] = Counter()
    names = []
    for number, id_ in enumerate(ids, 1):
        if id_ is not None:
            seen[id_] += 1
        names.append(str(number) if id_ is None else id_ if seen[id_] == 1 else f"{id_}/{seen[id_]}")
    return names


def _id(item: object) -> str | None:
    if isinstance(item, ProgressEntry):
        return "/".join(map(str, item.key))
    found = (getattr(item, name, None) for name in _IDS)
    return next((id_ for id_ in found if isinstance(id_, str)), None)


@dataclass(frozen=True)
class WorkspaceTranslations:
    """The translations of a workspace's own text, by language: those of its catalogs, and nothing else.

    Where a list has grown since its catalog was brought up to date, a text is found by its words and the way
    to it without positions.
    """

    exact: Mapping[str, Mapping[tuple[str, str], Translation]] = field(default_factory=dict)
    moved: Mapping[str, Mapping[tuple[str, str], Translation]] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogs: Catalogs) -> WorkspaceTranslations:
        """Return those of a workspace's catalogs."""
        exact: dict[str, dict[tuple[str, str], Translation]] = {}
        moved: dict[str, dict[tuple[str, str], Translation]] = {}
        for language, messages in catalogs.translations.items():
            for (context, words), translation in messages.items():
                if context and _is_of_workspace(context):
                    exact.setdefault(language, {})[context, words] = translation
                    moved.setdefault(language, {}).setdefault(
                        (_POSITION.sub("[]", context), words), translation
                    )
        return cls(exact, moved)

    def localized(self, model: M, file: str) -> M:
        """Return a file's model with the translations that its texts do not have themselves."""
        return with_texts(model, file, self._completed) if self.exact else model

    def _completed(self, text: Text, place: TextPlace) -> Text:
        words = text.source.text
        for language, messages in self.exact.items():
            if language not in text.languages:
                found = messages.get((place.context, words))
                found = found or self.moved[language].get((_POSITION.sub("[]", place.context), words))
                if found:
                    text = text.completed(found)
        return replace(text, messages=((place.context, words),))


def _is_of_workspace(context: str) -> bool:
    file, colon, _ = context.partition(":")
    return bool(colon) and Path(file).suffix in _SUFFIXES and any(map(Path(file).match, FILES))
