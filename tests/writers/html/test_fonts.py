"""Fonts of any kind go into a page as subsets; what they lack the browser makes, as the PDF writer does."""

from __future__ import annotations

from pathlib import Path

import pytest

from planreports.document.nodes import Paragraph, Run
from planreports.errors import WritingError
from planreports.writers.html import write
from tests.writers.html.reading import Page
from tests.writers.pdf.test_fonts import fonts, made, sheet  # noqa: F401 - a fixture is used by its name
from tests.writers.trees import AT, BREAKER, STYLESHEET, document, p


def page(family: str) -> Page:
    runs = tuple(
        Run(words, "en", bold=bold, italic=italic)
        for words, bold, italic in (("ae", False, False), ("on", True, False), ("ti", False, True))
    )
    return Page(write(document(Paragraph(runs, "en", "body", AT)), sheet(family), BREAKER))


@pytest.mark.parametrize("cubic", [False, True])
def test_a_family_of_one_font_is_made_bold_by_the_browser(fonts: Path, cubic: bool) -> None:  # noqa: F811
    made("Blocks", cubic=cubic).save(fonts / "Blocks.otf")
    ((face, font),) = page("Blocks").fonts().items()
    assert face == ("Blocks", "400", "normal")
    assert set(map(chr, font.getBestCmap())) == set("aeonti ")
    assert ("CFF " in font) == cubic


def test_a_family_of_two_weights_has_both(fonts: Path) -> None:  # noqa: F811
    made("Blocks").save(fonts / "Blocks.ttf")
    made("Blocks", style="Bold", weight=700).save(fonts / "BlocksBold.ttf")
    found = page("Blocks").fonts()
    assert {face: set(map(chr, font.getBestCmap())) for face, font in found.items()} == {
        ("Blocks", "400", "normal"): set("aeti "),
        ("Blocks", "700", "normal"): set("on "),
    }


def test_a_font_that_may_not_be_embedded_is_refused(fonts: Path) -> None:  # noqa: F811
    made("Blocks", fsType=2).save(fonts / "Blocks.ttf")
    with pytest.raises(WritingError) as caught:
        page("Blocks")
    assert str(caught.value) == (
        "the font `Blocks` may not be embedded: its maker does not allow it (Blocks.ttf): "
        "choose another in style.toml"
    )


def test_latin_letters_in_lao_words_are_the_latin_fonts(fonts: Path) -> None:  # noqa: F811
    made("Lao Blocks").save(fonts / "LaoBlocks.ttf")
    both = STYLESHEET.fonts.model_copy(update={"scripts": {"Latn": "Noto Sans", "Laoo": "Lao Blocks"}})
    look = STYLESHEET.model_copy(update={"fonts": both})
    found = Page(write(document(p("ae, ", "lo")), look, BREAKER)).fonts()
    assert {face[0]: set(map(chr, font.getBestCmap())) - {"\u00a0"} for face, font in found.items()} == {
        "Lao Blocks": set(" ,"),
        "Noto Sans": set("ae "),
    }
