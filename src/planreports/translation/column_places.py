"""Documents become the columns of tables that messages stand in, so that their width can be checked.

Every report of the example workspace is made with a catalog whose words are marks, one for each message;
where a mark stands in a table, its message does, in that paragraph style and in a column so wide. What comes
out ships as `checking/columns.csv`: so a check needs no report, and measures words that no report shows yet.
`python -m planreports.translation.extraction` writes it again.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

from planreports.document.nodes import (
    Aside,
    Block,
    Document,
    Figure,
    Heading,
    List,
    Paragraph,
    Parallel,
    Run,
    Table,
)
from planreports.document.styles import Stylesheet
from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.i18n.translation_mistakes import PLACEHOLDER
from planreports.lao.line_breaks import LineBreaker
from planreports.rendering import language_choice, report_of, tree_of
from planreports.translation.checking.columns import COLUMNS_FILE, HEADER, ColumnPlace, kind_of
from planreports.workspace.example import example_workspace
from planreports.workspace.workspace import Workspace, open_workspace
from planreports.writers.pdf.columns import ContentWidths, column_widths
from planreports.writers.pdf.fonts import FontLibrary
from planreports.writers.pdf.grid import grid
from planreports.writers.pdf.itemise import Itemiser
from planreports.writers.pdf.lines import Typesetter
from planreports.writers.pdf.pages import PageBox
from planreports.writers.pdf.paragraphs import ParagraphLayout
from planreports.writers.pdf.place import Place
from planreports.writers.pdf.tables import cell_inside

_LANGUAGE = "lo"
_DOMAINS = ("planreports", "plan")
"""The domains whose messages stand in documents."""

_MARK = re.compile(r"zq(?P<number>\d+)qz")

_REPORTS: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("brief", {"meeting": "2026-som6"}),
    ("brief", {"meeting": "2026-som6", "form": "short"}),
    ("matrix", {}),
    ("matrix", {"profile": "full"}),
    ("glossary", {}),
    ("plan", {"annotations": True}),
    ("review-template", {"agency": "moic", "year": 2026}),
    ("review-report", {"year": 2026, "edition": "internal"}),
    ("review-report", {"year": 2026, "edition": "joint"}),
)
_CHOICES = (("lo",), ("en", "lo"))


def column_places() -> list[ColumnPlace]:
    """Return where messages stand in the tables of all reports: of columns that look alike the narrowest."""
    narrowest: dict[tuple[object, ...], ColumnPlace] = {}
    with TemporaryDirectory() as folder:
        workspace, messages = _marked_workspace(Path(folder) / "workspace")
        places = _Places.of(workspace.stylesheet)
        for document in _documents(workspace):
            for number, place in places.found(document):
                domain, words = messages[number]
                named = replace(place, domain=domain, message=words)
                known = narrowest.setdefault(named.key, named)
                if named.width < known.width:
                    narrowest[named.key] = named
    return sorted(narrowest.values())


def columns_text(places: Iterable[ColumnPlace]) -> str:
    """Return the file that ships: a row a place."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(place.row() for place in places)
    return written.getvalue()


def write_columns() -> None:
    """Write the file that ships."""
    COLUMNS_FILE.write_text(columns_text(column_places()), "utf-8")


def _marked_workspace(folder: Path) -> tuple[Workspace, list[tuple[str, str]]]:
    """Return the example with marks for words, and the domain and words of each mark's message."""
    shutil.copytree(example_workspace(), folder)
    messages: list[tuple[str, str]] = []
    for domain in _DOMAINS:
        catalog = polib.pofile(resource("locales", f"{domain}.pot").read_text("utf-8"))
        for entry in catalog:
            placeholders = " ".join(dict.fromkeys(PLACEHOLDER.findall(entry.msgid)))
            entry.msgstr = f"zq{len(messages)}qz {placeholders}".strip()
            entry.flags = ["fuzzy"]
            messages.append((domain, kind_of(entry.msgid, entry.msgctxt)))
        _write(catalog, folder / "locales" / _LANGUAGE / "LC_MESSAGES" / f"{domain}.po")
    return open_workspace(folder), messages


def _write(catalog: polib.POFile, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(catalog), "utf-8")


