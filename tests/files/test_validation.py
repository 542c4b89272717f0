"""Models' mistakes are said in our words, all at once, each at its place."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from planreports.errors import DataError, Problem
from planreports.files.validation import Problems, validated
from planreports.files.yaml_source import parse_yaml
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text


class Stance(StrEnum):
    AFFIRMED = "affirmed"
    WELCOMED = "welcomed"


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Part(Strict):
    stance: Stance
    count: int = 0
    on: datetime.date | None = None
    due: PartialDate | None = None
    state: Literal["draft", "final"] = "draft"
    flag: bool = False


class Whole(Strict):
    id: str = Field(pattern="^[a-z]+$", description="lower-case letters")
    title: Text = Text.of("x")
    parts: tuple[Part, ...] = Field(default=(), min_length=1)


def problems_of(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        validated(Whole, parse_yaml(text, "f.yaml"))
    return str(caught.value).splitlines()


def test_a_file_with_many_mistakes_reports_them_all_at_once() -> None:
    text = """id: ABC
titel: x
title: {en: Words, lo: }
parts:
  - stance: afirmed
    count: many
    on: 2026-13-01
  - due: soon
    state: finall
    flag: perhaps
  - just words
"""
    assert problems_of(text) == [
        "f.yaml:1:5: `id` cannot be `ABC`: expected lower-case letters",
        "f.yaml:2:1: unknown key `titel`: did you mean `title`?",
        "f.yaml:3:8: `title` is a mapping: expected words after `lo:` (put words with a comma in quotation marks)",
        "f.yaml:5:13: unknown stance `afirmed`: did you mean `affirmed`?",
        "f.yaml:6:12: `count` is `many`: expected a whole number",
        "f.yaml:7:9: `on` is `2026-13-01`: expected a date such as 2026-10-22",
        "f.yaml:8:5: the key `stance` is missing",
        "f.yaml:8:10: `due` is `soon`: expected a date such as 2030, 2020-08, 2020-08-01 or 2021/2025",
        "f.yaml:9:12: unknown state `finall`: did you mean `final`?",
        "f.yaml:10:11: `flag` is `perhaps`: expected true or false",
        "f.yaml:11:5: `parts` is `just words`: expected a mapping of keys",
    ]


def test_a_list_where_words_are_expected_is_said_to_be_one() -> None:
    assert problems_of("id: [a]\nparts: x\n") == [
        "f.yaml:1:5: `id` is a list: expected words",
        "f.yaml:2:8: `parts` is `x`: expected a list",
    ]


def test_a_word_far_from_any_known_one_lists_what_is_expected() -> None:
    text = "id: a\nparts: [{stance: zzz}]\n"
    assert problems_of(text) == ["f.yaml:2:18: unknown stance `zzz`: expected `affirmed` or `welcomed`"]


def test_a_whole_file_of_the_wrong_kind() -> None:
    assert problems_of("- a\n") == ["f.yaml:1:1: `value` is a list: expected a mapping of keys"]


def test_problems_of_several_files_are_gathered_and_sorted() -> None:
    problems = Problems()
    for name, line in (("b.yaml", 1), ("a.yaml", 9), ("a.yaml", 2)):
        with problems.collecting():
            raise DataError(Problem("wrong", name, line, 1))
    with pytest.raises(DataError) as caught:
        problems.raise_if_any()
    assert str(caught.value).splitlines() == ["a.yaml:2:1: wrong", "a.yaml:9:1: wrong", "b.yaml:1:1: wrong"]


def test_no_problems_raise_nothing() -> None:
    problems = Problems()
    with problems.collecting():
        pass
    problems.raise_if_any()
    assert problems.found == []
