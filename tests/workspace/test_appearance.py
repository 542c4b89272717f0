"""A workspace's own look: read with its other files, its mistakes reported with all the others."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pytest

import planreports
from planreports.document.nodes import Figure, Table
from planreports.files.resources import resource
from planreports.layout.rendition import LanguageChoice
from planreports.rendering import document_of
from planreports.reports.brief import BriefOptions, brief_report
from tests.writers.docx.letterheads import letterhead

CREST = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="4"/></svg>'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(resource("examples", "workspace"), "office")
    Path("office/images").mkdir()
    Path("office/images/crest.svg").write_text(CREST, "utf-8")
    return Path("office")


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.open_workspace(folder)
    return str(caught.value).splitlines()


def brief(folder: Path, format_: str = "pdf") -> bytes:
    workspace = planreports.open_workspace(folder)
    return planreports.render(workspace, "brief", meeting="2026-som6", languages=["en"], format=format_)


def test_mistakes_in_the_style_and_the_logo_stand_with_those_of_other_files(folder: Path) -> None:
    (folder / "style.toml").write_text(
        '[logo]\npicture = "../crest.svg"\n[colours]\nnavy = "blue"\n', "utf-8"
    )
    path = folder / "planreports.toml"
    path.write_text(path.read_text("utf-8").replace('"lao-pdr"', '"lao"'), "utf-8")
    assert problems_of(folder) == [
        "office/planreports.toml:6:15: `lao` is no party of the plan: did you mean `lao-pdr`?",
        "office/style.toml:2:11: `../crest.svg` is no picture: expected NAME.png, .jpg or .svg below images/",
        "office/style.toml:4:8: `navy` cannot be `blue`: expected a colour such as #1F3A5F",
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("crst.svg", "there is no picture `crst.svg`: did you mean `crest.svg`?"),
        ("/etc/passwd", "`/etc/passwd` is no picture: expected NAME.png, .jpg or .svg below images/"),
        ("link.svg", "there is no picture `link.svg`"),
    ],
)
def test_a_logo_is_a_picture_below_the_images_folder(folder: Path, name: str, message: str) -> None:
    (folder / "outside.svg").write_text(CREST, "utf-8")
    (folder / "images" / "link.svg").symlink_to((folder / "outside.svg").resolve())
    (folder / "style.toml").write_text(f'[logo]\npicture = "{name}"\n', "utf-8")
    assert problems_of(folder)[0].startswith(f"office/style.toml:2:11: {message}")


@pytest.mark.parametrize("width", [16, 90])
def test_the_logo_stands_in_the_letterhead_with_the_organisations_name_as_its_words(
    folder: Path, width: int
) -> None:
    (folder / "style.toml").write_text(f'[logo]\npicture = "crest.svg"\nwidth_mm = {width}\n', "utf-8")
    workspace = planreports.open_workspace(folder)
    report = brief_report(workspace, BriefOptions(meeting="2026-som6"))
    document = document_of(report, workspace, LanguageChoice(("lo", "en")))
    letterhead = next(each for each in document.sections[0].blocks if isinstance(each, Table))
    (figure,) = (
        block for cell in letterhead.body[0].cells for block in cell.blocks if isinstance(block, Figure)
    )
    assert (figure.picture.name, figure.alternative, figure.width) == (
        "crest.svg",
        "ກະຊວງການຕ່າງປະເທດ",
        width,
    )


def test_a_style_of_comments_only_renders_identically(folder: Path) -> None:
    made = brief(folder), brief(folder, "docx")
    (folder / "style.toml").unlink()
    assert (brief(folder), brief(folder, "docx")) == made


def test_own_styles_are_there_for_own_layouts(folder: Path) -> None:
    (folder / "style.toml").write_text('[paragraph.remark]\nsize = 30\ncolour = "red"\n', "utf-8")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "brief.html.jinja").write_text(
        '<section class="portrait"><p class="remark">{{ brief.title }}</p></section>', "utf-8"
    )
    assert brief(folder).startswith(b"%PDF-")


def test_the_ministrys_own_word_file_is_used_and_what_it_lacks_is_a_warning(folder: Path) -> None:
    (folder / "reference.docx").write_bytes(letterhead())
    workspace = planreports.open_workspace(folder)
    heard: list[planreports.Problem] = []
    data = planreports.render(
        workspace, "brief", meeting="2026-som6", languages=["en"], format="docx", warn=heard.append
    )
    header = docx.Document(io.BytesIO(data)).sections[0].first_page_header
    assert [each.text for each in header.paragraphs if each.text] == [
        "Lao People’s Democratic Republic",
        "Internal — Lao PDR side only",
    ]
    assert "office/reference.docx: there is no style `Marking`: ours is used" in map(str, heard)
    assert planreports.render(workspace, "brief", meeting="2026-som6").startswith(b"%PDF-")


def test_a_reference_that_is_no_word_file_is_reported_with_all_other_mistakes(folder: Path) -> None:
    (folder / "reference.docx").write_bytes(b"hello")
    (folder / "style.toml").write_text('[colours]\nnavy = "blue"\n', "utf-8")
    assert problems_of(folder) == [
        "office/reference.docx: this is not an Office file, or it is damaged",
        "office/style.toml:2:8: `navy` cannot be `blue`: expected a colour such as #1F3A5F",
    ]
