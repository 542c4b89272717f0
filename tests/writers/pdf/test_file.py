"""The file: the same bytes every time, nothing of the machine, tagged, titled, and its fonts embedded."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from planreports.document.nodes import Column
from planreports.writers.pdf import write
from tests.outlines.pdf import outline
from tests.writers.trees import BREAKER, ENGLISH, LAO, STYLESHEET, document, h, p, parallel, table, ul


def sample() -> bytes:
    blocks = (
        h(1, "Title"),
        h(2, "Part"),
        p(ENGLISH),
        parallel((p(ENGLISH), p(LAO, "lo", mark="draft")), (ul("a", "b"), ul("ກ", "ຂ", language="lo"))),
        table(["A", "B"], *[[ENGLISH, "x"] for _ in range(60)], columns=(Column(60, "*"), Column(40, "*"))),
    )
    return write(document(*blocks), STYLESHEET, BREAKER)


@pytest.fixture(scope="module")
def reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(sample()))


def structure(element: object, depth: int = 0) -> list[str]:
    """Return the structure tree as lines of indented tags; marked content is left out."""
    found: list[str] = []
    element = element.get_object()
    tag = element.get("/S")
    if tag:
        scope = (element.get("/A") or {}).get("/Scope", "")
        found.append("  " * depth + tag[1:] + (f"({element['/Lang']})" if "/Lang" in element else "") + scope)
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        target = kid.get_object()
        if isinstance(target, dict) and "/S" in target:
            found += structure(target, depth + 1)
    return found


def test_the_structure_is_what_a_screen_reader_should_hear(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0]
    tags = structure(root)
    assert tags[:29] == [
        "Document",
        "  H1",
        "  H2",
        "  P",
        "  P",
        "  P(lo)",
        "  L",
        "    LI",
        "      Lbl",
        "      LBody",
        "        P",
        "    LI",
        "      Lbl",
        "      LBody",
        "        P",
        "  L(lo)",
        "    LI",
        "      Lbl",
        "      LBody",
        "        P",
        "    LI",
        "      Lbl",
        "      LBody",
        "        P",
        "  Table",
        "    THead",
        "      TR",
        "        TH/Column",
        "          P",
    ]
    assert tags.count("  Table") == tags.count("    TBody") == 1
    assert tags.count("      TR") == 61


def test_the_file_says_what_it_is_and_nothing_of_its_maker(reader: pypdf.PdfReader) -> None:
    root, info = reader.trailer["/Root"], reader.metadata
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"] is not None
    assert info.title == "A <title> & more"
    assert (info.author, info.subject, info.producer) == ("Ministry", "Brief", "planreports")
    assert info.creation_date.isoformat() == "2026-10-12T00:00:00+00:00"
    data = sample()
    assert os.fsencode(str(Path.home())) not in data


def test_every_font_is_embedded_as_a_subset_with_unicode(reader: pypdf.PdfReader) -> None:
    fonts = reader.pages[0]["/Resources"]["/Font"]
    names = set()
    for font in (each.get_object() for each in fonts.values()):
        assert "/ToUnicode" in font
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor
        names.add(font["/BaseFont"].partition("+")[2])
    assert names == {"NotoSans-Regular", "NotoSans-Bold", "NotoSansLao-Regular"}


def test_the_same_document_gives_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    program = "import sys; from tests.writers.pdf.test_file import sample; sys.stdout.buffer.write(sample())"
    made = []
    for zone, seed in (("UTC", "1"), ("Asia/Vientiane", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "HOME": str(tmp_path / seed)}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, env=environment, check=True
        )
        made.append(done.stdout)
    assert made[0] == made[1]
    assert len(made[0]) > 10_000


def test_an_empty_cell_is_a_cell() -> None:
    data = write(document(table(["a", "b"], ["", "x"], ["", ""])), STYLESHEET, BREAKER)
    assert [line.split()[0] for line in outline(data).splitlines() if line.strip()].count("TD") == 4
