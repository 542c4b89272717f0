"""Every rendition of every statement, through the real pipeline and other people's programs.

A meeting that deals with all 28 sections quotes all 72 statements; a catalog of the test's own gives each of
them Lao words, so that both languages are seen to come out as they went in.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import planreports
from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.workspace.workspace import Workspace
from tests.writers.trees import READERS, unspaced

CHOICES = [
    (("en",), "side-by-side"),
    (("lo",), "side-by-side"),
    (("en", "lo"), "side-by-side"),
    (("en", "lo"), "stacked"),
]


def lao_words(number: int) -> str:
    """Return a Lao sentence that is another for every number."""
    terms = [entry.words for entry in Glossary.read(resource("locales", "glossary.csv")).entries]
    chosen = [terms[(number * 7 + step * 11) % len(terms)] for step in range(12)]
    return "ສອງຝ່າຍຢືນຢັນ" + " ແລະ ".join(chosen) + f", ນ້ຳ ແລະ ກຳລັງ ທີ {number}."


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("whole")
    shutil.copy(resource("examples", "workspace", "planreports.toml"), folder)
    plan = planreports.load_plan()
    topics = "".join(f"  - {{section: {section.id}}}\n" for section in plan.sections())
    (folder / "meetings").mkdir()
    (folder / "meetings" / "all.yaml").write_text(
        "id: all\nnumber: 1\nissued: 2026-10-12\ndate: 2026-10-22\ntitle: All\ntopics:\n" + topics, "utf-8"
    )
    catalog = folder / "locales" / "lo" / "LC_MESSAGES" / "plan.po"
    catalog.parent.mkdir(parents=True)
    entries = [
        f'msgctxt "{statement.id}"\nmsgid "{str(statement.text).replace(chr(34), chr(92) + chr(34))}"\n'
        f'msgstr "{lao_words(number)}"\n'
        for number, statement in enumerate(plan.statements())
    ]
    catalog.write_text("\n".join(entries), "utf-8")
    return planreports.open_workspace(folder)


@pytest.fixture(scope="module")
def rendered(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rendered")
    for languages, arrangement in CHOICES:
        for format_ in ("pdf", "docx"):
            data = planreports.render(
                workspace,
                "brief",
                meeting="all",
                languages=languages,
                format=format_,
                arrangement=arrangement,
            )
            (folder / f"{'-'.join(languages)}-{arrangement}.{format_}").write_bytes(data)
    return folder


def missing_statements(workspace: Workspace, languages: tuple[str, ...], text: str) -> list[str]:
    found = unspaced(text)
    return [
        f"{statement.id} {language}"
        for statement in workspace.plan.statements()
        for language in languages
        if unspaced(statement.text.translation(language).text) not in found
    ]


@pytest.mark.parametrize("reader", sorted(READERS))
@pytest.mark.parametrize(("languages", "arrangement"), CHOICES)
def test_every_statement_comes_out_of_the_pdf(
    workspace: Workspace, rendered: Path, languages: tuple[str, ...], arrangement: str, reader: str
) -> None:
    data = (rendered / f"{'-'.join(languages)}-{arrangement}.pdf").read_bytes()
    text = READERS[reader](data)
    whole = without_running_lines(text)
    assert missing_statements(workspace, languages, whole) == []


def without_running_lines(text: str) -> str:
    """Return text without the lines of running heads and feet, which stand where a page parts a statement."""
    running = ("Internal", "ພາຍໃນ", "All", "Department", "ກົມອາຊີ", "12 October 2026", "1 · ", "12 ຕຸລາ")
    lines = [line for line in text.replace("\f", "\n").splitlines() if not line.startswith(running)]
    return "\n".join(
        line for line in lines if not all(part.isdigit() for part in line.replace("/", " ").split())
    )


@pytest.mark.interop
@pytest.mark.parametrize(("languages", "arrangement"), CHOICES)
def test_libreoffice_shows_every_statement_of_the_word_file(
    workspace: Workspace, rendered: Path, languages: tuple[str, ...], arrangement: str, tmp_path: Path
) -> None:
    source = rendered / f"{'-'.join(languages)}-{arrangement}.docx"
    profile = (tmp_path / "profile").as_uri()
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([*command, "--outdir", tmp_path, source], capture_output=True, check=True, timeout=180)
    text = (tmp_path / source.with_suffix(".txt").name).read_text("utf-8")
    assert missing_statements(workspace, languages, text) == []


@pytest.mark.interop
def test_libreoffice_draws_both_scripts_with_their_fonts(rendered: Path, tmp_path: Path) -> None:
    source = rendered / "en-lo-side-by-side.docx"
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, source], capture_output=True, check=True, timeout=180)
    fonts = subprocess.run(
        ["pdffonts", tmp_path / "en-lo-side-by-side.pdf"], capture_output=True, text=True, check=True
    ).stdout
    assert "NotoSansLao" in fonts.replace("-", "")
    assert "NotoSans-Regular" in fonts
