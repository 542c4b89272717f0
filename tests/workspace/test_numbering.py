"""How documents are numbered is said once, in planreports.toml."""

from __future__ import annotations

import datetime

import pytest

from planreports.files.source import Source
from planreports.files.validation import validated
from planreports.i18n.text import Text
from planreports.workspace.configuration import Numbering

ISSUED = datetime.date(2026, 10, 12)


def numbered(pattern: object) -> Text | str:
    return Numbering.model_validate({"brief": pattern}).of_brief("04", ISSUED)


def test_without_a_pattern_a_number_stands_as_it_is_typed() -> None:
    assert Numbering().of_brief("330/MFA", ISSUED) == "330/MFA"


def test_a_pattern_is_filled_in_with_the_number_and_the_year_of_issue() -> None:
    assert numbered("{year}/{number}") == "2026/04"


def test_each_language_has_its_own_pattern() -> None:
    made = numbered({"en": "{number}/DAPA", "lo": "{number}/ກອປຟ"})
    assert isinstance(made, Text)
    assert [each.text for each in made.translations] == ["04/DAPA", "04/ກອປຟ"]


@pytest.mark.parametrize("pattern", ["{year}", "{number}/{month}", "{number", "{number.real}", "04"])
def test_a_pattern_that_cannot_be_filled_in_is_refused_with_its_place(pattern: str) -> None:
    source = Source("planreports.toml", {"brief": pattern}, {("brief",): (3, 9)})
    with pytest.raises(Exception, match=r"^planreports\.toml:3:9: .*\{number\}, and \{year\}"):
        validated(Numbering, source)
