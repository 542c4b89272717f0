"""Words that do not fit their columns are known."""

from __future__ import annotations

from planreports.document.nodes import (
    Block,
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
from planreports.lao.line_breaks import LineBreaker
from planreports.workspace.appearance import shipped_style
from planreports.writers.pdf import torn_words
from planreports.writers.pdf.lines import TornWord

ORIGIN = Origin("layout", 3, 5)


def torn(words: str, language: str = "en", style: str | None = None, width: float = 12) -> list[TornWord]:
    paragraph: Block = Paragraph((Run(words, language, style),), language, "status", ORIGIN)
    row = Row((Cell((paragraph,), ORIGIN), Cell((), ORIGIN)), ORIGIN)
    columns = Column(width, "mm"), Column(100, "*")
    table = Table(columns, (), (row,), "plain", "en", ORIGIN)
    document = Document((Section((table,), ORIGIN),), Metadata("", (language,)))
    return torn_words(document, shipped_style(), LineBreaker())


def test_a_word_that_is_broken_anywhere_is_told_with_its_place() -> None:
    assert [each.origin for each in torn("XXXXXXXXXXXX")] == [ORIGIN]
    assert torn("XXX XXX XXX") == []


def test_lao_that_is_parted_between_syllables_is_not_torn() -> None:
    assert torn("ການຮ່ວມມືເສດຖະກິດແຫ່ງຊາດ", "lo", width=15) == []


def test_a_chip_that_is_parted_is_told() -> None:
    assert torn("On track", style="status-on-track", width=40) == []
    assert len(torn("On track", style="status-on-track")) == 1
    assert len(torn("ກຳລັງປະຕິບັດ", "lo", "status-on-track", 15)) == 1
