"""What reports are made of, small: chips of statuses, charts, fields to fill in."""

from __future__ import annotations

import datetime

from planreports.document.charts import (
    Event,
    Label,
    Series,
    StackedBars,
    StackedColumns,
    Timeline,
    WordedChart,
    Words,
)
from planreports.document.forms import FormField
from planreports.document.nodes import (
    Cell,
    CheckBox,
    Column,
    Figure,
    LineBreak,
    Paragraph,
    Row,
    Run,
    Table,
)
from planreports.i18n.partial_date import PartialDate
from tests.writers.trees import AT, p

STATUSES = (
    ("completed", "✓", "Completed", "ສຳເລັດ"),
    ("on-track", "●", "On track", "ຕາມແຜນ"),
    ("delayed", "◐", "Delayed", "ຊັກຊ້າ"),
    ("not-started", "–", "Not started", "ຍັງບໍ່ເລີ່ມ"),
    ("discontinued", "×", "Discontinued", "ຍຸຕິ"),
    ("no-report", "○", "No report", "ບໍ່ມີລາຍງານ"),
)
COUNTS = ((3, 2, 12), (8, 4, 3), (1, 2, 1), (0, 1, 2), (0, 0, 1), (2, 0, 6))


def label(english: str, lao: str = "") -> Label:
    return (Words(english, "en"), *([Words(lao, "lo")] if lao else []))


SERIES = tuple(
    Series(label(english, lao), counts, f"status-{name}", sign)
    for (name, sign, english, lao), counts in zip(STATUSES, COUNTS, strict=True)
)


def chips() -> Paragraph:
    """Return a chip of every status, in English and in Lao."""
    inlines = []
    for name, sign, english, lao in STATUSES:
        inlines += [Run(f"{sign} {english}", "en", f"status-{name}"), Run(" ", "en")]
        inlines += [Run(f"{sign} {lao}", "lo", f"status-{name}"), LineBreak()]
    return Paragraph((*inlines, Run("Overdue", "en", "overdue")), "en", "body", AT)


def shown(chart: WordedChart) -> Figure:
    return Figure(chart, "a chart", "en", AT)


def bars() -> Figure:
    areas = (
        label("Politics", "ການເມືອງ"),
        label("Trade and investment", "ການຄ້າ"),
        label("Culture", "ວັດທະນະທຳ"),
    )
    return shown(StackedBars(label("Status"), areas, SERIES))


def columns() -> Figure:
    return shown(
        StackedColumns(label("Status"), tuple(label(str(year)) for year in (2024, 2025, 2026)), SERIES)
    )


def timeline() -> Figure:
    events = (
        Event(label("List", "ລາຍຊື່"), datetime.date(2026, 6, 30), "overdue", "▲", True, label("30 June 2026")),
        Event(label("Textbooks"), PartialDate("2027"), "status-on-track", date=label("2027")),
    )
    today = datetime.date(2026, 8, 31)
    return shown(
        Timeline(label("Due"), events, today, label("As of 31 August 2026"), label("overdue", "ເກີນກຳນົດ"))
    )


def form() -> tuple[Paragraph | Table, ...]:
    """Return a box, lines to write on, and squares to tick."""
    choices = (
        CheckBox("a", "y", "en"),
        Run("\u00a0Yes\u2003", "en"),
        CheckBox("a", "n", "en"),
        Run("\u00a0No", "en"),
    )
    return (
        p("What was achieved", style="field-label"),
        _field("field", 16, p("Two sentences", style="field-hint")),
        p("ເຫດຜົນ", "lo", "field-label"),
        _field("field-lines", 8),
        Paragraph(choices, "en", "choices", AT),
    )


def _field(style: str, height: float, *hint: Paragraph) -> Table:
    row = Row((Cell(hint, AT, field=FormField("a", "A", "lines")),), AT, height=height)
    return Table((Column(100, "*"),), (), (row,), style, "en", AT, presentation=True)
