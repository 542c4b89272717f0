"""The shipped plan is the source's text, whole and verbatim, and its annotations hold together."""

from __future__ import annotations

import json
import re

import pytest

import planreports
from planreports.plan.export import to_json
from tests.plan.source import joined_blocks, source_areas

NOT_ACRONYMS = {"MOTEGI", "KOMMASITH", "NIHONGO"}


def test_the_export_equals_the_source() -> None:
    data = json.loads(to_json(planreports.load_plan("lao-japan")))
    exported = [
        (
            area["title"],
            [
                (section["title"], [each["text"] for each in section["paragraphs"]])
                for section in area["sections"]
            ],
        )
        for area in data["areas"]
    ]
    assert exported == source_areas()
    assert data["title"] == joined_blocks()[0]


def test_statements_joined_are_their_paragraph_and_each_is_one_sentence() -> None:
    data = json.loads(to_json(planreports.load_plan("lao-japan")))
    for area in data["areas"]:
        for section in area["sections"]:
            for paragraph in section["paragraphs"]:
                statements = [each["text"] for each in paragraph["statements"]]
                assert statements == re.split(r"(?<=\.) (?=[A-Z])", paragraph["text"])


def test_there_are_5_areas_28_sections_and_48_paragraphs() -> None:
    plan = planreports.load_plan("lao-japan")
    assert [len(area.sections) for area in plan.areas] == [3, 5, 3, 9, 8]
    assert (len(plan.sections()), len(plan.paragraphs()), len(plan.statements())) == (28, 48, 72)


def test_every_acronym_of_the_text_is_in_the_register() -> None:
    plan = planreports.load_plan("lao-japan")
    text = " ".join(
        " ".join((title, *paragraphs)) for _, sections in source_areas() for title, paragraphs in sections
    )
    words = set(re.findall(r"\b(?:[A-Z][A-Za-z]*-)?[A-Z][A-Za-z]*[A-Z]+[a-z]*(?:-[0-9]+)?\b", text))
    acronyms = {word.rpartition("/")[2] for word in words} - NOT_ACRONYMS
    known = {entry.acronym for entry in plan.register}
    missing = {word for word in acronyms if word not in known and not set(word.split("-")) & known}
    assert missing == set()
    assert {"COVID-19", "SDGs", "SMEs", "CO-OP", "RCEP", "PDR"} <= known


def test_every_entry_of_the_register_is_referred_to_and_named_by_the_text() -> None:
    plan = planreports.load_plan("lao-japan")
    used = {id_ for clause in plan.clauses() for id_ in clause.refers_to}
    assert {entry.id for entry in plan.register} == used
    text = " ".join(
        [*(each.text for each in plan.paragraphs()), *(str(each.title) for each in plan.sections())]
    )
    for entry in plan.register:
        assert str(entry.name) in text, entry.id
        assert all(name in text for name in entry.names), entry.id


def test_an_acronym_that_the_text_expands_is_expanded_there() -> None:
    plan = planreports.load_plan("lao-japan")
    text = " ".join(
        [*(each.text for each in plan.paragraphs()), *(str(each.title) for each in plan.sections())]
    )
    for entry in plan.register:
        if entry.expansion:
            assert entry.expanded_in_text == (entry.expansion in text), entry.id


@pytest.mark.parametrize("id_", ["2.5", "4.5", "4.8.2", "4.6.1", "3.1.4", "4.1.1", "5.6.2"])
def test_what_only_looks_back_commits_nobody(id_: str) -> None:
    plan = planreports.load_plan("lao-japan")
    assert not [
        clause for clause in plan.commitments() if clause.id.startswith(id_ + ".") or clause.id[:-1] == id_
    ]


@pytest.mark.parametrize(("section", "commitments"), [("5.3", 0), ("5.4", 0), ("5.7", 0), ("5.5", 1)])
def test_positions_are_no_commitments(section: str, commitments: int) -> None:
    assert len(planreports.load_plan().commitments(section=section)) == commitments


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("2.1.1b", "They share the intention"),
        ("3.2.2a", "Both shared the view"),
        ("4.4.1a", "“Host Town Initiative”"),
        ("2.4.1a", "taking into consideration of"),
        ("5.6.2a", "Economic Minister's Meeting"),
    ],
)
def test_blemishes_stay_and_are_flagged(id_: str, words: str) -> None:
    statement = planreports.load_plan()[id_]
    assert isinstance(statement, planreports.plan.models.Statement)
    assert words in str(statement.text)
    assert words in [blemish.words for blemish in statement.blemishes]


def test_dates_of_the_text_are_kept_in_their_own_precision() -> None:
    plan = planreports.load_plan()
    dates = {
        clause.id: [str(date.value) for date in clause.dates] for clause in plan.clauses() if clause.dates
    }
    assert dates["1.1.1b-1"] == ["2020-08"]
    assert dates["3.3.1a-1"] == ["2020-08-01"]
    assert dates["3.1.5a"] == ["2030"]
    assert dates["2.1.1a-2"] == ["2021/2025"]
    assert dates["5.6.2a"] == ["2020-07-09", "2020-08-27", "2020-11-13"]
    assert dates["5.6.3a"] == ["2021"]
