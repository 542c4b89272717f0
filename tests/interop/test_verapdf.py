"""veraPDF finds every rule of PDF/UA-1 and PDF/A-2a kept, in every report and language choice."""

from __future__ import annotations

import io
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from planreports.writers.pdf import write
from tests import programs
from tests.interop.names import NAMES
from tests.writers.hard import hard_document
from tests.writers.trees import BREAKER, STYLESHEET

pytestmark = pytest.mark.interop("verapdf")

HARD = "hard"
FLAVOURS = ("ua1", "2a")
Verdicts = dict[tuple[str, str], list[str]]
"""What is broken, by file name and flavour."""


@pytest.fixture(scope="module")
def verdicts(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """Return the verdicts on all files, on one that claims nothing, and on one whose every part is parted."""
    plain = tmp_path_factory.mktemp("plain") / "plain.pdf"
    plain.write_bytes(untagged())
    hard = plain.with_name(f"{HARD}.pdf")
    hard.write_bytes(write(hard_document(), STYLESHEET, BREAKER))
    command = ["java", "-cp", programs.verapdf_class_path(), Path(__file__).parent / "Validate.java"]
    done = subprocess.run(
        [*command, ",".join(FLAVOURS), *sorted(files.glob("*.pdf")), plain, hard],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: Verdicts = defaultdict(list)
    for line in done.stdout.splitlines():
        file, flavour, *words = line.split("\t")
        broken = found[Path(file).name, flavour]
        if words[0] != "checked":
            broken.append(" ".join(words))
    return dict(found)


def untagged() -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.drawString(100, 100, "neither tagged nor titled")
    canvas.save()
    return data.getvalue()


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", [*NAMES, HARD])
def test_every_rule_is_kept(verdicts: Verdicts, name: str, flavour: str) -> None:
    assert verdicts[f"{name}.pdf", flavour] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_file_that_breaks_rules_is_found_out(verdicts: Verdicts, flavour: str) -> None:
    assert verdicts["plain.pdf", flavour] != []
