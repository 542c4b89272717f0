"""A ministry's own look in other people's programs: LibreOffice, veraPDF and openxml-audit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

import planreports
from planreports.files.resources import resource
from planreports.workspace.workspace import Workspace
from tests import programs
from tests.writers.docx.letterheads import letterhead
from tests.writers.trees import page_texts

STYLE = """word-breaks = "zwsp"
[logo]
picture = "seal.png"
[colours]
navy = "#7A1F2B"
[page]
margins = { left = 30 }
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("house") / "office"
    shutil.copytree(resource("examples", "workspace"), folder)
    (folder / "images").mkdir()
    image = Image.new("RGBA", (200, 200))
    ImageDraw.Draw(image).ellipse((10, 10, 190, 190), fill="#7A1F2B")
    image.save(folder / "images" / "seal.png")
    (folder / "style.toml").write_text(STYLE, "utf-8")
    (folder / "reference.docx").write_bytes(letterhead())
    return planreports.open_workspace(folder)


def made(workspace: Workspace, folder: Path, *languages: str, format_: str) -> Path:
    data = planreports.render(workspace, "brief", meeting="2026-som6", languages=languages, format=format_)
    path = folder / f"brief-{'-'.join(languages)}.{format_}"
    path.write_bytes(data)
    return path


@pytest.mark.interop("soffice")
def test_libreoffice_shows_letterhead_and_marking_on_every_page(office: Workspace, tmp_path: Path) -> None:
    path = made(office, tmp_path, "en", format_="docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    first, *others = page_texts(path.with_suffix(".pdf").read_bytes())
    assert "Lao People’s Democratic Republic" in first
    assert len(others) >= 3
    assert all("Ministry of Foreign Affairs" in page for page in others)
    assert all(page.count("Internal — Lao PDR side only") == 2 for page in (first, *others))
    assert all("Sisavath Road, Vientiane" in page for page in (first, *others))


@pytest.mark.interop("openxml-audit")
@pytest.mark.parametrize("languages", [("en",), ("lo",), ("en", "lo")])
def test_the_word_file_keeps_every_rule(
    office: Workspace, tmp_path: Path, languages: tuple[str, ...]
) -> None:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(str(made(office, tmp_path, *languages, format_="docx")))
    assert [str(error) for error in result.errors] == []


@pytest.mark.interop("verapdf")
def test_the_pdf_keeps_both_claims(office: Workspace, tmp_path: Path) -> None:
    paths = [made(office, tmp_path, *languages, format_="pdf") for languages in (("en",), ("lo", "en"))]
    command = ["java", "-cp", programs.verapdf_class_path(), Path(__file__).parent / "Validate.java"]
    done = subprocess.run(
        [*command, "ua1,2a", *paths], capture_output=True, text=True, timeout=300, check=False
    )
    verdicts = [line.split("\t") for line in done.stdout.splitlines()]
    assert len([each for each in verdicts if each[2] == "checked"]) == 4
    assert [each for each in verdicts if each[2] != "checked"] == []
