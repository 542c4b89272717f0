"""Words are divided where a narrow column would else be badly filled; no reader finds a hyphen."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from planreports.document.nodes import Block, Paragraph, Run
from planreports.document.styles import Alignment, Stylesheet
from planreports.writers.pdf import write
from tests.writers import trees
from tests.writers.trees import AT, BREAKER, LAO, STYLESHEET, document, p, unspaced

ENGLISH = (
    "Both sides reaffirmed the importance of strengthening agricultural cooperation, including the "
    "implementation of infrastructure development programmes through environmental sustainability together."
)


def narrow(millimetres: float, align: Alignment = "left", height: float = 297) -> Stylesheet:
    """Return the look of a page whose text is so wide, in paragraphs of some alignment."""
    styles = {name: style.model_copy(update={"align": align}) for name, style in STYLESHEET.paragraph.items()}
    page = STYLESHEET.page.model_copy(update={"width_mm": millimetres + 40, "height_mm": height})
    return STYLESHEET.model_copy(update={"paragraph": styles, "page": page})


def pdf(*blocks: Block, millimetres: float = 27, align: Alignment = "left", height: float = 297) -> bytes:
    return write(document(*blocks), narrow(millimetres, align, height), BREAKER)


def lines(data: bytes) -> list[str]:
    return [line.strip() for line in trees.lines(data)]


def divided(data: bytes, words: str) -> list[str]:
    """Return the words of a text that stand on two lines, with a hyphen where they are parted."""
    known = set(words.split())
    found, text = [], lines(data)
    for one, other in itertools.pairwise(text):
        pair = one.split()[-1], other.split()[0]
        if not set(pair) <= known and "".join(pair) in known:
            found.append("-".join(pair))
    return found


@pytest.mark.parametrize("reader", sorted(trees.READERS))
@pytest.mark.parametrize("align", ["left", "justify"])
def test_divided_words_come_out_without_a_hyphen(reader: str, align: Alignment) -> None:
    data = pdf(p(ENGLISH, style="table-body"), align=align)
    assert len(divided(data, ENGLISH)) > 2
    assert unspaced(ENGLISH) == unspaced(trees.READERS[reader](data))


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
def test_who_hears_the_text_hears_whole_words(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(p(ENGLISH, style="table-body"), p(LAO, "lo", "table-body")))
    done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    heard = re.findall('"(.*)"', done.stdout.decode())
    assert ENGLISH in heard
    assert LAO in heard


def test_words_are_divided_as_the_language_divides_them() -> None:
    assert divided(pdf(p(ENGLISH, style="table-body")), ENGLISH) == [
        "reaf-firmed",
        "import-ance",
        "agri-cultural",
        "imple-mentation",
        "infra-structure",
        "pro-grammes",
        "sus-tainability",
    ]


def test_wide_columns_and_well_filled_lines_are_left_alone() -> None:
    assert divided(pdf(p(ENGLISH * 3), millimetres=170), ENGLISH) == []
    short = "Each of us is to go to it as he may and can do so on foot or by sea."
    assert divided(pdf(p(short * 3, style="table-body")), short) == []


def test_justified_lines_are_divided_in_any_column() -> None:
    words = f"{ENGLISH} {ENGLISH.lower()} {ENGLISH}"
    assert divided(pdf(p(words), millimetres=170, align="justify"), words)


@pytest.mark.parametrize(
    "words",
    [
        "Vientiane Luangphabang Agricultural",
        "word2word abcd2020efgh",
        "www.agricultural.org a@agricultural.la",
    ],
)
def test_names_numbers_and_addresses_are_not_divided(words: str) -> None:
    text = f"{words} " * 8
    assert divided(pdf(p(text, style="table-body"), millimetres=40), text) == []


def test_links_and_titles_are_not_divided() -> None:
    link = Paragraph((Run(ENGLISH, "en", href="https://a.example/"),), "en", "table-body", AT)
    assert divided(pdf(link), ENGLISH) == []
    assert divided(pdf(p(ENGLISH, style="table-head")), ENGLISH) == []


def test_lao_is_never_divided_but_between_words() -> None:
    data = pdf(p(LAO, "lo", "table-body"))
    words = {words.strip() for words in BREAKER.pieces(LAO, "lo")}
    for line in lines(data):
        assert {words.strip() for words in BREAKER.pieces(line, "lo")} <= words


def test_a_word_wider_than_its_column_is_divided_whatever_it_is() -> None:
    data = pdf(p("Telecommunications", style="table-head"), millimetres=22)
    assert lines(data) == ["Telecommunic", "ations"]
    data = pdf(p("cost-effectiveness", style="table-head"), millimetres=20)
    assert lines(data) == ["cost-effective", "ness"]


def test_the_last_word_of_a_paragraph_is_not_divided() -> None:
    words = "in the agriculture"
    for millimetres in range(20, 30):
        assert divided(pdf(p(words, style="table-body"), millimetres=millimetres), words) == []


def test_no_more_than_two_lines_in_a_row_end_in_a_part_of_a_word() -> None:
    words = " ".join(["implementation"] * 40)
    data = pdf(p(words, style="table-body"), millimetres=40)
    ends = [line.endswith("implementation") for line in lines(data)]
    assert not any(ends[place : place + 3] == [False] * 3 for place in range(len(ends) - 3))


@pytest.mark.parametrize("reader", sorted(trees.READERS))
def test_a_soft_hyphen_says_where_its_word_is_divided_and_is_no_text(reader: str) -> None:
    words = "to Vienti\u00adane by agricultu\u00adral cars"
    data = pdf(p(words, style="table-body"), millimetres=14)
    assert unspaced(words.replace("\u00ad", "")) in unspaced(trees.READERS[reader](data))
    if reader == "pdfium":
        assert lines(data) == ["to Vienti", "ane by", "agricultu", "ral cars"]


def test_a_page_never_ends_in_a_part_of_a_word() -> None:
    known = set(ENGLISH.split())
    for count in range(12):
        data = pdf(*[p("x")] * count, *[p(ENGLISH)] * 3, height=120)
        pages = [text.split() for text in trees.page_texts(data)]
        assert len(pages) > 1
        assert {page[-1] for page in pages} <= known


@pytest.mark.parametrize("millimetres", [8, 12, 16, 20, 25, 35, 50])
def test_every_line_fits_its_column(millimetres: float) -> None:
    blocks = (p(ENGLISH, style="table-body"), p(LAO, "lo", "table-body"))
    data = pdf(*blocks, millimetres=millimetres)
    assert unspaced(ENGLISH + LAO) == unspaced(trees.READERS["pypdf"](data))
    edge = (20 + millimetres) / 25.4 * 72 + 0.01
    for line in lines(data):
        assert max(box[3] for box in trees.boxes(data, line)) < edge
