"""Workspaces: found, loaded, and every mistake of all files at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import planreports
from planreports.files.resources import resource
from planreports.i18n.text import TranslationState
from planreports.schemas import SCHEMAS, schema_path, schema_text
from planreports.workspace.example import make_workspace


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(resource("examples", "workspace"), "office")
    return Path("office")


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.open_workspace(folder)
    return str(caught.value).splitlines()


def test_a_workspace_is_found_from_a_folder_inside_it(folder: Path) -> None:
    assert planreports.open_workspace(folder / "meetings").folder == folder.resolve()


def test_inline_translations_have_the_state_that_the_workspace_says(folder: Path) -> None:
    meeting = planreports.open_workspace(folder).meeting("2026-som6")
    assert meeting.title.translation("lo").state is TranslationState.DRAFT
    change(folder / "planreports.toml", ('inline = "draft"', 'inline = "official"'))
    workspace = planreports.open_workspace(folder)
    assert workspace.meeting("2026-som6").title.translation("lo").state is TranslationState.OFFICIAL
    assert workspace.configuration.organisation.name.translation("lo").state is TranslationState.OFFICIAL


def test_a_workspaces_own_translation_wins(folder: Path) -> None:
    path = folder / "locales" / "lo" / "LC_MESSAGES" / "plan.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgctxt "3.1"\nmsgid "Promotion of Investment"\nmsgstr "ໃໝ່"\n', "utf-8")
    section = planreports.open_workspace(folder).plan["3.1"]
    assert section.title.translation("lo").text == "ໃໝ່"
    assert section.title.translation("lo").state is TranslationState.REVIEWED


def test_mistakes_of_all_files_are_reported_at_once(folder: Path) -> None:
    change(
        folder / "planreports.toml", ('perspective = "lao-pdr"', 'perspective = "lao"'), ('"lo"]', '"la"]')
    )
    change(
        folder / "meetings" / "2026-som6.yaml",
        ("party: japan", "party: jpan"),
        ("section: 3.3", "section: 3.4"),
        ("[2.2.1a, 2.2.1b]", "[2.2.1a, 2.2.1z]"),
        ("lo: ກຳນົດປະຕິທິນການທົບທວນປະຈຳປີ 2027.", "lo: '# ກຳນົດ'"),
    )
    (folder / "meetings" / "broken.yaml").write_text("id: [", "utf-8")
    assert problems_of(folder) == [
        "office/meetings/2026-som6.yaml:30:12: `jpan` is no party of the plan: did you mean `japan`?",
        "office/meetings/2026-som6.yaml:44:11: a heading cannot stand in a field: "
        "use paragraphs, lists, *emphasis* and links",
        "office/meetings/2026-som6.yaml:58:26: section 2.2 has no statement `2.2.1z`: did you mean `2.2.1b`?",
        "office/meetings/2026-som6.yaml:114:14: the plan has no section `3.4`: did you mean `3.3`?",
        "office/meetings/broken.yaml:2:1: this is not YAML: did not find expected node content "
        "(while parsing a flow node)",
        "office/planreports.toml:5:13: there is no catalog of the language `la`: expected `en` or `lo`",
        "office/planreports.toml:6:15: `lao` is no party of the plan: did you mean `lao-pdr`?",
    ]


def test_unknown_keys_in_the_configuration_have_their_place(folder: Path) -> None:
    change(folder / "planreports.toml", ("[organisation]", "[organization]"))
    assert problems_of(folder) == [
        "office/planreports.toml:1:1: the key `organisation` is missing",
        "office/planreports.toml:9:2: unknown key `organization`: did you mean `organisation`?",
    ]


def test_a_folder_without_a_workspace_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert problems_of(Path("nothing")) == [
        "nothing: there is no planreports.toml here, nor in a folder above: `planreports init DIR` makes a workspace"
    ]


def test_an_unknown_meeting_names_the_nearest(folder: Path) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.open_workspace(folder).meeting("2026-som")
    assert str(caught.value) == "office/meetings: there is no meeting `2026-som`: did you mean `2026-som6`?"


def test_a_new_workspace_renders_at_once_and_is_not_overwritten(tmp_path: Path) -> None:
    written = make_workspace(tmp_path / "new")
    assert {path.relative_to(tmp_path / "new").as_posix() for path in written} == {
        "README.md",
        "agencies.yaml",
        "commitments.yaml",
        "meetings/2025-som5.yaml",
        "meetings/2026-som6.yaml",
        "meetings/2026-trade-group2.yaml",
        "planreports.toml",
        "progress/2025.yaml",
        "progress/2026.yaml",
        "reviews/2026.yaml",
        "style.toml",
    }
    assert planreports.open_workspace(tmp_path / "new").meetings
    with pytest.raises(
        planreports.PlanReportsError, match="there is something here already: name a new folder"
    ):
        make_workspace(tmp_path / "new")


def test_every_file_of_a_new_workspace_names_a_schema_that_it_has(tmp_path: Path) -> None:
    for path in make_workspace(tmp_path / "new"):
        if path.suffix in (".yaml", ".toml"):
            first = path.read_text("utf-8").splitlines()[0]
            named = first.partition("schema=")[2] or first.partition("#:schema ")[2]
            assert json.loads((path.parent / named).read_text("utf-8"))["$schema"].startswith(
                "https://json-schema.org"
            )


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_shipped_schemas_are_up_to_date(name: str) -> None:
    assert schema_path(name).read_text("utf-8") == schema_text(name), "run: make schemas"


def test_words_in_a_language_without_a_catalog_are_reported(folder: Path) -> None:
    change(
        folder / "meetings" / "2026-som6.yaml",
        ("place: {en: Vientiane Capital, lo:", "place: {en: Vientiane Capital, la:"),
        ("      lo: ຕົກລົງບັນຊີ", "      ol: ຕົກລົງບັນຊີ"),
    )
    assert problems_of(folder) == [
        "office/meetings/2026-som6.yaml:13:32: there is no catalog of the language `la`: expected `en` or `lo`",
        "office/meetings/2026-som6.yaml:40:7: there is no catalog of the language `ol`: expected `en` or `lo`",
    ]


def test_characters_that_commonmark_spells_out_are_refused_too(folder: Path) -> None:
    change(folder / "meetings" / "2026-som6.yaml", ("en: Settle the", "en: Settle &#x202e; the"))
    assert problems_of(folder) == [
        "office/meetings/2026-som6.yaml:43:11: the character U+202E RIGHT-TO-LEFT OVERRIDE is not ended:"
        " remove it, or end it with U+202C"
    ]
