"""The pieces that docs/layouts.md shows become pictures: each drawn from the lines that stand above it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from planreports.document.nodes import Metadata
from planreports.document.styles import Margins, Stylesheet
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.text import Text
from planreports.layout.build import build_document
from planreports.layout.environment import LayoutRenderer
from planreports.layout.folders import LayoutFolder
from planreports.layout.rendition import LanguageChoice
from planreports.plan.loader import load_plan
from planreports.workspace.statuses import status_scale
from planreports.writers.pdf import write
from tests.pictures.comparison import SQUARE, drawn
from tests.specimen import LABELS
from tests.writers.trees import BREAKER, STYLESHEET

PAGE = Path(__file__).parents[2] / "docs" / "layouts.md"
PICTURES = PAGE.parent / "pictures"
CHOICE = LanguageChoice(("en", "lo"))

_SHOWN = re.compile(
    r"```jinja\n(?P<lines>(?:(?!```).*\n)+)```\n\n!\[[^]]+\]\(pictures/(?P<name>[a-z-]+)\.png\)"
)
_MACRO = re.compile(r"{% macro ([a-z_]+)\(")
_LOOK = STYLESHEET.model_copy(
    update={
        "page": STYLESHEET.page.model_copy(
            update={"width_mm": 170, "height_mm": 240, "margins": Margins(top=3, right=3, bottom=3, left=3)}
        )
    }
)


@dataclass(frozen=True)
class Piece:
    """Lines of a layout that the page shows, and the name of their picture."""

    name: str
    lines: str


def pieces() -> Iterator[Piece]:
    """Yield the pieces that the page shows, in its order."""
    for found in _SHOWN.finditer(PAGE.read_text("utf-8")):
        yield Piece(found["name"], found["lines"])


def macros() -> tuple[str, ...]:
    """Return the names of all macros that layouts share."""
    return tuple(_MACRO.findall(resource("templates", "_macros.html.jinja").read_text("utf-8")))


def picture(piece: Piece, folder: Path, look: Stylesheet = _LOOK) -> Image.Image:
    """Return what a piece looks like in both languages; `folder` is for the layout that it becomes.

    It stands on a page after that of the headings that must come before its own.
    """
    source = (
        f'{{% from "_macros.html.jinja" import {", ".join(macros())} %}}'
        f"<section><h1>.</h1><h2>.</h2></section>\n<section>{piece.lines}</section>"
    )
    (folder / "piece.html.jinja").write_text(source, "utf-8")
    folders = (LayoutFolder(folder, "docs"), LayoutFolder(resource("templates"), "templates"))
    catalogs = Catalogs.load([resource("locales")])
    markup = LayoutRenderer(folders, catalogs, CHOICE).render("piece.html.jinja", _context(catalogs))
    document = build_document(markup, Metadata("Piece", CHOICE.languages), CHOICE, look, LABELS)
    return _cropped(drawn(write(document, look, BREAKER), page=1))


def _context(catalogs: Catalogs) -> Mapping[str, object]:
    plan = load_plan().localized(lambda context, text: catalogs.completed(text, context))
    section = plan.section("4.3")
    ministry = {"en": "Ministry of Foreign Affairs", "lo": "ກະຊວງການຕ່າງປະເທດ"}
    return {
        "logo": None,
        "organisation": Text.from_mapping(ministry),
        "department": Text.from_mapping({"en": "Department of Asia-Pacific", "lo": "ກົມອາຊີ-ປາຊີຟິກ"}),
        "day": datetime.date(2026, 8, 31),
        "section": section,
        "statement": next(each for each in section.paragraphs[0].statements if each.id == "4.3.1b"),
        "state": status_scale((), catalogs)["delayed"],
    }


def _cropped(image: Image.Image) -> Image.Image:
    """Return the part of a page that has ink, as broad as the page, with a little white around it."""
    inked = ImageChops.invert(image.convert("L")).getbbox()
    height = image.height if inked is None else inked[3] + 3 * SQUARE
    return image.crop((0, 0, image.width - image.width % SQUARE, height - height % SQUARE))
