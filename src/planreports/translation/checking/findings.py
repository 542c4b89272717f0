"""Catalogs and their glossary become findings: every check on every message that has words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from planreports.errors import Problem
from planreports.i18n.glossary import Glossary
from planreports.translation.catalog_files import CatalogFile
from planreports.translation.checking.allowances import allowances, mistaken
from planreports.translation.checking.finding import Finding, Knowledge, Translated
from planreports.translation.checking.registry import CHECKS
from planreports.translation.checking.terms import Terms


def findings(catalogs: Iterable[CatalogFile], glossary: Glossary) -> tuple[Finding, ...]:
    """Return what the checks find in catalogs, in the order of files and lines.

    Catalogs of one language are looked at together. What a translator allowed is left out, and an allowance
    that allows nothing is a finding.
    """
    by_language: defaultdict[str, list[Translated]] = defaultdict(list)
    order: dict[str, int] = {}
    for catalog in catalogs:
        order.setdefault(catalog.name, len(order))
        by_language[catalog.language] += (
            Translated(message, catalog.name) for message in catalog.messages if message.words
        )
    terms = Terms.of(glossary)
    found = [
        finding
        for language, messages in by_language.items()
        for finding in _in_language(messages, Knowledge(language, terms))
    ]
    found.sort(key=lambda each: (order[each.problem.file or ""], each.problem.line or 0))
    return tuple(found)


def _in_language(messages: Sequence[Translated], knowledge: Knowledge) -> Iterator[Finding]:
    by_message: defaultdict[Translated, list[Finding]] = defaultdict(list)
    for check in CHECKS:
        if check.language in (None, knowledge.language):
            for message, remark in check.rule(messages, knowledge):
                place = Problem(remark.message, message.file, message.message.line, None, remark.hint)
                by_message[message].append(Finding(check.name, check.severity, place, message.message))
    known = {check.name: check for check in CHECKS}
    for message in messages:
        found = by_message.get(message, [])
        allowed = {
            each.check
            for each in allowances(message.message.note)
            if each.reason and each.check in known and known[each.check].can_be_allowed
        }
        yield from (each for each in found if each.check not in allowed)
        yield from mistaken(message, found, known)
