"""A python-docx package stripped to what we write, and saved so that the same parts give the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from lxml import etree

from planreports.document.nodes import Metadata
from planreports.i18n.languages import Language
from planreports.writers.docx.xml import Element, element

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP entry can have; every entry of ours has it."""

_UNUSED = ("stylesWithEffects", "customXml", "webSettings")
_CONTENT_TYPES = "[Content_Types].xml"


def empty_package() -> WordDocument:
    """Return python-docx's default document without the parts and content that we do not write."""
    document = docx.Document()
    _drop(document.part.rels, _UNUSED)
    _drop(document.part.package.rels, ("thumbnail",))
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    return document


def _drop(relationships: dict[str, object], kinds: tuple[str, ...]) -> None:
    for id_, relationship in list(relationships.items()):
        if str(getattr(relationship, "reltype", "")).endswith(kinds):
            del relationships[id_]


def replace_part(document: WordDocument, kind: str, content: Element) -> None:
    """Put our element in the place of a part's, such as the styles'."""
    part = document.part.part_related_by(kind)
    part._element = parse_xml(etree.tostring(content))  # type: ignore[attr-defined]


def settings(language: Language, complex_language: Language | None) -> Element:
    """Return the settings part: Word 2013's layout, the document's languages, and nothing to be asked."""
    uri = "http://schemas.microsoft.com/office/word"
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=720),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", element("compatSetting", name="compatibilityMode", uri=uri, val=15)),
        element(
            "themeFontLang",
            val=language.word_tag,
            bidi=complex_language.word_tag if complex_language else None,
        ),
    )


def describe(document: WordDocument, metadata: Metadata) -> None:
    """Write the core properties: the document's own, never the machine's or its user's."""
    date = datetime.datetime.combine(metadata.date, datetime.time())
    properties = document.core_properties
    properties.title, properties.author, properties.subject = (
        metadata.title,
        metadata.author,
        metadata.subject,
    )
    properties.language = " ".join(metadata.languages)
    properties.created = properties.modified = date
    properties.comments = properties.keywords = properties.category = ""
    properties.last_modified_by = ""
    properties.revision = 1


def saved(document: WordDocument) -> bytes:
    """Return the package's bytes: entries in one order, with one time, so that only content counts."""
    made = io.BytesIO()
    document.save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda each: (each != _CONTENT_TYPES, each)):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return out.getvalue()


STYLES, NUMBERING, SETTINGS = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
)
