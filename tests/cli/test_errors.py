"""Errors as users see them: each kind once, through the command, its whole message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planreports.cli import main
from planreports.workspace.example import make_workspace
from tests.cli.commands import Run
from tests.workspace.broken_offices import BREAKS, CONFIGURATION, RIGHT, WRONG, all_told, office

Change = Callable[[Path], None]

MEETING = "meetings/2026-som6.yaml"
BRIEF = ("brief", "2026-som6", "-w", "office", "-l", "en")


def replaced(name: str, old: str, new: str) -> Change:
    def change(office: Path) -> None:
        text = (office / name).read_text("utf-8")
        assert old in text
        (office / name).write_text(text.replace(old, new, 1), "utf-8")

    return change


def written(name: str, content: str | bytes) -> Change:
    def change(office: Path) -> None:
        path = office / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def layout(body: str) -> Change:
    return written("layouts/brief.html.jinja", f"<section>\n<h1>T</h1>\n{body}\n</section>")


PICTURE = '<figure><img src="a.png" alt="x"></figure>'

CASES: dict[str, tuple[Change, tuple[str, ...], list[str]]] = {
    "a key that is not known": (
        replaced(MEETING, "place:", "plaace:"),
        BRIEF,
        ["office/meetings/2026-som6.yaml:13:1: unknown key `plaace`: did you mean `place`?"],
    ),
    "a key that is missing": (
        replaced(MEETING, "number: 04\n", ""),
        BRIEF,
        ["office/meetings/2026-som6.yaml:3:1: the key `number` is missing"],
    ),
    "a word of a closed set": (
        replaced(MEETING, "status: draft", "status: finel"),
        BRIEF,
        ["office/meetings/2026-som6.yaml:5:9: unknown status `finel`: did you mean `final`?"],
    ),
    "a date": (
        replaced(MEETING, "date: 2026-10-22", "date: 22 October"),
        BRIEF,
        ["office/meetings/2026-som6.yaml:11:7: `date` is `22 October`: expected a date such as 2026-10-22"],
    ),
    "a section that is not in the plan": (
        replaced(MEETING, "section: 2.2", "section: 2.9"),
        BRIEF,
        ["office/meetings/2026-som6.yaml:57:14: the plan has no section `2.9`: did you mean `2.5`?"],
    ),
    "YAML that is none": (
        replaced(MEETING, "copies: 12", "copies: [12"),
        BRIEF,
        [
            "office/meetings/2026-som6.yaml:8:6: this is not YAML: did not find expected ',' or ']'"
            " (while parsing a flow sequence)"
        ],
    ),
    "a file that is not UTF-8": (
        written(MEETING, "id: café".encode("latin-1")),
        BRIEF,
        ["office/meetings/2026-som6.yaml:1:8: this is not UTF-8: save the file as UTF-8"],
    ),
    "a control character": (
        replaced(MEETING, "level: {en: Senior officials", 'level: {en: "Senior\\a"'),
        BRIEF,
        ["office/meetings/2026-som6.yaml:14:13: the control character U+0007 is not allowed: remove it"],
    ),
    "a direction that does not end": (
        replaced(MEETING, "level: {en: Senior officials", 'level: {en: "Senior \\u202e"'),
        BRIEF,
        [
            "office/meetings/2026-som6.yaml:14:13: the character U+202E RIGHT-TO-LEFT OVERRIDE is not ended:"
            " remove it, or end it with U+202C"
        ],
    ),
    "a language without a catalog": (
        replaced(MEETING, "place: {en: Vientiane Capital, lo:", "place: {en: Vientiane Capital, la:"),
        BRIEF,
        [
            "office/meetings/2026-som6.yaml:13:32: there is no catalog of the language `la`: expected `en` or `lo`"
        ],
    ),
    "CommonMark that no field holds": (
        replaced(MEETING, "en: Settle the", 'en: "# Settle the"\n      # en: "'),
        BRIEF,
        [
            "office/meetings/2026-som6.yaml:43:11: a heading cannot stand in a field:"
            " use paragraphs, lists, *emphasis* and links"
        ],
    ),
    "TOML that is none": (
        replaced("planreports.toml", 'plan = "lao-japan"', "plan = lao-japan"),
        BRIEF,
        [
            'office/planreports.toml:4:8: this is not TOML: Invalid value: words stand in straight quotation marks ("…"); true, false and numbers do not'
        ],
    ),
    "a party that is not in the plan": (
        replaced("planreports.toml", 'perspective = "lao-pdr"', 'perspective = "lao"'),
        BRIEF,
        ["office/planreports.toml:6:15: `lao` is no party of the plan: did you mean `lao-pdr`?"],
    ),
    "a catalog's placeholder": (
        written(
            "locales/lo/LC_MESSAGES/planreports.po",
            'msgid "Brief No. {number}"\nmsgstr "ເລກທີ {nubmer}"\n',
        ),
        BRIEF,
        [
            "locales/lo/LC_MESSAGES/planreports.po:1: the placeholders of `Brief No. {number}` differ: {nubmer}:"
            " expected {number}"
        ],
    ),
    "a layout's attribute": (
        layout("<p>{{ brief.titel }}</p>"),
        BRIEF,
        ["layouts/brief.html.jinja:3: unknown attribute `titel`: did you mean `title`?"],
    ),
    "a layout's element": (
        layout("<p>a</p><dvi>b</dvi>"),
        BRIEF,
        ["layouts/brief.html.jinja:3:9: unknown element <dvi>"],
    ),
    "a heading's level": (
        layout("<h3>a</h3>"),
        BRIEF,
        ["layouts/brief.html.jinja:3:1: <h3> follows <h1>: a level is left out: expected <h2>"],
    ),
    "a loop without end": (
        layout("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"),
        BRIEF,
        ["layouts/brief.html.jinja:3: loops and macros take more than 500,000 turns"],
    ),
    "a picture that is not there": (
        layout(PICTURE),
        BRIEF,
        ["layouts/brief.html.jinja:3:9: there is no picture `a.png`"],
    ),
    "a meeting that is not there": (
        lambda _: None,
        ("brief", "2026-som7", "-w", "office"),
        ["office/meetings: there is no meeting `2026-som7`: did you mean `2026-som6`?"],
    ),
    "a language that is not there": (
        lambda _: None,
        ("brief", "2026-som6", "-w", "office", "-l", "fr"),
        ["unknown language `fr`: expected `en` or `lo`"],
    ),
    "a folder that is full": (
        lambda _: None,
        ("init", "office"),
        ["office: there is something here already: name a new folder"],
    ),
    "a folder where a file should be": (
        lambda office: (office.parent / "out" / "brief-2026-som6-en.docx").mkdir(parents=True),
        BRIEF,
        ["out/brief-2026-som6-en.docx: cannot be written: there is a folder of this name"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_error_is_one_line_with_its_place(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    make_workspace(Path("office"))
    change, arguments, problems = CASES[name]
    change(tmp_path / "office")
    before = sorted(Path().rglob("*"))
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}; nothing was written."
    assert capsys.readouterr().err.splitlines() == [*problems, "", count]
    assert stop.value.code == 1
    assert sorted(Path().rglob("*")) == before


BROKEN = BREAKS["statuses: misspelt"]
ENTRY = ("progress", "add", "1.1.1a", "--agency", "mof", "--status", "green", "--as-of", "2026-10-01")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "office"),
        ("brief", "som6", "-w", "office"),
        ("matrix", "-w", "office"),
        ("plan", "render", "-w", "office"),
        ("glossary", "-w", "office"),
        ("review-template", "--year", "2026", "--agency", "mof", "-w", "office"),
        ("review-report", "--year", "2026", "-w", "office"),
        ("build", "-w", "office"),
        ("status", "-w", "office"),
        ("commitments", "-w", "office"),
        ("agencies", "-w", "office"),
        (*ENTRY, "-w", "office"),
    ],
    ids=" ".join,
)
def test_every_command_tells_the_mistakes_of_all_files_at_once_and_writes_nothing(
    arguments: tuple[str, ...], tmp_path: Path, run: Run
) -> None:
    office(RIGHT | WRONG, BROKEN.configuration)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = run(*arguments)
    told = all_told(BROKEN.told, BROKEN.unknown)
    assert done.err.splitlines() == [*told, "", f"{len(told)} problems; nothing was written."]
    assert (done.status, done.out) == (1, "")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("arguments", [("check", "office"), ("build", "-w", "office")], ids=" ".join)
def test_mistakes_of_build_tables_are_told_with_those_of_their_file_and_of_others(
    arguments: tuple[str, ...], run: Run
) -> None:
    table = '[[build]]\nreport = "matrix"\nformats = ["pdff"]\nlanguages = [\n  ["la"]\n]\n'
    form = '[[build]]\nreport = "matrix"\nformat = ["pdf"]\n'
    configuration = CONFIGURATION.replace('report = "plan"', 'report = "plann"') + form + table
    office(RIGHT | {"agencies.yaml": "agencies: 5\n"}, configuration)
    assert run(*arguments).err.splitlines() == [
        "office/agencies.yaml:1:11: `agencies` is `5`: expected a list",
        "office/planreports.toml:38:10: unknown report `plann`: did you mean `plan`?",
        "office/planreports.toml:42:1: unknown key `format`: did you mean `formats`?",
        "office/planreports.toml:45:11: unknown format `pdff`: did you mean `pdf`?",
        "office/planreports.toml:46:13: unknown language `la`: expected `en` or `lo`",
        "",
        "5 problems; nothing was written.",
    ]
