"""Fields of a running head or foot that fetch, ask or run something, which no document of ours holds."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from planreports.files.word_file import W

_HARMLESS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "STYLEREF", "SEQ", "TITLE",
        "SUBJECT", "AUTHOR", "KEYWORDS", "DOCPROPERTY", "DATE", "TIME", "CREATEDATE", "SAVEDATE",
        "PRINTDATE", "IF", "=",
        "SYMBOL", "EQ", "HYPERLINK",
    )
)  # fmt: skip
"""Fields that show what the document itself knows (ISO/IEC 29500-1, 17.16.5)."""


def forbidden_fields(root: etree._Element) -> Iterator[str]:
    """Yield the name of every field that is not harmless, such as `DDEAUTO` and `INCLUDEPICTURE`."""
    for instruction in _instructions(root):
        name = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        if name.startswith("="):
            name = "="
        if name and name not in _HARMLESS:
            yield name[:40]


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield the instructions of all fields; of nested ones each has its own words (17.16.18)."""
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr", "")
    open_fields: list[list[str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}instrText" and open_fields:
            open_fields[-1].append(element.text or "")
        elif element.tag == f"{W}instrText":
            yield element.text or ""
        elif kind == "begin":
            open_fields.append([])
        elif kind == "end" and open_fields:
            yield "".join(open_fields.pop())
    yield from ("".join(parts) for parts in open_fields)
