"""Word files written tersely, and their parts as trees of XML."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from planreports.writers.docx import write
from tests.writers.trees import BREAKER, STYLESHEET, document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(*blocks: object, **more: object) -> bytes:
    """Return the Word file of some blocks."""
    return write(document(*blocks, **more), STYLESHEET, BREAKER)  # type: ignore[arg-type]


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def parts(data: bytes, kind: str) -> list[etree._Element]:
    """Return the roots of all parts whose name begins with a word, such as `header`."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(each for each in package.namelist() if each.startswith(f"word/{kind}"))
        return [etree.fromstring(package.read(each)) for each in names]


def style(data: bytes, id_: str) -> etree._Element:
    """Return a style by its id."""
    return next(each for each in part(data, "word/styles.xml") if each.get(W + "styleId") == id_)


def value(element: etree._Element | None, path: str, name: str = "val") -> str | None:
    """Return an attribute of what a path such as `pPr/jc` leads to."""
    assert element is not None
    found = element.find("/".join(W + tag for tag in path.split("/")))
    return None if found is None else found.get(W + name)


def values(element: etree._Element, tag: str, name: str = "val") -> list[str | None]:
    """Return an attribute of every element of a name."""
    return [each.get(W + name) for each in element.iter(W + tag)]


def words(element: etree._Element) -> str:
    """Return all words of an element."""
    return "".join(element.itertext(W + "t"))


def outline(element: etree._Element, depth: int = 0) -> list[str]:
    """Return a body tersely: paragraphs with style and text, tables with their rows and cells."""
    found: list[str] = []
    for child in element:
        tag = etree.QName(child).localname
        if tag == "p":
            found.append("  " * depth + f"{value(child, 'pPr/pStyle') or '-'}: {words(child)}")
        elif tag in ("tbl", "tr", "tc"):
            found.append("  " * depth + tag)
            found += outline(child, depth + 1)
    return found
