"""`planreports messages preview` and `pages`: messages in the documents that they stand in."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from planreports.files.atomic import write_atomically
from planreports.workspace.example import make_workspace
from tests.cli.commands import Run

CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
msgid "Text of the plan"
msgstr "{words}"
"""


def test_a_preview_is_written_and_says_where_its_message_stands(run: Run) -> None:
    done = run("messages", "preview", "3.1.2b", "Status", "-o", "out/both.png")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "3.1.2b in plan",
        "m-920e413c in brief 2026-som6",
        f"wrote {Path('out/both.png')}",
    ]
    with Image.open("out/both.png") as picture:
        assert picture.width == 1191


def test_a_report_can_be_named(run: Run) -> None:
    assert run("messages", "preview", "3.1.2b", "--report", "matrix", "-o", "a.pdf", "-l", "lo").out == (
        "3.1.2b in matrix\nwrote a.pdf\n"
    )


def test_messages_that_are_not_there_are_told_all_at_once_and_nothing_is_written(run: Run) -> None:
    done = run("messages", "preview", "3.1.2z", "Statos")
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        "there is no message `3.1.2z`: did you mean `3.1.2b`?",
        "there is no message `Statos`: did you mean `Status`?",
        "",
        "2 problems; nothing was written.",
    ]
    assert not Path("preview.png").exists()


def test_a_preview_is_png_or_pdf(run: Run) -> None:
    done = run("messages", "preview", "Status", "-o", "a.gif")
    assert done.status == 2
    assert "`a.gif` ends in neither .png nor .pdf" in done.err


def test_pages_are_listed_for_people_and_for_programs(run: Run) -> None:
    asked = ("messages", "pages", "3.1", "Meeting brief", "--report", "plan", "-l", "en")
    done = run(*asked)
    assert done.out.splitlines() == [
        "ID          Document        Pages  English",
        "3.1         plan            4      Promotion of Investment",
        "3.1         plan annotated  6      Promotion of Investment",
        "m-c98fc4fc  on no page             Meeting brief",
    ]
    rows = list(csv.reader(io.StringIO(run(*asked, "-f", "csv").out)))
    assert rows == [
        ["id", "document", "pages", "english"],
        ["3.1", "plan", "4", "Promotion of Investment"],
        ["3.1", "plan annotated", "6", "Promotion of Investment"],
    ]
    assert json.loads(run(*asked, "-f", "json").out) == [
        {
            "id": "3.1",
            "context": "3.1",
            "english": "Promotion of Investment",
            "pages": {"plan": [4], "plan annotated": [6]},
        },
        {"id": "m-c98fc4fc", "context": None, "english": "Meeting brief", "pages": {}},
    ]


def test_all_messages_are_listed_unless_some_are_named(run: Run) -> None:
    lines = run("messages", "pages", "--report", "matrix").out.splitlines()
    assert len(lines) > 200
    assert any(line.startswith("3.1.2b  ") for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows interrupts whole groups of processes")
def test_a_preview_that_watches_follows_what_is_saved(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    make_workspace(folder)
    catalog = folder / "locales" / "lo" / "LC_MESSAGES" / "planreports.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(CATALOG.format(words="ບົດ"), "utf-8")
    command = [
        sys.executable,
        "-u",
        "-m",
        "planreports",
        "messages",
        "preview",
        "Text of the plan",
        "--watch",
    ]
    watching = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    try:
        _follow(watching, folder / "preview.png", catalog)
    finally:
        watching.kill()
        watching.communicate()


def _follow(watching: subprocess.Popen[str], picture: Path, catalog: Path) -> None:
    assert watching.stdout is not None
    said = iter(watching.stdout.readline, "")
    assert [next(said) for _ in range(3)] == [
        "m-2966e3bb in plan\n",
        "wrote preview.png\n",
        "Watching catalogs, glossary and layouts; Ctrl-C ends it.\n",
    ]
    before = picture.read_bytes()
    write_atomically(catalog, CATALOG.format(words='ບົດ"ຜິດ').encode())
    assert next(said) == (
        'locales/lo/LC_MESSAGES/planreports.po:7:1: this line is not PO: expected msgid "…" or msgstr "…"\n'
    )
    assert [next(said) for _ in range(2)] == ["\n", "1 problem; nothing was written.\n"]
    assert picture.read_bytes() == before
    write_atomically(catalog, CATALOG.format(words="ບົດທີ່ແກ້ໄຂແລ້ວ").encode())
    assert [next(said) for _ in range(2)] == ["m-2966e3bb in plan\n", "wrote preview.png\n"]
    assert picture.read_bytes() != before
    watching.send_signal(signal.SIGINT)
    assert watching.wait() == 130
