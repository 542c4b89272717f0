"""A workspace of a test's own: two meetings, and the `[[build]]` tables that the test asks for."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from planreports.files.resources import resource

BRIEFS = """
[[build]]
report = "brief"
every = "meeting"
formats = ["docx", "pdf"]
languages = ["en"]
"""
GLOSSARY = """
[[build]]
report = "glossary"
formats = ["xlsx"]
languages = ["en"]
options = { kinds = ["bodies"] }
"""


def meeting(id_: str, title: str) -> str:
    return f"id: {id_}\nnumber: 1\nissued: 2026-10-12\ndate: 2026-10-22\ntitle: {title}\n"


@pytest.fixture
def office(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that makes the workspace with some tables, and returns its folder."""

    def made(tables: str = BRIEFS + GLOSSARY) -> Path:
        folder = tmp_path / "office"
        (folder / "meetings").mkdir(parents=True, exist_ok=True)
        shutil.copy(resource("examples", "workspace", "planreports.toml"), folder)
        configuration = (folder / "planreports.toml").read_text("utf-8").partition("[[build]]")[0]
        (folder / "planreports.toml").write_text(configuration + tables, "utf-8")
        for id_ in ("first", "second"):
            (folder / "meetings" / f"{id_}.yaml").write_text(meeting(id_, id_.title()), "utf-8")
        return folder

    return made
