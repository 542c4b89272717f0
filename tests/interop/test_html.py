"""Chromium shows, finds, copies, breaks and prints a page as it was meant, and checkers find
nothing: neither axe (accessibility) nor Nu (HTML and CSS)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pypdf
import pytest

from planreports.document.nodes import Document, PageBreak, PageCount, PageNumber, Paragraph, Run, Section
from planreports.writers.html import write
from tests import programs
from tests.interop.browser import Browser
from tests.interop.statements import words_of
from tests.renditions import CHOICES, PLAN_RENDITIONS, RENDITIONS, Rendition
from tests.specimen import specimen
from tests.writers.trees import (
    AT,
    BREAKER,
    ENGLISH,
    LAO,
    STYLESHEET,
    document,
    p,
    parallel,
    table,
    unspaced,
    write_to,
)

CHROMIUM = pytest.mark.interop("chromium")
CONTINUED = ("(continued)", "(ຕໍ່)")
"""What only stands above the head of a table that goes on: a browser's repeated heads cannot say it."""

BOTH = Rendition("specimen", "en+lo")

_LINES = """
return [...document.querySelectorAll("p")].map(paragraph => {
  const lines = [""]; let bottom = null;
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let text; text = texts.nextNode();) for (const [place, character] of [...text.data].entries()) {
    const range = document.createRange();
    range.setStart(text, place); range.setEnd(text, place + 1);
    const box = range.getClientRects()[0];
    if (box && bottom !== null && box.bottom > bottom + 5) lines.push("");
    if (box) bottom = box.bottom;
    lines[lines.length - 1] += character;
  }
  return lines;
});
"""
REPORTS = RENDITIONS + PLAN_RENDITIONS


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


def tree(choice: str) -> Document:
    languages, arrangement = CHOICES[choice]
    return specimen(*languages, arrangement=arrangement)


@CHROMIUM
@pytest.mark.parametrize("choice", CHOICES)
def test_every_word_is_shown_and_copied_as_it_is(browser: Browser, choice: str) -> None:
    shown, copied = browser.seen(
        Rendition("specimen", choice).file("html"),
        "const main = document.querySelector('main');"
        "getSelection().selectAllChildren(main);"
        "return [main.textContent, getSelection().toString()]",
    )
    words = words_of(tuple(section.blocks for section in tree(choice).sections))
    expected = [each for each in words if not each.startswith(CONTINUED)]
    assert len(expected) > 50
    assert [words for words in expected if words not in shown] == []
    assert [words for words in expected if words not in copied] == []


@CHROMIUM
def test_lao_words_are_found_across_our_breaks(browser: Browser) -> None:
    made = write(document(p(LAO, "lo")), STYLESHEET, BREAKER)
    words = ["ຢືນຢັນຄວາມສຳຄັນຂອງການຮ່ວມມືດ້ານ", "ປ້ອງກັນຊາດ ແລະ ນ້ຳໃຈ", "ນີ້ບໍ່ມີ"]
    assert browser.seen(made, f"return {json.dumps(words)}.map(each => window.find(each))") == [
        True,
        True,
        False,
    ]


@CHROMIUM
@pytest.mark.parametrize("width", [400, 1280])
def test_lao_lines_end_where_we_say(browser: Browser, width: int) -> None:
    text = " ".join([LAO] * 4)
    made = write(
        document(
            p(text, "lo"),
            parallel((p(ENGLISH), p(text, "lo", "quote"))),
            table(["A", "B"], [p(text, "lo"), "b"]),
        ),
        STYLESHEET,
        BREAKER,
    )
    found = [lines for lines in browser.seen(made, _LINES, width) if "".join(lines) == text]
    assert len(found) == 3
    for lines in found:
        assert len(lines) > 3
        pieces = list(BREAKER.pieces(text, "lo"))
        ends = {len("".join(pieces[:count])) for count in range(len(pieces) + 1)}
        assert {len("".join(lines[:count])) for count in range(len(lines) + 1)} <= ends


@CHROMIUM
def test_its_fonts_are_sound_and_used(browser: Browser) -> None:
    states = browser.seen(BOTH.file("html"), "return [...document.fonts].map(font => font.status)")
    assert states == ["loaded"] * 6


