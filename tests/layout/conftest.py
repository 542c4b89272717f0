"""A layout's source becomes a document tree, with a context of the test's own."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from planreports.document.nodes import Document, Metadata
from planreports.document.stylesheets import load_stylesheet
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import Text, Translation, TranslationState
from planreports.layout.build import build_document
from planreports.layout.building import Labels
from planreports.layout.environment import LayoutRenderer
from planreports.layout.folders import LayoutFolder
from planreports.layout.rendition import Arrangement, LanguageChoice

Build = Callable[..., Document]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    words = {"Status": "ສະຖານະ", "Title": "ຫົວຂໍ້", "{n} of {total}": "{n} ໃນ {total}"}
    lao = {(None, key): Translation("lo", value, TranslationState.DRAFT) for key, value in words.items()}
    lao["of-a-person", "Title"] = Translation("lo", "ຕຳແໜ່ງ", TranslationState.DRAFT)
    catalogs = Catalogs({"lo": lao})
    stylesheet = load_stylesheet(resource("templates", "style.toml"))

    def made(
        source: str,
        *languages: str,
        arrangement: str = "side-by-side",
        context: Mapping[str, object] | None = None,
        **others: str,
    ) -> Document:
        for name, text in {"test": source, **others}.items():
            (tmp_path / f"{name}.jinja").write_text(text, "utf-8")
        choice = LanguageChoice(languages or ("en",), Arrangement(arrangement))
        renderer = LayoutRenderer((LayoutFolder(tmp_path, "layouts"),), catalogs, choice)
        markup = renderer.render("test.jinja", context or {})
        metadata = Metadata("t", choice.languages, datetime.date(2026, 10, 12))
        missing = Text.of("not translated").translated("lo", "ບໍ່ແປ", TranslationState.DRAFT)
        labels = Labels(missing, Text.of("(continued)"))
        return build_document(markup, metadata, choice, stylesheet, labels)

    return made
