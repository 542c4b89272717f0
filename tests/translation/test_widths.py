"""Words in the columns of reports: where they stand, and what is too wide."""

from __future__ import annotations

from pathlib import Path

import pytest

from planreports.i18n.glossary import Glossary
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.checking import findings
from planreports.translation.checking.columns import COLUMNS_FILE
from planreports.translation.column_places import column_places, columns_text


def found(source: str, words: str, language: str = "lo") -> list[str]:
    message = CatalogMessage("planreports", source, words, TranslationState.DRAFT, line=7)
    catalog = CatalogFile(Path("a.po"), "a.po", language, "planreports", (message,))
    made = findings([catalog], Glossary(()))
    return [str(each) for each in made if each.check in ("wide-word", "tall-head")]


def test_the_columns_of_messages_are_those_of_the_layouts() -> None:
    assert columns_text(column_places()) == COLUMNS_FILE.read_text("utf-8"), "run: make messages"


def test_a_word_wider_than_its_column_is_found() -> None:
    assert found("Page", "ການປຶກສາຫາລື") == [
        "a.po:7: error: `ການປຶກສາຫາລື` is 15.4 mm wide, its column in templates/review-template.html.jinja:183 "
        "10.8 mm: write a shorter word, or U+200B where a line may end in it [wide-word]"
    ]


def test_a_place_where_the_line_may_end_makes_a_word_fit() -> None:
    assert found("Page", "ການ\u200bປຶກສາ\u200bຫາລື") == []


def test_a_head_of_many_lines_is_found() -> None:
    assert found("Time", "ເວ ລາ ຂອງ ກອງ ປະ ຊຸມ ແລະ ລະ ດັບ ຂອງ ຜູ້ ນຳ") == [
        "a.po:7: warning: the head has 4 lines in templates/brief.html.jinja:151, in a column of 12.8 mm: "
        "write fewer words: at most 3 lines [tall-head]"
    ]


@pytest.mark.parametrize("language", ["ja", "xx", "qps"])
def test_other_languages_are_measured_too(language: str) -> None:
    assert len(found("Page", "Seitennummer", language)) == 1


def test_what_stands_in_no_column_may_be_as_long_as_it_likes() -> None:
    assert found("Not in a table", "ການປຶກສາຫາລື" * 9) == []
