"""Layouts of a workspace's own: copied, used from then on, with options of their own on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planreports.files.resources import resource

HEAD = """{#---
about: Our own brief
options:
  with_annex: {type: yes or no, default: yes, help: Print the annex}
  depth: {type: whole number, default: 3}
  order: {type: choice, choices: [area, agency], default: area}
---#}
"""
BODY = """<section><h1>{{ brief.title }}</h1>
<p>{{ options.with_annex and 1 or 0 }} {{ options.depth }} {{ options.order }}</p></section>
"""
OWN = Path("office/layouts/brief.html.jinja")


@pytest.fixture
def office(run) -> Path:
    run("init", "office")
    return Path("office")


def own(source: str, name: str = "brief") -> None:
    OWN.parent.mkdir(exist_ok=True)
    OWN.with_name(f"{name}.html.jinja").write_text(source, "utf-8")


def brief(run, *arguments: str):
    return run("brief", "2026-som6", "-w", "office", "-l", "en", "-f", "html", *arguments)


def standings(run) -> dict[str, str]:
    rows = json.loads(run("layouts", "list", "-w", "office", "--json").out)
    return {row["name"]: row["standing"] for row in rows}


def test_a_built_in_layout_is_copied_once_and_used_from_then_on(run, office: Path) -> None:
    done = run("layouts", "copy", "brief", "-w", "office")
    assert (done.status, done.out) == (0, "wrote office/layouts/brief.html.jinja\n")
    OWN.write_text(OWN.read_text("utf-8").replace("<h1>", "<h1>Our "), "utf-8")
    brief(run)
    assert "Our Sixth Lao PDR" in Path("out/brief-2026-som6-en.html").read_text("utf-8")
    done = run("layouts", "copy", "brief", "-w", "office")
    assert (done.status, done.err.splitlines()[0]) == (
        1,
        "layouts/brief.html.jinja: there is such a layout already: --force overwrites it",
    )
    assert run("layouts", "copy", "brief", "-w", "office", "--force").status == 0
    assert "<h1>Our " not in OWN.read_text("utf-8")


def test_a_copy_renders_what_the_built_in_layout_does(run, office: Path) -> None:
    brief(run)
    before = Path("out/brief-2026-som6-en.html").read_bytes()
    for name in ("brief", "_macros"):
        run("layouts", "copy", name, "-w", "office")
    brief(run)
    assert Path("out/brief-2026-som6-en.html").read_bytes() == before


def test_the_list_says_how_own_layouts_stand_to_the_built_in_ones(run, office: Path) -> None:
    assert standings(run)["brief"] == "built in"
    run("layouts", "copy", "brief", "-w", "office")
    assert standings(run)["brief"] == "your own, as the built-in one"
    source = OWN.read_text("utf-8")
    OWN.write_text(source.replace("<h1>", "<h1>Our "), "utf-8")
    assert standings(run)["brief"] == "your own, changed"
    stamp = source.splitlines()[-1].split()[7].rstrip(":")
    OWN.write_text(source.replace(stamp, "0123456789ab"), "utf-8")
    assert standings(run)["brief"] == "your own, from an older built-in one"
    own(HEAD + BODY, "short")
    assert standings(run)["short"] == "your own"
    line = next(
        line for line in run("layouts", "list", "-w", "office").out.splitlines() if line.startswith("short")
    )
    assert line.split("  ")[-1] == "Our own brief"


def test_the_list_outside_a_workspace_has_the_built_in_layouts(run) -> None:
    head, *lines = run("layouts", "list").out.splitlines()
    assert head.split("  ")[0] == "Layout"
    names = [line.split()[0] for line in lines]
    shipped = resource("templates").glob("*.html.jinja")
    assert names == sorted(path.name.removesuffix(".html.jinja") for path in shipped)


@pytest.mark.parametrize("name", ["breif", "../brief", "/etc/passwd", "style.toml"])
def test_only_a_built_in_layout_can_be_copied(run, office: Path, name: str) -> None:
    done = run("layouts", "copy", name, "-w", "office")
    assert done.status == 1
    assert done.err.startswith(f"there is no built-in layout `{name}`")
    assert not OWN.parent.exists()


def test_a_layouts_options_are_the_commands_own(run, office: Path) -> None:
    own(HEAD + BODY)
    help_ = run("brief", "--help", "-w", "office").out
    assert help_[help_.index("Options of the layout") :].splitlines() == [
        "Options of the layout layouts/brief.html.jinja:",
        "  --with-annex / --no-with-annex  Print the annex. Default: yes.",
        "  --depth NUMBER                  Default: 3.",
        "  --order [area|agency]           Default: area.",
    ]
    assert brief(run).status == 0
    assert "1 3 area" in Path("out/brief-2026-som6-en.html").read_text("utf-8")
    assert brief(run, "--no-with-annex", "--depth", "-2", "--order", "agency").status == 0
    assert "0 -2 agency" in Path("out/brief-2026-som6-en.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--depth", "deep"), "Invalid value for '--depth': `deep`: expected a whole number such as 12"),
        (("--order", "aera"), "Invalid value for '--order': 'aera' is not one of 'area', 'agency'."),
        (("--dept", "3"), "No such option '--dept'"),
    ],
)
def test_wrong_options_of_a_layout_are_refused_as_the_commands_own(
    run, office: Path, arguments, message
) -> None:
    own(HEAD + BODY)
    done = brief(run, *arguments)
    assert done.status == 2
    assert message in done.err
    assert not Path("out").exists()


def test_an_option_that_the_command_has_already_is_a_mistake_with_its_place(run, office: Path) -> None:
    own(HEAD.replace("depth:", "audience:").replace("order:", "no_with_annex:") + BODY)
    assert brief(run).err.splitlines()[:2] == [
        "layouts/brief.html.jinja:5:3: `audience` would be --audience, which `planreports brief` has already: give it another name",
        "layouts/brief.html.jinja:6:3: `no_with_annex` would be --no-with-annex, which `planreports brief` has already: give it another name",
    ]


def test_another_layout_is_chosen_by_its_name_and_names_the_file(run, office: Path) -> None:
    own(HEAD + BODY, "short")
    done = brief(run, "--layout", "short", "--depth", "7")
    assert (done.status, done.out) == (0, "wrote out/brief-2026-som6-en-short.html\n")
    assert "1 7 area" in Path("out/brief-2026-som6-en-short.html").read_text("utf-8")
    done = brief(run, "--layout", "shrt")
    assert (done.status, done.err.splitlines()[0]) == (
        1,
        "there is no layout `shrt`: did you mean `short`?",
    )
    assert brief(run, "--layout", "../meetings/2026-som6.yaml").status == 1


def test_a_plan_by_itself_has_the_built_in_layouts_options_wherever_one_is(
    run, office: Path, monkeypatch
) -> None:
    own(HEAD + "<section><h1>T</h1></section>", "glossary")
    monkeypatch.chdir(office)
    assert "--with-annex" in run("glossary", "--help").out
    done = run("glossary", "--plan", "lao-japan", "--no-parts", "--kinds", "bodies", "-f", "html", "-l", "en")
    assert (done.status, done.out) == (0, "wrote out/glossary-lao-japan-en-bodies.html\n")


def test_check_reports_mistakes_of_every_own_layout(run, office: Path) -> None:
    own(HEAD.replace("default: 3", "default: deep") + "{% if %}")
    own("{#---\nabot: x\n---#}\n" + BODY, "short")
    assert run("check", "office").err.splitlines()[:3] == [
        "layouts/brief.html.jinja:5:40: the default of `depth` cannot be `deep`: expected a whole number such as 12",
        "layouts/brief.html.jinja:8: Expected an expression, got 'end of statement block'",
        "layouts/short.html.jinja:2:1: unknown key `abot`: did you mean `about`?",
    ]


def test_layouts_of_a_folder_that_is_no_workspace_are_not_listed(run) -> None:
    done = run("layouts", "list", "-w", "nowhere")
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines()[0] == (
        "nowhere: there is no planreports.toml here, nor in a folder above: `planreports init DIR` makes a workspace"
    )
