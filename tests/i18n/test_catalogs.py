"""Catalogs: states, workspaces' own words, mistakes with their lines, and what ships."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from planreports.errors import DataError
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.glossary import Glossary
from planreports.i18n.text import TranslationState
from planreports.translation import extraction
from planreports.translation.updating import updated

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def catalogs(folder: Path, body: str, domain: str = "planreports", name: str = "locales") -> Catalogs:
    path = folder / name / "lo" / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEADER + body, "utf-8")
    return Catalogs.load([folder / name])


def problems_of(folder: Path, body: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        catalogs(folder, body)
    return str(caught.value).splitlines()


def test_states_come_from_the_catalog(tmp_path: Path) -> None:
    found = catalogs(
        tmp_path,
        '#, fuzzy\nmsgid "A"\nmsgstr "ກ"\n\nmsgid "B"\nmsgstr "ຂ"\n\n'
        '# state: official\nmsgid "C"\nmsgstr "ຄ"\n\nmsgid "D"\nmsgstr ""\n',
    )
    states = [found.text(words).translation("lo").state.value for words in "ABCDE"]
    assert states == ["draft", "reviewed", "official", "missing", "missing"]


def test_a_context_tells_equal_words_apart(tmp_path: Path) -> None:
    found = catalogs(tmp_path, 'msgctxt "3.1"\nmsgid "A"\nmsgstr "ກ"\n\nmsgid "A"\nmsgstr "ຂ"\n')
    assert found.text("A", "3.1").translation("lo").text == "ກ"
    assert found.text("A").translation("lo").text == "ຂ"
    assert found.text("A", "3.2").translation("lo").state is TranslationState.MISSING


def test_a_workspaces_own_words_win(tmp_path: Path) -> None:
    catalogs(tmp_path, 'msgid "A"\nmsgstr "ກ"\n\nmsgid "B"\nmsgstr "ຂ"\n', name="shipped")
    catalogs(tmp_path, 'msgid "A"\nmsgstr "ງ"\n', name="own")
    found = Catalogs.load([tmp_path / "shipped", tmp_path / "own"])
    assert [found.text(words).translation("lo").text for words in "AB"] == ["ງ", "ຂ"]


def test_words_of_a_file_are_kept_and_completed_from_the_catalog(tmp_path: Path) -> None:
    found = catalogs(tmp_path, 'msgid "A"\nmsgstr "ກ"\n')
    own = found.text("A").translated("lo", "ຂ", TranslationState.REVIEWED)
    assert found.completed(own).translation("lo").text == "ຂ"


def test_every_mistake_of_a_catalog_is_reported_with_its_line(tmp_path: Path) -> None:
    body = (
        'msgid "Copy {number} of {total}"\nmsgstr "ສຳເນົາ {numbr}"\n\n'
        'msgid "Water"\nmsgstr "ນ້\u0ecd\u0eb2"\n\nmsgid "Water"\nmsgstr "ນ້ຳ"\n'
    )
    assert problems_of(tmp_path, body) == [
        "locales/lo/LC_MESSAGES/planreports.po:4: the placeholders of `Copy {number} of {total}` differ: {numbr}: "
        "expected {number} {total}",
        "locales/lo/LC_MESSAGES/planreports.po:7: ຳ is written as two characters, U+0ECD U+0EB2: write U+0EB3",
        "locales/lo/LC_MESSAGES/planreports.po:10: the message `Water` stands twice",
    ]


@pytest.mark.parametrize(
    "evil", ["{number.__class__} {total}", "{number:>999999999} {total}", "{number} {total} {", "{0}"]
)
def test_a_translation_cannot_reach_into_what_it_names(tmp_path: Path, evil: str) -> None:
    (problem,) = problems_of(tmp_path, f'msgid "Copy {{number}} of {{total}}"\nmsgstr "{evil}"\n')
    assert problem.startswith("locales/lo/LC_MESSAGES/planreports.po:4: the placeholders of")


def test_broken_syntax_has_a_line(tmp_path: Path) -> None:
    assert problems_of(tmp_path, 'msgid "A"\nmsgstr broken\n\nmsgid B"\nmsgstr "b"\n') == [
        f'locales/lo/LC_MESSAGES/planreports.po:{line}:1: this line is not PO: expected msgid "…" or msgstr "…"'
        for line in (5, 7)
    ]


def test_a_message_without_its_id_has_a_line(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, 'msgstr "A"\nmsgctxt "B"\n')
    assert re.match(r"locales/lo/LC_MESSAGES/planreports\.po:\d+: this is not a PO file: ", problem)


# What ships ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> dict[str, polib.POFile]:
    folder = resource("locales", "lo", "LC_MESSAGES")
    return {path.stem: polib.pofile(path.read_text("utf-8")) for path in folder.glob("*.po")}


@pytest.mark.parametrize("domain", ["planreports", "plan", "command"])
def test_templates_and_catalogs_are_up_to_date(domain: str, shipped: dict[str, polib.POFile]) -> None:
    template = extraction.templates()[domain]
    assert resource("locales", f"{domain}.pot").read_text("utf-8") == str(template), "run: make messages"
    path = resource("locales", "lo", "LC_MESSAGES", f"{domain}.po")
    assert path.read_text("utf-8") == updated(path.read_text("utf-8"), template).text, "run: make messages"


def test_every_message_that_ships_has_a_lao_draft(shipped: dict[str, polib.POFile]) -> None:
    messages = [entry for catalog in shipped.values() for entry in catalog]
    assert [entry.msgid for entry in messages if not entry.msgstr] == []


def test_the_draft_holds_titles_statements_and_names_of_the_plan(shipped: dict[str, polib.POFile]) -> None:
    ids = [entry.msgctxt for entry in shipped["plan"]]
    assert sum(re.fullmatch(r"title|[0-9.]+", id_) is not None for id_ in ids) == 1 + 5 + 28
    assert sum(re.fullmatch(r"[0-9.]+[a-z]", id_) is not None for id_ in ids) == 72
    assert sum(id_.startswith("register:") for id_ in ids) == 97


def test_every_draft_says_that_a_machine_made_it(shipped: dict[str, polib.POFile]) -> None:
    drafts = [entry for catalog in shipped.values() for entry in catalog if entry.fuzzy]
    assert [e.msgid for e in drafts if "translator: machine-drafted" not in e.tcomment.splitlines()] == []


def test_an_english_word_that_means_two_things_is_two_messages(shipped: dict[str, polib.POFile]) -> None:
    lead = {entry.msgctxt: entry.msgstr for entry in shipped["planreports"] if entry.msgid == "Lead"}
    assert lead == {"agenda-lead": "ຜູ້ນຳສະເໜີ", None: "ພາກສ່ວນຮັບຜິດຊອບ"}


def test_nothing_unreviewed_is_passed_off_as_more_than_a_draft(shipped: dict[str, polib.POFile]) -> None:
    for catalog in shipped.values():
        assert [entry.msgid for entry in catalog if entry.msgstr and not entry.fuzzy] == []


def test_the_glossarys_mistakes_have_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    path.write_text("term,lo,variants,forbidden,part_of_speech,state,source,note\na,ກ\n,ຂ,,,,,,\n", "utf-8")
    with pytest.raises(DataError) as caught:
        Glossary.read(path)
    assert str(caught.value).splitlines() == [
        "glossary.csv:2:1: this row has 2 cells, or no term or translation: expected 8 cells",
        "glossary.csv:3:1: this row has 8 cells, or no term or translation: expected 8 cells",
    ]
