"""A plan's YAML becomes messages: its titles, its statements and the names in its register.

The context of a message is what it is called in the plan: `title`, `party:japan`, `3`, `3.1`, `3.1.2b`,
`register:asean` (`planreports.plan.plan.Plan.localized`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planreports.files.reading import read_text
from planreports.files.source import Source, ValuePath
from planreports.files.validation import validated
from planreports.files.yaml_source import placed
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import Text
from planreports.plan.loader import load_plan
from planreports.plan.models import Area, PlanFile, RegisterEntry, RegisterFile, Section, Statement
from planreports.translation.source_messages import SourceMessage


def plan_messages(folder: Path, shown_as: str) -> Iterator[SourceMessage]:
    """Yield the messages of a plan's folder, in its order; places name its files below `shown_as`.

    Raises PlanReportsError with every problem of the plan.
    """
    load_plan(folder)
    file = validated(PlanFile, _read(folder, "plan.yaml", shown_as))
    for name in ("plan.yaml", *file.areas, file.register_file):
        yield from plan_file_messages(_read(folder, name, shown_as))


def plan_file_messages(source: Source) -> Iterator[SourceMessage]:
    """Yield the messages of one file of a plan. Raises DataError with every mistake in its form."""
    found = _Found(source)
    keys = source.value if isinstance(source.value, dict) else {}
    if "sections" in keys:
        yield from _area_messages(validated(Area, source), found)
    elif "entries" in keys:
        yield from _register_messages(validated(RegisterFile, source), found)
    else:
        yield from _title_messages(validated(PlanFile, source), found)


@dataclass(frozen=True, slots=True)
class _Found:
    """Makes messages of texts at the places that they have in a file."""

    source: Source

    def message(self, text: Text, context: str, path: ValuePath, comment: str) -> Iterator[SourceMessage]:
        """Yield a text's message, if its words are in the language that catalogs translate."""
        if text.source.language == SOURCE_LANGUAGE:
            line, _ = self.source.place(path)
            known = frozenset(text.languages)
            yield SourceMessage(str(text), self.source.name, line, context, comment, known)


def _title_messages(file: PlanFile, found: _Found) -> Iterator[SourceMessage]:
    yield from found.message(file.title, "title", ("title",), "Title of the plan")
    for number, party in enumerate(file.parties):
        path = ("parties", number, "name")
        yield from found.message(party.name, f"party:{party.id}", path, "Name of a party")


def _area_messages(area: Area, found: _Found) -> Iterator[SourceMessage]:
    yield from found.message(area.title, area.id, ("title",), f"Title of area {area.id}")
    for number, section in enumerate(area.sections):
        path: ValuePath = ("sections", number)
        comment = f"Title of section {section.citation} in the area: {area.title}"
        yield from found.message(section.title, section.id, (*path, "title"), comment)
        yield from _section_messages(area, section, path, found)


def _section_messages(
    area: Area, section: Section, path: ValuePath, found: _Found
) -> Iterator[SourceMessage]:
    """Yield the statements of a section; each with where it stands, and the sentences around it."""
    statements = [
        (statement, (*path, "paragraphs", paragraph, "statements", number, "text"))
        for paragraph, each in enumerate(section.paragraphs)
        for number, statement in enumerate(each.statements)
    ]
    for number, (statement, place) in enumerate(statements):
        before = statements[number - 1][0] if number else None
        after = statements[number + 1][0] if number + 1 < len(statements) else None
        head = f"{statement.citation} · {area.title} · {section.title}"
        comment = "\n".join([head, *_neighbours(before, after)])
        yield from found.message(statement.text, statement.id, place, comment)


def _neighbours(before: Statement | None, after: Statement | None) -> Iterator[str]:
    if before is not None:
        yield f"The sentence before, {before.id}: {before.text}"
    if after is not None:
        yield f"The sentence after, {after.id}: {after.text}"


def _register_messages(file: RegisterFile, found: _Found) -> Iterator[SourceMessage]:
    for number, entry in enumerate(file.entries):
        path = ("entries", number, "name")
        yield from found.message(entry.name, f"register:{entry.id}", path, _about(entry))


def _about(entry: RegisterEntry) -> str:
    """Return what a translator should know of something that the plan names."""
    words = f"Name of: {entry.kind.value}"
    if entry.acronym and entry.expansion:
        words += f"; {entry.acronym} stands for {entry.expansion}"
    return words + (f"; the plan also says: {', '.join(entry.names)}" if entry.names else "")


def _read(folder: Path, name: str, shown_as: str) -> Source:
    shown = f"{shown_as}/{name}"
    return placed(read_text(folder / name, shown), shown)