@CHROMIUM
@pytest.mark.parametrize("width", [320, 400, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, width: int) -> None:
    wide, inner = browser.seen(
        BOTH.file("html"), "return [document.documentElement.scrollWidth, innerWidth]", width
    )
    assert wide <= inner


OURS = {"NotoSans", "NotoSansLao", "PlanreportsSymbols"}
"""The fonts that pages hold."""


@CHROMIUM
@pytest.mark.interop("pdffonts", "pdftotext")
@pytest.mark.parametrize("rendition", REPORTS, ids=lambda each: each.name)
def test_it_prints_with_its_own_fonts_on_about_as_many_pages_as_the_pdf(
    browser: Browser, rendition: Rendition
) -> None:
    printed = browser.printed(rendition.file("html"))
    ours = len(pypdf.PdfReader(_saved(browser, rendition.file("pdf"))).pages)
    text = subprocess.run(["pdftotext", printed, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.removesuffix("\f").split("\f")
    assert abs(len(pages) - ours) <= max(1, ours // 6)
    assert f"{len(pages)}/{len(pages)}" in unspaced(pages[-1])
    fonts = subprocess.run(["pdffonts", printed], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert {row[0].partition("+")[2].partition("-")[0] for row in rows} <= OURS
    assert {tuple(row[1:3]) for row in rows} == {("CID", "TrueType")}


@CHROMIUM
def test_pages_begin_turn_and_repeat_heads_as_they_should(browser: Browser) -> None:
    numbers = Paragraph((PageNumber("en"), Run("/", "en"), PageCount("en")), "en", "running", AT)
    head, first = p("Later", style="marking"), p("First", style="marking")
    rows = table(["Head"], *([f"Row {number}"] for number in range(60)))
    metadata = document().metadata
    sections = (
        Section(
            (p("One"), PageBreak(AT), p("Two")), AT, header=(head,), first_header=(first,), footer=(numbers,)
        ),
        Section((rows,), AT, "landscape", header=(head,), footer=(numbers,)),
    )
    printed = pypdf.PdfReader(browser.printed(write(Document(sections, metadata), STYLESHEET, BREAKER)))
    texts = [unspaced(page.extract_text()) for page in printed.pages]
    assert len(texts) > 4
    assert [("First" in each, "Later" in each) for each in texts] == [(True, False)] + [(False, True)] * (
        len(texts) - 1
    )
    assert ["One" in texts[0], "Two" in texts[1]] == [True, True]
    assert all("Head" in each for each in texts[2:])
    assert [f"{number}/{len(texts)}" in each for number, each in enumerate(texts, 1)] == [True] * len(texts)
    turned = [page.mediabox.width > page.mediabox.height for page in printed.pages]
    assert turned == [False, False] + [True] * (len(texts) - 2)


def _saved(browser: Browser, data: bytes) -> Path:
    path = browser.folder / "ours.pdf"
    path.write_bytes(data)
    return path


@pytest.mark.interop("html-checker")
def test_every_page_is_valid_html_and_css(tmp_path: Path) -> None:
    pages = write_to(tmp_path, ((f"{each.name}.html", each.file("html")) for each in REPORTS))
    command = ["java", "-jar", programs.html_checker(), "--stdout", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    messages = json.loads(done.stdout)["messages"]
    assert [each["message"] for each in messages if each["type"] != "info"] == []


@CHROMIUM
@pytest.mark.interop("axe-core")
@pytest.mark.parametrize(
    ("rendition", "width"),
    [(each, 1280) for each in REPORTS] + [(each, 400) for each in REPORTS if each.choice == "en+lo"],
    ids=lambda each: getattr(each, "name", each),
)
def test_axe_finds_no_barrier(browser: Browser, rendition: Rendition, width: int) -> None:
    axe = programs.axe_core().read_text("utf-8").replace("</script", "<\\/script")
    page = rendition.file("html").replace(b"</body>", f"<script>{axe}</script></body>".encode())
    found = browser.seen(
        page,
        "const result = await axe.run(document); return [result.passes.length, result.violations.map("
        "each => [each.id, each.nodes.map(node => node.html + ': ' + node.failureSummary)])]",
        width,
    )
    passed, violations = found
    assert violations == []
    assert passed > 25
