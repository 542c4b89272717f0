"""The wheel works on its own: built, installed into an empty environment, and its demo run elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(command, capture_output=True, check=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_carries_templates_locales_plan_example_and_schemas(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    for name in (
        "templates/brief.html.jinja",
        "templates/style.toml",
        "locales/lo/LC_MESSAGES/plan.po",
        "locales/glossary.csv",
        "plan/data/lao-japan/area-5.yaml",
        "examples/workspace/planreports.toml",
        "schemas/meeting.schema.json",
        "writers/html/base.css",
        "py.typed",
    ):
        assert f"planreports/{name}" in names


def test_babel_finds_the_extractors_of_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        (name,) = (each for each in package.namelist() if each.endswith("/entry_points.txt"))
        points = package.read(name).decode()
    assert (
        "[babel.extractors]\nplanreports_layout = planreports.translation.babel_extraction:extract_layout\n"
        in points
    )


def test_the_wheel_runs_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    pip = [binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-c", ROOT / "requirements.lock", wheel], capture_output=True, check=True)
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [binaries / "planreports", "demo"],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("wrote ") == 12
    assert (tmp_path / "out" / "brief-2026-som6-en+lo.pdf").read_bytes().startswith(b"%PDF")
