"""Messages that can be said in any language: composed, counted, sent to other processes."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Mapping
from pathlib import Path

import pytest

from planreports.errors import DataError, Problem, did_you_mean
from planreports.i18n.speech import CatalogSpeech
from planreports.i18n.text import Text
from planreports.told import ENGLISH, Grouped, Told, as_it_is, both, counted, either, listed, spoken, told

LAO = CatalogSpeech(
    "lo",
    {
        "unknown stance {word}": "ບໍ່ຮູ້ຈັກທ່າທີ {word}",
        "expected {what}": "ຄວນເປັນ {what}",
        "{others} or {last}": "{others} ຫຼື {last}",
        "as of {date}: {size}": "{size}, ວັນທີ {date}",
        "is {status}": "ແມ່ນ {status}",
    },
)


def test_a_message_is_its_english() -> None:
    message = told("unknown stance {word}", word="`afirmed`")
    assert message == "unknown stance `afirmed`"
    assert f"{message}!" == "unknown stance `afirmed`!"
    assert spoken(message, ENGLISH) == "unknown stance `afirmed`"


def test_it_is_said_in_another_language() -> None:
    assert spoken(told("unknown stance {word}", word="`x`"), LAO) == "ບໍ່ຮູ້ຈັກທ່າທີ `x`"


def test_what_is_not_translated_is_said_in_english() -> None:
    message = told("no {what}", what=told("expected {what}", what="`a`"))
    assert spoken(message, LAO) == "no ຄວນເປັນ `a`"


def test_a_string_that_is_no_message_stays_as_it_is() -> None:
    assert spoken("unknown stance {word}", LAO) == "unknown stance {word}"


@pytest.mark.parametrize(
    ("items", "english", "lao"),
    [
        (["`a`"], "`a`", "`a`"),
        (["`a`", "`b`"], "`a` or `b`", "`a` ຫຼື `b`"),
        (["`a`", "`b`", "`c`"], "`a`, `b` or `c`", "`a`, `b` ຫຼື `c`"),
    ],
)
def test_lists_are_joined_as_the_language_does(items: list[str], english: str, lao: str) -> None:
    assert either(items) == english
    assert spoken(either(items), LAO) == lao


def test_the_nearest_word_and_the_known_ones_are_messages_too() -> None:
    assert spoken(did_you_mean("x", ["lo", "en"]) or "", LAO) == "ຄວນເປັນ `lo` ຫຼື `en`"


def test_values_are_written_as_the_language_does() -> None:
    message = told("as of {date}: {size}", date=datetime.date(2026, 10, 22), size=Grouped(1234567))
    assert message == "as of 2026-10-22: 1,234,567"
    assert spoken(message, LAO) == "1.234.567, ວັນທີ 22 ຕຸລາ 2026"


def test_a_text_of_the_workspace_is_said_in_its_own_words() -> None:
    label = Text.from_mapping({"en": "Delayed", "lo": "ຊັກຊ້າ"})
    assert told("is {status}", status=label) == "is Delayed"
    assert spoken(told("is {status}", status=label), LAO) == "ແມ່ນ ຊັກຊ້າ"


@pytest.mark.parametrize("words", ["{last}", "{0}", "%s", "{word.__class__}", "}{"])
def test_words_of_a_file_are_never_a_template(words: str) -> None:
    message = told("unknown stance {word}", word=words)
    assert message == f"unknown stance {words}"
    assert spoken(message, LAO) == f"ບໍ່ຮູ້ຈັກທ່າທີ {words}"


def test_one_thing_and_several_have_words_of_their_own() -> None:
    found = [counted(each, "{number} error", "{number} errors") for each in (0, 1, 2)]
    assert found == ["0 errors", "1 error", "2 errors"]
    assert [each.template for each in found] == ["{number} errors", "{number} error", "{number} errors"]


@pytest.mark.parametrize(
    "message",
    [
        told("unknown stance {word}", word=told("{a}", a="x")),
        both(["a", "b", "c"]),
        listed(["a", Text.of("b")]),
        as_it_is("{words}"),
    ],
)
def test_a_message_comes_back_from_another_process(message: Told) -> None:
    back = pickle.loads(pickle.dumps(message))  # noqa: S301 - our own
    assert back == message
    assert back.template == message.template
    assert spoken(back, LAO) == spoken(message, LAO)


def test_problems_of_another_process_are_still_said_in_any_language() -> None:
    error = DataError(Problem(told("unknown stance {word}", word="`x`"), "a.yaml", 3, 1, either(["a", "b"])))
    back: DataError = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert str(back) == "a.yaml:3:1: unknown stance `x`: a or b"
    assert back.problems[0].spoken(LAO) == "a.yaml:3:1: ບໍ່ຮູ້ຈັກທ່າທີ `x`: a ຫຼື b"


def catalog(folder: Path, messages: Mapping[str, str]) -> CatalogSpeech:
    path = folder / "locales" / "lo" / "LC_MESSAGES" / "command.po"
    path.parent.mkdir(parents=True)
    body = "\n".join(f'msgid "{words}"\nmsgstr "{lao}"\n' for words, lao in messages.items())
    path.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + body, "utf-8")
    return CatalogSpeech.read(folder / "locales", "lo")


@pytest.mark.parametrize(
    "lao", ["ບໍ່ຮູ້ຈັກ", "ບໍ່ຮູ້ຈັກ {wrod}", "ບໍ່ຮູ້ຈັກ {word} {other}", "{word} {", "{word} {word.real}"]
)
def test_a_translation_whose_placeholders_are_broken_is_passed_over(tmp_path: Path, lao: str) -> None:
    speech = catalog(tmp_path, {"unknown {word}": lao, "none": "ບໍ່ມີ"})
    assert spoken(told("unknown {word}", word="`x`"), speech) == "unknown `x`"
    assert spoken(told("none"), speech) == "ບໍ່ມີ"


def test_placeholders_may_stand_in_another_order(tmp_path: Path) -> None:
    speech = catalog(tmp_path, {"{a} of {b}": "{b} / {a} / {b}"})
    assert spoken(told("{a} of {b}", a=1, b=2), speech) == "2 / 1 / 2"
