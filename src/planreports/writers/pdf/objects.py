"""PDF objects as reportlab writes them, with what it lacks (as of reportlab 5.1)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc


def name(value: str) -> Any:
    """Return a name object (ISO 32000-1, 7.3.5)."""
    return pdfdoc.PDFName(value)


def dictionary(**entries: Any) -> Any:
    """Return a dictionary object (7.3.7)."""
    return pdfdoc.PDFDictionary(entries)


class Stream(pdfdoc.PDFStream):
    """A stream, deflated unless `plain`.

    reportlab writes no end-of-line before `endstream`, which PDF/A asks for (ISO 19005-2, 6.1.7.1).
    """

    def __init__(self, entries: Any, content: bytes, *, plain: bool = False) -> None:
        super().__init__(entries, content, [] if plain else [pdfdoc.PDFZCompress])

    def format(self, document: Any) -> bytes:
        """Return the object's source."""
        source: bytes = super().format(document)
        return source.removesuffix(b"endstream\n") + b"\nendstream\n"


class Source(pdfdoc.PDFObject):
    """An object given as its source; written as it is."""

    __RefOnly__ = 1

    def __init__(self, source: bytes = b"") -> None:
        self.source = source

    def format(self, document: Any) -> bytes:
        """Return the object's source."""
        return self.source


class Page(pdfdoc.PDFPage):
    """A page with its key into the structure's parent tree (14.7.4.4) and its tab order (12.5)."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012


class Catalog(pdfdoc.PDFCatalog):
    """A document catalog with output intents (14.11.5)."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012
