"""The corpus of seeded mistakes: every one is found, and nothing else; lookalikes are let alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from planreports.i18n.glossary import Glossary, GlossaryTerm
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.checking import CHECKS, findings

CORPUS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text("utf-8"))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


GLOSSARY = Glossary(
    tuple(
        GlossaryTerm(term, words, _several(variants), _several(forbidden), part, "draft", "", "")
        for term, words, variants, forbidden, part in CORPUS["glossary"]
    )
)


def found(*messages: tuple[str, str]) -> list[str]:
    """Return what is found in messages, each finding without its place and gravity."""
    made = tuple(
        CatalogMessage("planreports", source, words, TranslationState.DRAFT, line=line)
        for line, (source, words) in enumerate(messages, 1)
    )
    catalog = CatalogFile(Path("a.po"), "a.po", "lo", "planreports", made)
    return [str(each).split(": ", 2)[2] for each in findings([catalog], GLOSSARY)]


def rows(kind: str) -> Iterator[Any]:
    for check, corpus in CORPUS["checks"].items():
        for number, row in enumerate(corpus[kind], 1):
            yield pytest.param(row, id=f"{check}-{number}")


@pytest.mark.parametrize("row", list(rows("wrong")))
def test_a_seeded_mistake_is_found_and_nothing_else(row: list[str]) -> None:
    source, words, *expected = row
    assert found((source, words)) == expected
    assert expected


@pytest.mark.parametrize("row", list(rows("right")))
def test_a_lookalike_is_no_mistake(row: list[str]) -> None:
    source, words = row
    assert found((source, words)) == []


@pytest.mark.parametrize("group", CORPUS["together"])
def test_messages_are_compared_with_each_other(group: dict[str, Any]) -> None:
    assert found(*map(tuple, group["messages"])) == group["finds"]


def test_every_check_has_seeded_mistakes() -> None:
    alone = {
        check
        for check, corpus in CORPUS["checks"].items()
        for _, _, *expected in corpus["wrong"]
        if any(each.endswith(f"[{check}]") for each in expected)
    }
    together = {each.rsplit("[", 1)[1][:-1] for group in CORPUS["together"] for each in group["finds"]}
    assert alone | together == {check.name for check in CHECKS}


def test_the_corpus_is_large() -> None:
    messages = sum(len(corpus[kind]) for corpus in CORPUS["checks"].values() for kind in ("wrong", "right"))
    assert messages + sum(len(group["messages"]) for group in CORPUS["together"]) >= 150
