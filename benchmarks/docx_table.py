"""A long table as a Word file: ours, and python-docx's own, cell by cell."""

from __future__ import annotations

import io
import sys

import docx

from benchmarks.pdf_table import seconds
from benchmarks.tables import HEAD, document, look, rows
from planreports.writers import docx as our_docx


def ours(count: int) -> bytes:
    """Return our file."""
    return our_docx.write(document(count), *look())


def python_docxs(count: int) -> bytes:
    """Return python-docx's file, in its default table style and without any complex-script property."""
    made = docx.Document()
    table = made.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *rows(count)):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def main() -> None:
    """Print both times and their ratio; the arguments are numbers of rows."""
    for count in [int(each) for each in sys.argv[1:]] or [200, 800]:
        mine, theirs = seconds(ours, count, 3), seconds(python_docxs, count, 1)
        print(f"{count} rows: ours {mine:.2f} s, python-docx {theirs:.2f} s, ×{theirs / mine:.1f}")


if __name__ == "__main__":
    main()
