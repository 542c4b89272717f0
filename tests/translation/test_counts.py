"""How far translations are: counted by domain and by area of the plan."""

from __future__ import annotations

from pathlib import Path

import planreports
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.counts import Counts, by_area, by_domain, by_report, messages_of
from planreports.translation.printed import printed_messages
from tests.workspace.offices import make_office, write

MEETING = "id: m\nnumber: 1\nissued: 2026-10-12\ntitle: Meeting\ndate: 2026-10-22\n"
STATES = {each.value: each for each in TranslationState}


def message(source: str, state: str, context: str | None = None, domain: str = "plan") -> CatalogMessage:
    words = "" if state == "missing" else "ກ"
    return CatalogMessage(domain, source, words, STATES[state], context)


def catalog(*messages: CatalogMessage, language: str = "lo", domain: str = "plan") -> CatalogFile:
    path = Path(language, "LC_MESSAGES", f"{domain}.po")
    return CatalogFile(path, path.as_posix(), language, domain, messages)


def test_each_state_is_counted_by_domain() -> None:
    plan = catalog(
        message("A", "official", "1"), message("B", "reviewed", "1.1"), message("C", "missing", "1.1.1a")
    )
    words = catalog(message("D", "draft", domain="planreports"), domain="planreports")
    assert by_domain(messages_of([plan, words], "lo")) == {
        "plan": Counts(official=1, reviewed=1, missing=1),
        "planreports": Counts(draft=1),
    }


def test_the_plan_is_counted_by_area() -> None:
    plan = catalog(
        message("P", "draft", "title"),
        message("L", "draft", "party:lao-pdr"),
        message("A", "draft", "1"),
        message("B", "reviewed", "1.1.1a"),
        message("C", "missing", "12.1"),
        message("D", "draft", "register:asean"),
    )
    counts = by_area(messages_of([plan], "lo"))
    assert list(counts) == ["title", "party", "1", "12", "register"]
    assert counts["1"] == Counts(draft=1, reviewed=1)
    assert Counts.sum(counts.values()).total == 6


def test_a_draft_whose_english_has_changed_is_counted_as_both() -> None:
    changed = CatalogMessage("plan", "A", "ກ", TranslationState.DRAFT, "1", previous_source="B")
    assert by_domain(messages_of([catalog(changed)], "lo"))["plan"] == Counts(draft=1, changed=1)


def test_what_only_another_language_has_a_catalog_of_is_missing() -> None:
    lao, japanese = (
        catalog(message("A", "draft", "1")),
        catalog(message("B", "draft", "2"), language="ja", domain="workspace"),
    )
    assert by_domain(messages_of([lao, japanese], "ja"))["plan"] == Counts(draft=1, missing=1)


def test_words_of_a_later_folder_win_and_empty_ones_do_not() -> None:
    shipped = catalog(message("A", "draft", "1"), message("B", "draft", "2"))
    own = catalog(message("A", "official", "1"), message("B", "missing", "2"))
    assert by_domain(messages_of([shipped, own], "lo"))["plan"] == Counts(official=1, draft=1)


def test_a_report_is_counted_by_what_it_prints() -> None:
    messages = messages_of([catalog(message("A", "reviewed", "1"), message("B", "draft", "2"))], "lo")
    printed = {"plan": [("1", "A"), ("2", "B")], "brief": [("2", "B"), (None, "of no catalog")]}
    assert by_report(messages, printed) == {"plan": Counts(reviewed=1, draft=1), "brief": Counts(draft=1)}


def test_reports_print_messages_of_the_interface_the_plan_and_the_workspace(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    write(office / "meetings" / "m.yaml", MEETING)
    write(
        office / "locales" / "lo" / "LC_MESSAGES" / "workspace.po",
        'msgid ""\nmsgstr "Language: lo\\n"\n\nmsgctxt "meetings/m.yaml:title"\nmsgid "Meeting"\nmsgstr "ກອງປະຊຸມ"\n',
    )
    printed = printed_messages(planreports.open_workspace(office))
    assert list(printed) == ["plan", "brief", "matrix", "glossary"]
    assert "1.1.1a" in {context for context, _ in printed["plan"]}
    assert (None, "Parties") in printed["plan"]
    assert ("meetings/m.yaml:title", "Meeting") in printed["brief"]
    assert ("meetings/m.yaml:title", "Meeting") not in printed["matrix"]