def _documents(workspace: Workspace) -> Iterator[Document]:
    for name, options in _REPORTS:
        report = report_of(workspace, name, "internal", options)
        for languages in _CHOICES:
            choice = language_choice(workspace, languages, "side-by-side")
            yield tree_of(report, workspace, choice, None, None, {})


@dataclass(frozen=True, slots=True)
class _Inside:
    """What a block stands in: how wide it is, in points, whether that is given, and whether it is a head."""

    width: float
    is_given: bool = False
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class _Places:
    """Finds the marks in the tables of a document."""

    stylesheet: Stylesheet
    paragraphs: ParagraphLayout

    @classmethod
    def of(cls, stylesheet: Stylesheet) -> _Places:
        breaker = LineBreaker(Glossary.read(resource("locales", "glossary.csv")).whole_words())
        typesetter = Typesetter(stylesheet, breaker, Itemiser(stylesheet, FontLibrary()))
        return cls(stylesheet, ParagraphLayout(stylesheet, typesetter))

    def found(self, document: Document) -> Iterator[tuple[int, ColumnPlace]]:
        """Yield the number of each mark that stands in a column of given width, and the column."""
        for section in document.sections:
            width = PageBox.of(self.stylesheet.page, section.orientation).text_width
            yield from self._blocks(section.blocks, _Inside(width))

    def _blocks(self, blocks: Iterable[Block], inside: _Inside) -> Iterator[tuple[int, ColumnPlace]]:
        for block in blocks:
            match block:
                case Paragraph() | Heading() if inside.is_given:
                    yield from self._paragraph(block, inside)
                case Table():
                    yield from self._table(block, inside)
                case _:
                    for inner, around in self._nested(block, inside):
                        yield from self._blocks(inner, around)

    def _nested(self, block: Block, inside: _Inside) -> Iterator[tuple[Iterable[Block], _Inside]]:
        """Yield the blocks inside another one, and what they stand in."""
        match block:
            case List():
                inner = replace(inside, width=inside.width - self.stylesheet.list.indent)
                yield from ((item.blocks, inner) for item in block.items)
            case Aside():
                padding = self.stylesheet.aside[block.style].padding_horizontal
                yield block.blocks, replace(inside, width=inside.width - 2 * padding)
            case Parallel():
                gap, count = self.stylesheet.page.column_gap, len(block.languages)
                inner = replace(inside, width=(inside.width - gap * (count - 1)) / count)
                yield from ((cell, inner) for row in block.rows for cell in row.cells)
            case Figure():
                yield block.caption, inside
            case _:
                pass

    def _table(self, table: Table, inside: _Inside) -> Iterator[tuple[int, ColumnPlace]]:
        style = self.stylesheet.table[table.style]
        content = ContentWidths.of(table, self.stylesheet, self.paragraphs)
        widths = column_widths(table, style, inside.width, content)
        edges = tuple(accumulate(widths, initial=0.0))
        is_measured = any(column.unit == "auto" for column in table.columns)
        given = ("mm",) if is_measured else ("mm", "*")  # shares are of what the measured ones leave
        for rows, is_head in ((table.head, True), (table.body, False)):
            for row in grid(rows, len(table.columns)):
                for cell in row.cells:
                    columns = table.columns[cell.start : cell.stop]
                    is_given = all(column.unit in given for column in columns)
                    _, width = cell_inside(edges, cell.start, cell.stop, style)
                    yield from self._blocks(cell.cell.blocks, _Inside(width, is_given, is_head))

    def _paragraph(self, block: Paragraph | Heading, inside: _Inside) -> Iterator[tuple[int, ColumnPlace]]:
        style = self.paragraphs.style(block.style, block.language)
        cell = Place(0.0, inside.width, None, block.language, is_cell=True)
        width = self.paragraphs.column(block, style, cell).width
        alone = len(block.inlines) == 1
        for run in block.inlines:
            if isinstance(run, Run):
                for mark in _MARK.finditer(run.text):
                    is_chip = run.style in self.paragraphs.typesetter.chips
                    place = ColumnPlace(
                        layout=f"{block.origin.layout}:{block.origin.line}",
                        style=block.style,
                        run_style=run.style or "",
                        is_bold=run.bold,
                        is_head=inside.is_head and alone,
                        before=run.text[: mark.start()] if is_chip else "",
                        width=int(width * 10) / 10,
                    )
                    yield int(mark["number"]), place
