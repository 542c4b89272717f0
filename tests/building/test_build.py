"""What a build makes, what it leaves as it was, what it keeps, and what it says of all the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import planreports
from planreports.building.build import Build, Outcome
from planreports.building.record import RECORD_FILE
from planreports.files.resources import resource
from tests.building.conftest import BRIEFS, GLOSSARY, meeting

Office = Callable[..., Path]
WRITTEN, UNCHANGED, KEPT, FAILED = Outcome

ALL = [
    "brief-first-en.docx",
    "brief-first-en.pdf",
    "brief-second-en.docx",
    "brief-second-en.pdf",
    "glossary-lao-japan-en.xlsx",
]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def outcomes(built: Build) -> dict[str, Outcome]:
    return {file.path.name: file.outcome for file in built.files}


def test_all_that_the_tables_list_is_made(office: Office, out: Path) -> None:
    built = planreports.build(office(), out)
    assert outcomes(built) == dict.fromkeys(ALL, WRITTEN)
    assert sorted(path.name for path in out.iterdir()) == [RECORD_FILE, *ALL]
    assert (out / "brief-first-en.pdf").read_bytes() == planreports.render(
        planreports.open_workspace(office()), "brief", meeting="first", languages=["en"]
    )


def test_what_has_not_changed_stays(office: Office, out: Path) -> None:
    planreports.build(office(), out)
    before = {path: path.stat().st_mtime_ns for path in out.iterdir() if path.name in ALL}
    assert outcomes(planreports.build(office(), out)) == dict.fromkeys(ALL, UNCHANGED)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_changed_meeting_makes_its_own_files_anew_and_no_others(office: Office, out: Path) -> None:
    folder = office()
    planreports.build(folder, out)
    (folder / "meetings" / "second.yaml").write_text(meeting("second", "Another title"), "utf-8")
    found = outcomes(planreports.build(folder, out))
    assert [name for name, outcome in found.items() if outcome is WRITTEN] == ALL[2:4]
    assert outcomes(planreports.build(folder, out)) == dict.fromkeys(ALL, UNCHANGED)


@pytest.mark.parametrize(
    "file", ["style.toml", "layouts/brief.html.jinja", "locales/lo/LC_MESSAGES/planreports.po"]
)
def test_a_changed_look_layout_or_translation_makes_all_anew(office: Office, out: Path, file: str) -> None:
    folder = office(BRIEFS.replace('["en"]', '["lo"]'))
    planreports.build(folder, out)
    layout = resource("templates", "brief.html.jinja").read_text("utf-8")
    words = {
        "style.toml": '[colours]\nnavy = "#102030"\n',
        "layouts/brief.html.jinja": layout.replace("<h1>", "<h1>+ "),
        "locales/lo/LC_MESSAGES/planreports.po": 'msgid "Date and time"\nmsgstr "ວັນ"\n',
    }
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(words[file], "utf-8")
    assert set(outcomes(planreports.build(folder, out)).values()) == {WRITTEN}


def test_a_workspace_that_was_opened_before_a_change_is_read_anew(office: Office, out: Path) -> None:
    workspace = planreports.open_workspace(office())
    (workspace.folder / "meetings" / "first.yaml").write_text(meeting("first", "Another title"), "utf-8")
    planreports.build(workspace, out)
    assert b"Another title" in (out / ALL[1]).read_bytes()
    assert set(outcomes(planreports.build(workspace, out)).values()) == {UNCHANGED}


def test_a_removed_file_is_made_again(office: Office, out: Path) -> None:
    planreports.build(office(), out)
    (out / ALL[0]).unlink()
    assert outcomes(planreports.build(office(), out))[ALL[0]] is WRITTEN


def test_an_edited_word_or_excel_file_is_kept_and_an_edited_pdf_is_not(office: Office, out: Path) -> None:
    folder = office()
    planreports.build(folder, out)
    for name in (ALL[0], ALL[1], ALL[4]):
        (out / name).write_bytes(b"edited")
    (folder / "meetings" / "first.yaml").write_text(meeting("first", "Another title"), "utf-8")
    built = planreports.build(folder, out)
    found = outcomes(built)
    assert [found[name] for name in ALL] == [KEPT, WRITTEN, UNCHANGED, UNCHANGED, KEPT]
    assert str(built.files[0].warnings[0]) == (
        f"{out.as_posix()}/brief-first-en.docx: somebody has edited this file: it is kept as it is: "
        "save it under another name, or build with --force"
    )
    assert (out / ALL[0]).read_bytes() == b"edited"
    assert outcomes(planreports.build(folder, out, force=True))[ALL[0]] is WRITTEN


def test_a_file_that_was_there_before_is_kept_unless_it_is_the_same(office: Office, out: Path) -> None:
    planreports.build(office(), out)
    (out / RECORD_FILE).unlink()
    (out / ALL[0]).write_bytes(b"somebody's own")
    found = outcomes(planreports.build(office(), out))
    assert [found[name] for name in ALL] == [KEPT, *[UNCHANGED] * 4]


@pytest.mark.parametrize(
    "record", [b"", b"{", b'{"version": 99, "files": {}}', b'{"version": 1, "files": 3}']
)
def test_a_damaged_record_says_nothing(office: Office, out: Path, record: bytes) -> None:
    planreports.build(office(), out)
    (out / RECORD_FILE).write_bytes(record)
    assert set(outcomes(planreports.build(office(), out)).values()) == {UNCHANGED}


def test_a_file_that_no_table_lists_any_more_is_told(office: Office, out: Path) -> None:
    planreports.build(office(), out)
    built = planreports.build(office(BRIEFS), out)
    assert [path.name for path in built.forgotten] == [ALL[4]]
    assert (out / ALL[4]).exists()


def test_one_that_fails_does_not_stop_the_others(office: Office, out: Path) -> None:
    wrong = '\n[[build]]\nreport = "matrix"\nformats = ["pdf"]\noptions = { agency = ["nobody"] }\n'
    built = planreports.build(office(wrong + BRIEFS + GLOSSARY), out)
    found = outcomes(built)
    assert (found.pop("matrix-lao-japan-en+lo.pdf"), set(found.values())) == (FAILED, {WRITTEN})
    assert [each.message for each in built.problems] == ["there is no agency `nobody`"]
    assert not (out / "matrix-lao-japan-en+lo.pdf").exists()


def test_a_folder_that_cannot_be_written_is_a_problem_of_its_files(office: Office, out: Path) -> None:
    out.mkdir()
    (out / "briefs").write_text("a file")
    built = planreports.build(office(BRIEFS + 'into = "briefs"\n' + GLOSSARY), out)
    assert outcomes(built) == {**dict.fromkeys(ALL[:4], FAILED), ALL[4]: WRITTEN}


def test_the_record_holds_no_word_of_the_documents(office: Office, out: Path) -> None:
    folder = office()
    (folder / "meetings" / "first.yaml").write_text(meeting("first", "Canaryword"), "utf-8")
    planreports.build(folder, out)
    assert "Canaryword" not in (out / RECORD_FILE).read_text("utf-8")


def test_a_listener_is_told_of_every_file(office: Office, out: Path) -> None:
    told: list[tuple[str, int]] = []
    planreports.build(office(), out, progress=lambda file, total: told.append((file.path.name, total)))
    assert told == [(name, 5) for name in ALL]
