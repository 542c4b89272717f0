"""Workbooks of documents with tables of data mean what they meant when they were last accepted."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from planreports.document.nodes import Metadata
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import Text, TranslationState
from planreports.layout.build import build_document
from planreports.layout.environment import LayoutRenderer
from planreports.layout.folders import LayoutFolder
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.writers.xlsx import write
from tests.acceptance import Acceptance
from tests.outlines import xlsx
from tests.renditions import CHOICES, Rendition
from tests.specimen import FOLDER, LABELS
from tests.writers.trees import BREAKER, LAO, STYLESHEET

DRAFT = TranslationState.DRAFT
CONTEXT = {
    "title": Text.of("Matrix of commitments").translated("lo", "ຕາຕະລາງຄຳໝັ້ນສັນຍາ", DRAFT),
    "marking": Text.of("Internal").translated("lo", "ພາຍໃນ", DRAFT),
    "words": Text.of("Both sides affirmed to cooperate.").translated("lo", LAO, DRAFT),
    "day": datetime.date(2026, 8, 31),
}


def workbook(languages: tuple[str, ...], arrangement: str) -> bytes:
    """Return the workbook of `workbook.html.jinja`, whose words no change of a catalog changes."""
    choice = LanguageChoice(languages, Arrangement(arrangement))
    renderer = LayoutRenderer((LayoutFolder(FOLDER, "specimen"),), Catalogs({}), choice)
    markup = renderer.render("workbook.html.jinja", CONTEXT)
    metadata = Metadata("Matrix", languages, datetime.date(2026, 9, 1), "Ministry", "Matrix of commitments")
    return write(build_document(markup, metadata, choice, STYLESHEET, LABELS), STYLESHEET, BREAKER)


@pytest.mark.parametrize("choice", CHOICES)
def test_a_workbook_means_what_was_accepted(choice: str, accept: bool) -> None:
    outline = xlsx.outline(workbook(*CHOICES[choice]))
    Acceptance(Path(__file__).parent, accept).text(f"workbook-{choice}.xlsx.txt", outline)


def test_the_workbook_of_the_plan_means_what_was_accepted(accept: bool) -> None:
    outline = xlsx.outline(Rendition("plan-annotated", "en").file("xlsx"))
    Acceptance(Path(__file__).parent, accept).text("plan-annotated-en.xlsx.txt", outline)
