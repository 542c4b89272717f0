"""`planreports build`: what it prints, and its exit status."""

from __future__ import annotations

from pathlib import Path

from planreports.workspace.example import make_workspace
from tests.cli.commands import Run

TABLES = """
[[build]]
report = "brief"
every = "meeting"
formats = ["docx"]
languages = ["en"]
into = "briefs"

[[build]]
report = "plan"
formats = ["html"]
"""


def office(tables: str) -> Path:
    folder = Path("office")
    make_workspace(folder)
    configuration = (folder / "planreports.toml").read_text("utf-8").partition("[[build]]")[0]
    (folder / "planreports.toml").write_text(configuration + tables, "utf-8")
    return folder


def test_a_build_says_what_it_wrote_and_how_much_was_as_before(run: Run) -> None:
    office(TABLES)
    first = run("build", "-w", "office")
    assert first.status == 0
    assert "wrote out/briefs/brief-2026-som6-en.docx\n" in first.out
    count = len(first.out.splitlines())
    assert first.err == f"{count} files: {count} written\n"
    second = run("build", "-w", "office", "--jobs", "1")
    assert (second.status, second.out) == (0, "")
    assert second.err == f"{count} files: {count} as before\n"


def test_an_edited_file_is_told(run: Run) -> None:
    office(TABLES)
    run("build", "-w", "office")
    Path("out/briefs/brief-2026-som6-en.docx").write_bytes(b"edited")
    assert run("build", "-w", "office").err.splitlines()[0] == (
        "warning: out/briefs/brief-2026-som6-en.docx: somebody has edited this file: it is kept as it is: "
        "save it under another name, or build with --force"
    )
    assert "wrote out/briefs/brief-2026-som6-en.docx\n" in run("build", "-w", "office", "--force").out


def test_problems_come_last_the_rest_is_made_and_the_status_is_1(run: Run) -> None:
    wrong = '[[build]]\nreport = "matrix"\nformats = ["pdf", "html"]\noptions = { agency = ["nobody"] }\n'
    office(wrong + TABLES)
    result = run("build", "-w", "office")
    assert result.status == 1
    assert Path("out/plan-lao-japan-en.html").exists() or Path("out/plan-lao-japan-en+lo.html").exists()
    first, second, last = result.err.splitlines()
    assert first.startswith("there is no agency `nobody`")
    assert second.startswith("    so this was not made: out/matrix-lao-japan-")
    assert second.endswith(".pdf and 1 more")
    assert last.endswith(" written, 2 not made")


def test_mistakes_of_tables_are_told_by_check_too(run: Run) -> None:
    office('[[build]]\nreport = "breif"\n')
    result = run("check", "office")
    assert result.status == 1
    assert "unknown report `breif`: did you mean `brief`?" in result.err
