"""Small documents, one for each thing that is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from planreports.document.nodes import (
    Aside,
    Block,
    Cell,
    Column,
    Figure,
    Footnote,
    Paragraph,
    Row,
    Rule,
    Run,
    Table,
)
from planreports.document.pictures import PictureFolders
from planreports.document.styles import Margins, Stylesheet
from planreports.writers.options import WritingOptions
from planreports.writers.pdf import write
from tests.pictures import reporting
from tests.writers.trees import AT, BREAKER, LAO, STYLESHEET, cell, document, h, p, parallel, ul

IMAGES = Path(__file__).parent.parent / "specimen" / "images"
SMALL = STYLESHEET.model_copy(
    update={
        "page": STYLESHEET.page.model_copy(
            update={
                "width_mm": 80,
                "height_mm": 90,
                "margins": Margins(top=6, right=6, bottom=6, left=6),
            }
        )
    }
)
"""The shipped look on a small page."""

ENGLISH = "Both sides affirmed the “Host Town” office, an efficient (land-linked) first."


def small_pdf(*blocks: Block, look: Stylesheet = SMALL, **section: object) -> bytes:
    """Return a PDF file of one small page."""
    return write(document(*blocks, **section), look, BREAKER)


def spanning_table() -> Table:
    head = Row(
        (cell("Area", scope="column"), cell("Amounts", scope="column", column_span=2)),
        AT,
    )
    body = (
        Row((cell("Spanning two rows", scope="row", row_span=2), cell("1"), cell("2")), AT),
        Row((cell("3"), cell("4")), AT),
        Row((cell("Across all", column_span=3),), AT),
    )
    return Table((Column(40, "*"), Column(30, "*"), Column(30, "*")), (head,), body, "plain", "en", AT)


def _decimals() -> Table:
    rows = tuple(
        Row((cell(name), _decimal(amount)), AT)
        for name, amount in (("a", "1,234.5"), ("b", "12"), ("c", "0.125"))
    )
    return Table((Column(50, "*"), Column(50, "*")), (), rows, "plain", "en", AT)


def _decimal(amount: str) -> Cell:
    return replace(cell(amount), style="decimal")


def _note() -> Paragraph:
    note = Footnote(1, Paragraph((Run("A note at the foot.", "en"),), "en", "footnote", AT))
    inlines = (
        Run("H", "en"),
        Run("2", "en", "superscript"),
        Run("O, ", "en"),
        Run("bold", "en", bold=True),
        Run(" and ", "en"),
        Run("slanted", "en", italic=True),
        note,
        Run(" words.", "en"),
    )
    return Paragraph(inlines, "en", "body", AT)


def _chart() -> Figure:
    picture = PictureFolders((IMAGES,)).picture("chart.svg")
    return Figure(picture, "a chart", "en", AT, (p("The caption", style="caption"),), 70)


WORDS = (
    "Both sides reaffirmed the importance of strengthening agricultural cooperation, including the "
    "implementation of infrastructure development programmes."
)


def _divided_words() -> bytes:
    """Return words in three columns of a table, the first narrower than a word."""
    row = Row(tuple(cell(p(words, style="table-body")) for words in ("Telecommunications", WORDS, WORDS)), AT)
    return small_pdf(
        Table((Column(18, "*"), Column(22, "*"), Column(28, "*")), (), (row,), "plain", "en", AT)
    )


def _justified() -> bytes:
    body = SMALL.paragraph["body"].model_copy(update={"align": "justify"})
    look = SMALL.model_copy(update={"paragraph": {**SMALL.paragraph, "body": body}})
    return small_pdf(p(WORDS), p(LAO * 2, "lo"), look=look)


def _characters_that_no_font_has() -> bytes:
    blocks = (p("a 水 b \U0001f600 c\x00d שלום"), p("ກ水ກ", "lo"), h(2, "水 title"))
    return write(document(*blocks), SMALL, BREAKER, WritingOptions(missing_glyphs="warn"))


CASES: dict[str, Callable[[], bytes]] = {
    "scripts": lambda: small_pdf(
        h(1, "Water"), p(ENGLISH), p(LAO, "lo"), p("ນ້ຳ ກຳ ໝູ່ ເຖິ້ງ ສີ່ ຫຼື ປຶ້ມ ຊຶ່ງ ຮັ້ວ", "lo")
    ),
    "spans-and-rules": lambda: small_pdf(spanning_table()),
    "draft": lambda: small_pdf(p("reviewed"), p(LAO, "lo", mark="draft"), p(ENGLISH, mark="missing")),
    "list": lambda: small_pdf(ul("one", ENGLISH, "three"), ul("ນ້ຳ", "ສອງ", language="lo", ordered=True)),
    "aside": lambda: small_pdf(Aside((p(ENGLISH, style="notice"),), "notice", AT), Rule(AT), p("after")),
    "decimals": lambda: small_pdf(_decimals()),
    "footnote": lambda: small_pdf(_note()),
    "chart": lambda: small_pdf(_chart()),
    "watermark": lambda: small_pdf(
        p(ENGLISH), watermark=(p("Draft", style="watermark"), p("ຮ່າງ", "lo", "watermark"))
    ),
    "divided-words": _divided_words,
    "justified": _justified,
    "characters-that-no-font-has": _characters_that_no_font_has,
    "marks-without-a-base": lambda: small_pdf(p("x \u0301 \u0eb5 y"), p("ກ\u0301 \u0ec9ນ", "lo")),
    "parallel": lambda: small_pdf(
        parallel((p(ENGLISH), p(LAO[:90], "lo", mark="draft")), (ul("a"), ul("ກ", language="lo")))
    ),
    "chips": lambda: small_pdf(reporting.chips()),
    "bars": lambda: small_pdf(reporting.bars()),
    "columns": lambda: small_pdf(reporting.columns()),
    "timeline": lambda: small_pdf(reporting.timeline()),
    "form": lambda: small_pdf(*reporting.form()),
}
"""What makes the file of each case."""
