"""Footnotes become the part that holds them all (ISO/IEC 29500-1, 17.11); Word numbers them itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planreports.document.nodes import Footnote
from planreports.document.styles import Stylesheet
from planreports.writers.docx.blocks import BlockWriter, Shared
from planreports.writers.docx.package import WordPackage
from planreports.writers.docx.place import Place
from planreports.writers.docx.style_names import FOOTNOTE_REFERENCE
from planreports.writers.docx.xml import Xml, element, root

_SEPARATORS = {"separator": -1, "continuationSeparator": 0}


def write_footnotes(
    notes: Sequence[Footnote], package: WordPackage, stylesheet: Stylesheet, shared: Shared
) -> None:
    """Add the part of some footnotes, after the two that Word asks for: what parts them from the text."""
    part, _ = package.add("footnotes")
    writer = BlockWriter.of(stylesheet, shared, part)
    part.content = root("footnotes", *_separators(), *(_footnote(note, writer) for note in notes))


def footnote_properties() -> Xml:
    """Return the settings' list of separators (17.11.11)."""
    return element("footnotePr", *(element("footnote", id=id_) for id_ in _SEPARATORS.values()))


def _separators() -> Iterator[Xml]:
    for kind, id_ in _SEPARATORS.items():
        yield element("footnote", element("p", element("r", element(kind))), type=kind, id=id_)


def _footnote(note: Footnote, writer: BlockWriter) -> Xml:
    style = element("rPr", element("rStyle", val=FOOTNOTE_REFERENCE))
    number = element("r", style, element("footnoteRef")) + element("r", element("tab"))
    words = "".join(writer.run_writer.runs(note.paragraph))
    return element("footnote", writer.paragraph_of(note.paragraph, number + words, Place(0)), id=note.number)
