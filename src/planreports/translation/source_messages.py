"""What there is to translate: messages of code, layouts, plans and workspaces become a catalog template."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import polib

from planreports.translation.po_blocks import WRAP_WIDTH


@dataclass(frozen=True, slots=True)
class SourceMessage:
    """A message to translate: its words, its context, where it stands, and what a translator should know.

    `languages` are those that it has words in where it stands.
    """

    words: str
    place: str
    line: int | None = None
    context: str | None = None
    comment: str = ""
    languages: frozenset[str] = frozenset()


def template(messages: Iterable[SourceMessage], languages: Collection[str] = ()) -> polib.POFile:
    """Return a catalog template; a message that stands in several places is in it once, with all of them.

    What has words in all of some languages already, where it stands, is left out.
    """
    entries: dict[tuple[str | None, str], polib.POEntry] = {}
    for each in messages:
        if languages and each.languages.issuperset(languages):
            continue
        entry = entries.setdefault(
            (each.context, each.words),
            polib.POEntry(msgid=each.words, msgctxt=each.context, comment=each.comment),
        )
        place = (each.place, str(each.line or ""))
        if place not in entry.occurrences:
            entry.occurrences.append(place)
    made = polib.POFile(wrapwidth=WRAP_WIDTH)
    made.metadata = {
        "Project-Id-Version": "planreports",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    made.extend(entries.values())
    return made
