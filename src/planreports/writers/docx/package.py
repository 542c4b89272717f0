"""A Word file's package (ISO/IEC 29500-2): parts of text; the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package

from planreports.document.nodes import Metadata
from planreports.i18n.languages import Language
from planreports.told import told
from planreports.writers.docx.xml import Xml, checked, element, quoted, root

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP entry can have; every entry of ours has it."""

_MODIFIED = "{http://purl.org/dc/terms/}modified"

LONGEST_PROPERTY = 255
"""Characters that Word shows of a core property."""

_KINDS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "theme": (CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


class TextPart(Part):
    """A part whose XML is set when it has been written; relationships may be added before."""

    content: Xml = ""

    @property
    def blob(self) -> bytes:
        """Return the part's bytes."""
        return self.content.encode("utf-8")


class WordPackage:
    """A Word file in the making: its main part, and those that the main part refers to."""

    def __init__(self) -> None:
        self._package = Package()
        self.main = self._part("document", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self._package.relate_to(self.main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)

    def _part(self, name: str, content_type: str) -> TextPart:
        return TextPart(PackURI(f"/word/{name}.xml"), content_type, b"", self._package)

    def add(self, kind: str, content: Xml = "", number: int | str = "") -> tuple[TextPart, str]:
        """Add a part of a kind; return it and the id of the main part's relationship to it."""
        content_type, relationship = _KINDS[kind]
        part = self._part(f"{kind}{number}", content_type)
        part.content = content
        return part, self.main.relate_to(part, relationship)

    def texts(self) -> Iterator[Xml]:
        """Yield the content of every part that has been written so far, the main part first."""
        yield self.main.content
        for part in self._package.iter_parts():
            if isinstance(part, TextPart) and part is not self.main:
                yield part.content

    def describe(self, metadata: Metadata) -> None:
        """Write the core properties: the document's own, never the machine's or its user's.

        Raises WritingError for characters that they cannot hold.
        """
        properties = self._package.core_properties
        properties.title = _property(metadata.title, "title")
        properties.author = _property(metadata.author, "author")
        properties.subject = _property(metadata.subject, "subject")
        properties.language = " ".join(metadata.languages)
        if metadata.moment:
            properties.created = properties.modified = metadata.moment.replace(tzinfo=None)
        else:  # a new package of python-docx 1.2 has the clock's
            core = self._package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
            if isinstance(core, XmlPart):
                core.element.remove(core.element.find(_MODIFIED))
        properties.comments = properties.keywords = properties.category = ""
        properties.last_modified_by = ""
        properties.revision = 1

    def saved(self) -> bytes:
        """Return the package's bytes: entries in one order, with one time, so that only content counts."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            for name, content in self._entries():
                entry = zipfile.ZipInfo(name, _ZIP_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                file.writestr(entry, content)
        return out.getvalue()

    def _entries(self) -> Iterator[tuple[str, bytes]]:
        parts = sorted(self._package.iter_parts(), key=lambda part: str(part.partname))
        yield "[Content_Types].xml", _content_types(parts)
        yield PACKAGE_URI.rels_uri.membername, self._package.rels.xml
        for part in parts:
            yield part.partname.membername, part.blob
            if part.rels:
                yield part.partname.rels_uri.membername, part.rels.xml


def _property(words: str, name: str) -> str:
    """Return a core property, cut where Word would refuse it. Raises WritingError as `checked` does."""
    checked(words, None, told("the document's {name}", name=name))
    return words if len(words) <= LONGEST_PROPERTY else words[: LONGEST_PROPERTY - 1] + "…"


def _content_types(parts: list[Part]) -> bytes:
    """Return what each part holds (ISO/IEC 29500-2, 10.1.2)."""
    relationships = quoted(CONTENT_TYPE.OPC_RELATIONSHIPS)
    overrides = "".join(
        f"<Override PartName={quoted(str(part.partname))} ContentType={quoted(part.content_type)}/>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType={relationships}/>{overrides}</Types>'
    ).encode()


def settings(
    language: Language,
    complex_language: Language | None,
    notes: Xml | None,
    *,
    even_pages: bool = False,
    is_form: bool = False,
) -> Xml:
    """Return the settings part: Word 2013's layout, the document's languages, and nothing to be asked.

    `notes` is its list of footnote separators, where the document has footnotes; `even_pages` says that
    even pages have heads and feet of their own; `is_form` that only fields are to be filled in (17.15.1.29),
    which whoever wants more takes away without a password.
    """
    uri = "http://schemas.microsoft.com/office/word"
    return root(
        "settings",
        element("zoom", percent=100),
        element("documentProtection", edit="forms", enforcement=1) if is_form else None,
        element("defaultTabStop", val=720),
        element("evenAndOddHeaders") if even_pages else None,
        element("characterSpacingControl", val="doNotCompress"),
        notes,
        element("compat", element("compatSetting", name="compatibilityMode", uri=uri, val=15)),
        element(
            "themeFontLang",
            val=language.word_tag,
            bidi=complex_language.word_tag if complex_language else None,
        ),
    )
