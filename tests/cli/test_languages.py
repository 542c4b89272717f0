"""The command in another language than English: which one it speaks, and that it speaks it throughout.

The words are the shipped drafts; a reviewer who changes them runs `pytest --accept` on no file here, but
changes the lines below.
"""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import polib
import pytest
from rich.cells import cell_len

from planreports.cli.lazy_groups import in_language
from planreports.cli.main import _group
from planreports.cli.translated import with_click_in
from planreports.cli.words_of_click import WORDS_OF_CLICK
from planreports.files.resources import resource
from planreports.i18n.speech import CatalogSpeech
from planreports.workspace.example import make_workspace
from tests.cli.commands import Run

LAO = re.compile("[\u0e80-\u0eff]")


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PLANREPORTS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


# Which language -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "environment", "is_lao"),
    [
        (["-l", "lo"], {}, True),
        (["-llo"], {}, True),
        (["--language", "lo"], {}, True),
        (["--language=lo"], {}, True),
        ([], {"PLANREPORTS_LANGUAGE": "lo"}, True),
        ([], {"LANG": "lo_LA.UTF-8"}, True),
        ([], {"LC_MESSAGES": "lo_LA", "LANG": "C.UTF-8"}, True),
        ([], {"LC_ALL": "lo", "LC_MESSAGES": "en_GB.UTF-8"}, True),
        ([], {}, False),
        ([], {"LANG": "C.UTF-8"}, False),
        ([], {"LANG": "de_DE.UTF-8"}, False),
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "lo_LA.UTF-8"}, False),
        ([], {"PLANREPORTS_LANGUAGE": "en", "LANG": "lo_LA.UTF-8"}, False),
        (["-l", "en"], {"PLANREPORTS_LANGUAGE": "lo"}, False),
        (["-l", "lo"], {"PLANREPORTS_LANGUAGE": "en"}, True),
    ],
)
def test_the_language_is_asked_for_by_option_environment_or_locale(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    is_lao: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = run(*arguments, "--help")
    assert result.status == 0
    assert result.out.startswith("ວິທີໃຊ້: planreports [OPTIONS]" if is_lao else "Usage: planreports [OPTIONS]")


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        (["-l", "lao"], {}, "the command does not speak `lao`: did you mean `lo`?"),
        (["-l", "ja"], {}, "the command does not speak `ja`: expected `en` or `lo`"),
        (
            [],
            {"PLANREPORTS_LANGUAGE": "lao"},
            "the command does not speak `lao`, as PLANREPORTS_LANGUAGE asks: did you mean `lo`?",
        ),
    ],
)
def test_a_language_that_it_does_not_speak_is_an_error(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    message: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = run(*arguments, "check")
    assert (result.status, result.out, result.err) == (2, "", f"Error: {message}\n")


def test_a_reports_languages_are_not_the_commands(run: Run) -> None:
    make_workspace(Path("office"))
    result = run("plan", "render", "-w", "office", "-l", "lo", "-f", "html")
    assert result.out.splitlines() == [f"wrote {Path('out/plan-lao-japan-lo.html')}"]
    result = run("-l", "lo", "plan", "render", "-w", "office", "-l", "en", "-f", "html")
    assert LAO.search(result.out)
    assert "plan-lao-japan-en.html" in result.out


def test_what_is_not_lao_any_more_is_english_again(run: Run) -> None:
    english = run("check", "--help")
    assert run("-l", "lo", "check", "--help").out != english.out
    assert run("check", "--help") == english
    assert "LANGUAGE" not in os.environ


# Every word -----------------------------------------------------------------------------------------

MARKED = CatalogSpeech(
    "lo",
    {
        entry.msgid: f"«{entry.msgid}»"
        for entry in polib.pofile(resource("locales", "command.pot").read_text("utf-8"))
    },
)
"""A language whose words are the English in marks: what stands outside of them is in no catalog."""


STEPS = r"planreports (demo|init my-folder|brief 2026-som6 -w my-folder -l en,lo)"
"""The commands that the help tells to begin with."""


def commands() -> Iterator[tuple[click.Context, click.Command]]:
    """Yield every command, in marks, with the context that its help is asked for in."""
    waiting = [(click.Context(in_language(_group, MARKED), info_name="planreports", obj=MARKED), "")]
    while waiting:
        context, _ = waiting.pop()
        yield context, context.command
        if isinstance(context.command, click.Group):
            for name in context.command.list_commands(context):
                inner = context.command.get_command(context, name)
                assert inner is not None
                waiting.append((inner.context_class(inner, info_name=name, parent=context), name))


def outside(words: str) -> str:
    """Return what of a text stands outside of all marks."""
    found, depth = [], 0
    for character in words:
        depth += (character == "«") - (character == "»")
        if depth == 0 and character != "»":
            found.append(character)
    return "".join(found)


def test_every_word_of_help_is_in_the_catalog() -> None:
    with with_click_in(MARKED):
        for context, command in commands():
            names = {context.info_name or "", *(context.command_path.split())}
            if isinstance(command, click.Group):
                names |= set(command.list_commands(context))
            for parameter in command.params:
                names |= {*parameter.opts, *parameter.secondary_opts, parameter.make_metavar(context)}
                default = parameter.get_default(context)
                names |= {str(default), str(getattr(parameter, "metavar", ""))}
            rest = re.sub(STEPS, "", outside(command.get_help(context)))
            for name in sorted(filter(None, names), key=len, reverse=True):
                rest = rest.replace(name, " ")
            rest = re.sub(r"\[OPTIONS\]|COMMAND \[ARGS\]\.\.\.|--help", " ", rest)
            assert not re.findall(r"[^\W\d_]{3,}", rest), (context.command_path, rest)


# Whole messages -------------------------------------------------------------------------------------

LAO_WORDS = {
    entry.msgid: entry.msgstr
    for entry in polib.pofile(resource("locales", "lo", "LC_MESSAGES", "command.po").read_text("utf-8"))
}


def lao(template: str, **values: object) -> str:
    """Return a message as the shipped catalog has it, its values put in place one by one."""
    words = LAO_WORDS[template]
    assert LAO.search(words), f"not translated: {template}"
    for name, value in values.items():
        assert f"{{{name}}}" in words
        words = words.replace(f"{{{name}}}", str(value))
    return words


def did_you_mean(word: str) -> str:
    return lao("did you mean `{word}`?", word=word)


@pytest.fixture
def office(run: Run) -> Path:
    make_workspace(Path("office"))
    return Path("office")


def changed(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def test_mistakes_are_told_in_lao_with_their_places(run: Run, office: Path) -> None:
    changed(
        office / "meetings/2026-som6.yaml",
        ("place:", "plaace:"),
        ("status: draft", "status: finel"),
        ("date: 2026-10-22", "date: 22 October"),
    )
    meeting = "office/meetings/2026-som6.yaml"
    result = run("-l", "lo", "check", "office")
    assert result.err.splitlines() == [
        f"{meeting}:5:9: {lao('unknown {noun} {found}', noun='status', found='`finel`')}: {did_you_mean('final')}",
        f"{meeting}:11:7: {lao('`{key}` is {found}', key='date', found='`22 October`')}: "
        + lao("expected {what}", what=lao("a date such as {date}", date="2026-10-22")),
        f"{meeting}:13:1: {lao('unknown key `{key}`', key='plaace')}: {did_you_mean('place')}",
        "",
        lao("{number} problems; nothing was written.", number=3),
    ]
    assert (result.status, result.out) == (1, "")


def test_what_is_odd_is_told_in_lao(run: Run, office: Path) -> None:
    english = run("check", "office", "--as-of", "2027-06-30").err.splitlines()
    told = run("-l", "lo", "check", "office", "--as-of", "2027-06-30").err.splitlines()
    assert len(told) == len(english) > 0
    for said, before in zip(told, english, strict=True):
        assert LAO.search(said)
        assert re.findall(r"[a-z0-9/-]+\.yaml:\d+:\d+", said) == re.findall(
            r"[a-z0-9/-]+\.yaml:\d+:\d+", before
        )


def test_a_wrong_command_line_is_told_in_lao(run: Run) -> None:
    result = run("-l", "lo", "check", "--al")
    usage, hint, _, error = result.err.splitlines()
    assert usage == f"{lao('Usage:')} planreports check [OPTIONS] [DIR]"
    assert hint == lao("Try '{command} {option}' for help.", command="planreports check", option="--help")
    no_option = lao("No such option {name!r}.", **{"name!r": "'--al'"})
    possible = lao("(Did you mean one of: {possibilities}?)", possibilities="'--all', '--help'")
    assert error == lao("Error: {message}", message=f"{no_option} {possible}")
    assert result.status == 2


def test_json_and_exit_statuses_are_the_same_in_every_language(run: Run, office: Path) -> None:
    english, said = (run(*language, "status", "-w", "office", "--json") for language in ((), ("-l", "lo")))
    assert json.loads(english.out)["commitments"]
    assert (said.status, said.out) == (english.status, english.out)


def test_lists_are_in_the_commands_language(run: Run, office: Path) -> None:
    result = run("-l", "lo", "agencies", "-w", "office")
    assert result.out == run("agencies", "-w", "office", "-l", "lo").out
    assert LAO.search(result.out.splitlines()[0])
    assert LAO.search(result.out.splitlines()[-1])
    assert not LAO.search(run("-l", "lo", "agencies", "-w", "office", "-l", "en").out)


def test_help_stands_in_columns_of_cells_and_within_the_terminals_width(run: Run) -> None:
    lines = run("-l", "lo", "brief", "--help").out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    meanings = [match for line in lines if (match := re.fullmatch(r"  -.*?  +(\S.*)", line))]
    assert len(meanings) > 10
    assert len({cell_len(each.string) - cell_len(each[1]) for each in meanings}) == 1


# Words of click -------------------------------------------------------------------------------------

OF_DEVELOPERS = re.compile(
    r"Deprecat|deprecated|defined twice|Boolean option|Could not determine name|No options defined"
    r"|exactly one parameter|Choice\(|UUID|Invalid start character|confirm|Confirm|to continue"
)
"""Words of click that only a mistake in a program's own options brings, or that no option here has."""


def words_in_click() -> Iterator[tuple[str, ...]]:
    """Yield the words that click looks up, as its modules have them that help and errors come from."""
    folder = Path(click.__file__).parent
    for name in ("core", "exceptions", "types", "formatting", "decorators", "parser"):
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                words = [each.value for each in node.args if isinstance(each, ast.Constant)]
                if words and all(isinstance(each, str) for each in words):
                    yield tuple(words)


def test_the_words_of_click_that_people_meet_are_known() -> None:
    known = {tuple(filter(None, words)) for words in WORDS_OF_CLICK}
    found = {words for words in words_in_click() if not OF_DEVELOPERS.search(words[0])}
    assert found - known == set()


def test_layouts_that_ship_are_told_in_the_commands_language(run: Run) -> None:
    result = run("-l", "lo", "layouts", "list")
    brief = next(line for line in result.out.splitlines() if line.startswith("brief "))
    assert brief.endswith(lao("The brief of a meeting"))
    assert lao("built in") in brief
    assert (
        lao("With the paragraphs of the plan that use each entry")[:12]
        in run("-l", "lo", "glossary", "-h").out
    )


def test_an_unknown_command_is_an_error_with_the_nearest_if_one_is_near(run: Run) -> None:
    assert run("breif").err.splitlines()[-1] == "Error: There is no command `breif`: did you mean `brief`?"
    assert run("nothing").err.splitlines()[-1] == "Error: There is no command `nothing`."
