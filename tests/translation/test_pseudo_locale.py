"""Every report in the pseudo-locale: no word that is in no catalog, and nothing that bursts its column."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import yaml

from planreports import lao
from planreports.document.nodes import Document
from planreports.files.resources import resource
from planreports.i18n.languages import PSEUDO_LANGUAGE
from planreports.i18n.pseudo_locale import pseudo_words
from planreports.layout.rendition import LanguageChoice
from planreports.plan import loader
from planreports.rendering import document_of, report_of, shipped_breaker, write
from planreports.reports.report import Report
from planreports.reports.review_template import ReviewForm
from planreports.translation.documents import MessageDocument, documents
from planreports.workspace.example import example_workspace
from planreports.workspace.pseudo import in_languages
from planreports.workspace.workspace import Workspace
from planreports.writers.pdf import torn_words
from tests.renditions import example

DOCUMENTS = tuple(documents(example()))
ENGLISH = re.compile(r"[A-Za-z’']*[A-Za-z]{2}[A-Za-z’' -]*")


@cache
def pseudo() -> Workspace:
    return in_languages(example(), [PSEUDO_LANGUAGE])


def test_words_are_longer_in_brackets_and_no_letter_of_english_is_left() -> None:
    for _, source in example().catalogs.messages:
        words = pseudo_words(source)
        assert (words[0], words[-1]) == ("[", "]")
        assert not re.search("[A-Za-z]", re.sub(r"\{[a-z_]+\}", "", words)), words
        assert sorted(re.findall(r"\{[a-z_]+\}", words)) == sorted(re.findall(r"\{[a-z_]+\}", source))


def test_messages_are_two_fifths_longer() -> None:
    messages = [source for _, source in example().catalogs.messages]
    longer = sum(map(_cells, map(pseudo_words, messages))) / sum(map(_cells, messages))
    assert 1.35 < longer < 1.5
    assert all(_cells(pseudo_words(each)) >= 1.3 * _cells(each) for each in messages)


def _cells(words: str) -> int:
    return len(re.sub("[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd]", "", words))


def test_what_is_between_are_syllables_of_lao_with_marks_above_and_below() -> None:
    words = pseudo_words("one two three four five six seven eight nine ten eleven twelve thirteen fourteen")
    found = re.findall("[\u0e80-\u0eff]+", words)
    assert all(lao.is_syllable(each) for each in found)
    assert {"\u0ec9", "\u0eb9", "\u0eb5", "\u0ebc"} <= set("".join(found))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_word_of_a_report_is_from_a_catalog_or_from_data(document: MessageDocument) -> None:
    found = [
        f"{words!r} on page {page} of {document.name}"
        for page, text in enumerate(_pages(document), 1)
        for words in _plain_english(text)
    ]
    assert found == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_no_word_bursts_its_column(document: MessageDocument) -> None:
    _require_whole_words(document, PSEUDO_LANGUAGE)


@pytest.mark.parametrize("report", ["brief", "matrix", "review-template"])
def test_no_word_bursts_its_column_beside_english(report: str) -> None:
    first = next(each for each in DOCUMENTS if each.report == report)
    _require_whole_words(first, "en", PSEUDO_LANGUAGE)


def _require_whole_words(document: MessageDocument, *languages: str) -> None:
    torn = torn_words(_tree(document, *languages), pseudo().stylesheet, shipped_breaker())
    assert [f"{each.text} at {each.origin}" for each in torn if not ENGLISH.search(each.text)] == []


def test_a_word_that_is_in_no_catalog_is_found() -> None:
    assert list(_plain_english("[Šťáťúš] Wordless heading\n2026 Vientiane Capital")) == ["Wordless heading"]


@cache
def _contexts() -> dict[str, Report]:
    return {each.name: report_of(pseudo(), each.report, "internal", each.options) for each in DOCUMENTS}


def _tree(document: MessageDocument, *languages: str) -> Document:
    return document_of(_contexts()[document.name], pseudo(), LanguageChoice(languages))


def _pages(document: MessageDocument) -> Iterator[str]:
    tree = _tree(document, PSEUDO_LANGUAGE)
    with pypdfium2.PdfDocument(write(tree, "pdf", pseudo().stylesheet)) as file:
        for page in file:
            yield page.get_textpage().get_text_range()


def _plain_english(text: str) -> Iterator[str]:
    """Yield English words in a row on a line that stand nowhere so in the data.

    Cells beside each other can be a line, and a word can be divided at the end of one.
    """
    for line in text.splitlines():
        for found in ENGLISH.finditer(line):
            words = re.findall(r"[^ ]+", found[0].strip("’' -"))
            is_first, is_last = found.start() <= 1, found.end() >= len(line) - 1
            if not _is_data(words, is_first, is_last):
                yield " ".join(words)


def _is_data(words: Sequence[str], is_first: bool, is_last: bool) -> bool:
    """Return whether words stand so in the data, or in as few parts as there are cells beside each other."""
    start = "" if is_first else "(?<![A-Za-z])"
    for count in range(len(words), 0, -1):
        end = "" if is_last and count == len(words) else "(?![A-Za-z])"
        if re.search(f"{start}{re.escape(' '.join(words[:count]))}{end}", _data()):
            return count == len(words) or _is_data(words[count:], is_first=False, is_last=is_last)
    return False


@cache
def _data() -> str:
    """Return every word of the example's files, of the plan, and of the glossary, a value a line."""
    folders = (example_workspace(), Path(loader.__file__).parent / "data")
    values: list[object] = [
        yaml.safe_load(path.read_bytes()) for folder in folders for path in folder.rglob("*.yaml")
    ]
    values.append(tomllib.loads((example_workspace() / "planreports.toml").read_text("utf-8")))
    with resource("locales", "glossary.csv").open(encoding="utf-8", newline="") as file:
        values += csv.reader(file)
    values += [example().plan.fingerprint, *_numbers_of_forms()]
    words = "\n".join(" ".join(each.split()) for value in values for each in _strings(value))
    return re.sub("[*`]", "", words)


def _numbers_of_forms() -> Iterator[str]:
    for each in DOCUMENTS:
        if each.report == "review-template":
            form = _contexts()[each.name].context["form"]
            assert isinstance(form, ReviewForm)
            yield form.id
            yield form.version


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from (each for part in value.values() for each in _strings(part))
        case Sequence():
            yield from (each for part in value for each in _strings(part))
