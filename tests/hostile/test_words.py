"""Words that look like markup, templates, formulas or paths are words, in every field and format."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree, html

import planreports
from planreports.writers import FORMATS
from tests.hostile.meetings import everything_in, full_meeting, workspace
from tests.outlines import pdf, xlsx

EVIL = [
    "{{ 7 * 7 }}",
    "{% include 'planreports.toml' %}",
    "{# gone #}",
    "{number} {0} %s %(n)s $HOME",
    "]]> & &amp; &lt;b&gt;",
    "=cmd|' /C calc'!A0",
    "+1-1@SUM(1)",
    "../../etc/passwd",
    "C:\\Windows\\x",
    "(paren) Tj ET endstream endobj",
    "PAGE \\* MERGEFORMAT",
    "_x000D_ _x0041_",
    "%PDF-1.7 \\u0000 \\n",
    "javascript:alert(1)",
    '" onload="x" \'y\'',
    "--> ?> */ //",
    "’; DROP TABLE",
]
"""What a plain or a CommonMark field may hold, and what must come out of it unchanged."""

MARKUP = [
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "</section><section>",
    "<!-- a -->",
    "<w:p/>",
    "*x* _y_ `z` [a](b)",
]
"""What is words in a plain field, and is refused in CommonMark or means something there."""


def escaped(words: str) -> str:
    """Return CommonMark that means words: every sign that could mean something has a backslash before it."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> planreports.Workspace:
    plain, rich = " | ".join([*EVIL, *MARKUP]), " | ".join(EVIL)
    meeting = full_meeting(lambda _: plain, lambda _: escaped(rich))
    return planreports.open_workspace(workspace(tmp_path_factory.mktemp("evil"), meeting))


def words_of(format_: str, data: bytes) -> str:
    """Return the words that a reader of a file sees, without white space."""
    if format_ == "docx":
        w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        words = "".join(each.text or "" for each in root.iter(f"{w}t"))
    elif format_ == "xlsx":
        words = xlsx.words(data)
    elif format_ == "pdf":
        words = pdf.outline(data)
    else:
        body = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")).body
        words = "".join(body.itertext())
    return re.sub(r"[\s\u00ad]+", "", words)


@pytest.mark.parametrize("format_", FORMATS)
def test_words_come_out_as_they_went_in(office: planreports.Workspace, format_: str) -> None:
    data = planreports.render(office, "brief", meeting="m", languages=["en"], format=format_)
    found = words_of(format_, data)
    for words in (*EVIL, *MARKUP):
        assert re.sub(r"\s+", "", words) in found, words
    assert found.count(re.sub(r"\s+", "", EVIL[0])) > 40
    assert "49" not in found


def test_no_element_attribute_or_script_comes_of_words(office: planreports.Workspace) -> None:
    data = planreports.render(office, "brief", meeting="m", languages=["en", "lo"], format="html")
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    assert {each.tag for each in root.iter()} & {"script", "b", "iframe", "object", "embed"} == set()
    assert [name for each in root.iter() for name in each.attrib if name.startswith("on")] == []
    assert [each for each in root.iter("a") if "javascript" in each.get("href", "")] == []


def test_no_action_or_file_comes_of_words(office: planreports.Workspace) -> None:
    data = planreports.render(office, "brief", meeting="m", languages=["en"], format="pdf")
    everything = everything_in(data)
    for name in ("/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction", "/SubmitForm"):
        assert name not in everything


def test_no_field_comes_of_words(office: planreports.Workspace) -> None:
    data = planreports.render(office, "brief", meeting="m", languages=["en"], format="docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    fields = set(re.findall(rb"<w:instrText[^>]*>([^<]*)<", parts))
    assert {field.split()[0] for field in fields} <= {b"PAGE", b"NUMPAGES", b"PAGEREF", b"TOC", b"STYLEREF"}
    assert b"\\*" not in b"".join(fields)


def test_no_formula_link_or_macro_comes_of_words(office: planreports.Workspace) -> None:
    data = planreports.render(office, "brief", meeting="m", languages=["en"], format="xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        sheets = [etree.fromstring(package.read(name)) for name in names if "/worksheets/sheet" in name]
    assert [name for name in names if "externalLink" in name or "vba" in name or "connections" in name] == []
    assert [each for sheet in sheets for each in sheet.iter("{*}f")] == []
    assert [
        link for sheet in sheets for link in sheet.iter("{*}hyperlink") if link.get("location") is None
    ] == []
    assert [name for name in names if name.startswith("xl/worksheets/_rels")] == []


@pytest.mark.parametrize("words", ["# a", "`a`", "![a](b.png)", "> a"])
def test_markup_in_commonmark_is_refused_where_it_stands(tmp_path: Path, words: str) -> None:
    meeting = full_meeting(lambda _: "a", lambda audience: words if audience == "public" else "a")
    folder = workspace(tmp_path, meeting)
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.open_workspace(folder)
    for problem in caught.value.problems:
        assert problem.file == f"{folder}/meetings/m.yaml"
        assert problem.line
        assert "cannot stand in a field" in problem.message
