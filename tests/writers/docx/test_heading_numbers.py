"""Headings that count up are counted by Word; numbers that come from elsewhere stay words."""

from __future__ import annotations

import pytest

from planreports.document.nodes import Heading, Paragraph, Run, RunningTitle
from tests.writers.docx.reading import W, outline, part, parts, style, value, values, word, words
from tests.writers.trees import AT, h, p


def numbered(level: int, number: str, title: str = "words", space: str = "\u2002") -> Heading:
    return Heading(level, (Run(number, "en", "number"), Run(space + title, "en")), "en", AT)


def level_texts(data: bytes) -> list[str | None]:
    """Return what stands before the headings of each level that counts."""
    kinds = part(data, "word/numbering.xml").iter(f"{W}abstractNum")
    return next((values(each, "lvlText") for each in kinds if each.find(f".//{W}suff") is not None), [])


def test_headings_that_count_up_are_counted_by_their_style() -> None:
    data = word(numbered(2, "1"), p("a"), numbered(2, "2"), numbered(3, "2.1", space=" "), numbered(2, "3"))
    assert outline(part(data)[0]) == [
        *("Heading2: words", "BodyText: a", "Heading2: words", "Heading3: words", "Heading2: words"),
    ]
    assert level_texts(data) == ["%1\u2002", "%1.%2 "]
    assert [value(style(data, f"Heading{each}"), "pPr/numPr/ilvl") for each in (2, 3)] == ["0", "1"]
    assert not list(part(data).iter(f"{W}numPr"))


def test_a_number_may_be_that_of_its_level_alone() -> None:
    data = word(numbered(2, "1"), numbered(3, "1"), numbered(3, "2"), numbered(2, "2"), numbered(3, "1"))
    assert level_texts(data) == ["%1\u2002", "%2\u2002"]


def test_among_headings_without_number_those_that_have_one_count_themselves() -> None:
    data = word(h(2, "plain"), numbered(2, "1"), numbered(2, "2"))
    assert style(data, "Heading2").find(f"{W}pPr/{W}numPr") is None
    assert [value(each, "pPr/numPr/numId") for each in part(data)[0].iter(f"{W}p")] == [None, "3", "3"]


@pytest.mark.parametrize("numbers", [("1", "3"), ("2", "3"), ("1", "1"), ("I", "II"), ("1.", "2.")])
def test_numbers_that_do_not_count_up_stay_words(numbers: tuple[str, str]) -> None:
    data = word(*(numbered(2, each) for each in numbers))
    assert outline(part(data)[0]) == [f"Heading2: {each}\u2002words" for each in numbers]
    assert level_texts(data) == []


def test_a_running_title_has_the_number_too() -> None:
    title = (Paragraph((RunningTitle(2, "en"),), "en", "running", AT),)
    data = word(numbered(2, "1", "One"), numbered(2, "2", "Two"), header=title)
    head = parts(data, "header")[0]
    assert words(head) == "1\u2002One"
    fields = [(each.text or "").strip() for each in head.iter(f"{W}instrText")]
    assert fields == ["STYLEREF 2 \\n", "STYLEREF 2"]
