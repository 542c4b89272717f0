"""Every file that other people's programs judge, written once; and what LibreOffice made of the Word files.

Beside the renditions of the example there is a brief that quotes the whole plan: a meeting that deals with
all 28 sections quotes all 72 statements.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import planreports
from planreports.files.resources import resource
from planreports.workspace.workspace import Workspace
from tests.interop.names import WORKBOOKS
from tests.renditions import CHOICES, PLAN_RENDITIONS, RENDITIONS, plan_text


@pytest.fixture(scope="session")
def whole_plan(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("whole")
    shutil.copy(resource("examples", "workspace", "planreports.toml"), folder)
    plan = planreports.load_plan()
    topics = "".join(f"  - {{section: {section.id}}}\n" for section in plan.sections())
    (folder / "meetings").mkdir()
    (folder / "meetings" / "all.yaml").write_text(
        "id: all\nnumber: 1\nissued: 2026-10-12\ndate: 2026-10-22\ntitle: All\ntopics:\n" + topics, "utf-8"
    )
    return planreports.open_workspace(folder)


@pytest.fixture(scope="session")
def files(whole_plan: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every rendition as .pdf and .docx: `specimen-en+lo.pdf`, `plan-lo.docx`, …

    `whole-…` are the brief that quotes every statement of the plan.
    """
    folder = tmp_path_factory.mktemp("files")
    for rendition in [each for each in RENDITIONS + PLAN_RENDITIONS if each.name in WORKBOOKS]:
        (folder / f"{rendition.name}.xlsx").write_bytes(rendition.file("xlsx"))
    for format_ in ("pdf", "docx"):
        for rendition in RENDITIONS:
            (folder / f"{rendition.name}.{format_}").write_bytes(rendition.file(format_))
        for rendition in PLAN_RENDITIONS:
            (folder / f"{rendition.name}.{format_}").write_bytes(plan_text(whole_plan, rendition, format_))
        for choice, (languages, arrangement) in CHOICES.items():
            data = planreports.render(
                whole_plan,
                "brief",
                meeting="all",
                languages=languages,
                format=format_,
                arrangement=arrangement,
            )
            (folder / f"whole-{choice}.{format_}").write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def office(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what LibreOffice made of every Word file: `.pdf`, `.docx` and `.txt`."""
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(tmp_path_factory.mktemp('profile')).as_uri()}"
    sources = sorted(files.glob("*.docx"))
    for target in ("pdf", "docx", "txt:Text (encoded):UTF8"):
        command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", folder, *sources]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
    return folder
