"""LibreOffice opens every Word file, shows what we show, and loses nothing when it saves."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import pypdf
import pytest
from lxml import etree

from planreports.workspace.workspace import Workspace
from tests.interop.names import NAMES
from tests.interop.statements import missing_statements
from tests.renditions import CHOICES
from tests.writers.trees import unspaced

pytestmark = pytest.mark.interop("soffice")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pages(path: Path) -> int:
    return len(pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("name", NAMES)
def test_word_files_have_as_many_pages_as_pdf_files_give_or_take_one(
    files: Path, office: Path, name: str
) -> None:
    assert abs(pages(office / f"{name}.pdf") - pages(files / f"{name}.pdf")) <= 1


def words(path: Path) -> list[str]:
    """Return the words of every paragraph of a Word file's body and notes, without those of fields."""
    with zipfile.ZipFile(path) as package:
        parts = [name for name in ("word/document.xml", "word/footnotes.xml") if name in package.namelist()]
        roots = [etree.fromstring(package.read(name)) for name in parts]
    paragraphs = [
        unspaced("".join(each.text or "" for each in paragraph.iter(f"{W}t")))
        for root in roots
        for paragraph in root.iter(f"{W}p")
    ]
    return [paragraph for paragraph in paragraphs if paragraph]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_when_libreoffice_saves_a_word_file(files: Path, office: Path, name: str) -> None:
    saved, ours = words(office / f"{name}.docx"), words(files / f"{name}.docx")
    if name.startswith("specimen"):  # a form: pages of references into other sections are counted wrongly
        saved, ours = ([re.sub("[0-9]", "", each) for each in words_] for words_ in (saved, ours))
    assert saved == ours


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("document", ["whole", "plan", "plan-annotated"])
def test_every_statement_is_shown(whole_plan: Workspace, office: Path, document: str, choice: str) -> None:
    languages, _ = CHOICES[choice]
    text = (office / f"{document}-{choice}.txt").read_text("utf-8")
    assert missing_statements(whole_plan, languages, text) == []


@pytest.mark.interop("pdffonts")
def test_both_scripts_are_drawn_with_their_fonts(office: Path) -> None:
    command = ["pdffonts", office / "whole-en+lo.pdf"]
    fonts = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "NotoSansLao" in fonts.replace("-", "")
    assert re.search(r"NotoSans-Regular", fonts)


def answers(path: Path) -> dict[str, str]:
    """Return what stands in each field of a form, by its bookmark."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    found: dict[str, str] = {}
    open_: dict[str | None, str] = {}
    for each in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        if each.tag == f"{W}bookmarkStart" and (name := each.get(f"{W}name", "")).startswith("field"):
            open_[each.get(f"{W}id")], found[name] = name, ""
        elif each.tag == f"{W}bookmarkEnd":
            open_.pop(each.get(f"{W}id"), None)
        elif each.tag == f"{W}t":
            for name in open_.values():
                found[name] += each.text or ""
    return found


def test_fields_of_a_form_are_found_again_when_libreoffice_saved_it(files: Path, office: Path) -> None:
    name = "review-template-en+lo"
    ours = answers(files / f"{name}.docx")
    assert len(ours) == 30
    assert answers(office / f"{name}.docx") == ours
