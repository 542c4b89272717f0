"""Messages as the page shows them: alone, in the look of their report, in both languages."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from planreports.i18n.text import MessageKey
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.translation.documents import MessageDocument, documents
from planreports.translation.preview import preview_file, previews
from tests.renditions import example

BOTH = LanguageChoice(("en", "lo"))
STATEMENT = "3.1.2b", str(example().plan["3.1.2b"].text)  # type: ignore[union-attr]
BRIEF = MessageDocument("brief", "2026-som6", {"meeting": "2026-som6"})
NOWHERE = (None, "Meeting brief")


def words_of(*keys: MessageKey, choice: LanguageChoice = BOTH) -> list[str]:
    made = previews(keys, example(), choice, documents(example()))
    file = preview_file(made, example(), "pdf")
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(file)).pages]


def test_a_statement_is_shown_as_the_plan_has_it_in_both_languages() -> None:
    lao = example().catalogs.text(STATEMENT[1], STATEMENT[0]).translation("lo").text
    (page,) = words_of(STATEMENT)
    assert "".join(page.split()) == "".join(f"3.1.2b {STATEMENT[1]} {lao}".split())


def test_an_interface_message_is_shown_in_its_place() -> None:
    (page,) = words_of((None, "Internal — {party} side only"), choice=LanguageChoice(("en",)))
    assert page == "Internal — Lao PDR side only"
    (page,) = words_of((None, "Ref."), choice=LanguageChoice(("en",)))
    assert page.startswith("Ref. Section Due Status 1 (3) ¶2")


def test_stacked_languages_are_shown_together() -> None:
    (page,) = words_of(STATEMENT, choice=LanguageChoice(("lo", "en"), Arrangement.STACKED))
    assert page.endswith(STATEMENT[1])
    assert "ສອງຝ່າຍ" in page


def test_what_no_report_prints_is_shown_by_itself() -> None:
    (made,) = previews([NOWHERE], example(), BOTH, [MessageDocument("plan")])
    assert made.document is None
    (page,) = PdfReader(io.BytesIO(preview_file([made], example(), "pdf"))).pages
    assert page.extract_text().split("\n")[0].startswith("Meeting brief")


def test_several_messages_stand_one_after_the_other_as_they_were_asked_for() -> None:
    pages = words_of(("3.1", "Promotion of Investment"), STATEMENT, choice=LanguageChoice(("en",)))
    assert [page[:9] for page in pages] == ["3 (1) Pro", "3.1.2b Bo"]


def test_a_preview_takes_no_more_paper_than_its_words() -> None:
    made = previews([STATEMENT], example(), BOTH, [MessageDocument("plan")])
    (page,) = PdfReader(io.BytesIO(preview_file(made, example(), "pdf"))).pages
    assert float(page.mediabox.width) == pytest.approx(595.28, abs=0.1)
    assert float(page.mediabox.height) < 130
    picture = Image.open(io.BytesIO(preview_file(made, example(), "png")))
    assert picture.width == round(595.28 * 2)
    assert picture.height < 260
    assert picture.getpixel((4, 4)) == (255, 255, 255)


def test_a_draft_has_its_bar() -> None:
    made = previews([STATEMENT], example(), LanguageChoice(("lo",)), [MessageDocument("plan")])
    picture = Image.open(io.BytesIO(preview_file(made, example(), "png"))).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(picture.width * picture.height) or ()}
    assert (0xE2, 0xB5, 0x66) in colours
