"""What went into a PDF file comes out of poppler, pdfium, pypdf and pdfminer, and can be searched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from planreports.workspace.workspace import Workspace
from tests.interop.statements import Comparison, words_of
from tests.renditions import CHOICES
from tests.specimen import specimen
from tests.writers.trees import BREAKER, READERS

POPPLER = pytest.mark.interop("pdftotext")
EVERY_READER = ["pdfium", "pypdf", "pdfminer", pytest.param("poppler", marks=POPPLER)]


@pytest.mark.parametrize("reader", EVERY_READER)
@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("document", ["whole", "plan", "plan-annotated"])
def test_every_statement_comes_out(
    whole_plan: Workspace, files: Path, document: str, choice: str, reader: str
) -> None:
    data = (files / f"{document}-{choice}.pdf").read_bytes()
    expected = [
        statement.text.translation(language).text
        for statement in whole_plan.plan.statements()
        for language in CHOICES[choice][0]
    ]
    assert Comparison(data, READERS[reader](data)).missing(expected) == []


@pytest.mark.parametrize("reader", EVERY_READER)
@pytest.mark.parametrize("choice", CHOICES)
def test_every_paragraph_of_the_specimen_comes_out(files: Path, choice: str, reader: str) -> None:
    languages, arrangement = CHOICES[choice]
    data = (files / f"specimen-{choice}.pdf").read_bytes()
    document = specimen(*languages, arrangement=arrangement)
    expected = list(words_of(tuple(section.blocks for section in document.sections)))
    assert len(expected) > 50
    assert Comparison(data, READERS[reader](data)).missing(expected) == []


@POPPLER
@pytest.mark.parametrize("mode", [(), ("-layout",), ("-raw",)], ids=["reading order", "layout", "raw"])
@pytest.mark.parametrize("choice", CHOICES)
def test_every_word_is_found_by_a_search(
    whole_plan: Workspace, files: Path, choice: str, mode: tuple[str, ...]
) -> None:
    command = ["pdftotext", *mode, files / f"whole-{choice}.pdf", "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    tokens = set(text.split())
    missing = [
        (statement.id, word)
        for statement in whole_plan.plan.statements()
        for language in CHOICES[choice][0]
        for piece in BREAKER.pieces(statement.text.translation(language).text, language)
        if (word := piece.strip()) not in text and not (language == "en" and is_divided(word, tokens))
    ]
    assert missing == []


def is_divided(word: str, tokens: set[str]) -> bool:
    """Return whether a word stands in two parts, as one that was divided at the end of a line does."""
    return any(word[:cut] in tokens and word[cut:] in tokens for cut in range(2, len(word) - 1))
