"""Messages become a list of where they stand: the pages of every report that prints them.

Pages are those of the PDF, laid out but not written. What begins on a page counts, and what is repeated: the
heads of tables, and what stands at the head and foot of pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from planreports.collector import collector_paused
from planreports.i18n.text import MessageKey
from planreports.layout.rendition import LanguageChoice
from planreports.rendering import language_choice, shipped_breaker
from planreports.translation.documents import MessageDocument, documents, traced
from planreports.workspace.pseudo import in_languages
from planreports.workspace.workspace import Workspace

PageList = Mapping[MessageKey, Mapping[str, Sequence[int]]]
"""The numbers of pages, from 1, by message and by the name of a document; messages in the order of pages."""


def pages(
    workspace: Workspace,
    languages: Sequence[str] | None = None,
    among: Iterable[MessageDocument] | None = None,
) -> PageList:
    """Return on which pages of which documents messages stand; one that is nowhere is not in the list.

    `languages` are the workspace's unless given; `among` are the documents to look in: all unless given.
    Raises PlanReportsError for an unknown language, and as `planreports.render` does.

    >>> import planreports
    >>> workspace = planreports.open_workspace(planreports.example_workspace())
    >>> found = pages(workspace, ["en"], [MessageDocument("plan")])
    >>> found["3.1", "Promotion of Investment"]
    {'plan': [4]}
    """
    workspace = in_languages(workspace, languages or ())
    choice = language_choice(workspace, languages, "side-by-side")
    found: dict[MessageKey, dict[str, list[int]]] = {}
    with collector_paused():
        for document in documents(workspace) if among is None else among:
            for key, numbers in _pages_of(document, workspace, choice):
                before = found.setdefault(key, {}).get(document.name, [])
                found[key][document.name] = sorted({*before, *numbers})
    return found


def _pages_of(
    document: MessageDocument, workspace: Workspace, choice: LanguageChoice
) -> Iterator[tuple[MessageKey, Sequence[int]]]:
    """Yield each message of each traced block of a document, with the pages that the block begins on."""
    from planreports.writers.pdf import traced_pages  # noqa: PLC0415 - heavy, and for this alone

    made = traced(document, workspace, choice)
    numbers = traced_pages(made.tree, workspace.stylesheet, shipped_breaker())
    for anchor, messages in made.trace.messages.items():
        for key in messages if anchor in numbers else ():
            yield key, numbers[anchor]


def page_ranges(numbers: Sequence[int]) -> str:
    """Return numbers in words, those in a row as one range.

    >>> page_ranges([1, 3, 4, 5, 9])
    '1, 3–5, 9'
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    return ", ".join("–".join(map(str, each)) for each in ranges)
