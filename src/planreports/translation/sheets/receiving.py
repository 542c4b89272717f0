"""A returned file becomes rows: what kind of file it is, its content says, whatever it is called.

It is read as what is not trusted: sizes, macros, document types and entities are refused before anything of
it is used.
"""

from __future__ import annotations

from pathlib import Path

from planreports.errors import DataError, Problem
from planreports.files.excel_file import read_excel_file
from planreports.files.office_package import MAXIMUM_BYTES
from planreports.files.reading import read_bytes
from planreports.files.word_file import read_word_file
from planreports.files.xml_file import read_xml
from planreports.told import as_it_is
from planreports.translation.sheets.docx_reading import read_docx
from planreports.translation.sheets.returned import ReturnedSheet
from planreports.translation.sheets.xliff import is_xliff, read_xliff
from planreports.translation.sheets.xlsx_reading import read_xlsx

_ZIP = b"PK\x03\x04"
_WORD, _EXCEL, _OPEN_DOCUMENT = b"word/", b"xl/", b"mimetypeapplication/vnd.oasis.opendocument"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_returned(path: Path, name: str | None = None) -> ReturnedSheet:
    """Return the rows of a file that came back: .xlsx, .docx or XLIFF. Raises DataError for any other."""
    name = name or path.as_posix()
    return returned_sheet(read_bytes(path, name, MAXIMUM_BYTES), name)


def returned_sheet(data: bytes, name: str) -> ReturnedSheet:
    """Return the rows of a file's bytes, as `read_returned` does."""
    sheet: ReturnedSheet | None
    if data[30:].startswith(_OPEN_DOCUMENT):
        raise _refused("this is an OpenDocument file", name, "save it as .xlsx or .docx")
    if data.startswith(_OLD_OFFICE):
        raise _refused(
            "this is an old Office file, or one with a password", name, "save it as .xlsx or .docx"
        )
    if data.startswith(_ZIP):
        sheet = _office_sheet(data, name)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        root = read_xml(data, name)
        sheet = read_xliff(data, root, name) if is_xliff(root) else None
    else:
        raise _refused(
            "this is no file that messages can be read from", name, "expected .xlsx, .docx, XLIFF or TBX"
        )
    if sheet is None:
        raise _refused(
            "this is not a review sheet", name, "expected one that `planreports messages export` made"
        )
    return sheet


def _office_sheet(data: bytes, name: str) -> ReturnedSheet | None:
    """Return the rows of an Office file; which of the two it is, the names of its parts say."""
    if _WORD in data and _EXCEL not in data:
        return read_docx(read_word_file(data, name))
    return read_xlsx(read_excel_file(data, name))


def _refused(message: str, name: str, hint: str) -> DataError:
    return DataError(Problem(as_it_is(message), name, hint=as_it_is(hint)))
