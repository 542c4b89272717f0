"""The formats a document can be written in: a row each; nothing else knows the list."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from planreports.document.nodes import Document
from planreports.document.styles import Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.writers.options import WritingOptions

Writer = Callable[[Document, Stylesheet, LineBreaker, WritingOptions], bytes]
"""Returns the file of a document: it looks as the stylesheet says, lines break where the breaker allows."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name on the command line, its suffix, and the module whose `write` makes it.

    One that is `for_tables` holds documents with tables of data only. One `is_for_editing` is made to be
    edited: a file that was is not written over.
    """

    name: str
    suffix: str
    module: str
    for_tables: bool = False
    is_for_editing: bool = False

    def writer(self) -> Writer:
        """Return the function that writes this format; its libraries are imported only now."""
        write: Writer = importlib.import_module(self.module).write
        return write


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("docx", ".docx", "planreports.writers.docx", is_for_editing=True),
        Format("pdf", ".pdf", "planreports.writers.pdf"),
        Format("html", ".html", "planreports.writers.html"),
        Format("xlsx", ".xlsx", "planreports.writers.xlsx", for_tables=True, is_for_editing=True),
    )
}

DOCUMENT_FORMATS = tuple(name for name, format_ in FORMATS.items() if not format_.for_tables)
"""The formats of every document."""
