"""The table that all benchmarks write: 8 columns, half of it Lao."""

from __future__ import annotations

import datetime

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
from planreports.i18n.glossary import Glossary
from planreports.i18n.line_breaks import LineBreaker

ENGLISH = "Both sides affirmed to share lessons in green industrialization policy, including the office."
LAO = "ສອງຝ່າຍຢືນຢັນຄວາມສຳຄັນຂອງການຮ່ວມມືດ້ານການປ້ອງກັນຊາດ ແລະ ນ້ຳໃຈ"
WIDTHS = (36, 110, 110, 40, 60, 50, 90, 80)
HEAD = ("Ref.", "Commitment", "ຄຳໝັ້ນສັນຍາ", "Lead", "Agency", "Status", "Progress", "ຄວາມຄືບໜ້າ")


def rows(count: int) -> list[tuple[str, ...]]:
    """Return the words of the table's rows, no two alike."""
    return [
        (
            f"{n % 5 + 1}.{n % 9 + 1}.{n}",
            f"{ENGLISH} Item {n}",
            f"{LAO} {n}",
            "Japan",
            f"Ministry {n % 17}",
            "On track",
            f"Progress note {n}: seminars were held and the results were shared.",
            f"ລາຍງານ {n} ຜົນສຳເລັດ",
        )
        for n in range(count)
    ]


def is_lao(column: int) -> bool:
    """Return whether a column is Lao."""
    return column in (2, 7)


def document(count: int) -> Document:
    """Return the table as a document tree."""
    at = Origin("benchmark", 1, 1)

    def cell(words: str, column: int, *, is_head: bool = False) -> Cell:
        language = "lo" if is_lao(column) else "en"
        style = "table-head" if is_head else "table-body"
        paragraph = Paragraph((Run(words, language),), language, style, at)
        return Cell((paragraph,), at, "column" if is_head else None)

    head = Row(tuple(cell(words, column, is_head=True) for column, words in enumerate(HEAD)), at)
    body = tuple(Row(tuple(cell(words, n) for n, words in enumerate(row)), at) for row in rows(count))
    columns = tuple(Column(width, "*") for width in WIDTHS)
    table = Table(columns, (head,), body, "plain", "en", at)
    metadata = Metadata("Benchmark", ("en", "lo"), datetime.date(2026, 10, 12))
    return Document((Section((table,), at, orientation="landscape"),), metadata)


def look() -> tuple[Stylesheet, LineBreaker]:
    """Return the shipped stylesheet and line breaker."""
    glossary = Glossary.read(resource("locales", "glossary.csv"))
    return load_stylesheet(resource("templates", "style.toml")), LineBreaker(glossary.whole_words())
