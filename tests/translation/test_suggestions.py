"""What is alike is found again with its translation, made to fit, and written as a draft and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from planreports.i18n.glossary import Glossary
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogMessage, catalog_files, read_catalog, write_changed
from planreports.translation.checking.terms import Terms
from planreports.translation.memory import Remembered, TranslationMemory
from planreports.translation.suggestions import Suggesting, Suggestion, change_of, is_wanting

DRAFT, REVIEWED = TranslationState.DRAFT, TranslationState.REVIEWED
_GLOSSARY = Glossary.parse(
    "term,lo,variants,forbidden,part_of_speech,state,source,note\n"
    "health,ສາທາລະນະສຸກ,,,noun,draft,,\neducation,ການສຶກສາ,,,noun,draft,,\ntrade,ການຄ້າ,,,noun,draft,,\n",
    "glossary.csv",
)


def _suggesting(*pairs: tuple[str, str]) -> Suggesting:
    entries = [Remembered(source, words, DRAFT, f"plan {n}") for n, (source, words) in enumerate(pairs, 1)]
    return Suggesting(TranslationMemory(entries), Terms.of(_GLOSSARY))


def _message(
    source: str, words: str = "", state: TranslationState = TranslationState.MISSING
) -> CatalogMessage:
    return CatalogMessage("plan", source, words, state, context="9.9.9a")


def test_the_most_alike_comes_first_with_where_it_is_from() -> None:
    suggesting = _suggesting(
        ("Both sides welcomed the visit.", "ສອງຝ່າຍຍິນດີຕໍ່ການຢ້ຽມຢາມ."),
        ("Both sides welcomed the visits.", "ສອງຝ່າຍຍິນດີຕໍ່ການຢ້ຽມຢາມຕ່າງໆ."),
        ("Nothing of the kind", "ບໍ່ມີ"),
    )
    found = suggesting.of(_message("Both sides welcomed the visit."))
    assert [(each.score, each.match.remembered.where) for each in found] == [(100, "plan 1"), (90, "plan 2")]
    assert found[1].origin == "from plan 2, 90%"


def test_english_that_differs_in_case_only_is_not_the_same() -> None:
    (found,) = _suggesting(("Last Report", "ລາຍງານ")).of(_message("Last report"))
    assert found.score == 99


def test_a_term_of_the_glossary_is_filled_in() -> None:
    suggesting = _suggesting(("Cooperation in health", "ການຮ່ວມມືດ້ານສາທາລະນະສຸກ"))
    (found,) = suggesting.of(_message("Cooperation in education"))
    assert (found.words, found.filled) == ("ການຮ່ວມມືດ້ານການສຶກສາ", (("ສາທາລະນະສຸກ", "ການສຶກສາ"),))


def test_numbers_and_placeholders_are_filled_in() -> None:
    suggesting = _suggesting(("It was signed in 2020 by {party}.", "ໄດ້ລົງນາມໃນປີ 2020 ໂດຍ {party}."))
    (found,) = suggesting.of(_message("It was signed in 2021 by {agency}."))
    assert found.words == "ໄດ້ລົງນາມໃນປີ 2021 ໂດຍ {agency}."


def test_what_stands_twice_in_a_translation_is_left_alone() -> None:
    suggesting = _suggesting(("Cooperation in health", "ສາທາລະນະສຸກ ແລະ ສາທາລະນະສຸກ"))
    (found,) = suggesting.of(_message("Cooperation in education"))
    assert (found.words, found.filled) == ("ສາທາລະນະສຸກ ແລະ ສາທາລະນະສຸກ", ())


def test_a_message_that_is_a_term_is_translated_by_the_glossary() -> None:
    (found,) = _suggesting().of(_message("Trade"))
    assert (found.words, found.origin) == ("ການຄ້າ", "from glossary, 99%")


def test_the_terms_of_a_message_are_named_where_nothing_is_alike() -> None:
    assert _suggesting().words_of_terms(_message("Trade and health")) == [
        ("trade", "ການຄ້າ"),
        ("health", "ສາທາລະນະສຸກ"),
    ]


def test_a_message_does_not_find_itself() -> None:
    suggesting = Suggesting(
        TranslationMemory([Remembered("Trade talks", "ການເຈລະຈາການຄ້າ", DRAFT, "plan 9.9.9a")]),
        Terms.of(_GLOSSARY),
    )
    assert suggesting.of(_message("Trade talks", "ການເຈລະຈາການຄ້າ", DRAFT)) == []


def test_of_the_same_likeness_the_more_trusted_comes_first() -> None:
    entries = [Remembered("A visit", "ຮ່າງ", DRAFT, "a"), Remembered("A visit", "ກວດ", REVIEWED, "b")]
    found = TranslationMemory(entries).like("A visit")
    assert [each.remembered.words for each in found] == ["ກວດ", "ຮ່າງ"]


def _only(words: str, score_of: str = "Both sides met") -> list[Suggestion]:
    return _suggesting((score_of, words)).of(_message("Both sides met"))


def test_the_best_suggestion_is_written_as_a_draft() -> None:
    change = change_of(_message("Both sides met"), _only("ພົບກັນ"))
    assert change is not None
    assert (change.words, change.state, change.suggested) == ("ພົບກັນ", DRAFT, "from plan 1, 100%")


@pytest.mark.parametrize("state", [REVIEWED, TranslationState.OFFICIAL, DRAFT])
def test_what_somebody_wrote_is_never_written_over(state: TranslationState) -> None:
    message = _message("Both sides met", "ຄຳເກົ່າ", state)
    assert not is_wanting(message)
    assert change_of(message, _only("ພົບກັນ")) is None


def test_what_is_hardly_alike_is_not_written() -> None:
    assert change_of(_message("Both sides met"), _only("x", "Both sides met and agreed")) is None


def test_words_that_no_catalog_could_hold_are_not_written() -> None:
    assert change_of(_message("Both sides met"), _only("ພົບ {count}")) is None


_PO = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    '#, fuzzy\n#| msgid "Both sides met in 2020."\nmsgid "Both sides met in 2021."\nmsgstr "ພົບກັນໃນປີ 2020."\n\n'
    'msgid "Both sides met in 2019."\nmsgstr ""\n'
)


def test_a_catalog_says_where_words_are_from_until_somebody_writes_others(tmp_path: Path) -> None:
    path = tmp_path / "lo" / "LC_MESSAGES" / "plan.po"
    path.parent.mkdir(parents=True)
    path.write_text(_PO, "utf-8")
    (catalog,) = catalog_files([tmp_path], "lo")
    suggesting = Suggesting(TranslationMemory.of([catalog]), Terms.of(Glossary(())))
    changes = {
        each.id: change
        for each in catalog.messages
        if (change := change_of(each, suggesting.of(each))) is not None
    }
    write_changed(catalog, changes)
    changed, missing = catalog.messages
    expected = (
        f"# suggested: from plan {changed.id}, 89%\n#, fuzzy\n"
        '#| msgid "Both sides met in 2020."\nmsgid "Both sides met in 2021."\nmsgstr "ພົບກັນໃນປີ 2021."\n'
    )
    text = path.read_text("utf-8")
    assert expected in text
    assert f'# suggested: from plan {changed.id}, 87%\n#, fuzzy\nmsgid "Both sides met in 2019."' in text
    (again,) = catalog_files([tmp_path], "lo")
    write_changed(again, {missing.id: type(changes[missing.id])(state=REVIEWED)})
    assert read_catalog(path).messages[1].state is REVIEWED
    assert path.read_text("utf-8").count("# suggested") == 1
