"""Word files: named styles, complex script in every Lao run, tables that Word and LibreOffice both respect."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planreports.document.nodes import (
    Aside,
    Column,
    LineBreak,
    PageBreak,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Run,
    Section,
)
from planreports.errors import WritingError
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

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(*blocks: object, **more: object) -> bytes:
    return write(document(*blocks, **more), STYLESHEET, BREAKER)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def outline(element: etree._Element, depth: int = 0) -> list[str]:
    """Return a body tersely: paragraphs with style and text, tables with their rows and cells."""
    found: list[str] = []
    for child in element:
        tag = etree.QName(child).localname
        if tag == "p":
            style = child.find(f"{W}pPr/{W}pStyle")
            text = "".join(child.itertext(f"{W}t"))
            found.append("  " * depth + f"{'-' if style is None else style.get(W + 'val')}: {text}")
        elif tag in ("tbl", "tr", "tc"):
            found.append("  " * depth + tag)
            found += outline(child, depth + 1)
    return found


def test_every_paragraph_has_a_named_style() -> None:
    data = word(
        h(1, "Title"), p("a"), ul("b"), Aside((p("c", style="notice"),), "notice", AT), p("d", mark="draft")
    )
    assert outline(part(data)[0]) == [
        "Heading1: Title",
        "BodyText: a",
        "ListBullet: b",
        "Notice-notice: c",
        "BodyText-draft: d",
    ]
    names = {style.style_id: style.name for style in docx.Document(io.BytesIO(data)).styles}
    assert names["Heading1"] == "Heading 1"
    used = {each.get(W + "val") for each in part(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= set(names)


def test_lao_runs_say_everything_of_complex_script_themselves() -> None:
    data = word(Paragraph((Run("ນ້ຳ 2030 ແລະ COVID", "lo", bold=True),), "lo", "body", AT))
    runs = [(("".join(run.itertext(f"{W}t"))), run.find(f"{W}rPr")) for run in part(data).iter(f"{W}r")]
    assert [words for words, _ in runs] == ["ນ້ຳ ", "2030 ", "ແລະ ", "COVID"]
    for words, properties in runs:
        if "\u0e80" <= words[0] <= "\u0eff":
            assert properties.find(f"{W}cs") is not None
            assert properties.find(f"{W}szCs").get(W + "val") == "19"
            assert properties.find(f"{W}bCs").get(W + "val") is None
            assert properties.find(f"{W}lang").get(W + "bidi") == "lo-LA"
            assert properties.find(f"{W}rFonts").get(W + "cs") == "Noto Sans Lao"
        else:
            assert properties.find(f"{W}cs") is None


def test_a_heading_has_words_own_style_and_each_script_its_size() -> None:
    data = word(h(1, "ຫົວຂໍ້ 6", "lo"), h(1, "Title"))
    assert [line.partition(":")[0] for line in outline(part(data)[0])] == ["Heading1", "Heading1"]
    (style,) = (each for each in part(data, "word/styles.xml") if each.get(W + "styleId") == "Heading1")
    assert [style.find(f"{W}rPr/{W}{tag}").get(W + "val") for tag in ("sz", "szCs")] == ["38", "32"]
    lao, digit, english = (run.find(f"{W}rPr") for run in part(data).iter(f"{W}r"))
    assert lao.find(f"{W}szCs").get(W + "val") == digit.find(f"{W}sz").get(W + "val") == "32"
    assert english.find(f"{W}sz") is None


def test_the_documents_languages_are_set_once() -> None:
    data = word(p("a"))
    lang = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert (lang.get(W + "val"), lang.get(W + "bidi")) == ("en-GB", "lo-LA")
    theme = part(data, "word/settings.xml").find(f"{W}themeFontLang")
    assert (theme.get(W + "val"), theme.get(W + "bidi")) == ("en-GB", "lo-LA")


def test_header_rows_repeat_and_rows_are_not_parted() -> None:
    data = word(table(["A", "B"], ["1", "2"], columns=(Column(40, "mm"), Column(100, "*"))))
    rows = list(part(data).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    grid = [int(each.get(W + "w")) for each in part(data).iter(f"{W}gridCol")]
    assert grid == [2268, 7370]
    assert [int(each.get(W + "w")) for each in rows[0].iter(f"{W}tcW")] == grid
    assert next(part(data).iter(f"{W}tblLayout")).get(W + "type") == "fixed"


def test_cells_over_several_rows_and_columns_are_merged() -> None:
    base = table(["A", "B", "C"])
    rows = (
        Row((cell("tall", row_span=2), cell("wide", column_span=2)), AT),
        Row((cell("x"), cell("y")), AT),
    )
    data = word(replace(base, body=rows))
    body_rows = list(part(data).iter(f"{W}tr"))[1:]
    merges = [[each.get(W + "val") for each in row.iter(f"{W}vMerge")] for row in body_rows]
    assert merges == [["restart"], [None]]
    assert [each.get(W + "val") for each in body_rows[0].iter(f"{W}gridSpan")] == ["2"]
    assert len(list(body_rows[1].iter(f"{W}tc"))) == 3


def test_languages_side_by_side_stand_in_rows_of_a_table_without_rules() -> None:
    data = word(parallel((p("a"), p("ກ", "lo")), (ul("b", "c"), ul("ຂ", "ຄ", language="lo"))))
    assert outline(part(data)[0]) == [
        "tbl",
        *("  tr", "    tc", "      BodyText: a", "    tc", "      BodyText-lo: ກ"),
        *("  tr", "    tc", "      ListBullet: b", "    tc", "      ListBullet-lo: ຂ"),
        *("  tr", "    tc", "      ListBullet-after0: c", "    tc", "      ListBullet-lo-after0: ຄ"),
        "TableGap: ",
    ]


def test_ordered_lists_side_by_side_count_each_for_itself() -> None:
    left, right = ul("a", "b", ordered=True), replace(ul("ກ", "ຂ", ordered=True, language="lo"), start=5)
    data = word(parallel((left, right)))
    numbers = [each.get(W + "val") for each in part(data).iter(f"{W}numId")]
    assert numbers == ["3", "4", "3", "4"]
    numbering = part(data, "word/numbering.xml")
    abstract = {each.get(W + "numId"): each[0].get(W + "val") for each in numbering.iter(f"{W}num")}
    assert len(set(abstract.values())) == len(abstract)
    starts = [each.find(f"{W}lvl/{W}start").get(W + "val") for each in numbering.iter(f"{W}abstractNum")]
    assert starts == ["1", "1", "1", "5"]


def test_tables_that_follow_each_other_are_parted_and_there_is_no_other_empty_paragraph() -> None:
    data = word(table(["A"], ["1"]), table(["B"], ["2"]), p("end"))
    empty = [line for line in outline(part(data)[0]) if line.endswith(": ")]
    assert empty == ["TableGap-7: "]


def test_page_numbers_are_fields() -> None:
    footer = (Paragraph((PageNumber("en"), Run(" / ", "en"), PageCount("en")), "en", "running", AT),)
    data = word(p("a"), footer=footer)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        name = next(each for each in package.namelist() if each.startswith("word/footer"))
    fields = [each.text.strip() for each in part(data, name).iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert part(data, "word/settings.xml").find(f"{W}updateFields") is None


def test_sections_have_their_own_orientation_and_first_page() -> None:
    metadata = document(p("x")).metadata
    sections = (
        Section(
            (p("a"),), AT, first_header=(p("cover", style="running"),), header=(p("head", style="running"),)
        ),
        Section((p("b"),), AT, orientation="landscape"),
    )
    data = write(replace(document(p("x")), sections=sections, metadata=metadata), STYLESHEET, BREAKER)
    first, second = docx.Document(io.BytesIO(data)).sections
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (210, 297)
    assert (round(second.page_width.mm), round(second.page_height.mm)) == (297, 210)
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[0].text == "cover"
    assert first.header.paragraphs[0].text == "head"
    assert not second.header.is_linked_to_previous


def test_a_page_break_stands_before_what_follows_it() -> None:
    data = word(p("a"), PageBreak(AT), p("b"))
    broken = [each.find(f"{W}pPr/{W}pageBreakBefore") is not None for each in part(data).iter(f"{W}p")]
    assert broken == [False, True]


def test_links_are_relationships_to_their_address() -> None:
    data = word(Paragraph((Run("here", "en", href="https://example.org/?a=1&b=2"),), "en", "body", AT))
    relationships = docx.Document(io.BytesIO(data)).part.rels.values()
    assert [each.target_ref for each in relationships if each.is_external] == ["https://example.org/?a=1&b=2"]


def test_a_line_break_is_one() -> None:
    data = word(Paragraph((Run("a", "en"), LineBreak(), Run("b", "en")), "en", "body", AT))
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "a\nb"


def test_the_package_holds_what_we_wrote_and_says_nothing_of_its_maker() -> None:
    data = word(p("a"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(package.read(name) for name in names)
    assert not {
        name for name in names if "thumbnail" in name or "customXml" in name or "stylesWithEffects" in name
    }
    assert b"python-docx" not in everything
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.subject) == (
        "A <title> & more",
        "Ministry",
        "Brief",
    )
    assert (
        properties.created.isoformat()[:19] == properties.modified.isoformat()[:19] == "2026-10-12T00:00:00"
    )
    assert (properties.last_modified_by, properties.comments) == ("", "")


def test_the_same_document_gives_the_same_bytes_on_any_machine() -> None:
    program = "import sys; from tests.writers.docx.test_docx import *; sys.stdout.buffer.write(word(h(1, ENGLISH), p(LAO, 'lo')))"
    made = []
    for zone, seed in (("UTC", "1"), ("Asia/Vientiane", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, env=environment, check=True
        )
        made.append(done.stdout)
    assert made[0] == made[1]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_named_with_its_place(character: str) -> None:
    with pytest.raises(WritingError) as caught:
        word(p(f"a{character}b"))
    assert str(caught.value) == (
        f"layouts/test.jinja:3:5: a Word file cannot hold the character U+{ord(character):04X}: remove it"
    )


@settings(max_examples=80, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1),
    st.sampled_from(["en", "lo"]),
)
def test_any_text_comes_out_as_it_went_in(words: str, language: str) -> None:
    assert docx.Document(io.BytesIO(word(p(words, language)))).paragraphs[0].text == words


def test_a_whole_tree_keeps_its_words_in_order(tmp_path: Path) -> None:
    data = word(h(1, ENGLISH), p(LAO, "lo"), ul("x", "y"), table(["A"], ["]]> & <b>"]))
    words = "".join(part(data)[0].itertext(f"{W}t"))
    assert words == ENGLISH + LAO + "xyA]]> & <b>"


def test_a_title_longer_than_word_shows_is_cut_in_the_properties() -> None:
    made = document(p("x"))
    long = replace(made, metadata=replace(made.metadata, title="word " * 200))
    properties = docx.Document(io.BytesIO(write(long, STYLESHEET, BREAKER))).core_properties
    assert len(properties.title) == 255
    assert properties.title.endswith("…")
