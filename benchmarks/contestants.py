"""Everything that takes part: name → what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from benchmarks import ours, peers


@dataclass(frozen=True)
class Contestant:
    """Something that writes the matrix. `prepare` takes a number of rows; what it returns is timed."""

    format: str
    prepare: Callable[[int], Callable[[], bytes]]


CONTESTANTS: Mapping[str, Contestant] = {
    "planreports, whole line, .pdf": Contestant("pdf", partial(ours.whole_line, format_name="pdf")),
    "planreports, writer alone, .pdf": Contestant("pdf", partial(ours.writer_alone, format_name="pdf")),
    "Typst": Contestant("pdf", peers.typst),
    "WeasyPrint": Contestant("pdf", peers.weasyprint),
    "reportlab Platypus": Contestant("pdf", peers.reportlab),
    "planreports, whole line, .docx": Contestant("docx", partial(ours.whole_line, format_name="docx")),
    "planreports, writer alone, .docx": Contestant("docx", partial(ours.writer_alone, format_name="docx")),
    "docxtpl": Contestant("docx", peers.docxtpl),
    "python-docx": Contestant("docx", peers.python_docx),
}
