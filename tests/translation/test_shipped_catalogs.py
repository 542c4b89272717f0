"""What ships beside the catalogs is clean: the glossary, and the example's own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from planreports.files.resources import resource
from planreports.i18n.glossary import FILE, Glossary
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.checking import findings

GLOSSARY = Glossary.read(resource("locales", FILE))


def catalog(name: str, pairs: Iterator[tuple[str, str]]) -> CatalogFile:
    messages = tuple(
        CatalogMessage("workspace", source, words, TranslationState.DRAFT, context=f"{name}:{number}")
        for number, (source, words) in enumerate(pairs, 1)
    )
    return CatalogFile(Path(name), name, "lo", "workspace", messages)


def test_the_words_of_the_glossary_are_spelled_rightly() -> None:
    words = catalog(FILE, ((entry.term, each) for entry in GLOSSARY.entries for each in _words_of(entry)))
    spelled = {"sara-am", "sequences", "spelling", "letters", "invisible", "characters", "spaces-around-and"}
    assert [str(each) for each in findings([words], Glossary(())) if each.check in spelled] == []


def _words_of(entry: object) -> Iterator[str]:
    yield entry.words  # type: ignore[attr-defined]
    yield from entry.variants  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "path", sorted(resource("examples", "workspace").rglob("*.yaml")), ids=lambda path: path.name
)
def test_the_examples_own_words_are_clean(path: Path) -> None:
    """Records name things as their authors do (an office's own name), and count the same number in things of
    different kinds: for those the glossary and other records are no measure."""
    found = findings([catalog(path.name, _pairs(yaml.safe_load(path.read_text("utf-8"))))], GLOSSARY)
    assert [str(each) for each in found if each.check not in ("glossary", "inconsistent")] == []


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    """Yield the English and Lao of every text in both, wherever it stands in a file."""
    match value:
        case {"en": str(english), "lo": str(lao)}:
            yield english, lao
        case dict():
            for each in value.values():
                yield from _pairs(each)
        case list():
            for each in value:
                yield from _pairs(each)
