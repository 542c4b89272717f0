"""Where Lao lines may break in Word: left to Word, or marked with U+200B for programs that do not know."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planreports.document.nodes import (
    Aside,
    Block,
    Footnote,
    LineBreak,
    Paragraph,
    ParallelRow,
    Run,
)
from planreports.writers.docx import write
from tests.writers.trees import (
    AT,
    BREAKER,
    ENGLISH,
    LAO,
    STYLESHEET,
    cell,
    document,
    h,
    p,
    parallel,
    table,
    ul,
)

MARKED = STYLESHEET.model_copy(update={"word_breaks": "zwsp"})
ZWSP = "\u200b"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(*blocks: Block, stylesheet: object = MARKED, part: str = "document", **more: object) -> str:
    data = write(document(*blocks, **more), stylesheet, BREAKER)  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(f"word/{part}.xml"))
    return "\n".join("".join(each.itertext(f"{W}t")) for each in root.iter(f"{W}p"))


def test_word_is_left_to_break_lines_itself() -> None:
    assert words(p(LAO, "lo"), stylesheet=STYLESHEET) == LAO


def test_the_breaks_are_marked_where_the_pdf_breaks() -> None:
    marked = words(p(LAO, "lo"))
    assert marked.replace(ZWSP, "") == LAO
    parts = [piece.strip() for piece in BREAKER.pieces(LAO, "lo")]
    assert marked.replace(" ", ZWSP).split(ZWSP) == [word for part in parts for word in part.split(" ")]
    assert "ຂອງ\u200bການຮ່ວມມື\u200bດ້ານ" in marked
    assert f" {ZWSP}" not in marked
    assert f"{ZWSP} " not in marked


def test_english_words_have_no_marks() -> None:
    assert words(p(ENGLISH)) == ENGLISH


def test_runs_and_lines_of_one_paragraph_are_broken_as_one_text() -> None:
    inlines = (Run("ການຮ່ວມ", "lo"), Run("ມືດ້ານ", "lo", bold=True), LineBreak(), Run("ນ້ຳໃຈ", "lo"))
    marked = words(Paragraph(inlines, "lo", "body", AT))
    assert marked.split(ZWSP)[:2] == ["ການຮ່ວມມື", "ດ້ານນ້ຳ"]


def test_words_are_marked_wherever_they_stand() -> None:
    lao, note = p(LAO, "lo"), Footnote(1, p(LAO, "lo", "footnote"))
    blocks = (
        h(2, LAO, "lo"),
        ul(LAO, language="lo"),
        table([LAO], [cell(lao).blocks[0]]),
        Aside((lao,), "notice", AT),
        replace(parallel((lao, lao)), rows=(ParallelRow(((lao,), (lao,)), AT),)),
        Paragraph((Run("a", "en"), note), "en", "body", AT),
    )
    marked = words(*blocks, header=(lao,))
    assert marked.count(f"ການຮ່ວມມື{ZWSP}ດ້ານ") == 6
    assert f"ການຮ່ວມມື{ZWSP}ດ້ານ" in words(*blocks, part="footnotes")
    assert f"ການຮ່ວມມື{ZWSP}ດ້ານ" in words(*blocks, part="header1", header=(lao,))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.sampled_from("ກຂຄງນ້ຳແລະາີ່ 2.,-–a\u200bໆ“”("), min_size=1), min_size=1, max_size=4))
def test_without_the_marks_the_text_is_as_it_was(texts: list[str]) -> None:
    block = Paragraph(
        tuple(Run(each, "lo", bold=bool(n % 2)) for n, each in enumerate(texts)), "lo", "body", AT
    )
    assert words(block).replace(ZWSP, "") == "".join(texts).replace(ZWSP, "")
