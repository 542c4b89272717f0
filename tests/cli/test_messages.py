"""`planreports messages`: catalogs begun, kept up to date, compared with their English, approved."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from planreports.files.resources import resource
from tests.cli.commands import Run
from tests.workspace.offices import make_office, write

MEETING = """\
id: 2026-som6
number: 04
issued: 2026-10-12
title: Senior Officials’ Meeting
date: 2026-10-22
objectives:
  - Agree the list.
  - Settle the calendar.
"""
SECOND = "meetings/2026-som6.yaml:objectives[2].text"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = make_office(tmp_path / "office")
    write(folder / "meetings" / "2026-som6.yaml", MEETING)
    return folder


@pytest.fixture
def translated(office: Path, run: Run) -> Path:
    """The office with a translation of its second objective, whose English has changed since."""
    run("messages", "update", "-w", "office", "--add", "lo")
    translate(office, "Settle the calendar.", "ກຳນົດປະຕິທິນ.")
    write(
        office / "meetings" / "2026-som6.yaml", MEETING.replace("the calendar", "the date and the calendar")
    )
    run("messages", "update", "-w", "office")
    return office


def catalog(office: Path) -> Path:
    return office / "locales" / "lo" / "LC_MESSAGES" / "workspace.po"


def translate(office: Path, words: str, lao: str) -> None:
    text = catalog(office).read_text("utf-8")
    write(catalog(office), text.replace(f'msgid "{words}"\nmsgstr ""', f'msgid "{words}"\nmsgstr "{lao}"'))


def test_a_workspace_gets_catalogs_of_its_own_text(office: Path, run: Run) -> None:
    first = run("messages", "update", "-w", "office")
    assert first.out.splitlines() == [
        "office/locales/workspace.pot: 7 messages",
        "There is no language to translate into yet: `--add lo` begins one.",
    ]
    second = run("messages", "update", "-w", "office", "--add", "lo")
    assert second.out.splitlines() == [
        "office/locales/workspace.pot: 6 messages",
        "office/locales/lo/LC_MESSAGES/workspace.po: 6 messages",
    ]
    before = catalog(office).read_bytes()
    assert run("messages", "update", "-w", "office").out == "Everything is up to date.\n"
    assert catalog(office).read_bytes() == before


def test_the_languages_of_a_workspace_have_catalogs_at_once(office: Path, run: Run) -> None:
    configuration = (office / "planreports.toml").read_text("utf-8")
    write(office / "planreports.toml", 'languages = ["en", "lo"]\n' + configuration)
    run("messages", "update", "-w", "office")
    assert catalog(office).is_file()


def test_catalogs_that_are_not_up_to_date_can_be_found_without_writing(office: Path, run: Run) -> None:
    done = run("messages", "update", "-w", "office", "--add", "lo", "--check")
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        "office/locales/workspace.pot: is not up to date: run `planreports messages update`",
        "office/locales/lo/LC_MESSAGES/workspace.po: is not up to date: run `planreports messages update`",
        "",
        "2 problems; nothing was written.",
    ]
    assert not catalog(office).exists()


def test_mistakes_in_catalogs_and_sources_are_told_together_and_nothing_is_written(
    office: Path, run: Run
) -> None:
    run("messages", "update", "-w", "office", "--add", "lo")
    before = catalog(office).read_text("utf-8") + 'msgid "A"\nmsgstr broken\n'
    write(catalog(office), before)
    write(office / "meetings" / "2026-som6.yaml", MEETING + "objectivs: []\n")
    done = run("messages", "update", "-w", "office")
    assert [line.split(": ")[1] for line in done.err.splitlines()[:1]] == ["unknown key `objectivs`"]
    assert catalog(office).read_text("utf-8") == before


def test_templates_alone_can_be_written(office: Path, run: Run) -> None:
    done = run("messages", "extract", "-w", "office")
    assert done.out == "office/locales/workspace.pot: 7 messages\n"
    assert not catalog(office).exists()


@pytest.mark.parametrize("code", ["en", "../x", "lo_LA", "LO"])
def test_what_is_no_language_to_translate_into_is_refused(office: Path, run: Run, code: str) -> None:
    done = run("messages", "update", "-w", "office", "--add", code)
    assert (
        done.err.splitlines()[0] == f"`{code}` is no language to translate into: expected a code such as lo"
    )


def test_a_language_without_a_catalog_is_told_with_the_nearest(translated: Path, run: Run) -> None:
    for name in ("update", "diff"):
        done = run("messages", name, "-w", "office", "-l", "la")
        assert done.err.splitlines()[0] == "there is no catalog in the language `la`: expected `lo`"


def test_catalogs_of_the_installation_are_never_written(tmp_path: Path, run: Run) -> None:
    done = run("messages", "update")
    assert done.status == 1
    assert done.err.splitlines()[0].endswith(
        "locales: these catalogs belong to the installed program: name a folder of your own: --workspace DIR or "
        "--locales FOLDER"
    )


def test_all_that_ships_can_be_translated_into_another_language(tmp_path: Path, run: Run) -> None:
    run("messages", "update", "--locales", "mine", "--add", "ja")
    assert {path.name for path in (tmp_path / "mine" / "ja" / "LC_MESSAGES").iterdir()} == {
        path.name for path in resource("locales", "lo", "LC_MESSAGES").iterdir()
    }


def test_two_places_at_once_are_refused(office: Path, run: Run) -> None:
    done = run("messages", "update", "-w", "office", "--locales", "mine")
    assert done.status == 2
    assert "--workspace and --locales name two places; give one of them" in done.err


def test_what_changed_in_the_english_is_shown_word_by_word(translated: Path, run: Run) -> None:
    done = run("messages", "diff", "-w", "office")
    line = catalog(translated).read_text("utf-8").split("#, fuzzy")[0].count("\n") - 1
    assert done.out.splitlines() == [
        f"office/locales/lo/LC_MESSAGES/workspace.po:{line}: {SECOND}",
        "  Settle{+ the date and+} the calendar.",
        "  ກຳນົດປະຕິທິນ.",
        "",
        "1 message whose English has changed since it was translated.",
    ]


def test_a_program_gets_the_changes_too(translated: Path, run: Run) -> None:
    (message,) = json.loads(run("messages", "diff", "-w", "office", "--json").out)["messages"]
    assert (message["id"], message["previous"], message["language"]) == (SECOND, "Settle the calendar.", "lo")
    assert message["changes"][1] == {"fate": "added", "words": " the date and"}


def test_somebody_approves_a_translation(translated: Path, run: Run) -> None:
    done = run("messages", "review", SECOND, "--by", "N. Souk", "--date", "2026-05-04", "-w", "office")
    assert done.out == "1 message is reviewed now.\n"
    text = catalog(translated).read_text("utf-8")
    assert "# reviewed: 2026-05-04 by N. Souk\n" in text
    assert "fuzzy" not in text
    assert "#|" not in text
    assert (
        run("messages", "review", SECOND, "--state", "draft", "-w", "office").out
        == "1 message is a draft now.\n"
    )
    assert "N. Souk" not in catalog(translated).read_text("utf-8")


def test_a_pattern_names_several_messages(office: Path, run: Run) -> None:
    run("messages", "update", "-w", "office", "--add", "lo")
    translate(office, "Settle the calendar.", "ກຳນົດປະຕິທິນ.")
    translate(office, "Agree the list.", "ຕົກລົງບັນຊີ.")
    done = run("messages", "review", "*objectives*", "--by", "N. Souk", "--state", "official", "-w", "office")
    assert done.out == "2 messages are official now.\n"
    assert catalog(office).read_text("utf-8").count("# state: official\n") == 2


def test_words_with_mistakes_and_no_words_cannot_be_approved(translated: Path, run: Run) -> None:
    text = catalog(translated).read_text("utf-8")
    write(catalog(translated), text.replace("ກຳນົດປະຕິທິນ.", "ກຳນົດປະຕິທິນ  2026."))
    done = run("messages", "review", "*objectives*", "--by", "N. Souk", "-w", "office")
    assert [line.partition(" ")[2] for line in done.err.splitlines()[:2]] == [
        "`meetings/2026-som6.yaml:objectives[1].text` is not translated",
        "the number 2026 is not in the English: leave it out, or correct it",
    ]
    assert "fuzzy" in catalog(translated).read_text("utf-8")


def test_an_approval_has_a_name(translated: Path, run: Run) -> None:
    done = run("messages", "review", SECOND, "-w", "office")
    assert done.status == 2
    assert "say who has reviewed the words (--by NAME), or take it back (--state draft)" in done.err
    forged = run("messages", "review", SECOND, "--by", "A\n# state: official", "-w", "office")
    assert forged.status == 0
    assert "by A # state: official\n" in catalog(translated).read_text("utf-8")


def test_translations_are_counted(translated: Path, run: Run) -> None:
    done = run("messages", "stats", "-w", "office")
    lines = [line.split() for line in done.out.splitlines()]
    assert lines[3] == ["Report", *lines[0][1:]]
    assert ["brief", "4", "–", "–", "1", "1", "3"] in lines
    assert lines[:2] == [
        ["Domain", "(lo)", "messages", "official", "reviewed", "draft", "changed", "missing"],
        ["workspace", "6", "–", "–", "1", "1", "5"],
    ]


def test_shipped_translations_are_counted_by_area_with_titles(run: Run) -> None:
    done = run("messages", "stats", "--by", "area")
    cells = [re.split(r" {2,}", line) for line in done.out.splitlines()]
    rows = {name: numbers for name, *numbers in cells}
    assert int(rows["3 Trade and Investment"][0]) > 10
    total = sum(int(row[0]) for name, row in rows.items() if name not in ("all", "Area of the plan (lo)"))
    assert int(rows["all"][0]) == total


def test_counts_for_programs(translated: Path, run: Run) -> None:
    counts = json.loads(run("messages", "stats", "-w", "office", "--by", "domain", "--json").out)
    assert counts == {
        "lo": {
            "domain": {
                "workspace": {
                    "messages": 6,
                    "official": 0,
                    "reviewed": 0,
                    "draft": 1,
                    "missing": 5,
                    "changed": 1,
                }
            }
        }
    }
