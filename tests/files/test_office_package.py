"""Word files of others: read as parts, and refused with a clear word where they are not what they should be."""

from __future__ import annotations

import io
import zipfile

import pytest

from planreports.errors import DataError
from planreports.files.word_file import read_word_file
from tests.writers.docx.letterheads import letterhead, repacked

DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"


def zipped(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return out.getvalue()


def with_flag(data: bytes, flag: int) -> bytes:
    """Return a ZIP file whose first entry of the central directory has a flag set."""
    place = data.index(b"PK\x01\x02") + 8
    return data[:place] + bytes([data[place] | flag]) + data[place + 1 :]


def test_a_word_file_is_its_parts() -> None:
    file = read_word_file(letterhead(), "reference.docx")
    assert file.main == DOCUMENT
    assert file.related("styles") == "word/styles.xml"
    assert file.package.types["word/media/image1.png"] == "image/png"


BOMB = zipped(**{"word/document.xml": bytes(30 * 1024 * 1024)})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this is not an Office file, or it is damaged"),
        (b"hello", "this is not an Office file, or it is damaged"),
        (letterhead()[:-200], "this is not an Office file, or it is damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "this is an old Office file, or one with a password: save it as .docx, without a password",
        ),
        (zipped(a=b"x"), "this is not an Office file: it does not say what it holds"),
        (with_flag(letterhead(), 1), "the file has a password"),
        (BOMB, "the part `word/document.xml` unpacks to more than 200 times its size"),
        (bytes(21 * 1024 * 1024), "the file has 22,020,096 bytes; at most 20,971,520 are read"),
        (zipped(**{"../evil.xml": b"x"}), "the part `../evil.xml` has a name that leads elsewhere"),
        (zipped(**{"/etc/passwd": b"x"}), "the part `/etc/passwd` has a name that leads elsewhere"),
        (zipped(**{"a\\b": b"x"}), "the part `a\\b` has a name that leads elsewhere"),
        (zipped(**{"a.xml": b"x", "A.xml": b"x"}), "the file has a part twice"),
        (zipped(**{f"{n}.xml": b"" for n in range(2001)}), "the file has more than 2,000 parts"),
        (
            repacked(letterhead(), **{DOCUMENT: b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "the part `word/document.xml` is not XML, or has a document type declaration",
        ),
        (
            repacked(letterhead(), **{DOCUMENT: b"<a>"}),
            "the part `word/document.xml` is not XML, or has a document type declaration",
        ),
        (repacked(letterhead(), **{DOCUMENT: None}), "this is not a Word file: expected a .docx file"),
        (
            repacked(
                letterhead(), **{TYPES: lambda each: each.replace("wordprocessingml.document", "sheet")}
            ),
            "this is not a Word file: expected a .docx file",
        ),
        (
            repacked(
                letterhead(),
                **{
                    TYPES: lambda each: each.replace(
                        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                        "vnd.ms-word.document.macroEnabled.main",
                    )
                },
            ),
            "this Word file has macros: save it as .docx",
        ),
        (
            repacked(
                letterhead(),
                **{
                    DOCUMENT: lambda each: each.replace(
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "http://purl.oclc.org/ooxml/wordprocessingml/main",
                    )
                },
            ),
            "this Word file is of the kind Strict Open XML: save it as the ordinary .docx",
        ),
    ],
)
def test_what_is_no_safe_word_file_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read_word_file(data, "office/reference.docx")
    assert str(caught.value) == f"office/reference.docx: {message}"


def test_an_entity_is_never_resolved() -> None:
    attack = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    data = repacked(letterhead(), **{"word/_rels/document.xml.rels": attack})
    file = read_word_file(data, "f.docx")
    with pytest.raises(DataError) as caught:
        file.related("styles")
    assert "document type declaration" in str(caught.value)
