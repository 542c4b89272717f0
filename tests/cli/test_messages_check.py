"""`planreports messages check`: for people and for programs, every file at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import Run

HEADER = 'msgid ""\nmsgstr "Language: lo\\n"\n\n'
MISTAKES = 'msgid "Due in 2026"\nmsgstr "ກຳນົດໃນປີ 2025"\n\nmsgid "Both sides met."\nmsgstr "ສອງຝ່າຍໄດ້ພົບກັນ"\n'


def write(body: str, domain: str = "plan") -> None:
    path = Path("locales") / "lo" / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + body, "utf-8")


def test_errors_and_warnings_are_told_with_their_places(run: Run) -> None:
    write(MISTAKES)
    told = run("messages", "check")
    assert told.status == 1
    assert told.out.splitlines() == [
        "locales/lo/LC_MESSAGES/plan.po:4: error: the number 2026 of the English is missing: the translation has 2025 "
        "[numbers]",
        "locales/lo/LC_MESSAGES/plan.po:7: warning: the words end with no punctuation, the English with a full stop: "
        "end them with a full stop [end]",
    ]
    assert told.err == "1 error, 1 warning in 2 messages of 1 catalog.\n"


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
def test_warnings_count_when_it_is_strict(options: tuple[str, ...], status: int, run: Run) -> None:
    write('msgid "Both sides met."\nmsgstr "ສອງຝ່າຍໄດ້ພົບກັນ"\n')
    assert run("messages", "check", *options).status == status


def test_annotations_of_github_are_escaped(run: Run) -> None:
    write('msgid "100 %, said `a`"\nmsgstr "ເວົ້າວ່າ `100%`"\n')
    lines = run("messages", "check", "--format", "github").out.splitlines()
    assert (
        "::error file=locales/lo/LC_MESSAGES/plan.po,line=4,title=markup::`a` of the English is missing: "
        "the translation has `100%25`"
    ) in lines


def test_a_files_name_is_escaped_for_github(run: Run) -> None:
    write(MISTAKES)
    Path("locales").rename("a,b:c")
    told = run("messages", "check", "--format", "github", "--locales", "a,b:c")
    assert told.out.startswith("::error file=a%2Cb%3Ac/lo/LC_MESSAGES/plan.po,line=4,title=numbers::")


def test_json_has_all_that_scripts_need(run: Run) -> None:
    write(MISTAKES)
    told = run("messages", "check", "--format", "json")
    assert told.status == 1
    value = json.loads(told.out)
    assert (value["messages"], value["catalogs"], len(value["findings"])) == (2, 1, 2)
    assert value["findings"][0] == {
        "check": "numbers",
        "severity": "error",
        "file": "locales/lo/LC_MESSAGES/plan.po",
        "line": 4,
        "column": None,
        "id": "m-4397efd9",
        "problem": "the number 2026 of the English is missing",
        "hint": "the translation has 2025",
        "source": "Due in 2026",
        "words": "ກຳນົດໃນປີ 2025",
    }


def test_a_file_that_cannot_be_read_hides_no_other(run: Run) -> None:
    write(MISTAKES)
    write("msgid broken\n", "planreports")
    told = run("messages", "check")
    assert told.status == 1
    assert [line.rsplit("[", 1)[1] for line in told.out.splitlines()] == [
        "catalog]",
        "numbers]",
        "end]",
    ]


def test_what_loading_refuses_is_told_with_all_else(run: Run) -> None:
    write('msgid "In {year}"\nmsgstr "ໃນປີ"\n\n' + MISTAKES)
    told = run("messages", "check")
    assert told.status == 1
    assert told.out.splitlines()[0] == (
        "locales/lo/LC_MESSAGES/plan.po:4: error: the placeholders of `In {year}` differ: none: expected {year} "
        "[placeholders]"
    )


def test_a_comment_of_the_translator_allows_a_finding(run: Run) -> None:
    write('# allow: numbers the year is said in words\n#, fuzzy\nmsgid "Due in 2026"\nmsgstr "ກຳນົດໃນປີໜ້າ"\n')
    told = run("messages", "check", "--strict")
    assert (told.status, told.err) == (0, "0 errors, 0 warnings in 1 message of 1 catalog.\n")


def test_a_workspaces_own_glossary_counts(run: Run) -> None:
    write('msgid "The minutes"\nmsgstr "ບົດບັນທຶກ"\n')
    columns = "term,lo,variants,forbidden,part_of_speech,state,source,note"
    Path("locales/glossary.csv").write_text(f"{columns}\nminutes,ບົດບັນທຶກກອງປະຊຸມ,,,noun,draft,,\n", "utf-8")
    told = run("messages", "check")
    assert told.status == 0
    assert "`minutes` is not translated as the glossary has it" in told.out


def test_the_checks_are_listed_and_findings_told_in_lao(run: Run) -> None:
    listed = run("messages", "check", "--list").out
    assert "numbers            error    numbers and years that only one side has\n" in listed
    write(MISTAKES)
    told = run("-l", "lo", "messages", "check").out
    assert "2026" in told
    assert "of the English" not in told
