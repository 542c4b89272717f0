"""The document tree becomes an Excel workbook: a sheet of notes, and one for each table of data.

`write` is the whole of it. A table with column heads becomes a sheet of its own (`tables`, `cells`), named by
the heading above it (`names`), its dates and numbers real (`values`). All the rest becomes the first sheet
(`notes`). `lines` turns blocks into the lines of a cell, `formats` styles into Excel's formats, `heights`
measures rows, `running` turns heads and feet into those of printed pages; `workbook` is the file. Nothing
becomes a formula or a link to elsewhere.
"""

from __future__ import annotations

from planreports.document.nodes import Document, Metadata
from planreports.document.styles import Stylesheet
from planreports.errors import Problem, WritingError
from planreports.lao.line_breaks import LineBreaker
from planreports.told import told
from planreports.writers.options import DEFAULT_OPTIONS, WritingOptions
from planreports.writers.xlsx.cells import CellWriter
from planreports.writers.xlsx.formats import Formats
from planreports.writers.xlsx.lines import LineMaker
from planreports.writers.xlsx.names import LONGEST, SheetNames
from planreports.writers.xlsx.notes import NotesSheet
from planreports.writers.xlsx.plan import DataTable, data_tables
from planreports.writers.xlsx.tables import TableSheet
from planreports.writers.xlsx.workbook import WorkbookFile


def write(
    document: Document,
    stylesheet: Stylesheet,
    breaker: LineBreaker,
    options: WritingOptions = DEFAULT_OPTIONS,
) -> bytes:
    """Return a document as an Excel workbook.

    Raises WritingError for a document without a table that has column heads, for a table or text that a
    sheet cannot hold, and for characters that XML cannot hold, with their places.
    """
    names = SheetNames()
    first = names.unique(_first_name(document.metadata))
    tables = [DataTable(names.unique(name), table, section) for name, table, section in data_tables(document)]
    if not tables:
        raise WritingError(
            Problem(
                told("this document has no table of data: an Excel file of it would be empty"),
                hint=told("make a Word, PDF or HTML file"),
            )
        )
    file = WorkbookFile(document, stylesheet)
    formats = Formats(file.book, stylesheet)
    lines = LineMaker(formats, options)
    writer = CellWriter(file.book, formats, lines)
    notes = NotesSheet(file.sheet(first), document, writer, tables)
    notes.write()
    for table in tables:
        TableSheet(file.sheet(table.name, table.section), table, document, writer).write()
    notes.write_footnotes()
    if problems := [*lines.problems, *writer.problems]:
        raise WritingError(dict.fromkeys(problems))
    return file.saved()


def _first_name(metadata: Metadata) -> str:
    """Return what the first sheet is called: the title if it fits, else what kind of document this is."""
    return metadata.title if len(metadata.title) <= LONGEST else metadata.subject or metadata.title
