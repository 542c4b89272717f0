"""A workspace's own text: what there is to translate in it, and documents that use the translations."""

from __future__ import annotations

from pathlib import Path

import pytest

import planreports
from planreports.errors import DataError
from planreports.i18n.text import Text, TranslationState
from planreports.translation.domains import own_domains
from planreports.translation.source_messages import SourceMessage
from tests.workspace.offices import make_office, write

MEETING = """\
id: 2026-som6
number: 04
issued: 2026-10-12
title: Senior Officials’ Meeting
date: 2026-10-22
objectives:
  - Agree the list.
  - {text: Settle the calendar., audience: partner}
topics:
  - section: 2.2
    say:
      - {en: Thank them., lo: ຂອບໃຈ.}
      - Ask about the line.
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = make_office(tmp_path / "office")
    write(folder / "meetings" / "2026-som6.yaml", MEETING)
    return folder


def messages(folder: Path) -> dict[str | None, SourceMessage]:
    return {each.context: each for each in own_domains(folder)["workspace"]()}


def translate(folder: Path, *entries: tuple[str, str, str]) -> None:
    body = "".join(
        f'msgctxt "{context}"\nmsgid "{words}"\nmsgstr "{lao}"\n\n' for context, words, lao in entries
    )
    write(
        folder / "locales" / "lo" / "LC_MESSAGES" / "workspace.po",
        'msgid ""\nmsgstr "Language: lo\\n"\n\n' + body,
    )


def test_every_text_is_a_message_that_says_file_and_way_and_line(office: Path) -> None:
    found = messages(office)
    assert list(found) == [
        "planreports.toml:organisation.name",
        "agencies.yaml:agencies[mem].name",
        "agencies.yaml:agencies[moic].name",
        "agencies.yaml:agencies[meti].name",
        "meetings/2026-som6.yaml:title",
        "meetings/2026-som6.yaml:objectives[1].text",
        "meetings/2026-som6.yaml:objectives[2].text",
        "meetings/2026-som6.yaml:topics[2.2].say[1].text",
        "meetings/2026-som6.yaml:topics[2.2].say[2].text",
    ]
    assert found["meetings/2026-som6.yaml:topics[2.2].say[2].text"] == SourceMessage(
        "Ask about the line.",
        "meetings/2026-som6.yaml",
        13,
        "meetings/2026-som6.yaml:topics[2.2].say[2].text",
        "Senior Officials’ Meeting",
        frozenset({"en"}),
    )
    assert found["agencies.yaml:agencies[moic].name"].languages == {"en", "lo"}


def test_what_has_no_words_to_translate_is_no_message(office: Path) -> None:
    with (office / "planreports.toml").open("a", encoding="utf-8") as file:
        file.write('[numbering]\nbrief = "{year}/{number}"\n')
    assert not [context for context in messages(office) if context and "numbering" in context]


def test_words_of_own_layouts_are_messages_unless_they_ship(office: Path) -> None:
    write(office / "layouts" / "note.html.jinja", '<p>{{ _("Status") }}</p>\n<p>{{ _("Our note") }}</p>\n')
    found = [each for each in own_domains(office)["workspace"]() if each.context is None]
    assert found == [SourceMessage("Our note", "layouts/note.html.jinja", 2)]


def test_mistakes_of_all_files_are_told_at_once(office: Path) -> None:
    write(office / "agencies.yaml", "agencies:\n  - {id: a, party: japan}\n")
    write(office / "meetings" / "x.yaml", "id: x\ntitel: X\n")
    with pytest.raises(DataError) as caught:
        messages(office)
    files = {Path(str(problem.file)).name for problem in caught.value.problems}
    assert files == {"agencies.yaml", "x.yaml"}


def test_a_plan_of_its_own_is_a_domain_of_the_workspace(office: Path) -> None:
    source = Path(planreports.__file__).parent / "plan" / "data" / "lao-japan"
    for path in source.glob("*.yaml"):
        write(office / "plan" / path.name, path.read_text("utf-8"))
    configuration = (office / "planreports.toml").read_text("utf-8")
    write(office / "planreports.toml", configuration.replace('"lao-japan"', '"plan"', 1))
    found = {each.context: each for each in own_domains(office)["plan"]()}
    assert (found["1.1.1a"].place, found["1.1.1a"].line) == ("plan/area-1.yaml", 12)


def test_documents_use_the_translations_of_a_workspace(office: Path) -> None:
    translate(
        office,
        ("agencies.yaml:agencies[meti].name", "Ministry of Economy, Trade and Industry", "ກະຊວງ METI"),
        ("meetings/2026-som6.yaml:title", "Senior Officials’ Meeting", "ກອງປະຊຸມ"),
        ("planreports.toml:organisation.name", "Secretariat", "ກອງເລຂາ"),
        ("meetings/2026-som6.yaml:topics[2.2].say[1].text", "Thank them.", "ຂໍຂອບໃຈ."),
    )
    workspace = planreports.open_workspace(office)
    meeting = workspace.meeting("2026-som6")
    assert words(workspace.records.agencies["meti"].name) == ("ກະຊວງ METI", TranslationState.REVIEWED)
    assert words(workspace.configuration.organisation.name) == ("ກອງເລຂາ", TranslationState.REVIEWED)
    assert words(meeting.title) == ("ກອງປະຊຸມ", TranslationState.REVIEWED)
    assert words(meeting.topics[0].say[0].text)[0] == "ຂອບໃຈ.", "what the file says itself stands"
    assert words(meeting.topics[0].say[1].text)[1] is TranslationState.MISSING
    page = planreports.render(
        workspace, "brief", meeting="2026-som6", languages=["lo"], format="html"
    ).decode()
    assert "ກອງປະຊຸມ" in page
    assert "ກອງເລຂາ" in page


def test_a_translation_of_other_words_is_not_used(office: Path) -> None:
    translate(office, ("meetings/2026-som6.yaml:title", "Meeting of Officials", "ກອງປະຊຸມ"))
    meeting = planreports.open_workspace(office).meeting("2026-som6")
    assert words(meeting.title)[1] is TranslationState.MISSING


def test_a_text_that_moved_in_its_list_keeps_its_translation(office: Path) -> None:
    translate(office, ("meetings/2026-som6.yaml:objectives[1].text", "Settle the calendar.", "ກຳນົດປະຕິທິນ."))
    meeting = planreports.open_workspace(office).meeting("2026-som6")
    assert words(meeting.objectives[1].text)[0] == "ກຳນົດປະຕິທິນ."


def test_a_translation_from_a_catalog_is_not_written_into_files(office: Path) -> None:
    translate(office, ("meetings/2026-som6.yaml:title", "Senior Officials’ Meeting", "ກອງປະຊຸມ"))
    assert (
        planreports.open_workspace(office).meeting("2026-som6").title.plain() == "Senior Officials’ Meeting"
    )


def words(text: Text) -> tuple[str, TranslationState]:
    translation = text.translation("lo")
    return translation.text, translation.state
