"""PO files become findings, those included that cannot be read: each of their mistakes is one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from planreports.errors import DataError
from planreports.i18n.glossary import Glossary
from planreports.translation.catalog_files import CatalogFile, read_catalog
from planreports.translation.checking.finding import Finding, Severity
from planreports.translation.checking.findings import findings

UNREADABLE = "catalog"
"""What findings are called for which a file is not read: broken syntax, a message that stands twice."""


class Checked(NamedTuple):
    """What the checks found in files, and how much they looked at."""

    findings: tuple[Finding, ...]
    catalogs: int
    messages: int


def checked(paths: Iterable[Path], glossary: Glossary) -> Checked:
    """Return what the checks find in PO files. No mistake in a file hides those of the others."""
    catalogs: list[CatalogFile] = []
    unreadable: list[Finding] = []
    paths = tuple(paths)
    for path in paths:
        try:
            catalogs.append(read_catalog(path, refuses_words=False))
        except DataError as error:
            unreadable += (Finding(UNREADABLE, Severity.ERROR, each, None) for each in error.problems)
    messages = sum(1 for catalog in catalogs for each in catalog.messages if each.words)
    return Checked((*unreadable, *findings(catalogs, glossary)), len(paths), messages)
