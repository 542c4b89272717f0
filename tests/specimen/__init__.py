"""A document with everything in it that layouts can hold, in the languages asked for."""

from __future__ import annotations

import datetime
from pathlib import Path

from planreports.document.nodes import Document, Metadata
from planreports.document.pictures import PictureFolders
from planreports.document.stylesheets import load_stylesheet
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import RichText, Text, TranslationState
from planreports.layout.build import build_document
from planreports.layout.building import Labels
from planreports.layout.charts import ChartWords
from planreports.layout.environment import LayoutRenderer
from planreports.layout.folders import LayoutFolder
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.plan.loader import load_plan
from tests.specimen.charts import charts

FOLDER = Path(__file__).parent
DATE = datetime.date(2026, 10, 12)
LABELS = Labels(
    Text.of("not translated yet").translated("lo", "ຍັງບໍ່ທັນໄດ້ແປ", TranslationState.DRAFT),
    Text.of("(continued)").translated("lo", "(ຕໍ່)", TranslationState.DRAFT),
)
STATUSES = (
    ("completed", "✓"),
    ("on-track", "●"),
    ("delayed", "◐"),
    ("not-started", "◇"),
    ("discontinued", "✕"),
    ("no-report", "○"),
)


def specimen(*languages: str, arrangement: str = "side-by-side") -> Document:
    """Return the specimen's document tree."""
    choice = LanguageChoice(languages or ("en",), Arrangement(arrangement))
    catalogs = Catalogs.load([resource("locales")])
    plan = load_plan("lao-japan").localized(lambda context, text: catalogs.completed(text, context))
    renderer = LayoutRenderer((LayoutFolder(FOLDER, "specimen"),), catalogs, choice)
    note = RichText.of("A note with **bold** words, *slanted* ones and [a link](https://www.mofa.go.jp/).")
    shown = charts((area.title for area in plan.areas), catalogs)
    markup = renderer.render(
        "specimen.html.jinja", {"areas": plan.areas, "note": note, "statuses": STATUSES, "charts": shown}
    )
    metadata = Metadata("Specimen", choice.languages, DATE, "planreports", "Everything that layouts hold")
    stylesheet = load_stylesheet(resource("templates", "style.toml"))
    labels = LABELS._replace(charts=ChartWords.of(catalogs.text))
    return build_document(markup, metadata, choice, stylesheet, labels, PictureFolders((FOLDER / "images",)))
