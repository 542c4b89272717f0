"""The file: everything inside it, nothing that runs, the same bytes everywhere, and rules for paper."""

from __future__ import annotations

import base64
import hashlib
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from planreports.document.nodes import Column, PageCount, PageNumber, Paragraph, Row, Run, RunningTitle, Table
from planreports.errors import WritingError
from planreports.writers.html import write
from tests.specimen import specimen
from tests.writers.html.reading import Page, page
from tests.writers.trees import AT, BREAKER, LAO, STYLESHEET, cell, document, h, p


@pytest.fixture(scope="module")
def specimen_page() -> Page:
    return Page(write(specimen("en", "lo"), STYLESHEET, BREAKER))


def test_nothing_is_loaded_and_nothing_runs(specimen_page: Page) -> None:
    text = specimen_page.data.decode()
    assert re.findall(r"<(?:script|link|iframe|object|embed|base|form)\b", text) == []
    assert re.findall(r"\son\w+=|\sstyle=|@import|javascript:", text) == []
    assert {each[:10] for each in re.findall(r'url\("([^"]*)', text)} == {"data:font/", "data:image"}
    addresses = [each.get("src") or each.get("xlink:href") for each in specimen_page.all("*")]
    assert {each[:5] for each in addresses if each} == {"data:"}


def test_the_policy_allows_its_own_style_sheet_and_embedded_data_only(specimen_page: Page) -> None:
    found = re.search("<style>(.*?)</style>", specimen_page.data.decode(), re.DOTALL)
    assert found
    digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
    policy = specimen_page.one("meta[@http-equiv]")
    assert policy.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_says_of_itself_what_the_report_says() -> None:
    made = page(p("a"), languages=("lo", "en"))
    assert made.root.get("lang") == "lo"
    assert made.root.findtext("head/title") == "A <title> & more"
    said = {each.get("name"): each.get("content") for each in made.all("meta[@name]")}
    assert said == {
        "referrer": "no-referrer",
        "viewport": "width=device-width, initial-scale=1",
        "dcterms.date": "2026-10-12",
        "author": "Ministry",
        "description": "Brief",
    }


def test_fonts_hold_the_characters_that_the_page_draws_and_place_lao_marks() -> None:
    fonts = page(p(LAO, "lo"), p("ab", style="heading-2"), p("Ω →")).fonts()
    assert set(fonts) == {
        ("Noto Sans", "400", "normal"),
        ("Noto Sans", "700", "normal"),
        ("Noto Sans Lao", "400", "normal"),
        ("Noto Sans Symbols", "400", "normal"),
    }
    assert set(map(chr, fonts["Noto Sans", "700", "normal"].getBestCmap())) == set("ab \u00a0")
    lao = fonts["Noto Sans Lao", "400", "normal"]
    assert set(map(chr, lao.getBestCmap())) >= {each for each in LAO if each > "\u0e80"}
    assert {each.FeatureTag for each in lao["GPOS"].table.FeatureList.FeatureRecord} >= {"mark", "mkmk"}
    assert "fvar" not in lao


def test_a_family_without_italics_stands_upright() -> None:
    made = page(Paragraph((Run("ກຂ", "lo", italic=True), Run("ab", "en", italic=True)), "lo", "body", AT))
    assert set(made.fonts()) == {("Noto Sans Lao", "400", "normal"), ("Noto Sans", "400", "italic")}
    assert "font-synthesis:weight" in made.css


def test_a_font_that_is_not_installed_is_named() -> None:
    fonts = STYLESHEET.fonts.model_copy(update={"scripts": {"Latn": "No Such Font"}})
    sheet = STYLESHEET.model_copy(update={"fonts": fonts})
    with pytest.raises(WritingError) as caught:
        write(document(p("a")), sheet, BREAKER)
    assert str(caught.value) == (
        "the font `No Such Font` is not installed: install it, or choose another in style.toml"
    )


def test_running_heads_are_on_the_screen_once_and_in_the_margins_of_paper() -> None:
    numbers = Paragraph((PageNumber("en"), Run(" / ", "en"), PageCount("en")), "en", "running", AT)
    row = Row((cell(p("Office", style="running")), cell(numbers)), AT)
    made = page(
        p("Body"),
        header=(p('Secret "A"', style="marking"),),
        footer=(Table((Column(), Column()), (), (row,), "running", "en", AT),),
    )
    assert [each.text_content() for each in made.all("header")] == ['Secret "A"']
    assert [each.text_content() for each in made.all("footer")] == ["Office"]
    (rule,) = re.findall(r"@page s1\{(.*?)\}\}", made.css)
    assert '@top-center{content:"Secret \\22 A\\22 ";' in rule
    assert '@bottom-left{content:"Office";' in rule
    assert '@bottom-right{content:counter(page) " / " counter(pages);' in rule
    assert "@page s1:first{margin:42.5197pt 56.6929pt" in made.css
    assert "color:#A61B29" in rule


