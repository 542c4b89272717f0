"""The library's public names, its documentation, and the pages that show how to use it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import planreports
from planreports.version import VERSION

ROOT = Path(__file__).parent.parent


def test_there_are_few_public_names_and_each_is_documented() -> None:
    assert len(planreports.__all__) <= 12
    for name in planreports.__all__:
        value = getattr(planreports, name)
        assert name == "__version__" or value.__doc__


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION == planreports.__version__


def test_importing_the_library_loads_nothing_heavy() -> None:
    program = "import sys, planreports; print(sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    for heavy in (
        "pydantic",
        "jinja2",
        "reportlab",
        "docx",
        "uharfbuzz",
        "fontTools",
        "babel",
        "lxml",
        "yaml",
        "click",
    ):
        assert f"'{heavy}'" not in loaded


def test_the_script_in_the_readme_runs(tmp_path: Path) -> None:
    (script,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert "power sector program" in done.stdout
    assert "3 (3) ¶2" in done.stdout


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
