"""Checks of translations: what is found, what is not, and what may be allowed."""

from __future__ import annotations

from pathlib import Path

from planreports.i18n.glossary import Glossary
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import CatalogFile, CatalogMessage
from planreports.translation.checking import CHECKS, findings

COLUMNS = "term,lo,variants,forbidden,part_of_speech,state,source,note\n"
GLOSSARY = Glossary.parse(COLUMNS + "commitment,ຄຳໝັ້ນສັນຍາ,,ຄຳສັນຍາ,noun,draft,,\n", "glossary.csv")


def found(source: str, words: str, note: str = "", glossary: Glossary = GLOSSARY) -> list[str]:
    message = CatalogMessage("plan", source, words, TranslationState.DRAFT, note=note, line=7)
    catalog = CatalogFile(Path("plan.po"), "plan.po", "lo", "plan", (message,))
    return [str(each) for each in findings([catalog], glossary)]


def test_a_finding_has_its_place_and_its_check() -> None:
    assert found("Due in 2026", "ກຳນົດໃນປີ 2025") == [
        "plan.po:7: error: the number 2026 of the English is missing: the translation has 2025 [numbers]"
    ]


def test_what_is_allowed_with_a_reason_is_no_finding() -> None:
    assert found("Due in 2026", "ກຳນົດໃນປີໜ້າ", "allow: numbers the year is said in words") == []


def test_an_allowance_that_allows_nothing_is_a_finding() -> None:
    assert found("Due in 2026", "ກຳນົດໃນປີ 2026", "allow: numbers the year is said in words") == [
        "plan.po:7: warning: `numbers` is allowed, and finds nothing here: take the allowance away [allowances]"
    ]


def test_an_allowance_says_which_check_and_why() -> None:
    assert found("Due in 2026", "ກຳນົດໃນປີ 2026", "allow: number said in words\nallow: numbers") == [
        "plan.po:7: error: there is no check `number`: did you mean `numbers`? [allowances]",
        "plan.po:7: error: no reason is given for allowing `numbers`: expected `# allow: numbers REASON` [allowances]",
    ]


def test_what_no_document_is_made_with_cannot_be_allowed() -> None:
    assert found("In {year}", "ໃນປີ {yaer}", "allow: placeholders I like it so") == [
        "plan.po:7: error: the placeholders of `In {year}` differ: {yaer}: expected {year} [placeholders]",
        "plan.po:7: error: `placeholders` cannot be allowed: no document is made with such a message: "
        "correct the message [allowances]",
    ]


def test_every_check_is_explained_to_translators() -> None:
    page = (Path(__file__).parents[2] / "docs" / "translators.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `") and line.count("|") == 5]
    expected = [f"| `{each.name}` | {each.severity} | {each.finds} | {each.example} |" for each in CHECKS]
    assert [row for row in rows if row in expected] == expected