def test_a_running_head_with_a_page_number_is_in_the_margin_of_the_first_page_too() -> None:
    made = page(p("Body"), header=(Paragraph((PageNumber("en"),), "en", "running", AT),))
    assert made.all("header") == []
    assert re.findall(r"@page s1:first\{[^@]*@top-left\{content:([^;]*)", made.css) == ["counter(page)"]


def test_the_first_page_has_its_own_head() -> None:
    made = page(p("Body"), header=(p("Later", style="running"),), first_header=())
    assert made.all("header") == []
    (first,) = re.findall(r"@page s1:first\{(.*?)\}\}", made.css)
    assert "Later" not in first


def test_a_running_title_is_printed_where_it_holds_for_all_pages() -> None:
    head = (Paragraph((RunningTitle(2, "en"),), "en", "running", AT),)
    one = page(h(2, "Only"), header=head)
    assert '@top-left{content:"Only"' in one.css
    assert one.one("header").text_content() == "Only"
    two = page(h(2, "First"), h(2, "Second"), header=head)
    assert "First" not in two.css
    assert two.one("header").text_content() == "First"


def test_a_watermark_stands_behind_the_text_as_outlines() -> None:
    made = page(p("Body"), watermark=(p("Draft", style="watermark"), p("ຮ່າງ", "lo", "watermark")))
    assert made.text == "Body"
    assert made.css.count("data:image/svg+xml,%3Csvg") == 2
    assert "@top-left-corner{content:url(" in made.css
    assert "%3Cpath" in made.css


def test_headings_stay_with_what_follows_and_rows_stay_whole() -> None:
    css = page(h(2, "a")).css
    assert "break-after:avoid" in css
    assert "tr,figure,.parallel,[role=note],.note{break-inside:avoid}" in css
    assert "p,li{orphans:2;widows:2}" in css


def test_styles_are_the_stylesheets() -> None:
    made = page(p("a"), p("ກ", "lo"))
    assert made.rules(".p-heading-1").startswith("font-size:1.5833rem;line-height:1.2;color:#1F3A5F")
    assert made.rules(".p-heading-1:lang(lo)") == "font-size:1.3333rem"
    assert made.rules(".p-body:lang(lo),.p-body :lang(lo)") == "line-height:1.6"
    assert made.rules(".a-notice") == (
        "background:#F3F5F8;margin:.5rem 0 .6667rem;padding:.4167rem .75rem;border-left:.3333rem solid #B86E00"
    )


def test_words_may_be_divided_in_cells() -> None:
    rule = page(p("a")).rules(":is(td,th) .p-table-body")
    assert rule == "hyphens:auto;hyphenate-limit-chars:8 3 3"


def test_the_same_document_is_the_same_file_whatever_the_machine(tmp_path: Path) -> None:
    program = (
        "import sys; from tests.specimen import specimen; from tests.writers.trees import *; "
        "from planreports.writers.html import write; "
        "sys.stdout.buffer.write(write(specimen('en', 'lo'), STYLESHEET, BREAKER))"
    )
    made = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Vientiane")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "HOME": str(tmp_path / seed)}
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, check=True
        )
        made.add(done.stdout)
    assert len(made) == 1


@pytest.mark.parametrize("languages", [("en",), ("lo",), ("en", "lo"), ("lo", "en")])
def test_all_lao_words_are_said_to_be_lao(languages: tuple[str, ...]) -> None:
    made = Page(write(specimen(*languages), STYLESHEET, BREAKER))
    lao = re.compile("[\u0e80-\u0eff]")
    wrong = [
        each.text
        for each in made.root.iter()
        if lao.search(each.text or "") and each.tag != "style" and _language(each) != "lo"
    ]
    assert wrong == []


def _language(element: HtmlElement) -> str | None:
    return next((each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang")), None)


def test_headings_of_both_languages_are_the_words_of_the_tree(specimen_page: Page) -> None:
    levels = [int(each.tag[1]) for each in specimen_page.root.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
