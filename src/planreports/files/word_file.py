"""A Word file becomes its main part and what it refers to, or a clear refusal."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from planreports.files.office_package import OfficePackage, read_office_package
from planreports.told import told

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of WordprocessingML (ISO/IEC 29500-4, transitional)."""

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_MAIN_TYPES = (_MAIN.format("document"), _MAIN.format("template"))


@dataclass(frozen=True)
class WordFile:
    """A Word file: its package, the name of its main part, and that part's root element."""

    package: OfficePackage
    main: str
    document: etree._Element

    def related(self, kind: str) -> str | None:
        """Return the name of the part that the main part is related to as a kind, such as `styles`."""
        return self.package.related(self.main, kind)


def read_word_file(data: bytes, name: str) -> WordFile:
    """Return a Word file (.docx or .dotx); `name` is how messages call it.

    Raises DataError for anything else, for one with macros, and as `read_office_package` does.
    """
    package = read_office_package(data, name)
    main = package.related("", "officeDocument")
    kind = package.types.get(main or "", "")
    if main is None or ("wordprocessingml" not in kind and "ms-word" not in kind):
        raise package.problem(told("this is not a Word file"), told("expected a .docx file"))
    if kind not in _MAIN_TYPES or any(each.endswith("vbaProject") for each in package.types.values()):
        raise package.problem(told("this Word file has macros"), told("save it as .docx"))
    document = package.xml(main)
    if document.tag != f"{W}document":
        raise package.problem(
            told("this Word file is of the kind Strict Open XML"), told("save it as the ordinary .docx")
        )
    return WordFile(package, main, document)
