"""A house's own Word file: its styles, paper, heads and feet are used; the marking of a document stays."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planreports.document.nodes import Section
from planreports.errors import DataError, PlanReportsError, Problem
from planreports.writers.docx import write
from planreports.writers.options import WritingOptions
from tests.writers.docx.letterheads import letterhead, repacked, seal
from tests.writers.trees import AT, BREAKER, ENGLISH, LAO, STYLESHEET, document, h, p, table, ul

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKING = (p("Internal — our side only", style="marking"),)
TREE = document(
    h(1, "Title"), h(2, "Part"), p(ENGLISH), p(LAO, "lo"), ul("one", "two"), table(["A"], ["1"]),
    header=MARKING, first_header=MARKING, footer=MARKING,
)  # fmt: skip


def referenced(reference: bytes, tree: object = TREE) -> tuple[bytes, list[str]]:
    heard: list[Problem] = []
    options = WritingOptions(reference=reference, reference_name="office/reference.docx", warn=heard.append)
    return write(tree, STYLESHEET, BREAKER, options), [str(each) for each in heard]  # type: ignore[arg-type]


def opened(reference: bytes, tree: object = TREE) -> Document:
    return docx.Document(io.BytesIO(referenced(reference, tree)[0]))


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


# Styles ----------------------------------------------------------------------------------------------


def test_a_style_of_theirs_wins_by_its_name() -> None:
    made = opened(letterhead())
    heading = made.styles["Heading 2"]
    assert (heading.font.size, heading.font.color.rgb) == (Pt(14), docx.shared.RGBColor(0x80, 0, 0))
    paragraph = next(each for each in made.paragraphs if each.text == "Part")
    assert paragraph.style.style_id == heading.style_id == "Heading2"
    assert made.styles["Normal"].font.name == "Times New Roman"


def test_a_style_that_is_missing_is_ours_and_a_warning_names_it() -> None:
    data, warnings = referenced(letterhead())
    assert warnings == [
        f"office/reference.docx: there is no style `{name}`: ours is used"
        for name in ("Table Plain", "Table Body", "Marking")
    ]
    assert docx.Document(io.BytesIO(data)).styles["Marking"].font.bold


def test_a_reference_made_from_a_document_of_ours_misses_nothing() -> None:
    own = write(TREE, STYLESHEET, BREAKER)
    assert referenced(own)[1] == []


def test_the_same_name_with_another_id_is_the_same_style() -> None:
    def translated(styles: str) -> str:
        return styles.replace('"Heading2"', '"berschrift2"').replace('"BodyText"', '"2"')

    made = opened(repacked(letterhead(), **{"word/styles.xml": translated}))
    assert made.styles["Heading 2"].font.size == Pt(14)
    assert next(each for each in made.paragraphs if each.text == "Part").style.font.size == Pt(14)
    assert made.styles["Body Text"].font.size == Pt(12)


def test_an_id_of_ours_that_means_another_style_of_theirs_is_given_another() -> None:
    def clashing(styles: str) -> str:
        own = (
            '<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHead"><w:name w:val="Stamp"/>'
            '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="60"/></w:rPr></w:style>'
            '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Stamp2"><w:name w:val="Stamp 2"/>'
            '<w:basedOn w:val="TableHead"/></w:style>'
        )
        return styles.replace("</w:styles>", f"{own}</w:styles>")

    made = opened(repacked(letterhead(), **{"word/styles.xml": clashing}))
    ids = [each.style_id for each in made.styles]
    assert len(ids) == len({each.casefold() for each in ids})
    assert made.styles["Stamp 2"].base_style.name == "Stamp"
    assert made.styles["Stamp"].font.size == Pt(30)
    assert made.styles["Table Head"].font.size != Pt(30)


def test_lists_have_our_bullets_in_their_styles_and_their_numberings_stay_behind() -> None:
    data, _ = referenced(letterhead())
    styles = {each.get(f"{W}styleId"): each for each in part(data, "word/styles.xml").iter(f"{W}style")}
    assert styles["ListBullet"].find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"
    numbered = [id_ for id_, each in styles.items() if each.find(f"{W}pPr/{W}numPr") is not None]
    assert {re.sub(r"[0-9]", "", str(each)) for each in numbered} == {"ListBullet", "ListNumber"}
    assert not [each for each in styles.values() if each.get(f"{W}type") == "numbering"]


def test_lao_words_have_a_lao_font_and_the_size_of_their_style() -> None:
    data, _ = referenced(letterhead())
    runs = [
        each for each in part(data, "word/document.xml").iter(f"{W}r") if each.find(f".//{W}cs") is not None
    ]
    properties = runs[0].find(f"{W}rPr")
    assert properties.find(f"{W}szCs").get(f"{W}val") == "24"
    assert properties.find(f"{W}rFonts").get(f"{W}cs") == "Noto Sans Lao"
    defaults = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(f"{W}rFonts").get(f"{W}cs") == "Noto Sans Lao"
    assert defaults.find(f"{W}lang").get(f"{W}bidi") == "lo-LA"


def test_a_lao_font_that_they_chose_is_used() -> None:
    def chosen(reference: Document) -> None:
        reference.styles["Normal"].element.rPr.rFonts.set(qn("w:cs"), "Phetsarath OT")

    data, _ = referenced(letterhead(chosen))
    runs = [
        each for each in part(data, "word/document.xml").iter(f"{W}rPr") if each.find(f"{W}cs") is not None
    ]
    assert {each.find(f"{W}rFonts").get(f"{W}cs") for each in runs} == {"Phetsarath OT"}


def test_our_styles_stand_upright_where_their_normal_is_indented() -> None:
    def indented(reference: Document) -> None:
        reference.styles["Normal"].paragraph_format.first_line_indent = Mm(10)

    made = opened(letterhead(indented))
    assert made.styles["Table Head"].paragraph_format.first_line_indent == 0
    assert made.styles["Normal"].paragraph_format.first_line_indent.mm == pytest.approx(10, abs=0.1)


# Pages -----------------------------------------------------------------------------------------------


def test_their_paper_and_margins_are_used_and_turned() -> None:
    tree = replace(TREE, sections=(*TREE.sections, Section((p("b"),), AT, orientation="landscape")))
    upright, lying = opened(letterhead(), tree).sections
    assert [round(each.mm) for each in (upright.page_width, upright.page_height)] == [210, 297]
    assert _margins(upright) == {"top": 25, "right": 15, "bottom": 25, "left": 30}
    assert [round(each.mm) for each in (lying.page_width, lying.page_height)] == [297, 210]
    assert _margins(lying) == {"top": 30, "right": 25, "bottom": 15, "left": 25}


def _margins(section: object) -> dict[str, int]:
    return {side: round(getattr(section, f"{side}_margin").mm) for side in ("top", "right", "bottom", "left")}


def test_paper_without_room_for_text_is_an_error() -> None:
    def cramped(reference: Document) -> None:
        reference.sections[0].left_margin = reference.sections[0].right_margin = Mm(90)

    with pytest.raises(DataError) as caught:
        referenced(letterhead(cramped))
    assert str(caught.value) == (
        "office/reference.docx: the paper and margins of this Word file leave hardly any room for text: "
        "set them in Word, and save it"
    )


# Heads and feet --------------------------------------------------------------------------------------


def texts(block: object) -> list[str]:
    return [each.text for each in block.paragraphs if each.text]  # type: ignore[attr-defined]


def test_their_letterhead_stands_above_our_marking_and_their_foot_below_it() -> None:
    (section,) = opened(letterhead()).sections
    marking = "Internal — our side only"
    assert section.different_first_page_header_footer
    assert texts(section.first_page_header) == ["Lao People’s Democratic Republic", marking]
    assert texts(section.header) == ["Ministry of Foreign Affairs", marking]
    assert texts(section.footer) == texts(section.first_page_footer) == [marking, "Sisavath Road, Vientiane"]


def test_what_a_reference_made_from_a_document_of_ours_has_of_our_lines_is_not_there_twice() -> None:
    def more(reference: Document) -> None:
        first = reference.sections[0].first_page_header.paragraphs[0]
        first.insert_paragraph_before("Lao People’s Democratic Republic", "Normal")

    old = document(
        p("a"), header=(p("Public", style="marking"),), first_header=(p("Public", style="marking"),)
    )
    reference = docx.Document(io.BytesIO(write(old, STYLESHEET, BREAKER)))
    more(reference)
    out = io.BytesIO()
    reference.save(out)
    (section,) = opened(out.getvalue()).sections
    assert texts(section.first_page_header) == [
        "Lao People’s Democratic Republic",
        "Internal — our side only",
    ]
    assert texts(section.header) == ["Internal — our side only"]


def test_only_the_first_section_begins_with_their_first_page() -> None:
    tree = replace(TREE, sections=(TREE.sections[0], TREE.sections[0]))
    first, second = opened(letterhead(), tree).sections
    assert texts(first.first_page_header)[0] == "Lao People’s Democratic Republic"
    assert texts(second.first_page_header)[0] == "Ministry of Foreign Affairs"


def test_their_even_pages_have_heads_of_their_own_with_the_marking() -> None:
    def two_sided(reference: Document) -> None:
        reference.settings.odd_and_even_pages_header_footer = True
        reference.sections[0].even_page_header.paragraphs[0].text = "Left page"

    made = opened(letterhead(two_sided))
    assert made.settings.odd_and_even_pages_header_footer
    assert texts(made.sections[0].even_page_header) == ["Left page", "Internal — our side only"]


def test_a_picture_comes_along_as_it_is() -> None:
    data, _ = referenced(letterhead())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
        assert [package.read(name) for name in media] == [seal()]
    made = docx.Document(io.BytesIO(data))
    header = made.sections[0].first_page_header.part
    (embedded,) = header.element.xpath(".//a:blip/@r:embed")
    assert header.related_parts[embedded].blob == seal()


@pytest.mark.parametrize("field", ["DDEAUTO c:\\\\x", " INCLUDEPICTURE http://x/y.png", "MACROBUTTON a b"])
def test_a_field_that_fetches_or_runs_something_is_an_error(field: str) -> None:
    def with_field(reference: Document) -> None:
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        reference.sections[0].header.paragraphs[0]._p.append(simple)

    with pytest.raises(DataError) as caught:
        referenced(letterhead(with_field))
    assert str(caught.value) == (
        f"office/reference.docx: its running head or foot has the field `{field.split(maxsplit=1)[0]}`, "
        "which leads out of the file: remove it in Word"
    )


def test_a_field_in_pieces_is_seen_as_a_whole() -> None:
    def with_field(reference: Document) -> None:
        paragraph = reference.sections[0].header.paragraphs[0]
        for xml in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>DDE</w:instrText>",
            "<w:instrText>AUTO x</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        ):
            paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))

    with pytest.raises(DataError) as caught:
        referenced(letterhead(with_field))
    assert "the field `DDEAUTO`" in str(caught.value)


def test_nothing_leads_out_of_the_file_and_no_one_who_wrote_it_is_named() -> None:
    def busy(reference: Document) -> None:
        part_ = reference.sections[0].header.part
        outside = part_.relate_to(
            "https://tracker.example/x.png",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
            is_external=True,
        )
        link = part_.relate_to(
            "https://tracker.example/", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        for xml in (
            f'<w:hyperlink {nsdecls("w")} {relations} r:id="{link}"><w:r><w:t>our site</w:t></w:r></w:hyperlink>',
            f'<w:ins {nsdecls("w")} w:id="1" w:author="Somchai"><w:r><w:t>new</w:t></w:r></w:ins>',
            f'<w:del {nsdecls("w")} w:id="2" w:author="Somchai"><w:r><w:delText>old</w:delText></w:r></w:del>',
            f'<w:r {nsdecls("w", "wp", "a", "pic")} {relations} w:rsidR="00AB12CD"><w:drawing><wp:inline>'
            f'<a:blip r:link="{outside}"/></wp:inline></w:drawing></w:r>',
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
            '<v:imagedata src="https://tracker.example/y.png"/></v:shape></w:pict></w:r>',
        ):
            reference.sections[0].header.paragraphs[0]._p.append(parse_xml(xml))

    data, warnings = referenced(letterhead(busy))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    for trace in (b"tracker.example", b"Somchai", b"00AB12CD", b"python-docx", b"External"):
        assert trace not in everything
    assert b"our site" in everything
    assert b"new" in everything
    assert [each for each in warnings if "left out" in each] == [
        "office/reference.docx: something in `header2.xml` is not in the file, or no picture: it is left out"
    ]


# The file --------------------------------------------------------------------------------------------


def test_the_same_reference_gives_the_same_bytes() -> None:
    assert referenced(letterhead())[0] == referenced(letterhead())[0]


def test_what_is_no_word_file_is_refused_by_its_name() -> None:
    with pytest.raises(DataError) as caught:
        referenced(b"%PDF-1.7")
    assert str(caught.value) == "office/reference.docx: this is not an Office file, or it is damaged"


@pytest.mark.interop("openxml-audit")
@pytest.mark.parametrize("languages", [("en",), ("lo",), ("en", "lo")])
def test_the_file_keeps_the_rules_of_open_xml(languages: tuple[str, ...], tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "made.docx"
    tree = replace(TREE, metadata=replace(TREE.metadata, languages=languages))
    path.write_bytes(referenced(letterhead(), tree)[0])
    assert [str(each) for each in OpenXmlValidator().validate(str(path)).errors] == []


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_a_word_file_lacks_it_is_used_or_refused(data: st.DataObject) -> None:
    reference = letterhead()
    with zipfile.ZipFile(io.BytesIO(reference)) as package:
        names = [each for each in package.namelist() if each.endswith((".xml", ".rels"))]
        name = data.draw(st.sampled_from(names))
        root = etree.fromstring(package.read(name))
    elements = [each for each in root.iter() if each.getparent() is not None] or [root]
    for element in data.draw(st.lists(st.sampled_from(elements), max_size=3)):
        if element.getparent() is not None:
            element.getparent().remove(element)
    value = data.draw(st.sampled_from(["", "-1", "99999999999", "abc", "1.5in"]))
    for element in data.draw(st.lists(st.sampled_from(elements), max_size=3)):
        for attribute in element.attrib:
            element.set(attribute, value)
    with contextlib.suppress(PlanReportsError):
        made, _ = referenced(repacked(reference, **{name: etree.tostring(root)}))
        assert b"Internal" in etree.tostring(part(made, "word/header1.xml"))
