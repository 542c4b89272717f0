"""The command as people use it: what it prints, what it writes, and its exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planreports.cli import main
from planreports.cli import main as _main_function
from planreports.cli.main import EXIT_DEFECT


def test_demo_writes_every_language_choice_in_every_format(run) -> None:
    done = run("demo")
    names = sorted(path.name for path in Path("out").iterdir())
    assert names == sorted(
        f"brief-2026-som6-{choice}.{suffix}"
        for choice in ("en", "lo", "en+lo", "en+lo-stacked")
        for suffix in ("docx", "pdf", "html")
    )
    assert done.status == 0
    assert sorted(done.out.splitlines()) == sorted(f"wrote out/{name}" for name in names)


def test_a_new_workspace_is_made_checked_and_rendered(run) -> None:
    assert run("init", "office").out.splitlines()[-1] == "Now try:  planreports brief 2026-som6 -w office"
    checked = run("check", "office")
    assert (checked.status, checked.out[:19]) == (0, "office: no problems")
    done = run("brief", "2026-som6", "-w", "office", "-l", "lo,en", "-f", "pdf", "-o", "briefs")
    assert (done.status, done.out) == (0, "wrote briefs/brief-2026-som6-lo+en.pdf\n")
    assert Path("briefs/brief-2026-som6-lo+en.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_mistakes_are_printed_with_their_places_and_nothing_is_written(run) -> None:
    run("init", "office")
    path = Path("office/meetings/2026-som6.yaml")
    path.write_text(
        path.read_text("utf-8").replace("section: 2.2", "section: 2.9").replace("place:", "plaace:", 1),
        "utf-8",
    )
    done = run("brief", "2026-som6", "-w", "office")
    assert done.status == 1
    assert done.err.splitlines() == [
        "office/meetings/2026-som6.yaml:13:1: unknown key `plaace`: did you mean `place`?",
        "office/meetings/2026-som6.yaml:57:14: the plan has no section `2.9`: did you mean `2.5`?",
        "",
        "2 problems; nothing was written.",
    ]
    assert not Path("out").exists()


def test_a_mistake_in_an_own_layout_names_it_and_leaves_no_file(run) -> None:
    run("init", "office")
    Path("office/layouts").mkdir()
    Path("office/layouts/brief.html.jinja").write_text(
        "<section>\n<p>{{ brief.titel }}</p></section>", "utf-8"
    )
    done = run("brief", "2026-som6", "-w", "office", "-l", "en")
    assert done.status == 1
    assert (
        done.err.splitlines()[0]
        == "layouts/brief.html.jinja:2: unknown attribute `titel`: did you mean `title`?"
    )
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("brif",), 2, "There is no command `brif`: did you mean `brief`?"),
        (("brief",), 2, "Missing argument 'MEETING'."),
        (("brief", "x", "-f", "odt"), 2, "Invalid value for '-f' / '--format'"),
        (
            ("brief", "x", "--date", "2026-13-01"),
            2,
            "Invalid value for '--date': `2026-13-01` is no day; expected one such as 2026-10-12",
        ),
        (("brief", "x", "--missing-glyphs", "box"), 2, "'box' is not one of 'error', 'warn'."),
        (("plan", "show", "3.1.2z"), 1, "there is no part of the plan `3.1.2z`: did you mean `3.1.2"),
        (("plan", "rendr"), 2, "No such command 'rendr'. Did you mean 'render'?"),
        (
            ("plan", "render", "--annotation"),
            2,
            "No such option '--annotation'. Did you mean '--annotations'?",
        ),
        (("plan", "render", "-l", "la"), 1, "unknown language `la`: expected `en` or `lo`"),
        (("plan", "render", "--plan", "lao-japn"), 1, "did you mean `lao-japan`?"),
        (("plan", "render", "-w", "x", "--plan", "y"), 2, "give either --workspace or --plan."),
        (("plan", "export", "--plan", "nowhere"), 1, "there is no plan `nowhere`"),
        (("check", "nowhere"), 1, "`planreports init DIR` makes a workspace"),
    ],
)
def test_wrong_calls_say_what_was_expected(
    run, arguments: tuple[str, ...], status: int, message: str
) -> None:
    done = run(*arguments)
    assert done.status == status
    assert message in done.err


def test_a_defect_of_ours_is_reported_as_one(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("planreports.cli.check.workspace_folder", broken)
    done = run("check")
    assert done.status == EXIT_DEFECT == 70
    assert "planreports has a defect; your files are as they were." in done.err
    assert "ZeroDivisionError: a defect" in done.err


def test_the_plan_is_shown_at_every_level(run) -> None:
    contents = run("plan", "show").out.splitlines()
    assert contents[0].startswith("Action Plan for Advancement")
    assert "  3.1   Promotion of Investment  [commitments: 5]" in contents
    shown = run("plan", "show", "3.1.5a").out.splitlines()
    assert shown[0] == "3.1.5a  (3 (1) ¶5)"
    assert "  - 3.1.5a  action: both-sides affirmed; to act: japan; by 2030" in shown
    for id_ in ("3", "3.1", "3.3.1a-2"):
        assert run("plan", "show", id_).out


def test_the_plan_is_exported(run) -> None:
    assert len(json.loads(run("plan", "export").out)["areas"]) == 5
    done = run("plan", "export", "--format", "csv", "-o", "plan.csv")
    assert done.out == "wrote plan.csv\n"
    assert Path("plan.csv").read_text("utf-8").startswith("id,area,section,citation")


def test_the_plan_is_written_as_a_document_without_a_workspace(run) -> None:
    done = run("plan", "render", "-l", "en", "-f", "html", "--date", "2026-10-12")
    assert (done.status, done.out) == (0, "wrote out/plan-lao-japan-en.html\n")
    done = run(
        "plan", "render", "--annotations", "-l", "en,lo", "--arrangement", "stacked", "-f", "html", "-o", "x"
    )
    assert done.out == "wrote x/plan-lao-japan-en+lo-stacked-annotated.html\n"
    assert "Lao PDR, Japan" in Path("out/plan-lao-japan-en.html").read_text("utf-8")


def test_a_workspaces_plan_has_its_languages_and_its_organisation(
    run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "office")
    assert run("plan", "render", "-w", "office", "-f", "html").out == "wrote out/plan-lao-japan-en+lo.html\n"
    monkeypatch.chdir("office")
    assert run("plan", "render", "-l", "lo", "-f", "html").out == "wrote out/plan-lao-japan-lo.html\n"
    assert "ກະຊວງການຕ່າງປະເທດ" in Path("out/plan-lao-japan-lo.html").read_text("utf-8").replace("<wbr>", "")


def test_help_names_every_command_and_its_options(run) -> None:
    assert _main_function is main
    text = run("--help").out
    for name in ("demo", "init", "brief", "matrix", "check", "plan"):
        assert f"  {name}  " in text
        assert "Usage:" in run(name, "--help").out
    assert "--arrangement" in run("brief", "--help").out


@pytest.mark.parametrize("command", [("brief", "2026-som6"), ("matrix",), ("build",)], ids=" ".join)
def test_a_folder_that_is_called_like_a_document_is_refused(run, command: tuple[str, ...]) -> None:
    done = run(*command, "-w", "office", "-o", "brief.DOCX")
    assert done.status == 2
    assert done.err.splitlines()[-1] == (
        "Error: Invalid value for '-o' / '--output': "
        "`brief.DOCX` is called like a file; name a folder: files are named by what they are"
    )


@pytest.mark.parametrize("group", ["", "layouts", "plan", "progress"])
def test_no_commands_help_is_cut_off_in_a_list(run, group: str) -> None:
    assert "..." not in run(*group.split(), "--help").out.partition("Commands:")[2]
