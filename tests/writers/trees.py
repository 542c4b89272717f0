"""Document trees made tersely, and text taken out of files by other people's readers."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pdfminer.high_level
import pypdf
import pypdfium2
from pdfminer.layout import LAParams

from planreports.document.nodes import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    List,
    ListItem,
    Metadata,
    Origin,
    Paragraph,
    Parallel,
    ParallelRow,
    Row,
    Run,
    Section,
    Table,
)
from planreports.document.styles import Stylesheet
from planreports.document.stylesheets import load_stylesheet
from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.lao.line_breaks import LineBreaker

AT = Origin("layouts/test.jinja", 3, 5)
STYLESHEET: Stylesheet = load_stylesheet(resource("templates", "style.toml"))
BREAKER = LineBreaker(Glossary.read(resource("locales", "glossary.csv")).whole_words())

ENGLISH = 'Both sides affirmed the “Host Town” initiative: an efficient, "land-linked" office (2021-2025).'
LAO = "ທັງສອງຝ່າຍໄດ້ຢືນຢັນຄວາມສຳຄັນຂອງການຮ່ວມມືດ້ານການປ້ອງກັນຊາດ ແລະ ນ້ຳໃຈ, ກຳລັງ ທີ່ນຳ້ໃຊ້ໃນແມ່ນ້ຳຂອງ ປີ 2030."


def p(words: str, language: str = "en", style: str = "body", **more: object) -> Paragraph:
    return Paragraph((Run(words, language),), language, style, AT, **more)


def h(level: int, words: str, language: str = "en") -> Heading:
    return Heading(level, (Run(words, language),), language, AT)


def ul(*items: str, language: str = "en", ordered: bool = False) -> List:
    return List(tuple(ListItem((p(each, language, "list"),), AT) for each in items), ordered, language, AT)


def cell(*blocks: Block | str, **more: object) -> Cell:
    return Cell(
        tuple(p(each, style="table-body") if isinstance(each, str) else each for each in blocks), AT, **more
    )


def table(
    head: Sequence[str], *rows: Sequence[Block | str], columns: Sequence[Column] = (), style: str = "plain"
) -> Table:
    return Table(
        tuple(columns) or (Column(),) * len(head),
        (Row(tuple(cell(each, scope="column") for each in head), AT),),
        tuple(Row(tuple(cell(each) for each in row), AT) for row in rows),
        style,
        "en",
        AT,
    )


def parallel(*pairs: tuple[Block, Block]) -> Parallel:
    return Parallel(tuple(ParallelRow(((left,), (right,)), AT) for left, right in pairs), ("en", "lo"), AT)


def document(*blocks: Block, languages: tuple[str, ...] = ("en", "lo"), **section: object) -> Document:
    metadata = Metadata("A <title> & more", languages, datetime.date(2026, 10, 12), "Ministry", "Brief")
    return Document((Section(blocks, AT, **section),), metadata)


# Readers ---------------------------------------------------------------------------------------------


def _poppler(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def _pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def _pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _pdfminer(data: bytes) -> str:
    """Read from top to bottom rather than by columns: languages stand side by side row by row."""
    return pdfminer.high_level.extract_text(
        io.BytesIO(data), laparams=LAParams(boxes_flow=0.9, line_margin=0.8)
    )


READERS: dict[str, Callable[[bytes], str]] = {"pdfium": _pdfium, "pypdf": _pypdf, "pdfminer": _pdfminer}
if shutil.which("pdftotext"):
    READERS["poppler"] = _poppler


def unspaced(text: str) -> str:
    """Return text without white space: Lao lines break without any, and readers put some at line ends."""
    return re.sub(r"\s+", "", text)


def lines(data: bytes) -> list[str]:
    return [line for line in _pdfium(data).replace("\r", "").split("\n") if line]


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def boxes(data: bytes, words: str) -> list[tuple[int, float, float, float, float]]:
    """Return page, left, bottom, right and top (points) of every place where words stand."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            searcher = text.search(words, match_case=True)
            while (hit := searcher.get_next()) is not None:
                index, count = hit
                rectangles = [text.get_charbox(each) for each in range(index, index + count)]
                found.append(
                    (
                        number,
                        min(each[0] for each in rectangles),
                        min(each[1] for each in rectangles),
                        max(each[2] for each in rectangles),
                        max(each[3] for each in rectangles),
                    )
                )
    return found


def write_to(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    paths = []
    for name, data in files:
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    return paths
