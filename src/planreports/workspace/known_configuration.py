"""`planreports.toml` becomes what is known of it: the whole configuration, or those parts that are right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from planreports.files.parts import Parts, parts
from planreports.files.source import Source
from planreports.files.toml_source import parsed_toml, refused_characters
from planreports.files.validation import Problems
from planreports.i18n.text import INLINE_STATE, TranslationState
from planreports.workspace.configuration import Configuration, Translations
from planreports.workspace.statuses import NO_REPORT, Status


@dataclass(frozen=True)
class KnownConfiguration:
    """What a `planreports.toml` says as far as it is right; the other files are judged by that alone.

    Where a property is None, what the file says of it cannot be known.
    """

    parts: Parts[Configuration]

    @property
    def whole(self) -> Configuration | None:
        """Return the configuration; None if there is any mistake in the form of it."""
        return self.parts.whole

    @property
    def plan(self) -> str | None:
        """Return the name of the plan."""
        name: str | None = self.parts.part("plan")
        return name

    @property
    def statuses(self) -> tuple[Status, ...] | None:
        """Return the workspace's own scale of statuses; an empty one means the scale that ships.

        A scale in which an id stands twice, or is none to choose, is not known either.
        """
        scale: tuple[Status, ...] | None = self.parts.part("statuses")
        ids = [NO_REPORT, *(each.id for each in scale or ())]
        return scale if len(ids) == len(set(ids)) else None

    @property
    def inline_state(self) -> TranslationState:
        """Return the state of translations in the workspace's own files; nothing is judged by it."""
        return _inline_state(self.parts)


def read_configuration(path: Path, name: str, problems: Problems) -> KnownConfiguration:
    """Return what is known of a workspace's configuration; every mistake in its form goes to `problems`.

    `name` is how messages call the file. Of one that cannot be read nothing is known.
    """
    found: Parts[Configuration] = Parts(Source(name, {}))
    with problems.collecting():
        source = parsed_toml(path, name)
        state = _inline_state(parts(Configuration, source))
        found = parts(Configuration, source, {INLINE_STATE: state})
        found = found.without(list(refused_characters(source)))
    problems.found += found.problems
    return KnownConfiguration(found)


def _inline_state(found: Parts[Configuration]) -> TranslationState:
    translations: Translations = found.part("translations") or Translations()
    return translations.inline
