"""Code, layouts and the plan become catalog templates (.pot), and catalogs (.po) keep up with them.

`python -m planreports.translation.extraction` rewrites `locales/` of a checkout; a catalog that is up to
date stays byte for byte as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.extract import extract

from planreports.files.atomic import write_atomically
from planreports.files.resources import resource
from planreports.plan.loader import load_plan
from planreports.plan.plan import Plan
from planreports.translation.command_messages import command_messages

WRAP_WIDTH = 100


@dataclass(frozen=True, slots=True)
class SourceMessage:
    """A message to translate: its words, its context, where it stands, and what a translator should know."""

    words: str
    place: str
    line: int | None = None
    context: str | None = None
    comment: str = ""


def interface_messages() -> Iterator[SourceMessage]:
    """Yield the messages of code (`message("…")`) and layouts (`_("…")`), in order of file and line."""
    package = Path(__file__).parent.parent
    for path in sorted(package.rglob("*.py")):
        yield from _extracted(
            path, "python", {"message": None}, f"src/planreports/{path.relative_to(package).as_posix()}"
        )
    for path in sorted(resource("templates").glob("*.jinja")):
        yield from _extracted(path, "jinja2.ext:babel_extract", {"_": None}, f"templates/{path.name}")


def _extracted(path: Path, method: str, keywords: dict[str, None], name: str) -> Iterator[SourceMessage]:
    with path.open("rb") as file:
        options = {"encoding": "utf-8", "trimmed": "false", "silent": "false"}
        for line, words, _, _ in extract(method, file, keywords, (), options):
            yield SourceMessage(str(words), name, line)


def plan_messages(plan: Plan) -> Iterator[SourceMessage]:
    """Yield the plan's title, parties, titles, statements and the names in its register."""
    yield SourceMessage(str(plan.title), "plan.yaml", context="title")
    for party in plan.parties:
        yield SourceMessage(str(party.name), "plan.yaml", context=f"party:{party.id}")
    for area in plan.areas:
        place = f"area-{area.id}.yaml"
        yield SourceMessage(str(area.title), place, context=area.id)
        for section in area.sections:
            yield SourceMessage(str(section.title), place, context=section.id, comment=str(area.title))
            for paragraph in section.paragraphs:
                before = ""
                for statement in paragraph.statements:
                    comment = f"{statement.citation} {section.title}" + (
                        f"\nAfter: {before}" if before else ""
                    )
                    before = str(statement.text)
                    yield SourceMessage(before, place, context=statement.id, comment=comment)
    for entry in plan.register:
        yield SourceMessage(
            str(entry.name),
            "register.yaml",
            context=f"register:{entry.id}",
            comment=f"{entry.kind} in the text",
        )


def template(messages: Iterable[SourceMessage]) -> polib.POFile:
    """Return a catalog template; a message that stands in several places is in it once, with all of them."""
    entries: dict[tuple[str | None, str], polib.POEntry] = {}
    for each in messages:
        entry = entries.setdefault(
            (each.context, each.words),
            polib.POEntry(msgid=each.words, msgctxt=each.context, comment=each.comment),
        )
        entry.occurrences.append((each.place, str(each.line or "")))
    made = polib.POFile(wrapwidth=WRAP_WIDTH)
    made.metadata = {
        "Project-Id-Version": "planreports",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    made.extend(entries.values())
    return made


def updated(catalog: str, pot: polib.POFile) -> str:
    """Return a catalog's text with the template's messages: translations kept, new ones empty."""
    old = polib.pofile(catalog, wrapwidth=WRAP_WIDTH)
    known = {(entry.msgctxt, entry.msgid): entry for entry in old}
    new = polib.POFile(wrapwidth=WRAP_WIDTH)
    new.header, new.metadata, new.metadata_is_fuzzy = old.header, old.metadata, old.metadata_is_fuzzy
    for entry in pot:
        translated = known.get((entry.msgctxt, entry.msgid))
        new.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgctxt=entry.msgctxt,
                msgstr=translated.msgstr if translated else "",
                comment=entry.comment,
                tcomment=translated.tcomment if translated else "",
                occurrences=entry.occurrences,
                flags=translated.flags if translated else [],
            )
        )
    return str(new)


def templates() -> dict[str, polib.POFile]:
    """Return the template of each domain."""
    return {
        "planreports": template(interface_messages()),
        "plan": template(plan_messages(load_plan("lao-japan"))),
        "command": template(
            SourceMessage(words, place, line)
            for words, place, line in command_messages(Path(__file__).parent.parent)
        ),
    }


def update_locales(locales: Path) -> None:
    """Rewrite every domain's template and catalogs in a `locales` folder."""
    for domain, pot in templates().items():
        write_atomically(locales / f"{domain}.pot", str(pot).encode())
        for path in sorted(locales.glob(f"*/LC_MESSAGES/{domain}.po")):
            write_atomically(path, updated(path.read_text("utf-8"), pot).encode())


if __name__ == "__main__":
    update_locales(resource("locales"))
