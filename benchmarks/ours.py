"""Ours: through the whole line (typed data, Jinja, parsing, tree, writer), and the writers alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.matrix import HEAD, TITLE, WIDTHS, is_lao, language, rows
from planreports.collector import collector_paused
from planreports.document.nodes import (
    Cell,
    Column,
    Document,
    Metadata,
    Origin,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from planreports.document.styles import Stylesheet
from planreports.document.stylesheets import load_stylesheet
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.glossary import Glossary
from planreports.i18n.text import Text
from planreports.lao.line_breaks import LineBreaker
from planreports.layout.build import build_document
from planreports.layout.building import Labels
from planreports.layout.environment import LayoutRenderer
from planreports.layout.folders import LayoutFolder
from planreports.layout.rendition import LanguageChoice
from planreports.writers import FORMATS, Writer
from planreports.writers.options import DEFAULT_OPTIONS

_METADATA = Metadata(TITLE, ("en", "lo"), datetime.date(2026, 10, 12))


@dataclass(frozen=True)
class MatrixRow:
    """A row as a report's context holds it; both languages stand in columns of their own."""

    id: str
    commitment: Text
    translation: str
    lead: Text
    agency: Text
    status: Text
    progress: Text
    progress_translation: str


def whole_line(count: int, format_name: str) -> Callable[[], bytes]:
    """Return what makes the matrix from typed data, everything after that included."""
    data = [
        MatrixRow(*(words if n == 0 or is_lao(n) else Text.of(words) for n, words in enumerate(row)))
        for row in rows(count)
    ]
    write = _writer(format_name)

    @collector_paused()
    def make() -> bytes:
        look = _stylesheet()
        choice = LanguageChoice(("en",))
        folder = LayoutFolder(Path(__file__).parent, "benchmarks")
        renderer = LayoutRenderer((folder,), Catalogs({}), choice)
        head = [Text.of(words, language(n)) for n, words in enumerate(HEAD)]
        markup = renderer.render("matrix.html.jinja", {"rows": data, "head": head, "widths": WIDTHS})
        document = build_document(
            markup, _METADATA, choice, look, Labels(Text.of("missing"), Text.of("(continued)"))
        )
        return write(document, look, _breaker(), DEFAULT_OPTIONS)

    return make


def writer_alone(count: int, format_name: str) -> Callable[[], bytes]:
    """Return what writes the matrix's tree, which is made before."""
    document, write = tree(count), _writer(format_name)

    @collector_paused()
    def make() -> bytes:
        return write(document, _stylesheet(), _breaker(), DEFAULT_OPTIONS)

    return make


def _writer(format_name: str) -> Writer:
    """Return a writer; its modules have been imported."""
    return FORMATS[format_name].writer()


def tree(count: int) -> Document:
    """Return the matrix as a document tree."""
    at = Origin("benchmark", 1, 1)

    def cell(words: str, column: int, *, is_head: bool = False) -> Cell:
        style = "table-head" if is_head else "table-body"
        paragraph = Paragraph((Run(words, language(column)),), language(column), style, at)
        return Cell((paragraph,), at, "column" if is_head else None)

    head = Row(tuple(cell(words, column, is_head=True) for column, words in enumerate(HEAD)), at)
    body = tuple(Row(tuple(cell(words, n) for n, words in enumerate(row)), at) for row in rows(count))
    columns = tuple(Column(width, "*") for width in WIDTHS)
    table = Table(columns, (head,), body, "plain", "en", at)
    return Document((Section((table,), at, orientation="landscape"),), _METADATA)


def _stylesheet() -> Stylesheet:
    return load_stylesheet(resource("templates", "style.toml"))


def _breaker() -> LineBreaker:
    return LineBreaker(Glossary.read(resource("locales", "glossary.csv")).whole_words())
